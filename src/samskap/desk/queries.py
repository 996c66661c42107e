"""Reading the desk."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from samskap.desk.models import Charge, Wording, WorkloadLimit
from samskap.ideas.permissions import ANSWERING_ROLES
from samskap.initiatives.models import Commitment, Initiative, Partner
from samskap.initiatives.models.partnership import carried_by
from samskap.ledger.models import Contribution, FateStatus, Side, Standing
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.queries import people_with_role

MANY = 1000  # from here on it only says that there are many
A_WEEK = timedelta(days=7)
ORDER = ("answer_due_on", "contribution_id")


def errands(municipality: Municipality) -> QuerySet[Standing]:
    """What waits for an answer that was promised, the oldest promise first.

    Only what came from outside the municipality: it owes itself no answer.
    """
    waiting: QuerySet[Standing] = Standing.objects.of(municipality)
    return (
        waiting.filter(
            answered_at=None,
            answer_due_on__isnull=False,
            account__initiative__isnull=False,
            contribution__side=Side.NON_PUBLIC,
        )
        .select_related(
            "account__initiative",
            "contribution__charge__person",
            "contribution__giver__person",
            "contribution__speaking_for",
        )
        .order_by(*ORDER)
    )


def mine(person: Person) -> Q:
    """Errands that a person carries: handed to them, or nobody’s in an initiative they lead."""
    handed = Charge.objects.filter(person=person).values("contribution")
    led = Initiative.objects.filter(facilitators=person).values("account")
    return Q(contribution__in=handed) | Q(account__in=led, contribution__charge=None)


def _has_a_leader() -> Exists:
    """Whether somebody leads the initiative of an errand."""
    leads = Initiative.facilitators.through.objects.filter(initiative__account=OuterRef("account"))
    return Exists(leads)


def shown(municipality: Municipality, by: Person, which: str) -> QuerySet[Standing]:
    """Errands of one pile: mine, late, nobody’s, or all."""
    found = errands(municipality)
    if which == "mine":
        return found.filter(mine(by))
    if which == "late":
        return found.filter(answer_due_on__lt=timezone.localdate())
    if which == "nobodys":
        return found.filter(~_has_a_leader(), contribution__charge=None)
    return found


def how_many(found: QuerySet[Standing]) -> int:
    """Count errands, but never further than MANY."""
    return found.order_by()[:MANY].count()


def given(municipality: Municipality, keys: list[int]) -> list[Contribution]:
    """The inputs that these keys name, with all that an answer needs, the oldest first."""
    found: QuerySet[Contribution] = Contribution.objects.of(municipality)
    return list(
        found.filter(pk__in=keys, account__initiative__isnull=False)
        .select_related(
            "standing",
            "idea",
            "charge__person",
            "giver__person",
            "speaking_for",
            "account__initiative__municipality",
        )
        .order_by("pk")
    )


@dataclass(frozen=True, kw_only=True)
class Debt:
    """How many wait past their promise in one initiative, and since when."""

    initiative: Initiative
    late: int
    oldest: date


def debts(municipality: Municipality, *, most: int = 5) -> list[Debt]:
    """The initiatives where most people wait past the promised day."""
    late = (
        errands(municipality)
        .filter(answer_due_on__lt=timezone.localdate())
        .select_related(None)
        .order_by()
        .values("account__initiative")
        .annotate(late=Count("pk"), oldest=Min("answer_due_on"))
        .order_by("-late", "oldest")[:most]
    )
    rows = {row["account__initiative"]: row for row in late}
    initiatives = Initiative.objects.in_bulk(rows)
    return [
        Debt(initiative=initiatives[key], late=row["late"], oldest=row["oldest"])
        for key, row in rows.items()
    ]


@dataclass(frozen=True, kw_only=True)
class Workload:
    """What one person carries in a municipality, beside its limits."""

    promises: int
    late: int
    hours: Decimal
    most_promises: int
    most_hours: int

    @property
    def is_too_much(self) -> bool:
        """Whether it is more than one person should carry."""
        return self.promises > self.most_promises or self.hours > self.most_hours


def limit_of(municipality: Municipality) -> WorkloadLimit:
    """How much one person should carry, as it was set, or as it is until then."""
    found = WorkloadLimit.objects.filter(municipality=municipality).first()
    return found or WorkloadLimit(municipality=municipality)


def workload_of(person: Person, municipality: Municipality) -> Workload:
    """Count what a person carries: answers owed, promises made, hours written down lately."""
    today, limit = timezone.localdate(), limit_of(municipality)
    owed = errands(municipality).filter(mine(person)).select_related(None).order_by()
    answers = owed.aggregate(n=Count("pk"), late=Count("pk", filter=Q(answer_due_on__lt=today)))
    promised = Commitment.objects.of(municipality).filter(
        status=Commitment.Status.ACCEPTED,
        partner__in=Partner.objects.of(municipality).filter(carried_by(person)),
    )
    promises = promised.aggregate(n=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today)))
    worked = (
        Contribution.objects.of(municipality)
        .filter(giver__person=person, kind="work", at__gt=timezone.now() - A_WEEK)
        .exclude(standing__status=FateStatus.WITHDRAWN)
    )
    return Workload(
        promises=answers["n"] + promises["n"],
        late=answers["late"] + promises["late"],
        hours=worked.aggregate(hours=Sum("amount"))["hours"] or Decimal(0),
        most_promises=limit.promises,
        most_hours=limit.hours,
    )


def may_be_handed(municipality: Municipality) -> QuerySet[Person]:
    """Those to whom errands can be handed: whoever answers for the municipality."""
    staff = people_with_role(municipality, *ANSWERING_ROLES)
    return staff.order_by("given_name", "family_name", "pk")


def wordings(municipality: Municipality) -> QuerySet[Wording]:
    """Answers that are begun already, by their titles."""
    return Wording.objects.of(municipality)
