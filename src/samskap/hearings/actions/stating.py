"""Saying something in a hearing: on the web, or written down for whoever wrote, called or came."""

from datetime import date, datetime, time
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from samskap.base.memory import remember
from samskap.hearings.actions.forgetting import let_go_of_words
from samskap.hearings.actions.opening import settle_state
from samskap.hearings.actions.planning import locked
from samskap.hearings.errors import (
    CameBeforeItOpened,
    CannotBeChanged,
    NameTheLaw,
    NotTakingIn,
    NotYoursToChange,
    NotYoursToSteward,
)
from samskap.hearings.models import Hearing, HearingStatement, Recipient
from samskap.hearings.permissions import gave_it, may_steward
from samskap.hearings.queries.deadlines import today_in
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Phase, Side, Standing
from samskap.people.models import Person

Way, Access = HearingStatement.Way, HearingStatement.Access
MIDDAY = time(12)


@transaction.atomic
def state(
    *,
    hearing: Hearing,
    hand: Hand,
    text: str,
    language: str,
    way: str = Way.WEB,
    received_on: date | None = None,
    recipient: Recipient | None = None,
    attachment: ContentFile[bytes] | None = None,
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> HearingStatement:
    """Take a statement in, give it a number, and write it into the ledger.

    What comes after the last day is taken in and flagged as late. An answer is promised as many
    days after the last day as the municipality promises for everything.

    received_on  the day it came in, where it is written down later
    recipient    which of those asked by name it comes from; found by the organisation otherwise
    public_id    chosen by the form, so that a button pressed twice says it once

    Refuses with SignInNeeded, StrongerSignInNeeded, NotYoursToSteward, NotTakingIn,
    CameBeforeItOpened or TheFutureIsNotGivenYet.
    """
    hand.require_level("hearings.state")
    if hand.entered_on_behalf and not may_steward(hand.by, hearing):
        raise NotYoursToSteward
    hand.party  # noqa: B018 - asked for now, and not while others wait
    hearing = locked(hearing)  # numbers follow each other
    if not hearing.takes_in:
        raise NotTakingIn
    before: HearingStatement | None = hearing.statements.filter(
        public_id=public_id or uuid4()
    ).first()
    if before is not None and (hand.entered_on_behalf or before.contribution.giver == hand.giver):
        return before
    day = received_on or today_in(hearing.municipality, at)
    if day < hearing.opens_on:
        raise CameBeforeItOpened(day=date_format(hearing.opens_on))
    moment = at or _moment_of(hearing, day)
    highest: int | None = hearing.statements.aggregate(number=Max("number"))["number"]
    number = (highest or 0) + 1
    initiative = hearing.initiative
    given = ledger.give(
        account=initiative.account,
        hand=hand,
        phase=_phase_of(initiative),
        kind="statement",
        is_independent=False,
        caption=_caption(hearing, number),
        is_input=hand.side == Side.NON_PUBLIC,  # nobody owes the municipality an answer
        answer_days=initiative.municipality.answer_days + max((hearing.closes_on - day).days, 0),
        at=moment,
    )
    statement = HearingStatement(
        municipality=hearing.municipality,
        hearing=hearing,
        contribution=given,
        public_id=public_id if public_id and before is None else uuid4(),
        number=number,
        recipient=recipient or _asked_by_name(hearing, hand),
        text=text.strip(),
        language=language,
        way=way,
        received_on=day,
        is_late=day > hearing.closes_on,
    )
    if attachment is not None:
        statement.attachment.save(attachment.name or "attachment", attachment, save=False)
    statement.save(force_insert=True)
    ledger.lead_to(given, statement.get_absolute_url())
    remember(
        "hearings.statement_given", by=hand.by.pseudonym_key, about=statement, within=initiative
    )
    settle_state(hearing)
    return statement


def _phase_of(initiative: Initiative) -> str:
    """The phase that people speak to: a hearing asks about the problem or about the solution.

    That is so however late it comes; carrying it out and driving it is not what they are asked for.
    """
    return Phase.DEFINE if initiative.phase == Phase.DEFINE else Phase.DESIGN


def _moment_of(hearing: Hearing, day: date) -> datetime | None:
    """Noon of a day, but not before it opened; None, which means now, for today."""
    if day == today_in(hearing.municipality):
        return None
    noon = _noon(hearing, day)
    return max(noon, hearing.opened_at or noon)


def _noon(hearing: Hearing, day: date) -> datetime:
    """The middle of a civil day where the hearing is held."""
    return datetime.combine(day, MIDDAY, ZoneInfo(hearing.municipality.preset.time_zone))


def _caption(hearing: Hearing, number: int) -> str:
    """What the ledger calls a statement, in the language of the hearing."""
    with override(hearing.language):
        words = format_lazy(_("Statement {number}: {title}"), number=number, title=hearing.title)
        return str(words)


def _asked_by_name(hearing: Hearing, hand: Hand) -> Recipient | None:
    """The recipient that a hand speaks for; None where it speaks for nobody who was asked."""
    if hand.speaking_for is None:
        return None
    return hearing.recipients.filter(organisation=hand.speaking_for).first()


@transaction.atomic
def change_statement(*, statement: HearingStatement, text: str, by: Person) -> HearingStatement:
    """Change one’s own words, until the last day and until they are answered.

    Refuses with NotYoursToChange or CannotBeChanged.
    """
    hearing, statement = _own(statement, by)
    if not can_be_changed(statement, hearing):
        raise CannotBeChanged
    statement.text, statement.changed_at = text.strip(), timezone.now()
    statement.save(update_fields=["text", "changed_at"])
    remember(
        "hearings.statement_changed",
        by=by.pseudonym_key,
        about=statement,
        within=hearing.initiative,
    )
    ledger.touch(hearing.initiative.account)
    return statement


def can_be_changed(statement: HearingStatement, hearing: Hearing) -> bool:
    """Whether the words of a statement can be changed by whoever gave it."""
    is_in_time = today_in(hearing.municipality) <= hearing.closes_on
    return is_in_time and statement.answer_id is None and statement.withdrawn_at is None


@transaction.atomic
def withdraw_statement(*, statement: HearingStatement, by: Person) -> None:
    """Take one’s own statement back, as long as it can be changed: the words go, the number stays.

    Refuses with NotYoursToChange or CannotBeChanged.
    """
    hearing, statement = _own(statement, by)
    if not can_be_changed(statement, hearing):
        raise CannotBeChanged
    ledger.withdraw(contribution=statement.contribution, by=by)
    statement.withdrawn_at, statement.open_text = timezone.now(), ""
    statement.save(update_fields=["withdrawn_at", "open_text"])
    let_go_of_words(statement)
    Standing.objects.filter(pk=statement.contribution_id).update(caption="")
    remember(
        "hearings.statement_withdrawn",
        by=by.pseudonym_key,
        about=statement,
        within=hearing.initiative,
    )
    settle_state(hearing)


def _own(statement: HearingStatement, by: Person) -> tuple[Hearing, HearingStatement]:
    """Hold a statement and its hearing for whoever gave it. Refuses with NotYoursToChange."""
    if not gave_it(by, statement):
        raise NotYoursToChange
    hearing = locked(statement.hearing)
    now = hearing.statements.select_related("contribution__giver", "contribution__account")
    return hearing, now.get(pk=statement.pk)


@transaction.atomic
def withhold(
    *, statement: HearingStatement, basis: str, open_text: str = "", by: Person
) -> HearingStatement:
    """Keep a statement from others by law; it counts and is answered all the same.

    basis      the law and paragraph, which everybody reads; an empty one opens it again
    open_text  what everybody may read of it

    A public document is open unless a law says otherwise, and then the law is named (offentleglova
    §§ 3, 13 and 31; in Denmark offentlighedsloven).

    Refuses with NotYoursToSteward or NameTheLaw.
    """
    hearing = statement.hearing
    if not may_steward(by, hearing):
        raise NotYoursToSteward
    if open_text.strip() and not basis.strip():
        raise NameTheLaw
    statement.access = Access.WITHHELD if basis.strip() else Access.OPEN
    statement.basis, statement.open_text = basis.strip(), open_text.strip()
    statement.withheld_by = by if basis.strip() else None
    statement.save(update_fields=["access", "basis", "open_text", "withheld_by"])
    ledger.tell_who_gave(statement.contribution, is_told=not basis.strip())
    remember("hearings.access_set", by=by.pseudonym_key, about=statement, within=hearing.initiative)
    return statement
