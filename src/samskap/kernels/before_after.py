"""What people said on a scale before and after, by the role they have; small groups hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from samskap.kernels.errors import KernelError, UnknownWord
from samskap.kernels.suppression import hide_small

FORMULA = "before_after 1.0"

LEAST, MOST = 1, 5
"""The ends of the scale: from “not at all” to “wholly”."""


class OutsideTheScale(KernelError):
    """A score is no whole number of the scale, or is one of many too few or too many."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What one person said in one round: a score for each question, in the order of questions."""

    role: str
    scores: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mean:
    """The means of one group in one round.

    of  a mean for each question, LEAST … MOST; None where the group is too small to be shown
    n   persons; None where they are too few to be counted out
    """

    of: tuple[float, ...] | None
    n: int | None


def means_by_role(
    replies: Iterable[Reply], *, questions: int, roles: Collection[str]
) -> tuple[Mapping[str, Mean], Mean]:
    """Return the mean of each question by role, and of all together.

    A role is hidden where fewer than five replied, and so is a second one where the first could
    be worked out from all; a total of fewer than five is hidden with everything.

    replies    one for each person of one round
    questions  how many scores each reply has
    roles      the roles that are told apart, in the order they are shown
    returns    means by role, and the mean of everybody

    Raises OutsideTheScale when a score is not LEAST … MOST or scores are missing; UnknownWord for
    a role that is none of these.

    Source: domain 4.7 (six Gentofte effects, 1–5 agreement by role before/after) and 4, general
    rules (k = 5).
    """
    given = list(replies)
    for reply in given:
        if len(reply.scores) != questions:
            raise OutsideTheScale(f"{len(reply.scores)} scores for {questions} questions")
        if not all(LEAST <= score <= MOST for score in reply.scores):
            raise OutsideTheScale(f"{reply.scores} is not between {LEAST} and {MOST}")
        if reply.role not in roles:
            raise UnknownWord(f"{reply.role!r} is not one of {', '.join(roles)}")
    counted = Counter(reply.role for reply in given)
    shown = hide_small({role: counted[role] for role in roles if counted[role]})
    by_role = {
        role: _mean([reply.scores for reply in given if reply.role == role], shown.count_of[role])
        if counted[role]
        else Mean(None, None)  # a nought would say that who is hidden elsewhere is not here
        for role in roles
    }
    return by_role, _mean([reply.scores for reply in given], shown.total)


def _mean(scores: Sequence[tuple[int, ...]], shown: int | None) -> Mean:
    """The mean of each question, where the group may be shown."""
    if not shown:
        return Mean(None, shown)
    return Mean(tuple(fmean(column) for column in zip(*scores, strict=True)), shown)
