"""The attendance alarm: it sounds when too few come, and somebody says what was done about it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.committees.actions.steps import locked
from samskap.committees.errors.attendance import SayWhatWasDone
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.models import Alarm, Committee
from samskap.committees.permissions import may_keep
from samskap.committees.queries.attendance import Meeting, at_work, meetings_held
from samskap.ledger import actions as ledger
from samskap.notices.actions import tell
from samskap.people.models import Person


def look_at_all() -> int:
    """Look at the attendance of every committee at work; say how many alarms sounded."""
    return sum(len(look_at(committee)) for committee in at_work())


@transaction.atomic
def look_at(committee: Committee) -> list[Alarm]:
    """Sound an alarm for each meeting to which fewer than 70 % came; the clock starts it.

    Each sounds once, however often somebody looks; the database sees to it. Older meetings that
    are well again by now sound none. Source: Svelvik 2018 (domain.md P-2).
    """
    sounded = []
    for meeting in meetings_held(committee):
        if not meeting.low or meeting.recovered_in is not None:
            continue
        alarm, is_new = Alarm.objects.get_or_create(
            committee=committee,
            event=meeting.event,
            defaults={"municipality": committee.municipality},
        )
        if is_new:
            sounded.append(alarm)
            _tell(committee, meeting)
            remember("committees.alarm", by=None, about=alarm, within=committee.initiative)
    return sounded


@transaction.atomic
def say_what_was_done(*, alarm: Alarm, by: Person, done: str, at: datetime | None = None) -> Alarm:
    """Write down what was done when too few came, for instance who was called.

    Refuses with NotYoursToKeep or SayWhatWasDone.
    """
    committee = locked(alarm.committee)
    if not may_keep(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    if not done.strip():
        raise SayWhatWasDone
    alarm = Alarm.objects.get(pk=alarm.pk)
    alarm.done, alarm.done_by, alarm.done_at = done.strip(), by, at or timezone.now()
    alarm.save(update_fields=["done", "done_by", "done_at"])
    remember(
        "committees.alarm_answered",
        by=by.pseudonym_key,
        about=alarm,
        within=committee.initiative,
    )
    ledger.touch(committee.initiative.account)
    return alarm


def _tell(committee: Committee, meeting: Meeting) -> None:
    """Tell the facilitator and the secretary; who was away stands on the page, and only there."""
    for person in {one for one in (committee.facilitator, committee.secretary) if one}:
        tell(
            person=person,
            municipality=committee.municipality,
            kind="committees.attendance",
            label=format_lazy(
                _("{came} of {asked} members came to “{meeting}” of “{committee}”."),
                came=meeting.everybody.came,
                asked=meeting.everybody.asked,
                meeting=meeting.event.title,
                committee=committee.title,
            ),
            text=_("Call those who were away, and ask what would make it easier to come."),
            path=f"{committee.get_absolute_url()}work/",
        )
