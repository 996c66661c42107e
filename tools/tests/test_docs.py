"""The docs are read from the source, and their pages ask nobody else for anything."""

import ast
import re

import pytest

from tools import docs


def test_the_page_of_words_has_every_word_of_the_glossary_in_four_languages():
    lines = docs.words_page().splitlines()
    words = [line for line in lines if line.startswith("| ") and not line.startswith("| ---")][1:]
    with (docs.DOCS / "concepts" / "glossary.csv").open(encoding="utf-8") as glossary:
        assert len(words) == sum(1 for _line in glossary) - 1
    assert [word for word in words if "|  |" in word.rpartition(" | ")[0]] == []


def test_a_refusal_is_described_by_its_code_and_its_text(tmp_path, monkeypatch):
    (tmp_path / "rotas").mkdir()
    (tmp_path / "rotas" / "errors.py").write_text(
        'class ShiftIsFull(Refusal):\n    """All the places are taken."""\n\n'
        '    code = "rotas.shift_is_full"\n    text = _("It is full. See another.")\n'
    )
    monkeypatch.setattr(docs, "HOUSE", tmp_path)
    assert docs.refusals_page().splitlines()[-1] == (
        "| `rotas.shift_is_full` | All the places are taken. | It is full. See another. |"
    )


def test_what_begins_with_a_low_line_is_nobody_elses_business():
    tree = ast.parse("def give(*, by): ...\ndef _count(): ...\nclass Turn: ...")
    assert [node.name for node in docs._open_things(tree)] == ["give", "Turn"]


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ('<script src="https://cdn.example/x.js"></script>', 1),
        ("<img alt='' src=//cdn.example/x.png>", 1),
        ('<link rel="stylesheet" href="https://fonts.example/x.css">', 1),
        ('<a href="https://example.org/">elsewhere</a><script src="js/base.js"></script>', 0),
    ],
)
def test_a_request_to_someone_else_is_found(tmp_path, html, number):
    (tmp_path / "index.html").write_text(html)
    assert len(docs.foreign_requests(tmp_path)) == number


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_no_link_from_the_front_pages_is_dead(name):
    page = (docs.ROOT / name).read_text(encoding="utf-8")
    links = {link for link in re.findall(r"\]\(([^)#]+)", page) if "://" not in link}
    assert [link for link in sorted(links) if not (docs.ROOT / link).exists()] == []
