"""Minutes: draft, send, reply, answer a correction, approve. What was sent is kept as it was."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.meetings.actions.events import happened
from samskap.meetings.actions.holding import held
from samskap.meetings.errors.events import EventIsCalledOff, NotYet, NotYoursToHold
from samskap.meetings.errors.minutes import (
    AnswersNeedTime,
    CorrectionsWait,
    MinutesAreApproved,
    MinutesAreSent,
    NoMinutesYet,
    NoteWhoCame,
    NotWaitingForYou,
    TheyMayStillAnswer,
    YouWereNotThere,
)
from samskap.meetings.models import Event, Minutes, Reply
from samskap.meetings.permissions import may_approve, may_keep_minutes
from samskap.meetings.queries.minutes import due, newest_of
from samskap.meetings.queries.taking_part import those_who_came
from samskap.notices.actions import tell
from samskap.people.models import Person

BATCH = 200  # minutes; the next night goes on


def kept(event: Event, by: Person) -> Event:
    """Hold an event whose minutes somebody keeps. Refuses with NotYoursToHold."""
    event = held(event)
    if not may_keep_minutes(by, event):
        raise NotYoursToHold
    return event


def newest(event: Event) -> Minutes:
    """The newest version, which is not approved yet."""
    found = newest_of(event)
    if found is None:
        raise NoMinutesYet
    if found.is_approved:
        raise MinutesAreApproved
    return found


@transaction.atomic
def write_minutes(*, event: Event, by: Person, text: str) -> Minutes:
    """Write the draft anew; what was sent is kept, and the next version takes its place.

    Refuses with NotYoursToHold, EventIsCalledOff, NotYet or MinutesAreApproved.
    """
    event = kept(event, by)
    if event.is_cancelled:
        raise EventIsCalledOff
    if event.starts_at > timezone.now():
        raise NotYet
    before = newest_of(event)
    if before and before.is_approved:
        raise MinutesAreApproved
    if before and before.is_draft:
        before.text, before.written_by, before.written_at = text.strip(), by, timezone.now()
        before.save(update_fields=["text", "written_by", "written_at"])
        return before
    written: Minutes = Minutes.objects.create(
        municipality_id=event.municipality_id,
        event=event,
        number=before.number + 1 if before else 1,
        text=text.strip(),
        written_by=by,
    )
    return written


@transaction.atomic
def send_minutes(*, event: Event, by: Person, answer_by: date) -> Minutes:
    """Send the draft to those who came: they approve it or propose a correction before a day.

    Refuses with NotYoursToHold, NoMinutesYet, MinutesAreApproved, MinutesAreSent, NoteWhoCame or
    AnswersNeedTime.
    """
    event = kept(event, by)
    minutes = newest(event)
    if not minutes.is_draft:
        raise MinutesAreSent
    people = those_who_came(event)
    if not people:
        raise NoteWhoCame
    if answer_by <= timezone.localdate():
        raise AnswersNeedTime
    minutes.sent_at, minutes.answer_by = timezone.now(), answer_by
    minutes.save(update_fields=["sent_at", "answer_by"])
    for person in people:
        if person != by:
            tell(
                person=person,
                municipality=event.initiative.municipality,
                kind="meetings.minutes_sent",
                label=format_lazy(
                    _("The minutes of “{event}” wait for your yes."), event=event.title
                ),
                text=_("Read them, and approve them or say what should be put right."),
                path=address("meetings:minutes", event.pk),
            )
    happened("meetings.minutes_sent", event, by)
    return minutes


@transaction.atomic
def reply(*, event: Event, by: Person, correction: str = "") -> Reply:
    """Say yes to the minutes, or what should be put right; the last word counts.

    When everybody who came has said yes, the minutes are approved.

    Refuses with NoMinutesYet, MinutesAreApproved, NotWaitingForYou or YouWereNotThere.
    """
    event = held(event)
    minutes = newest(event)
    if minutes.is_draft:
        raise NotWaitingForYou
    if not may_approve(by, event):
        raise YouWereNotThere
    said: Reply = Reply.objects.update_or_create(
        minutes=minutes,
        person=by,
        defaults={
            "municipality_id": event.municipality_id,
            "correction": correction.strip(),
            "answer": "",
            "at": timezone.now(),
        },
    )[0]
    yes = {each.person_id for each in minutes.replies.all() if each.approves}
    if {person.pk for person in those_who_came(event)} <= yes:
        make_approved(minutes, event, by=None)
    elif correction.strip():
        tell_keepers(event, said, but=by)
    return said


def tell_keepers(event: Event, said: Reply, *, but: Person) -> None:
    """Tell those who keep the minutes that somebody proposes a correction."""
    secretary = getattr(getattr(event, "arrangement", None), "secretary", None)
    for person in {event.giver.person, secretary} - {but}:
        if person is None:
            continue
        tell(
            person=person,
            municipality=event.initiative.municipality,
            kind="meetings.correction_proposed",
            label=format_lazy(
                _("A correction to the minutes of “{event}” is proposed."), event=event.title
            ),
            text=said.correction,
            path=address("meetings:minutes", event.pk),
            names=but,
        )


@transaction.atomic
def answer_correction(*, reply: Reply, by: Person, answer: str) -> None:
    """Say why the minutes stay as they are; whoever proposed the correction hears it.

    Refuses with NotYoursToHold, NoMinutesYet, MinutesAreApproved or NotWaitingForYou.
    """
    event = kept(reply.minutes.event, by)
    minutes = newest(event)
    if reply.minutes_id != minutes.pk or not reply.correction:
        raise NotWaitingForYou
    reply.answer = answer.strip()
    reply.save(update_fields=["answer"])
    tell(
        person=reply.person,
        municipality=event.initiative.municipality,
        kind="meetings.correction_answered",
        label=format_lazy(
            _("Your correction to the minutes of “{event}” is answered."), event=event.title
        ),
        text=reply.answer,
        path=address("meetings:minutes", event.pk),
    )


@transaction.atomic
def approve_minutes(*, event: Event, by: Person | None) -> Minutes:
    """Call the minutes approved: everybody has answered, or the day is over, and nothing waits.

    by  None for the clock

    Refuses with NotYoursToHold, NoMinutesYet, MinutesAreApproved, NotWaitingForYou,
    CorrectionsWait or TheyMayStillAnswer.
    """
    event = kept(event, by) if by else held(event)
    minutes = newest(event)
    if minutes.is_draft or minutes.answer_by is None:
        raise NotWaitingForYou
    replies = list(minutes.replies.all())
    if any(each.is_open for each in replies):
        raise CorrectionsWait
    came = {person.pk for person in those_who_came(event)}
    is_over = minutes.answer_by < timezone.localdate()
    if not is_over and came - {each.person_id for each in replies}:
        raise TheyMayStillAnswer(day=date_format(minutes.answer_by))
    return make_approved(minutes, event, by=by)


def make_approved(minutes: Minutes, event: Event, *, by: Person | None) -> Minutes:
    """Write down that the minutes are approved, and tell those who came."""
    minutes.approved_at, minutes.approved_by = timezone.now(), by
    minutes.save(update_fields=["approved_at", "approved_by"])
    for person in those_who_came(event):
        if person != by:
            tell(
                person=person,
                municipality=event.initiative.municipality,
                kind="meetings.minutes_approved",
                label=format_lazy(_("The minutes of “{event}” are approved."), event=event.title),
                path=address("meetings:minutes", event.pk),
            )
    happened("meetings.minutes_approved", event, by)
    return minutes


def approve_due() -> int:
    """Approve the minutes whose day is over and to which nobody objects; say how many."""
    batch = list(due()[:BATCH])
    for minutes in batch:
        approve_minutes(event=minutes.event, by=None)
    return len(batch)
