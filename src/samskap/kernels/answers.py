"""Whether people are answered, whether what they give is used, and whether promises are kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from statistics import median

from samskap.kernels.errors import ImpossibleCounts, NegativeCount, UnknownWord

FORMULA = "answers 1.0"

ANSWER_WITHIN = timedelta(days=30)
_DAY = timedelta(days=1)

USED = frozenset({"used", "partly_used"})
CLOSED = USED | {"not_used", "forwarded"}
OPEN = frozenset({"received", "read", "withdrawn"})

KEPT = "kept"
SETTLED = frozenset({KEPT, "late"})
UNSETTLED = frozenset({"offered", "accepted", "due", "released"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and what it rests on.

    value  None where n is 0: no figure is better than one made of nothing
    n      how many inputs, answers or commitments it is made of
    """

    value: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One input that asks for an answer: when it was given and when it was answered, if it was."""

    at: datetime
    answered_at: datetime | None = None


def share_of(part: int, whole: int) -> Figure:
    """Return a share from two counts that a database keeps.

    part, whole  [inputs] or [commitments]; part not above whole
    returns      share 0 … 1, n = whole

    Raises NegativeCount or ImpossibleCounts when the counts cannot mean anything.
    """
    if part < 0:
        raise NegativeCount(f"{part} of {whole}")
    if part > whole:
        raise ImpossibleCounts(f"{part} of {whole}")
    return Figure(part / whole if whole else None, whole)


def answer_rate_in_30_days(inputs: Iterable[Asked]) -> Figure:
    """Return the share of inputs that were answered within 30 days.

    An input without an answer counts as unanswered from the day it is given, as R does on the
    ladder: the rate can only be bettered by answering. An answer from before the input is none.

    returns  share 0 … 1, n = inputs

    Source: domain 4.6, `answer_rate30`, and R in 4.1.
    """
    asked = list(inputs)
    in_time = sum(
        one.answered_at is not None and one.at <= one.answered_at <= one.at + ANSWER_WITHIN
        for one in asked
    )
    return share_of(in_time, len(asked))


def median_days_to_answer(inputs: Iterable[Asked]) -> Figure:
    """Return the median number of days from an input to its answer.

    Only answered inputs can be counted, so show it beside the answer rate: a place that answers
    one letter in a hundred, the same day, has a fine median.

    returns  [days], n = answered inputs

    Source: domain 4.6, `median_days_to_answer`.
    """
    days = [
        (one.answered_at - one.at) / _DAY
        for one in inputs
        if one.answered_at is not None and one.answered_at >= one.at
    ]
    return Figure(median(days) if days else None, len(days))


def median_of_days(answers_by_days: Mapping[int, int]) -> Figure:
    """Return the median number of days to an answer, of answers that are counted by whole days.

    answers_by_days  whole days → answers
    returns          [days], n = answers

    Raises NegativeCount below zero.

    Source: domain 4.6, `median_days_to_answer`.
    """
    if any(count < 0 for count in answers_by_days.values()):
        raise NegativeCount(f"{min(answers_by_days.values())} answers")
    n = sum(answers_by_days.values())
    if not n:
        return Figure(None, 0)
    days = sorted(answers_by_days)
    upto = list(accumulate(answers_by_days[day] for day in days))
    lower, upper = (days[bisect_right(upto, place)] for place in ((n - 1) // 2, n // 2))
    return Figure((lower + upper) / 2, n)


@dataclass(frozen=True, slots=True)
class Promised:
    """One recommendation: the day its answer was promised by, and the day it came, if it did.

    answered_on  the day of a reasoned answer; None while there is none
    """

    promised_on: date
    answered_on: date | None = None


def council_answer_rate(recommendations: Iterable[Promised], *, today: date) -> Figure:
    """Return the share of recommendations with a reasoned answer within the promised deadline.

    A recommendation counts from the day it is answered, or from the day after its promise: what
    still has time is neither kept nor broken. An answer on the promised day is in time.

    today    the day of counting
    returns  share 0 … 1, n = recommendations that are answered or overdue

    Source: domain 4.6, `council_answer_rate`.
    """
    due = [one for one in recommendations if one.answered_on is not None or one.promised_on < today]
    in_time = sum(one.answered_on is not None and one.answered_on <= one.promised_on for one in due)
    return share_of(in_time, len(due))


def share_used(inputs_by_fate: Mapping[str, int]) -> Figure:
    """Return the share of closed inputs that were used, wholly or partly.

    Closed are used, partly used, not used and forwarded: the input's way ends there. Received and
    read are still open; what its giver withdrew says nothing about who received it.

    inputs_by_fate  fate → inputs; a fate that is left out has none
    returns         share 0 … 1, n = closed inputs

    Raises UnknownWord for a fate that is none of these, NegativeCount below zero.

    Source: domain 4.6, `influence`.
    """
    return _share_by_state(inputs_by_fate, part=USED, whole=CLOSED, others=OPEN)


def share_kept(commitments_by_state: Mapping[str, int]) -> Figure:
    """Return the share of settled commitments that were kept by their date.

    Settled are kept and late. Offered, accepted and due are still running; from a released one the
    others let the party go, so it is neither kept nor broken.

    commitments_by_state  state → commitments; a state that is left out has none
    returns               share 0 … 1, n = settled commitments

    Raises UnknownWord for a state that is none of these, NegativeCount below zero.

    Source: domain 5.0, Commitment, and 4.6.
    """
    return _share_by_state(
        commitments_by_state, part=frozenset({KEPT}), whole=SETTLED, others=UNSETTLED
    )


def _share_by_state(
    count_of: Mapping[str, int], part: frozenset[str], whole: frozenset[str], others: frozenset[str]
) -> Figure:
    """Return the share of the whole that stands in one of the part's states."""
    for state, count in count_of.items():
        if state not in whole | others:
            raise UnknownWord(f"{state!r} is not one of {', '.join(sorted(whole | others))}")
        if count < 0:
            raise NegativeCount(f"{count} {state}")
    return share_of(
        sum(count_of.get(state, 0) for state in part), sum(count_of.get(s, 0) for s in whole)
    )
