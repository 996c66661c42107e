"""What became of what people gave: one contribution step by step, an initiative as a flow."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from samskap.drafting.models import Item
from samskap.drafting.queries.trace import items_from
from samskap.initiatives.models import Decision, FormalDecision, Initiative, StateChange
from samskap.initiatives.models.initiative import State
from samskap.initiatives.queries.formal import ADOPTING
from samskap.initiatives.queries.initiatives import SIDE_OF
from samskap.ledger.actions import IN_USE
from samskap.ledger.models import Adoption, Contribution, Fate, Side, Standing
from samskap.ledger.queries import phase_sums_of, sums_of
from samskap.meetings.models import Event
from samskap.municipalities.models import Municipality

CARRIED_OUT = (State.IMPLEMENTING, State.DRIVING)
DECISION = "initiatives.Decision:"  # how a ledger row names a decision


def contributions_of(municipality: Municipality) -> QuerySet[Contribution]:
    """What was given to the initiatives of a municipality, with who gave it and what became."""
    found: QuerySet[Contribution] = Contribution.objects.of(municipality)
    return found.filter(account__initiative__isnull=False).select_related(
        "standing", "giver__person", "speaking_for", "account__initiative"
    )


@dataclass(frozen=True, kw_only=True)
class Trace:
    """The way of one contribution, from the hand that gave it to what changed.

    fates      each step of what became of it, with who said so
    decisions  the partners’ decisions that took it in, the first one first
    formal     what an elected body answered afterwards
    changes    the steps of the initiative that carried it out
    grown      the events that grew out of it
    items      the items of plans that it is in, with every step of each
    """

    given: Contribution
    fates: list[Fate]
    decisions: list[Decision]
    formal: list[FormalDecision]
    changes: list[StateChange]
    grown: list[Event]
    items: list[Item]

    @property
    def is_answered(self) -> bool:
        """Whether its giver has an answer."""
        return self.given.standing.answered_at is not None

    @property
    def is_used(self) -> bool:
        """Whether it is used, or a part of it."""
        return self.given.standing.status in IN_USE

    @property
    def is_decided(self) -> bool:
        """Whether a decision took it in: of the partners, or about an item that it is in."""
        return self.is_used and (
            bool(self.decisions) or any(each.is_decided for each in self.items)
        )

    @property
    def is_whole(self) -> bool:
        """Whether the chain is whole: input, decision, change (domain.md 4.6, trace).

        The change is a step by which the initiative was carried out, or an item that is in force.
        """
        is_carried_out = bool(self.decisions) and bool(self.changes)
        in_force = any(each.is_decided and each.in_force_on for each in self.items)
        return self.is_used and (is_carried_out or in_force)


def trace_of(given: Contribution) -> Trace:
    """Follow one contribution through decisions to what changed, in a fixed number of questions."""
    adoptions = list(Adoption.objects.filter(contribution=given).order_by("at"))
    keys = [
        int(each.decision_key.removeprefix(DECISION))
        for each in adoptions
        if each.decision_key.startswith(DECISION)
    ]
    decisions = list(Decision.objects.filter(pk__in=keys).order_by("decided_at", "pk"))
    since = adoptions[0].at if adoptions else None
    initiative = given.account.initiative
    return Trace(
        given=given,
        fates=list(given.fates.select_related("by").order_by("at", "pk")),
        decisions=decisions,
        formal=_formal_since(initiative, since),
        changes=_changes_since(initiative, since),
        grown=list(Event.objects.filter(grown_from=given).order_by("announced_at", "pk")),
        items=items_from(given),
    )


def _formal_since(initiative: Initiative, since: datetime | None) -> list[FormalDecision]:
    """What elected bodies answered after a moment; nothing where nothing was taken in."""
    if since is None:
        return []
    laid = FormalDecision.objects.filter(
        initiative=initiative, laid_at__gte=since, answered_at__isnull=False
    )
    return list(
        laid.select_related("body").prefetch_related("recommendations").order_by("answered_at")
    )


def _changes_since(initiative: Initiative, since: datetime | None) -> list[StateChange]:
    """The steps by which an initiative was carried out after a moment."""
    if since is None:
        return []
    changes = StateChange.objects.filter(initiative=initiative, after__in=CARRIED_OUT)
    return list(changes.filter(at__gte=since).order_by("at", "pk"))


def adopted_of(formal: FormalDecision) -> tuple[int, int]:
    """How many recommendations an elected body adopted, of how many."""
    answers = [each.answer for each in formal.recommendations.all()]
    return sum(answer in ADOPTING for answer in answers), len(answers)


@dataclass(frozen=True, kw_only=True)
class Flow:
    """Which way the inputs of the non-public side went in one initiative.

    sides      how many each side gave
    waiting    of all inputs, those that nobody has answered; withdrawn: taken back before that
    used       of the answered, those in use or partly so
    decided    of the used, those that a decision of the partners took in
    state      of the initiative: whether what was decided is carried out
    """

    sides: dict[str, int]
    inputs: int
    answered: int
    waiting: int
    withdrawn: int
    used: int
    decided: int
    state: str

    @property
    def is_carried_out(self) -> bool:
        """Whether what was decided is being carried out, or runs."""
        return self.state in CARRIED_OUT


def flow_of(initiative: Initiative) -> Flow:
    """Count the flow from the sums of the account; of its rows only those that wait are counted."""
    account = initiative.account
    sides: Counter[str] = Counter()
    for each in sums_of(account):
        if each.is_input and each.side == Side.NON_PUBLIC:
            sides[SIDE_OF[each.actor_kind]] += each.rows
    sums = phase_sums_of(account).values()
    inputs, answered = sum(each.inputs for each in sums), sum(each.answered for each in sums)
    waiting = Standing.objects.filter(
        account=account,
        answered_at=None,
        answer_due_on__isnull=False,
        contribution__side=Side.NON_PUBLIC,
    ).count()
    decided = (
        Adoption.objects.filter(
            account=account,
            contribution__is_input=True,
            contribution__side=Side.NON_PUBLIC,
            contribution__standing__status__in=IN_USE,
        )
        .values("contribution")
        .distinct()
        .count()
    )
    return Flow(
        sides=dict(sides),
        inputs=inputs,
        answered=answered,
        waiting=waiting,
        withdrawn=max(inputs - answered - waiting, 0),
        used=sum(each.used for each in sums),
        decided=decided,
        state=initiative.state,
    )
