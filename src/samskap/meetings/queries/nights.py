"""Reading nights: how they are staffed, who stays, and what the young went on with."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from samskap.initiatives.models import Commitment
from samskap.meetings.models import Event, Night, NightHost, Stay
from samskap.meetings.rules import hosts_needed
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Staffing:
    """Whether enough adults are awake.

    young   who may still come: neither refused nor taken back
    waits   how many of them a guardian has yet to answer for
    hosts   adults who have signed up
    ready   of them, those who are awake and whose certificate somebody has seen
    needed  how many of those the night needs
    """

    young: int
    waits: int
    hosts: int
    ready: int
    needed: int

    @property
    def holds(self) -> bool:
        """Whether there are as many as the night needs."""
        return self.ready >= self.needed


def night_in(municipality: Municipality) -> "QuerySet[Night]":
    """Nights of a municipality with what their page shows."""
    nights: QuerySet[Night] = Night.objects.of(municipality)
    return nights.select_related(
        "event__initiative__account", "event__initiative__municipality", "event__giver__person"
    )


def staffing_of(night: Night) -> Staffing:
    """Count the young and the adults of a night; two questions."""
    stays = list(night.stays.values_list("age", "is_given", "withdrawn_at"))
    hosts = list(night.hosts.values_list("is_awake", "seen_at"))
    found = [Stay(age=age, is_given=given, withdrawn_at=back) for age, given, back in stays]
    young = sum(stay.holds or stay.is_waiting for stay in found)
    return Staffing(
        young=young,
        waits=sum(stay.is_waiting for stay in found),
        hosts=len(hosts),
        ready=sum(is_awake and seen_at is not None for is_awake, seen_at in hosts),
        needed=hosts_needed(
            young, persons_per_host=night.persons_per_host, hosts_least=night.hosts_least
        ),
    )


def places_on_paper(event: Event) -> int:
    """Count those who stay the night without an account: each takes a place of the event."""
    written: QuerySet[Stay] = Stay.objects.filter(night__event=event, person=None)
    return sum(stay.holds for stay in written)


def stays_of(night: Night) -> "QuerySet[Stay]":
    """Who stays, in the order in which they signed up."""
    stays: QuerySet[Stay] = Stay.objects.filter(night=night)
    return stays.select_related("person").order_by("at", "pk")


def hosts_of(night: Night) -> "QuerySet[NightHost]":
    """Who watches over a night."""
    hosts: QuerySet[NightHost] = NightHost.objects.filter(night=night)
    return hosts.select_related("person", "seen_by").order_by("at", "pk")


def stay_of(person: Person, night: Night) -> Stay | None:
    """Whether somebody stays a night, and what their guardian said."""
    return Stay.objects.filter(night=night, person=person).first()


def allowed_by(person: Person, night: Night) -> "QuerySet[Stay]":
    """For whom somebody answered as a guardian."""
    stays: QuerySet[Stay] = Stay.objects.filter(night=night, guardian=person)
    return stays.select_related("person").order_by("pk")


@dataclass(frozen=True, kw_only=True)
class Owners:
    """What came of a youth event: promises, and how many of them young people own.

    actions  promises that were made since it began, and that nobody was let off
    youth    of them, those that somebody owns who was there as one of the young
    owners   how many young people that is
    kept, late  of the young people’s promises, as the calendar says today
    """

    actions: int
    youth: int
    owners: int
    kept: int
    late: int


def owners_of(event: Event) -> Owners:
    """Say who owns what came of a youth event (R-063, SC-10); two questions."""
    promises: QuerySet[Commitment] = Commitment.objects.filter(
        initiative=event.initiative_id, offered_at__gte=event.starts_at
    ).filter(~Q(status=Commitment.Status.RELEASED))
    rows = list(promises.select_related("partner"))
    were_there = set(
        Stay.objects.filter(night__event=event, person__isnull=False).values_list(
            "person", flat=True
        )
    )
    theirs = [each for each in rows if each.partner.person_id in were_there]
    return Owners(
        actions=len(rows),
        youth=len(theirs),
        owners=len({each.partner.person_id for each in theirs}),
        kept=sum(each.status == Commitment.Status.KEPT for each in theirs),
        late=sum(each.is_late for each in theirs),
    )
