"""Staying the night: the young sign up, and a guardian says yes by link, signed in or on paper."""

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samskap.base.mail import send_mail_later
from samskap.base.memory import remember
from samskap.meetings.actions.coming import come, stay_away
from samskap.meetings.actions.holding import held
from samskap.meetings.actions.line import has_room, move_up
from samskap.meetings.actions.nights import must_be_to_come
from samskap.meetings.errors.events import EventIsFull
from samskap.meetings.errors.nights import (
    AskYourGuardian,
    CannotDoBoth,
    GuardianSaidNo,
    NobodyToCall,
    NotOfThisAge,
    NotYourOwnYes,
    NotYoursToKeep,
)
from samskap.meetings.models import Night, Stay
from samskap.meetings.permissions import may_keep_night
from samskap.meetings.words import said
from samskap.municipalities.queries import address_of
from samskap.people.models import Person
from samskap.people.models.person import OF_AGE


@transaction.atomic
def stay_the_night(
    *,
    night: Night,
    by: Person,
    age: int,
    guardian_email: str = "",
    contact_name: str = "",
    contact_phone: str = "",
    must_know: str = "",
) -> Stay:
    """Sign up to stay the night; whoever is under 18 has a guardian asked by letter.

    Whoever is older says themselves whom to call. A second time changes what was said, and asks
    anew where the address is another. Nobody grows of age by saying it again, and what a guardian
    has answered is theirs: neither their no nor what they wrote is changed here.

    Refuses with SignInNeeded, StrongerSignInNeeded, EventIsCalledOff, EventIsOver, EventIsFull,
    GuardianSaidNo, NotOfThisAge, AskYourGuardian, NobodyToCall or CannotDoBoth.
    """
    event = held(night.event)
    must_be_to_come(event)
    told = by.age_on(timezone.localdate(event.starts_at))
    age = age if told is None else told
    known = Stay.objects.filter(night=night, person=by).first()
    if known and known.is_refused:
        raise GuardianSaidNo
    asked = known is not None and known.needs_leave
    answered = known is not None and known.is_answered
    if known and asked:
        age = min(age, known.age)
    email = guardian_email.strip()
    _must_be_of_age(night, age)
    if night.hosts.filter(person=by).exists():
        raise CannotDoBoth
    if age < OF_AGE and (email.lower() == by.email or not (email or asked)):
        raise AskYourGuardian
    if age >= OF_AGE and not (contact_name.strip() and contact_phone.strip()):
        raise NobodyToCall
    come(event=event, by=by)
    is_new_address = (
        bool(email) and not answered and (known is None or known.guardian_email != email)
    )
    facts = {
        "age": age,
        **({} if answered else {"must_know": must_know.strip()}),
        **({"guardian_email": email} if is_new_address else {}),
        **(
            {"contact_name": contact_name.strip(), "contact_phone": contact_phone.strip()}
            if contact_phone.strip() and not answered
            else {}
        ),
    }
    stay: Stay = Stay.objects.update_or_create(
        night=night, person=by, defaults={"municipality_id": night.municipality_id, **facts}
    )[0]
    if stay.is_waiting and is_new_address:
        _ask(stay)
    remember("meetings.stay_asked", by=by.pseudonym_key, about=stay, within=event.initiative)
    return stay


def _must_be_of_age(night: Night, age: int) -> None:
    """Refuse whoever the night is not for."""
    if not night.age_least <= age <= night.age_most:
        raise NotOfThisAge(least=night.age_least, most=night.age_most)


@transaction.atomic
def leave_the_night(*, night: Night, by: Person) -> None:
    """Stay at home after all; all that was said goes, except for a guardian’s no."""
    event = held(night.event)
    if Stay.objects.filter(night=night, person=by).exists():
        stay_away(event=event, by=by)


@transaction.atomic
def answer_as_guardian(
    *,
    stay: Stay,
    is_given: bool,
    by: Person | None = None,
    contact_name: str = "",
    contact_phone: str = "",
    must_know: str = "",
) -> Stay:
    """Say yes or no as whoever has the link; a yes names whom to call. It can be given anew.

    by  the guardian’s account, where they are signed in

    Refuses with EventIsCalledOff, EventIsOver, NotYourOwnYes or NobodyToCall.
    """
    event = held(stay.night.event)
    stay = _held(stay)
    must_be_to_come(event)
    if by is not None and by.pk == stay.person_id:
        raise NotYourOwnYes
    if is_given and not (contact_name.strip() and contact_phone.strip()):
        raise NobodyToCall
    stay.guardian, stay.came_by = by, Stay.Came.ACCOUNT if by else Stay.Came.LINK
    if is_given:
        stay.contact_name, stay.contact_phone = contact_name.strip(), contact_phone.strip()
        stay.must_know = must_know.strip() or stay.must_know
    _answered(stay, is_given, by)
    move_up(event)  # after a no a place on paper may be free
    return stay


@transaction.atomic
def take_yes_back(*, stay: Stay, by: Person | None = None) -> Stay:
    """Take a yes back, as whoever has the link; whom to call goes with it.

    It is as easy as giving it (GDPR art. 7(3)).

    Refuses with EventIsCalledOff or EventIsOver.
    """
    event = held(stay.night.event)
    stay = _held(stay)
    must_be_to_come(event)
    stay.withdrawn_at = timezone.now()
    stay.contact_name = stay.contact_phone = stay.must_know = ""
    stay.save()
    move_up(event)  # a place on paper may be free now
    _remember("meetings.yes_taken_back", stay, by)
    return stay


@transaction.atomic
def write_down_stay(
    *,
    night: Night,
    by: Person,
    name: str,
    age: int,
    contact_name: str,
    contact_phone: str,
    must_know: str = "",
) -> Stay:
    """Write down a young person without an account, whose guardian said yes on paper.

    Refuses with NotYoursToKeep, EventIsCalledOff, EventIsOver, EventIsFull, NotOfThisAge or
    NobodyToCall.
    """
    event = held(night.event)
    if not may_keep_night(by, event):
        raise NotYoursToKeep
    must_be_to_come(event)
    _must_be_of_age(night, age)
    if not (contact_name.strip() and contact_phone.strip()):
        raise NobodyToCall
    if not has_room(event):
        raise EventIsFull(event=event.title)
    stay = Stay(
        municipality_id=night.municipality_id,
        night=night,
        name=name.strip(),
        age=age,
        contact_name=contact_name.strip(),
        contact_phone=contact_phone.strip(),
        must_know=must_know.strip(),
        came_by=Stay.Came.PAPER,
        seen_by=by,
    )
    return _answered(stay, True, by)


@transaction.atomic
def write_down_yes(
    *, stay: Stay, by: Person, contact_name: str, contact_phone: str, must_know: str = ""
) -> Stay:
    """Write down that one has seen a guardian’s yes on paper.

    Refuses with NotYoursToKeep, EventIsCalledOff, EventIsOver or NobodyToCall.
    """
    stay = _held(stay)
    event = stay.night.event
    if not may_keep_night(by, event):
        raise NotYoursToKeep
    must_be_to_come(event)
    if not (contact_name.strip() and contact_phone.strip()):
        raise NobodyToCall
    stay.came_by, stay.seen_by = Stay.Came.PAPER, by
    stay.contact_name, stay.contact_phone = contact_name.strip(), contact_phone.strip()
    stay.must_know = must_know.strip() or stay.must_know
    return _answered(stay, True, by)


def _held(stay: Stay) -> Stay:
    """Let whoever presses second wait here, and see how things stand then."""
    rows = Stay.objects.select_for_update(of=("self",))
    found: Stay = rows.select_related(
        "night__event__initiative__municipality", "municipality", "person"
    ).get(pk=stay.pk)
    return found


def _answered(stay: Stay, is_given: bool, by: Person | None) -> Stay:
    """Keep an answer; the address that was asked has done its work."""
    stay.is_given, stay.answered_at = is_given, timezone.now()
    stay.withdrawn_at, stay.guardian_email = None, ""
    stay.save()
    _remember("meetings.guardian_answered", stay, by)
    return stay


def _remember(what: str, stay: Stay, by: Person | None) -> None:
    """Remember it; nobody is named who has no account."""
    key = by.pseudonym_key if by else None
    remember(what, by=key, about=stay, within=stay.night.event.initiative)


def _ask(stay: Stay) -> None:
    """Write to the guardian, in the language of the young person’s home."""
    event, here = stay.night.event, stay.night.event.initiative.municipality
    child = stay.person
    with translation.override(child.language_in(here) if child else here.default_language):
        facts = {
            "child": stay.shown_name,
            "municipality": here.name,
            "event": event.title,
            "when": said(event),
            "place": event.place,
            "says": stay.night.says,
            "link": address_of(here) + reverse("meetings:guardian", args=[stay.key]),
        }
        send_mail_later(
            to=stay.guardian_email,
            subject=_("%(child)s would like to stay the night") % facts,
            text=render_to_string("meetings/mail/guardian.txt", facts).strip() + "\n",
        )
