"""What the house says is said in four languages, and what it is built from is pinned."""

from tools import changes, docs, lock, messages


def test_every_message_is_there_in_every_language():
    faults = [
        str(fault) for module in messages.modules_named([]) for fault in messages.check(module)
    ]
    assert faults == []


def test_no_two_modules_say_a_message_differently():
    faults = messages.disagreements(messages.modules_named([]))
    assert [str(fault) for fault in faults] == []


def test_the_words_are_those_of_the_glossary():
    page = docs.DOCS / "concepts" / "words.md"
    assert page.read_text(encoding="utf-8") == docs.words_page()


def test_everything_is_pinned_with_its_hash():
    assert [fault for name in lock.LOCKS for fault in lock.faults(name)] == []
    assert lock.disagreements() == []


def test_notes_of_change_can_be_gathered():
    assert changes.faults(changes.ROOT / "changes") == []


def test_every_decision_has_a_number_of_its_own_and_is_listed():
    folder = docs.DOCS / "decisions"
    records = sorted(path.name for path in folder.glob("0*.md"))
    numbers = [name[:4] for name in records]
    assert len(set(numbers)) == len(numbers)
    listed = (folder / "index.md").read_text(encoding="utf-8")
    shown = (docs.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [name for name in records if f"({name})" not in listed or name not in shown] == []
