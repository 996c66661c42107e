"""Two texts side by side, and two changes put together."""

import time

from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.word_differences import Kind, Words, differences, merged

text = st.text(alphabet="aab å,.\n ", max_size=40)


def shown(before: str, after: str) -> str:
    """A difference as one line: what went in brackets, what came in braces."""
    marks = {Kind.SAME: "{}", Kind.REMOVED: "[{}]", Kind.ADDED: "{{{}}}"}
    return "".join(marks[run.kind].format(run.text) for run in differences(before, after))


def test_a_difference_shows_the_words_that_went_and_came():
    before = "The bus runs every hour, on weekdays."
    after = "The late bus runs every half hour on weekdays."

    assert shown(before, after) == ("The {late }bus runs every {half }hour[,] on weekdays.")
    assert shown("The bus", "The bus runs") == "The bus{ runs}"
    assert shown("", "New words") == "{New words}"


@given(before=text, after=text)
def test_nothing_is_lost_between_two_texts(before, after):
    runs = differences(before, after)

    assert "".join(run.text for run in runs if run.kind != Kind.ADDED) == before
    assert "".join(run.text for run in runs if run.kind != Kind.REMOVED) == after


def test_changes_that_do_not_touch_go_together_and_others_do_not():
    base = "The bus runs every hour on weekdays."

    assert merged(
        base, "The late bus runs every hour on weekdays.", "The bus runs every hour on all days."
    ) == ("The late bus runs every hour on all days.")
    assert merged(base, "The bus runs each hour on weekdays.", "The bus runs every day.") is None
    assert merged("One two three", "1 two three", "One 2 three") is None
    assert merged("Same", "Same here", "Same here") == "Same here"


@given(base=text, mine=text, theirs=text)
def test_a_merge_keeps_every_word_and_does_not_ask_who_came_first(base, mine, theirs):
    together = merged(base, mine, theirs)

    assert merged(base, mine, base) == mine == merged(base, base, mine)
    assert together == merged(base, theirs, mine)
    if together is not None:
        words = Words.of(together).words
        for changed in (mine, theirs):
            for run in differences(base, changed):
                if run.kind == Kind.ADDED:
                    assert set(Words.of(run.text).words) <= set(words)


def test_no_text_keeps_the_machine_busy():
    started = time.process_time()

    differences("a b " * 5000, "b b a " * 4000)
    differences(
        " ".join(f"w{n % 700}" for n in range(2000)), " ".join(f"w{n % 690}" for n in range(2000))
    )

    assert time.process_time() - started < 5
