"""Reading fast tracks: who answers, and what waits for whom."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from samskap.committees.models import Acceptance, Committee, FastTrack
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Membership
from samskap.people.models import Person, Role
from samskap.people.permissions import has_role
from samskap.people.queries import people_with_role


def fast_tracks_in(municipality: Municipality) -> QuerySet[FastTrack]:
    """The fast tracks of a municipality, with what their page shows."""
    found = FastTrack.objects.of(municipality).select_related(
        "committee__initiative__account",
        "committee__municipality",
        "committee__body",
        "idea__initiative",
        "marked_by__person",
        "marked_by__giver",
    )
    return found.prefetch_related("acceptances__body", "acceptances__by", "committee__parents")


def fast_tracks_of(committee: Committee) -> QuerySet[FastTrack]:
    """The fast tracks of one committee, the newest first."""
    found = FastTrack.objects.filter(committee=committee).select_related("idea")
    return found.order_by("-marked_at", "-pk")


def those_who_accept(fast_track: FastTrack) -> list[Person]:
    """Who speaks for the standing committees today, and the leaders."""
    committee = fast_track.committee
    bodies = [body.pk for body in committee.parents.all()] or [committee.body_id]
    speaking = Membership.objects.speaking_on(timezone.localdate())
    found = {
        one.person.pk: one.person
        for one in speaking.filter(organisation__in=bodies).select_related("person")
        if has_role(one.person, fast_track.municipality, Role.Name.POLITICIAN)
    }
    for person in people_with_role(fast_track.municipality, Role.Name.LEADER):
        found.setdefault(person.pk, person)
    return list(found.values())


def waiting_for(person: Person, municipality: Municipality) -> QuerySet[FastTrack]:
    """Fast tracks that an office which somebody holds has not answered, the soonest due first."""
    accepted = Acceptance.objects.filter(fast_track=OuterRef("pk"))
    found = FastTrack.objects.of(municipality).filter(
        status=FastTrack.Status.ASKED, due_on__gte=timezone.localdate()
    )
    offices: Any = Q(pk__in=[])
    if has_role(person, municipality, Role.Name.LEADER):
        offices |= ~Exists(accepted.filter(office=Acceptance.Office.EXECUTIVE))
    if has_role(person, municipality, Role.Name.POLITICIAN):
        speaks = Membership.objects.speaking_on(timezone.localdate()).filter(person=person)
        bodies = list(speaks.values_list("organisation", flat=True))
        theirs = Committee.objects.of(municipality).filter(
            Q(parents__in=bodies) | Q(parents=None, body__in=bodies)
        )
        offices |= Q(committee__in=theirs) & ~Exists(
            accepted.filter(office=Acceptance.Office.CHAIR)
        )
    return (
        found.filter(offices)
        .exclude(Exists(accepted.filter(by=person)))
        .select_related("committee", "idea")
        .order_by("due_on", "pk")
    )
