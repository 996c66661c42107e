"""Reading what members say: when it is asked, and the means that may be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from samskap.committees.models import AfterAnswer, Committee, Effects, Member, State
from samskap.committees.models.committee import PATH
from samskap.committees.models.team import Role
from samskap.initiatives.models import FormalDecision
from samskap.kernels.before_after import Mean, Reply, means_by_role
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

Round = Effects.Round

BEFORE_STATES = (State.RECRUITING, State.APPOINTED, State.WORKING)
AFTER_STATES = PATH[PATH.index(State.ANSWERED) :]


def round_now(committee: Committee) -> str | None:
    """Which round is open: before anything is delivered, or once all is answered."""
    if committee.state in AFTER_STATES:
        return Round.AFTER
    laid = FormalDecision.objects.filter(initiative=committee.initiative_id)
    return Round.BEFORE if committee.state in BEFORE_STATES and not laid.exists() else None


def is_weighed_now(committee: Committee) -> bool:
    """Whether the answer can be weighed: once all of it is there."""
    return committee.state in AFTER_STATES


def seat_of(committee: Committee, person: Person) -> Member | None:
    """As which member somebody answers: who left answers too; a substitute who never sat does not.

    Whoever sat more than once answers for the last time.
    """
    mine = committee.members.filter(person=person, is_substitute=False)
    found: Member | None = mine.select_related("committee").order_by("-since", "-pk").first()
    return found


def without_account(committee: Committee) -> QuerySet[Member]:
    """Members without an account; those who keep the committee write down what they say."""
    found: QuerySet[Member] = committee.members.filter(
        person=None, is_substitute=False, giver__person=None
    )
    return found.exclude(giver__name="").select_related("giver", "person")


@dataclass(frozen=True, kw_only=True)
class Means:
    """The means of one round: by role, and of everybody."""

    by_role: Mapping[str, Mean]
    everybody: Mean


def means_of(committee: Committee) -> dict[str, Means]:
    """The six effects before and after, by role; groups below five are hidden. Two queries."""
    roles = _roles_in(committee)
    said: dict[str, list[Reply]] = {round: [] for round in Round.values}
    rows = committee.effects.values_list("round", "role", *Effects.QUESTIONS)
    for round, role, *scores in rows:
        said[round].append(Reply(role, tuple(scores)))
    return {
        round: Means(**_means(replies, roles, len(Effects.QUESTIONS)))
        for round, replies in said.items()
    }


def weighed(committee: Committee) -> Mean:
    """How members saw the answer, all together; hidden below five. One query."""
    rows = committee.after_answer.values_list(*AfterAnswer.QUESTIONS)
    replies = [Reply("member", tuple(scores)) for scores in rows]
    return means_by_role(replies, questions=len(AfterAnswer.QUESTIONS), roles=("member",))[1]


def _means(replies: Sequence[Reply], roles: Sequence[str], questions: int) -> dict[str, Any]:
    """The means as the kernel counts them, under the names of Means."""
    by_role, everybody = means_by_role(replies, questions=questions, roles=roles)
    return {"by_role": by_role, "everybody": everybody}


def _roles_in(committee: Committee) -> list[str]:
    """The roles that sit or have sat in a committee, in the order we name them."""
    there = set(committee.members.order_by().values_list("role", flat=True).distinct())
    return [role for role in Role.values if role in there]


def asked_of(person: Person, municipality: Municipality) -> list[Member]:
    """Where somebody has not answered questions that are open now; one query.

    Each member row carries `asks_effects` and `asks_weight`.
    """
    laid = FormalDecision.objects.filter(initiative=OuterRef("committee__initiative"))
    said = Effects.objects.filter(member=OuterRef("pk"))
    weighed = AfterAnswer.objects.filter(member=OuterRef("pk"))
    is_before = Q(committee__state__in=BEFORE_STATES) & ~Exists(laid)
    is_after = Q(committee__state__in=AFTER_STATES)
    asks_effects = (is_before & ~Exists(said.filter(round=Round.BEFORE))) | (
        is_after & ~Exists(said.filter(round=Round.AFTER))
    )
    mine = Member.objects.of(municipality).filter(person=person, is_substitute=False, until=None)
    return list(
        mine.annotate(asks_effects=asks_effects, asks_weight=is_after & ~Exists(weighed))
        .filter(Q(asks_effects=True) | Q(asks_weight=True))
        .select_related("committee")
        .order_by("pk")
    )
