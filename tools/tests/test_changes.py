"""Notes become a changelog, once, and nothing is lost on the way."""

import datetime

import pytest

from tools.changes import faults, gather

ON = datetime.date(2027, 1, 15)


@pytest.fixture
def root(tmp_path):
    (tmp_path / "changes").mkdir()
    (tmp_path / "changes" / "README.md").write_text("How to write a note.")
    (tmp_path / "changes" / "ideas-support.md").write_text("You can take\nyour support back.\n")
    (tmp_path / "changes" / "ideas-drafts.md").write_text("Drafts show who changed what.\n")
    (tmp_path / "changes" / "desk-order.md").write_text("The oldest promise stands first.\n")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\nNewest first.\n")
    return tmp_path


def test_notes_are_told_by_module_and_taken_away(root):
    gather(root, version="1.1.0", on=ON)
    assert (root / "CHANGELOG.md").read_text() == (
        "# Changelog\n\nNewest first.\n\n## 1.1.0 – 2027-01-15\n\n"
        "### desk\n\n- The oldest promise stands first.\n\n"
        "### ideas\n\n- Drafts show who changed what.\n- You can take your support back.\n"
    )
    assert [path.name for path in (root / "changes").iterdir()] == ["README.md"]


def test_the_newest_release_stands_first_and_the_older_stay(root):
    gather(root, version="1.1.0", on=ON)
    (root / "changes" / "desk-more.md").write_text("More.")
    gather(root, version="1.2.0", on=ON)
    told = (root / "CHANGELOG.md").read_text()
    assert told.index("## 1.2.0") < told.index("## 1.1.0")
    assert told.count("# Changelog") == 1
    assert "- You can take your support back." in told


def test_an_empty_note_and_a_bad_name_are_named(root):
    (root / "changes" / "desk-empty.md").write_text(" \n")
    (root / "changes" / "Fix.md").write_text("Something")
    assert faults(root / "changes") == [
        "Fix.md: name it <module>-<a-few-words>.md",
        "desk-empty.md: say what people notice",
    ]
