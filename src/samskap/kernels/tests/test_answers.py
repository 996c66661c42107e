from collections import Counter
from datetime import UTC, date, datetime, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.answers import (
    Asked,
    Figure,
    Promised,
    answer_rate_in_30_days,
    council_answer_rate,
    median_days_to_answer,
    median_of_days,
    share_kept,
    share_of,
    share_used,
)
from samskap.kernels.errors import ImpossibleCounts, NegativeCount, UnknownWord

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
asked = st.lists(st.none() | st.integers(-5, 90), max_size=20).map(
    lambda waits: [asked_and_answered_after(days) for days in waits]
)


def asked_and_answered_after(days):
    return Asked(START, None if days is None else START + days * DAY)


def test_answers_within_thirty_days_and_their_median():
    inputs = [asked_and_answered_after(days) for days in (2, 4, 30, 31, None)]

    assert answer_rate_in_30_days(inputs) == Figure(0.6, 5)
    assert median_days_to_answer(inputs) == Figure(17.0, 4)


def test_an_answer_from_before_the_input_is_none():
    inputs = [asked_and_answered_after(-1)]

    assert answer_rate_in_30_days(inputs) == Figure(0.0, 1)
    assert median_days_to_answer(inputs) == Figure(None, 0)


def test_nothing_asked_gives_no_figure():
    assert answer_rate_in_30_days([]) == Figure(None, 0)
    assert share_used({}) == Figure(None, 0)
    assert share_kept({"accepted": 3}) == Figure(None, 0)


def test_used_and_partly_used_of_what_is_closed():
    fates = {"received": 9, "read": 4, "withdrawn": 1, "used": 2, "partly_used": 1, "not_used": 4,
             "forwarded": 1}  # fmt: skip

    assert share_used(fates) == Figure(0.375, 8)


def test_kept_of_what_is_settled():
    states = {"offered": 5, "accepted": 4, "due": 2, "released": 3, "kept": 3, "late": 1}

    assert share_kept(states) == Figure(0.75, 4)


def test_a_council_is_in_time_until_the_end_of_the_promised_day():
    today, promised_on = date(2026, 6, 10), date(2026, 6, 1)
    in_time = Promised(promised_on, promised_on)
    a_day_late = Promised(promised_on, promised_on + DAY)
    silent = Promised(promised_on)
    still_has_time = Promised(today)

    rate = council_answer_rate([in_time, a_day_late, silent, still_has_time], today=today)

    assert rate == Figure(1 / 3, 3)
    assert council_answer_rate([still_has_time], today=today) == Figure(None, 0)


@given(days=st.lists(st.none() | st.integers(-40, 40), max_size=20))
def test_a_late_answer_counts_as_none_in_the_rate_of_a_council(days):
    promised_on = date(2026, 6, 1)
    asked_of_it = [
        Promised(promised_on, None if late is None else promised_on + late * DAY) for late in days
    ]
    without_late = [
        Promised(promised_on) if each.answered_on and each.answered_on > promised_on else each
        for each in asked_of_it
    ]
    today = promised_on + 50 * DAY

    assert council_answer_rate(asked_of_it, today=today) == council_answer_rate(
        without_late, today=today
    )


@given(inputs=asked, chance=st.randoms(use_true_random=False))
def test_the_order_of_inputs_does_not_matter(inputs, chance):
    shuffled = list(inputs)
    chance.shuffle(shuffled)

    assert answer_rate_in_30_days(shuffled) == answer_rate_in_30_days(inputs)
    assert median_days_to_answer(shuffled) == median_days_to_answer(inputs)


@given(inputs=asked)
def test_another_input_without_an_answer_never_betters_the_rate(inputs):
    before = answer_rate_in_30_days(inputs)

    after = answer_rate_in_30_days([*inputs, Asked(START)])

    assert after.n == before.n + 1
    assert after.value <= (before.value or 0)
    assert 0 <= after.value <= 1


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: share_of(-1, 3), NegativeCount),
        (lambda: share_of(4, 3), ImpossibleCounts),
        (lambda: share_used({"lost": 1}), UnknownWord),
        (lambda: share_used({"used": -1}), NegativeCount),
        (lambda: share_kept({"broken": 1}), UnknownWord),
    ],
)
def test_what_cannot_mean_anything_is_refused(make, error):
    with pytest.raises(error):
        make()


@pytest.mark.parametrize(
    ("answers_by_days", "figure"),
    [
        ({}, Figure(None, 0)),
        ({4: 1}, Figure(4, 1)),
        ({2: 1, 5: 1}, Figure(3.5, 2)),
        ({1: 3, 40: 2}, Figure(1, 5)),
        ({0: 2, 3: 2}, Figure(1.5, 4)),
    ],
)
def test_the_median_of_what_is_counted_by_days(answers_by_days, figure):
    assert median_of_days(answers_by_days) == figure


@given(days=st.lists(st.integers(0, 400), min_size=1))
def test_counted_by_days_the_median_is_that_of_every_answer(days):
    assert median_of_days(Counter(days)) == Figure(median(days), len(days))


def test_fewer_answers_than_none_are_refused():
    with pytest.raises(NegativeCount):
        median_of_days({3: -1})
