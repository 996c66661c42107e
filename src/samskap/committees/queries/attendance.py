"""Reading who comes to the meetings of a committee, and where too few came."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from samskap.committees.models import Alarm, Committee, Member, State
from samskap.committees.models.team import Role
from samskap.kernels.attendance import Presence, course_of
from samskap.meetings.models import Attendance, Event, GuestAttendance
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.models import Role as Office
from samskap.people.permissions import has_role

RESIDENTS, ALL = "residents", "all"
MEETINGS = (Event.Kind.MEETING, Event.Kind.WORKSHOP)
"""The events at which all members are expected."""


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """One meeting that was held, and how many of the members came.

    presence_of   of the residents among the members, and of all
    away          who sat in the committee that day and did not come
    low           the groups of which too few came
    recovered_in  the next meeting at which enough of each came
    """

    event: Event
    presence_of: dict[str, Presence]
    away: list[Member]
    low: list[str] = field(default_factory=list)
    alarm: Alarm | None = None
    recovered_in: Event | None = None

    @property
    def residents(self) -> Presence:
        """How many residents came."""
        return self.presence_of[RESIDENTS]

    @property
    def everybody(self) -> Presence:
        """How many members came."""
        return self.presence_of[ALL]


def meetings_held(committee: Committee) -> list[Meeting]:
    """The meetings of a committee at which attendance was written down, the first first.

    Whoever sat in the committee that day counts as asked, and as away unless it is written down
    that they came: whoever says nothing is missed, too. A member without an account counts where
    those who keep the minutes have written down whether they came. Five queries.
    """
    events = list(
        Event.objects.filter(
            initiative=committee.initiative_id,
            kind__in=MEETINGS,
            cancelled_at=None,
            starts_at__lte=timezone.now(),
        ).order_by("starts_at", "pk")
    )
    noted: dict[int, set[int]] = {}
    rows = Attendance.objects.filter(event__in=[event.pk for event in events])
    for event, person, came in rows.values_list("event", "person", "came"):
        noted.setdefault(event, set())
        if came:
            noted[event].add(person)
    guests = GuestAttendance.objects.filter(event__in=[event.pk for event in events])
    guests_of: dict[int, dict[int, bool]] = {}
    for event, giver, came in guests.values_list("event", "giver", "came"):
        guests_of.setdefault(event, {})[giver] = came
        noted.setdefault(event, set())
    members = list(
        committee.members.filter(is_substitute=False).select_related("person", "giver", "replaces")
    )
    alarm_of = {alarm.event_id: alarm for alarm in committee.alarms.select_related("done_by")}
    seats = {
        event.pk: [
            one
            for one in members
            if _sat_on(one, timezone.localdate(event.starts_at))
            and (one.person_id or one.giver_id in guests_of.get(event.pk, ()))
        ]
        for event in events
        if event.pk in noted
    }
    held = [event for event in events if seats.get(event.pk)]
    came_to = {
        event.pk: {
            one.pk
            for one in seats[event.pk]
            if one.person_id in noted[event.pk] or guests_of.get(event.pk, {}).get(one.giver_id)
        }
        for event in held
    }
    presence = [_presence_of(seats[event.pk], came_to[event.pk]) for event in held]
    course = course_of(presence)
    return [
        Meeting(
            event=event,
            presence_of=presence[number],
            away=[one for one in seats[event.pk] if one.pk not in came_to[event.pk]],
            low=course.low.get(number, []),
            alarm=alarm_of.get(event.pk),
            recovered_in=held[course.recovery_of[number]] if number in course.recovery_of else None,
        )
        for number, event in enumerate(held)
    ]


def _sat_on(member: Member, day: date) -> bool:
    """Whether somebody sat in the committee on a day; a substitute from when the seat was free."""
    taken_over = member.replaces.until if member.replaces else None
    since = max(member.since, taken_over or member.since)
    return since <= day and (member.until is None or day < member.until)


def _presence_of(members: list[Member], came: set[int]) -> dict[str, Presence]:
    """How many of each group came.

    came  keys of members
    """
    residents = [one for one in members if one.role == Role.RESIDENT]
    return {
        name: Presence(len(group), sum(one.pk in came for one in group))
        for name, group in ((RESIDENTS, residents), (ALL, members))
    }


def at_work() -> QuerySet[Committee]:
    """Committees that are at work, in all municipalities."""
    found: QuerySet[Committee] = Committee.objects.filter(state=State.WORKING)
    return found.select_related(
        "municipality", "initiative__account", "facilitator", "secretary"
    ).order_by("pk")


def alarms_for(person: Person, municipality: Municipality) -> QuerySet[Alarm]:
    """Alarms that nobody has written about, in committees that somebody keeps; the oldest first."""
    found = Alarm.objects.of(municipality).filter(done_at=None)
    if not has_role(person, municipality, Office.Name.FACILITATOR, Office.Name.ADMINISTRATOR):
        found = found.filter(Q(committee__facilitator=person) | Q(committee__secretary=person))
    return found.select_related("committee", "event").order_by("raised_at", "pk")
