from datetime import UTC, date, datetime

import pytest

from samskap.design.clocks import as_day, clock_of

TODAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("due_on", "promise", "standing", "state"),
    [
        (date(2026, 6, 12), "The council answers by 12 June", "23 days left.", "running"),
        (date(2026, 5, 27), "The council answers by 27 May", "7 days left.", "soon"),
        (date(2026, 5, 21), "The council answers by 21 May", "1 day left.", "soon"),
        (date(2026, 5, 20), "The council answers by 20 May", "Today is the last day.", "soon"),
        (date(2026, 5, 19), "The council should have answered by 19 May", "1 day late.", "late"),
        (date(2027, 1, 2), "The council answers by 2 January 2027", "227 days left.", "running"),
    ],
)
def test_a_deadline_is_said_in_words(due_on, promise, standing, state):
    clock = clock_of(due_on=due_on, who="The council", today=TODAY)

    assert (clock.promise, clock.standing, clock.state) == (promise, standing, state)


def test_nobody_need_be_named():
    assert clock_of(due_on=date(2026, 6, 12), today=TODAY).promise == "An answer is due by 12 June"
    assert clock_of(due_on=date(2026, 5, 1), today=TODAY).promise == "An answer was due by 1 May"


@pytest.mark.parametrize(
    ("done_on", "standing"),
    [(date(2026, 5, 1), "In time."), (date(2026, 5, 4), "In time."), (TODAY, "16 days late.")],
)
def test_an_answer_tells_whether_it_was_in_time(done_on, standing):
    clock = clock_of(due_on=date(2026, 5, 4), who="The library", today=TODAY, done_on=done_on)

    assert clock.promise.startswith("The library answered on ")
    assert (clock.standing, clock.state) == (standing, "done")


def test_a_moment_belongs_to_its_local_day():
    assert as_day(datetime(2026, 5, 19, 22, 30, tzinfo=UTC)) == TODAY
