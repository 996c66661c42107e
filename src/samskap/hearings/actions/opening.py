"""Opening a hearing, giving it more time, and closing it when its last day has passed."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.hearings.actions.planning import held, locked, required_kinds
from samskap.hearings.errors import (
    NotLonger,
    PapersAreMissing,
    RequiredAreMissing,
    SayHowElseToAnswer,
    SayHowTheYoungTakePart,
    SolutionIsLocked,
    TakesNoMore,
)
from samskap.hearings.models import Hearing, Recipient, State
from samskap.hearings.queries.deadlines import in_words, preset_of, set_days, today_in
from samskap.ledger import actions as ledger
from samskap.notices.actions import tell
from samskap.organisations.models import Membership
from samskap.people.models import Person


@transaction.atomic
def open_hearing(
    *, hearing: Hearing, by: Person, knows_it_is_late: bool = False, at: datetime | None = None
) -> Hearing:
    """Open a hearing today; everybody sees it, and those who are asked by name are told.

    Where the solution is locked, whoever opens it must say that they know: the ladder keeps such a
    hearing at rung 0 unless people were heard before (domain.md 4.1). A hearing that a law asks for
    opens even where answers to others are late; one of the municipality’s own does not.

    knows_it_is_late  whoever opens it has read that it cannot count as co-creation

    Refuses with NotYoursToSteward, NotNow, TakesNoMore, RequiredAreMissing, PapersAreMissing,
    SayHowElseToAnswer, SayHowTheYoungTakePart, TooShort, ClosesBeforeItOpens, SolutionIsLocked
    or AnswersAreOwed.
    """
    hearing = held(hearing, by, State.PLANNED)
    initiative, preset = hearing.initiative, preset_of(hearing)
    at = at or timezone.now()
    if not initiative.is_open:
        raise TakesNoMore(initiative=initiative.title)
    if missing := missing_kinds(hearing):
        raise RequiredAreMissing(names=", ".join(str(kind.label) for kind in missing))
    if preset.source and not hearing.papers.exists():
        raise PapersAreMissing
    if not hearing.answers_to.strip():
        raise SayHowElseToAnswer
    if preset.children and not hearing.young_secured.strip():
        raise SayHowTheYoungTakePart
    today = today_in(hearing.municipality, at)
    set_days(hearing, opens_on=today, closes_on=hearing.closes_on)
    if initiative.solution_locked_at and not knows_it_is_late:
        raise SolutionIsLocked
    if not preset.source:
        ledger.require_answers(initiative.account, on=today)
    hearing.state, hearing.opened_at = State.OPEN, at
    hearing.solution_locked_at = initiative.solution_locked_at
    hearing.save()
    hearing.recipients.filter(invited_on=None).update(invited_on=today)
    ledger.touch(initiative.account)
    remember("hearings.opened", by=by.pseudonym_key, about=hearing, within=initiative)
    _tell_those_asked(hearing, but=by)
    return hearing


def missing_kinds(hearing: Hearing) -> list[Recipient.Kind]:
    """Whom the law names and who is not on the list."""
    asked = set(hearing.recipients.values_list("kind", flat=True))
    return [Recipient.Kind(kind) for kind in required_kinds(hearing) if kind not in asked]


def _tell_those_asked(hearing: Hearing, *, but: Person) -> None:
    """Tell the members of organisations that are asked by name; others get a letter from staff."""
    asked = hearing.recipients.exclude(organisation=None).values("organisation")
    members = Membership.objects.filter(
        organisation__in=asked, ended_at=None, person__is_active=True
    )
    label = format_lazy(
        _("You are asked in the hearing “{title}”. The last day is {day}."),
        title=hearing.title,
        day=in_words(hearing.closes_on),
    )
    text = format_lazy(
        _("Answer on the page of the hearing, or in another way: {ways}"),
        ways=", ".join(hearing.answers_to.split("\n")),
    )
    told = {member.person_id: member.person for member in members.select_related("person")}
    for person in told.values():
        if person.pk != but.pk:
            tell(
                person=person,
                municipality=hearing.municipality,
                kind="hearings.asked",
                label=label,
                text=text,
                path=hearing.get_absolute_url(),
            )


@transaction.atomic
def extend(*, hearing: Hearing, closes_on: date, by: Person) -> Hearing:
    """Give people more time; a hearing is never made shorter.

    What came after the old last day, and before the clock had closed it, is late no more.

    Refuses with NotYoursToSteward, NotNow or NotLonger.
    """
    hearing = held(hearing, by, State.OPEN)
    before = hearing.closes_on
    if closes_on <= before:
        raise NotLonger(day=date_format(before))
    set_days(hearing, opens_on=hearing.opens_on, closes_on=closes_on)
    hearing.save(update_fields=["opens_on", "closes_on", "law_closes_on", "law_moved_by"])
    hearing.statements.filter(received_on__lte=hearing.closes_on).update(is_late=False)
    ledger.touch(hearing.initiative.account)
    remember("hearings.extended", by=by.pseudonym_key, about=hearing, within=hearing.initiative)
    return hearing


def close_due(now: datetime | None = None) -> int:
    """Close hearings whose last day has passed where they are held; by the clock."""
    now = now or timezone.now()
    closed = 0
    waits = Hearing.objects.filter(state=State.OPEN, closes_on__lte=timezone.localdate(now))
    for each in waits.select_related("municipality"):
        with transaction.atomic():
            hearing = locked(each)
            is_over = hearing.closes_on < today_in(hearing.municipality, now)
            if hearing.state == State.OPEN and is_over:
                close(hearing, at=now)
                closed += 1
    return closed


def close(hearing: Hearing, *, at: datetime) -> None:
    """Close a hearing that is held; what was answered already counts."""
    hearing.state, hearing.closed_at = State.CLOSED, at
    hearing.save(update_fields=["state", "closed_at"])
    remember("hearings.closed", by=None, about=hearing, within=hearing.initiative)
    settle_state(hearing)


def settle_state(hearing: Hearing) -> None:
    """Let a hearing that is over stand where its answers put it; the row is held."""
    if hearing.state in (State.CLOSED, State.ANSWERING, State.ANSWERED):
        theirs = hearing.statements.filter(withdrawn_at=None)
        if not theirs.filter(answer=None).exists():
            now = State.ANSWERED
        elif theirs.exclude(answer=None).exists():
            now = State.ANSWERING
        else:
            now = State.CLOSED
        if now != hearing.state:
            hearing.state = now
            hearing.save(update_fields=["state"])
    ledger.touch(hearing.initiative.account)
