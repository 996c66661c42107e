"""Reading for those who lead politically: who leads a body, what moves, and whom to turn to."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from samskap.base.modules import announced
from samskap.committees.models import Call, Committee, State
from samskap.initiatives.models import Commitment, Initiative, StateChange
from samskap.initiatives.models.formal import ANSWERING
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Membership, Organisation
from samskap.people.models import Person, Role
from samskap.people.queries import people_with_role

LATELY = timedelta(days=30)
MOST = 8  # lines of a list


def leaders_of(body: Organisation) -> list[Person]:
    """Who leads an elected body: those who may speak for it today, such as the mayor.

    The mayor leads the council’s meetings and speaks for the municipality (kommuneloven § 6-1).
    Where nobody has that mandate, everybody of the body who may answer; where nobody belongs to
    it, the leaders of the municipality: no alert is lost.
    """
    belong = Membership.objects.filter(organisation=body).running()
    chairs = belong.speaking_on(timezone.localdate())
    for memberships in (chairs, belong):
        found = people_with_role(body.municipality, *ANSWERING).filter(
            pk__in=memberships.values("person")
        )
        if people := list(found.order_by("pk")):
            return people
    return list(people_with_role(body.municipality, Role.Name.LEADER).order_by("pk"))


def moving(municipality: Municipality) -> list[StateChange]:
    """The community’s agenda: the newest step of each initiative that moved lately."""
    steps = (
        StateChange.objects.of(municipality)
        .filter(at__gte=timezone.now() - LATELY)
        .select_related("initiative")
        .order_by("-at", "-pk")[: MOST * 5]
    )
    newest: dict[int, StateChange] = {}
    for step in steps:
        newest.setdefault(step.initiative_id, step)
    return list(newest.values())[:MOST]


def calls_open(municipality: Municipality) -> QuerySet[Call]:
    """Calls in which people can register today, the first to close first."""
    return (
        Call.objects.of(municipality)
        .filter(closed_at=None, closes_on__gte=timezone.localdate())
        .select_related("committee")
        .order_by("closes_on", "pk")[:MOST]
    )


def committees_at_work(municipality: Municipality) -> QuerySet[Committee]:
    """Committees that still have something to do, the newest first."""
    return (
        Committee.objects.of(municipality)
        .living()
        .select_related("theme", "facilitator")
        .order_by("-proposed_at", "-pk")[:MOST]
    )


def to_call(municipality: Municipality) -> QuerySet[Committee]:
    """Committees that wait for the elected body past the promised day, or got something back."""
    late = Q(
        initiative__formal_decisions__answered_at=None,
        initiative__formal_decisions__promised_on__lt=timezone.localdate(),
    )
    came_back = Q(state=State.WORKING, initiative__formal_decisions__isnull=False)
    return (
        Committee.objects.of(municipality)
        .living()
        .filter(late | came_back)
        .select_related("facilitator")
        .distinct()
        .order_by("-proposed_at", "-pk")[:MOST]
    )


def to_thank(municipality: Municipality) -> QuerySet[Commitment]:
    """Promises that were kept lately, the newest first."""
    return (
        Commitment.objects.of(municipality)
        .filter(status=Commitment.Status.KEPT, kept_at__gte=timezone.now() - LATELY)
        .select_related("initiative", "partner__organisation", "partner__person")
        .order_by("-kept_at", "-pk")[:MOST]
    )


def to_connect(municipality: Municipality) -> QuerySet[Initiative]:
    """Initiatives that need hands now, as the modules announce it."""
    is_in_need = Q()
    for needing in announced("needs_hands"):
        is_in_need |= Q(pk__in=needing(municipality))
    return (
        Initiative.objects.of(municipality).filter(is_in_need).order_by("-raised_at", "-pk")[:MOST]
    )
