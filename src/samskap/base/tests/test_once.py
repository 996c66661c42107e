from samskap.base.models import Happening
from samskap.base.once import keep_answers, once


def test_a_row_that_keeps_its_answers_is_asked_once():
    asked = []

    @once
    def what_of(row):
        asked.append(row)
        return row.what

    shown, changing = Happening(what="ideas.idea_given"), Happening(what="ideas.idea_given")
    keep_answers(shown)

    assert [what_of(shown), what_of(shown)] == ["ideas.idea_given"] * 2
    assert len(asked) == 1
    assert [what_of(changing), what_of(changing)] == ["ideas.idea_given"] * 2
    assert len(asked) == 3
