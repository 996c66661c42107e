"""Reading the ledger."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from samskap.base.brought import Brought
from samskap.base.once import known, once
from samskap.base.prepared import Prepared
from samskap.kernels.ladder import WORK
from samskap.ledger.models import (
    Account,
    Adoption,
    Contribution,
    FateStatus,
    Party,
    PhaseSum,
    Side,
    Sum,
)
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


def given_by(person: Person, municipality: Municipality) -> QuerySet[Contribution]:
    """Whatever a person gave here, with what became of it; newest first."""
    return (
        Contribution.objects.of(municipality)
        .filter(giver__person=person)
        .select_related("standing", "speaking_for")
        .order_by("-pk")
    )


@dataclass(frozen=True, kw_only=True)
class Became:
    """What became of everything that one person gave, counted for that person alone.

    given     contributions; inputs: of them, those that were promised an answer
    answered  of the inputs
    used      of all, those in use or partly so; decided: those that a decision took in
    """

    given: int
    inputs: int
    answered: int
    used: int
    decided: int


def became_of(person: Person, municipality: Municipality) -> Became:
    """Count what became of everything a person gave here, in one question."""
    adopted = Exists(Adoption.objects.filter(contribution=OuterRef("pk")))
    counted = (
        Contribution.objects.of(municipality)
        .filter(giver__person=person)
        .aggregate(
            given=Count("pk"),
            inputs=Count("pk", filter=Q(is_input=True)),
            answered=Count("pk", filter=Q(is_input=True, standing__answered_at__isnull=False)),
            used=Count(
                "pk", filter=Q(standing__status__in=[FateStatus.USED, FateStatus.PARTLY_USED])
            ),
            decided=Count("pk", filter=adopted),
        )
    )
    return Became(**counted)


def late_answers(account: Account, *, on: date | None = None) -> int:
    """How many inputs wait for an answer past the promised day: the feedback debt of a day."""
    day = on or timezone.localdate()
    waiting = account.standings.filter(answered_at=None, answer_due_on__lt=day)
    return waiting.filter(contribution__side=Side.NON_PUBLIC).count()


@once
def sums_of(account: Account) -> list[Sum]:
    """What has been given to an account, by sort."""
    return list(account.sums.all())


@once
def phase_sums_of(account: Account) -> dict[str, PhaseSum]:
    """How the inputs of each phase were answered: phase → its sums."""
    return {each.phase: each for each in account.phase_sums.all()}


@once
def independent_parties(account: Account) -> int:
    """How many mutually independent parties outside the public gave of their own accord."""
    return account.parties.filter(side=Side.NON_PUBLIC).count()


sums_brought = Prepared(
    lambda key: (
        Account.objects.filter(pk=key)
        .only("pk")
        .annotate(
            sums_=Brought(Sum.objects.filter(account=OuterRef("pk"))),
            phases_=Brought(PhaseSum.objects.filter(account=OuterRef("pk"))),
            parties_=Coalesce(
                Subquery(
                    Party.objects.filter(account=OuterRef("pk"), side=Side.NON_PUBLIC)
                    .order_by()
                    .values("account")
                    .values(in_all=Count("pk"))
                ),
                0,
            ),
        )
    ),
    key=int,
)


def read_sums(account: Account) -> None:
    """Let an account that keeps its answers know all its sums, in one question."""
    found: Any = sums_brought.first(key=account.pk)
    known(account, sums_of, found.sums_)
    known(account, phase_sums_of, {each.phase: each for each in found.phases_})
    known(account, independent_parties, found.parties_)


def rows_of(account: Account) -> Iterator[Contribution]:
    """Every row of an account in the order of its numbers, a few at a time."""
    return account.contributions.select_related("standing").order_by("number").iterator(2000)


def days_to_answer(account: Account) -> Counter[int]:
    """How long the first answers took: whole days → answers."""
    counted: Counter[int] = Counter()
    for sums in phase_sums_of(account).values():
        counted.update({int(days): answers for days, answers in sums.answers_by_days.items()})
    return counted


def counts_no_more_withdrawn(given: Contribution) -> bool:
    """Whether a contribution would count no more if it were withdrawn.

    Hours that were written down and are withdrawn were not worked (decision 87). An idea of one's
    own, and what anybody else has answered, was given all the same.
    """
    return given.kind == WORK and not given.is_independent


def withdrawn_work(account: Account) -> set[int]:
    """The keys of the rows of an account that count no more."""
    rows = Contribution.objects.filter(
        account=account, kind=WORK, is_independent=False, standing__status=FateStatus.WITHDRAWN
    )
    return set(rows.values_list("pk", flat=True))
