"""Changing the ledger: give, settle, adopt, withdraw.

These are the inner actions. Whoever calls them (an idea, a decision, an hour of work) has asked
leave with its own `may_…` and stands in a transaction of its own.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import groupby
from operator import attrgetter

from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.modules import announced
from samskap.base.prepared import Prepared, insert
from samskap.kernels.ladder import units_of
from samskap.ledger.chain import hash_of
from samskap.ledger.errors import (
    AnsweredBeforeItWasGiven,
    AnswersAreOwed,
    FateDoesNotGoBack,
    NewDayIsNotLater,
    NothingIsWaiting,
    NotYours,
    ReasonIsMissing,
    TheFutureIsNotGivenYet,
    WithdrawItWhereItStands,
)
from samskap.ledger.hands import Hand
from samskap.ledger.models import (
    ANSWERS,
    Account,
    Adoption,
    Beneficiary,
    Contribution,
    Fate,
    FateStatus,
    Giver,
    Party,
    PhaseSum,
    Side,
    Standing,
    Sum,
)
from samskap.ledger.permissions import may_withdraw
from samskap.ledger.queries import counts_no_more_withdrawn, late_answers
from samskap.municipalities.models import Municipality
from samskap.notices.actions import tell
from samskap.people.models import Person

ANSWERED_IN_TIME = timedelta(days=30)  # domain.md 4.1: R is the share answered within 30 days
LONGEST_WAIT = timedelta(days=60)  # from now, when an answer is put off
CLOSED = ANSWERS  # its way ends there (kernels.answers)
IN_USE = frozenset({FateStatus.USED, FateStatus.PARTLY_USED})
WORDS = {
    FateStatus.READ: _("“{caption}” has been read."),
    FateStatus.USED: _("“{caption}” is being used."),
    FateStatus.PARTLY_USED: _("A part of “{caption}” is being used."),
    FateStatus.NOT_USED: _("“{caption}” is not being used. You can read why."),
    FateStatus.FORWARDED: _("“{caption}” has been passed on."),
}


held_account = Prepared(lambda key: Account.objects.select_for_update().filter(pk=key), key=int)
LAST_ROW = """
    UPDATE ledger_account SET rows = %s, last_hash = %s, version = version + 1 WHERE id = %s
"""
WHERE_IT_IS_READ = "UPDATE ledger_standing SET path = %s WHERE contribution_id = %s"
# What happens to a sum, or a party, that is there already.
GROWN_SUM = """
    ON CONFLICT (account_id, phase, side, actor_kind, kind, is_independent, beneficiary, is_input)
    DO UPDATE SET rows = ledger_sum.rows + excluded.rows, units = ledger_sum.units + excluded.units,
    first_at =
    CASE WHEN excluded.first_at < ledger_sum.first_at THEN excluded.first_at
    ELSE ledger_sum.first_at END
"""
MORE_INPUTS = """
    ON CONFLICT (account_id, phase)
    DO UPDATE SET inputs = ledger_phasesum.inputs + excluded.inputs
"""
# Rows that are alike in all of these make one sum.
SORT_NAMES = (
    *("phase", "side", "actor_kind", "kind"),
    *("is_independent", "beneficiary", "is_input"),
)
SORT = attrgetter(*SORT_NAMES)
AS_IT_WAS = "ON CONFLICT DO NOTHING"


def open_account(*, municipality: Municipality) -> Account:
    """Open an empty account for a new initiative."""
    return Account.objects.create(municipality=municipality)


def lock(account_id: int) -> Account:
    """Hold an account until the transaction ends, so that its rows come one after another."""
    account: Account | None = held_account.first(key=account_id)
    if account is None:
        raise Account.DoesNotExist
    return account


def touch(account: Account) -> None:
    """Count one more thing that happened, so that pages made before know they are old."""
    Account.objects.filter(pk=account.pk).update(version=F("version") + 1)


@transaction.atomic(savepoint=False)  # whoever calls stands in a transaction already
def give(
    *,
    account: Account,
    hand: Hand,
    phase: str,
    kind: str,
    amount: Decimal | int | None = None,
    is_independent: bool = True,
    beneficiary: str = Beneficiary.COMMUNITY,
    caption: str = "",
    path: str = "",
    is_input: bool = False,
    answer_days: int = 30,
    at: datetime | None = None,
    is_held: bool = False,
) -> Contribution:
    """Write one row of the ledger, and what stands beside it.

    amount       pieces, hours, NOK, days or sessions, as `kernels.ladder.units_of` counts them
    answer_days  for an input: how many days until an answer is promised
    at           when it was given; now, unless somebody writes down what was given before
    is_held      the account was locked and read in this transaction, and is as it was

    Refuses with TheFutureIsNotGivenYet.
    """
    at = _moment_of(at)
    party = hand.party  # asked for before anybody has to wait
    if not is_held:
        account = lock(account.pk)
    row = _row_of(
        account,
        hand,
        number=account.rows + 1,
        before=account.last_hash,
        at=at,
        phase=phase,
        party=party,
        kind=kind,
        amount=amount,
        is_independent=is_independent,
        beneficiary=beneficiary,
        is_input=is_input,
    )
    insert(row)
    insert(_standing_of(row, hand, caption=caption, path=path, answer_days=answer_days))
    add_to_sums([row])
    _close_with(row)
    return row


@transaction.atomic(savepoint=False)
def give_alike(
    *,
    account: Account,
    hands: Sequence[Hand],
    phase: str,
    kind: str,
    amount: Decimal | int | None = None,
    is_independent: bool = True,
    caption: str = "",
    path: str = "",
    at: datetime | None = None,
) -> list[Contribution]:
    """Write a row for each of several hands that give the same, as `give` does, all at once.

    It takes as few statements for a list of names as for one of them. No answer is asked for.

    Refuses with TheFutureIsNotGivenYet.
    """
    at = _moment_of(at)
    parties = [hand.party for hand in hands]  # asked for before anybody has to wait
    account = lock(account.pk)
    rows: list[Contribution] = []
    before = account.last_hash
    for number, (hand, party) in enumerate(zip(hands, parties, strict=True), account.rows + 1):
        row = _row_of(
            account,
            hand,
            number=number,
            before=before,
            at=at,
            phase=phase,
            party=party,
            kind=kind,
            amount=amount,
            is_independent=is_independent,
            beneficiary=Beneficiary.COMMUNITY,
            is_input=False,
        )
        before = row.hash
        rows.append(row)
    Contribution.objects.bulk_create(rows)
    Standing.objects.bulk_create(
        _standing_of(row, hand, caption=caption, path=path)
        for row, hand in zip(rows, hands, strict=True)
    )
    add_to_sums(rows)
    if rows:
        _close_with(rows[-1])
    return rows


def _moment_of(at: datetime | None) -> datetime:
    """When something was given; now where nobody says. Refuses with TheFutureIsNotGivenYet."""
    now = timezone.now()
    if at and at > now:
        raise TheFutureIsNotGivenYet
    return at or now


def _row_of(
    account: Account,
    hand: Hand,
    *,
    number: int,
    before: str,
    at: datetime,
    phase: str,
    party: str,
    kind: str,
    amount: Decimal | int | None,
    is_independent: bool,
    beneficiary: str,
    is_input: bool,
) -> Contribution:
    """Make the next row of an account, chained to the one before; it is not written yet."""
    row = Contribution(
        municipality_id=account.municipality_id,
        account=account,
        number=number,
        at=at,
        phase=phase,
        side=hand.side,
        actor_kind=hand.actor_kind,
        giver=hand.giver,
        speaking_for=hand.speaking_for,
        party=party,
        kind=kind,
        amount=amount,
        units=units_of(kind, 1 if amount is None else amount),
        is_independent=is_independent,
        beneficiary=beneficiary,
        is_input=is_input,
        channel=hand.channel,
        entered_on_behalf=hand.entered_on_behalf,
    )
    row.hash = hash_of(row, before=before)
    return row


def _standing_of(
    row: Contribution, hand: Hand, *, caption: str, path: str, answer_days: int = 0
) -> Standing:
    """Make what stands beside a row."""
    due_on = timezone.localdate(row.at) + timedelta(days=answer_days) if row.is_input else None
    return Standing(
        municipality_id=row.municipality_id,
        contribution=row,
        account=row.account,
        caption=caption[:200],
        path=path,
        answer_due_on=due_on,
        entered_by=hand.by if hand.entered_on_behalf else None,
    )


def _close_with(row: Contribution) -> None:
    """Let an account end with a row, the last that was written."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_ROW, [row.number, row.hash, row.account_id])


def lead_to(row: Contribution, path: str) -> None:
    """Say where a contribution is read, once there is a page for it."""
    row.standing.path = path
    with connection.cursor() as cursor:
        cursor.execute(WHERE_IT_IS_READ, [path, row.pk])


def add_to_sums(rows: Sequence[Contribution]) -> None:
    """Keep the running sums of an account true; rows of one sort, which follow each other, once."""
    for _sort, of_one_sort in groupby(rows, SORT):
        alike = list(of_one_sort)
        first = alike[0]
        of_its_sort = Sum(
            account_id=first.account_id,
            phase=first.phase,
            side=first.side,
            actor_kind=first.actor_kind,
            kind=first.kind,
            is_independent=first.is_independent,
            beneficiary=first.beneficiary,
            is_input=first.is_input,
            rows=len(alike),
            units=sum(row.units for row in alike),
            first_at=min(row.at for row in alike),
        )
        insert(of_its_sort, otherwise=GROWN_SUM)
        if is_counted_input(first):
            asked = PhaseSum(account_id=first.account_id, phase=first.phase, inputs=len(alike))
            insert(asked, otherwise=MORE_INPUTS)
    for row in rows:
        if row.is_independent and row.units > 0:
            party = Party(account_id=row.account_id, key=row.party, side=row.side, first_at=row.at)
            insert(party, otherwise=AS_IT_WAS)


def take_from_sums(row: Contribution) -> None:
    """Let a row count no more, though it stays."""
    sort = {name: getattr(row, name) for name in SORT_NAMES}
    Sum.objects.filter(account=row.account_id, **sort).update(
        rows=F("rows") - 1, units=F("units") - row.units
    )


def is_counted_input(row: Contribution) -> bool:
    """Whether the answers to it count in the figures: those owed to the non-public side."""
    return row.is_input and row.side == Side.NON_PUBLIC


def change_phase_sum(account_id: int, phase: str, **changes: int) -> None:
    """Add to (or take from) what is counted about the inputs of one phase."""
    changes = {name: by for name, by in changes.items() if by}
    sums = PhaseSum.objects.filter(account_id=account_id, phase=phase)
    if changes and not sums.update(**{name: F(name) + by for name, by in changes.items()}):
        PhaseSum.objects.create(account_id=account_id, phase=phase, **changes)


def count_days_to_answer(contribution: Contribution, days: int) -> None:
    """Remember how long a first answer took; the account is held, so nobody counts beside us."""
    sums = PhaseSum.objects.get(account=contribution.account_id, phase=contribution.phase)
    sums.answers_by_days[str(days)] = sums.answers_by_days.get(str(days), 0) + 1
    sums.save(update_fields=["answers_by_days"])


@transaction.atomic
def settle(
    *,
    contribution: Contribution,
    status: str,
    by: Person | None,
    reason: str = "",
    decision_key: str = "",
    side: str = Side.PUBLIC,
    at: datetime | None = None,
    parts_too: bool = True,
) -> Fate:
    """Say what became of a contribution, and of what goes on as a part of it; tell the givers.

    side   of whoever says so: what residents tell each other by themselves is an answer to its
           giver, and none of the public side (decision 83)

    Refuses with AnsweredBeforeItWasGiven, ReasonIsMissing or FateDoesNotGoBack.
    """
    at = at or timezone.now()
    lock(contribution.account_id)
    standing = Standing.objects.get(pk=contribution.pk)
    if at < contribution.at:
        raise AnsweredBeforeItWasGiven
    if status == FateStatus.NOT_USED and not reason.strip():
        raise ReasonIsMissing
    if status not in ANSWERS and standing.answered_at and status != FateStatus.WITHDRAWN:
        raise FateDoesNotGoBack

    fate = Fate.objects.create(
        municipality_id=contribution.municipality_id,
        contribution=contribution,
        status=status,
        reason=reason,
        decision_key=decision_key,
        side=side,
        by=by,
        at=at,
    )
    is_in_time = at - contribution.at <= ANSWERED_IN_TIME
    is_first_answer = status in ANSWERS and standing.answered_at is None
    is_first_of_public = (
        status in ANSWERS and side == Side.PUBLIC and standing.publicly_answered_at is None
    )
    if is_counted_input(contribution):
        change_phase_sum(
            contribution.account_id,
            contribution.phase,
            answered=int(is_first_answer),
            answered_in_30_days=int(is_first_answer and is_in_time),
            publicly_answered_in_30_days=int(is_first_of_public and is_in_time),
            closed=int(status in CLOSED) - int(standing.status in CLOSED),
            used=int(status in IN_USE) - int(standing.status in IN_USE),
        )
        if is_first_answer:
            count_days_to_answer(contribution, (at - contribution.at).days)
    if status == FateStatus.WITHDRAWN != standing.status and counts_no_more_withdrawn(contribution):
        take_from_sums(contribution)
    standing.status, standing.reason = status, reason
    if is_first_of_public:
        standing.publicly_answered_at = at
    if is_first_answer:
        standing.answered_at = at
    elif status == FateStatus.WITHDRAWN and standing.answered_at is None:
        standing.answer_due_on = None  # nobody waits any more
    standing.save(
        update_fields=[
            "status", "reason", "answered_at", "publicly_answered_at", "answer_due_on"
        ]
    )  # fmt: skip
    touch(contribution.account)
    tell_the_giver(standing, status)
    if parts_too and status != FateStatus.WITHDRAWN:  # each giver takes back their own
        for part in parts_of(contribution):
            if status in ANSWERS or part.standing.answered_at is None:
                settle(
                    contribution=part,
                    status=status,
                    by=by,
                    reason=reason,
                    decision_key=decision_key,
                    side=side,
                    at=max(at, part.at),
                )
    return fate


def parts_of(contribution: Contribution) -> list[Contribution]:
    """What goes on as a part of a contribution, and was not taken back; modules announce it."""
    found = [part for goes_along in announced("goes_along") for part in goes_along(contribution)]
    return [part for part in found if part.standing.status != FateStatus.WITHDRAWN]


def whole_of(contribution: Contribution) -> Contribution:
    """What a contribution has become a part of; itself where no module announces another."""
    wholes = (goes_on_as(contribution) for goes_on_as in announced("goes_on_as"))
    return next((whole for whole in wholes if whole), contribution)


@transaction.atomic
def postpone(*, contribution: Contribution, until: date, reason: str, by: Person) -> Fate:
    """Say why an answer takes longer, and promise a new day; its giver hears both.

    What goes on as a part of it, and was promised an answer before that day, waits with it. That it
    was late stays in the figures: they count from the day it was given.

    Refuses with NothingIsWaiting, ReasonIsMissing or NewDayIsNotLater.
    """
    lock(contribution.account_id)
    standing = Standing.objects.select_related("contribution__giver__person").get(
        pk=contribution.pk
    )
    if standing.answered_at or standing.answer_due_on is None:
        raise NothingIsWaiting
    if not reason.strip():
        raise ReasonIsMissing
    today = timezone.localdate()
    if not today < until <= today + LONGEST_WAIT or until <= standing.answer_due_on:
        raise NewDayIsNotLater(days=LONGEST_WAIT.days)
    fate = Fate.objects.create(
        municipality_id=contribution.municipality_id,
        contribution=contribution,
        status=FateStatus.READ,
        reason=reason,
        by=by,
    )
    standing.status, standing.reason, standing.answer_due_on = FateStatus.READ, reason, until
    standing.save(update_fields=["status", "reason", "answer_due_on"])
    touch(contribution.account)
    if standing.contribution.giver.person:
        tell(
            person=standing.contribution.giver.person,
            municipality=standing.contribution.giver.municipality,
            kind="ledger.postponed",
            label=format_lazy(
                _("The answer to “{caption}” takes longer than promised."), caption=standing.caption
            ),
            text=reason,
            path=standing.path,
        )
    for part in parts_of(contribution):
        due = part.standing.answer_due_on
        if part.standing.answered_at is None and due and due < until:
            postpone(contribution=part, until=until, reason=reason, by=by)
    return fate


def require_answers(account: Account, *, on: date | None = None) -> None:
    """See that nobody waits past the promised day before more is asked for.

    on   the day on which more is asked for; today, unless somebody writes down what was asked

    Refuses with AnswersAreOwed.
    """
    if late := late_answers(account, on=on):
        raise AnswersAreOwed(late=late)


def tell_the_giver(standing: Standing, status: str) -> None:
    """Let whoever gave it hear what became of it."""
    giver = standing.contribution.giver
    words = WORDS.get(FateStatus(status))
    if giver.person and words:
        tell(
            person=giver.person,
            municipality=giver.municipality,
            kind=f"ledger.{status}",
            label=format_lazy(words, caption=standing.caption),
            text=standing.reason,
            path=standing.path,
        )


@transaction.atomic
def adopt(
    *,
    contribution: Contribution,
    phase: str,
    decision_key: str,
    by: Person | None,
    with_changes: bool = False,
    reason: str = "",
    side: str = Side.PUBLIC,
    at: datetime | None = None,
) -> Adoption:
    """Record that a decision took a contribution in; its fate becomes used, or partly used.

    What has become a part of another is taken in as that one, with all its parts: each is an
    adoption, and each giver hears it. Returns the adoption of what was named.

    side   of whoever decided; public where the public side had a part
    """
    lock(contribution.account_id)  # nothing becomes a part of another meanwhile
    whole = whole_of(contribution)
    take_in = partial(
        _adopt_one,
        phase=phase,
        decision_key=decision_key,
        by=by,
        with_changes=with_changes,
        reason=reason,
        side=side,
    )
    adoption = take_in(contribution, at=at)
    for other in (whole, *parts_of(whole)):
        if other.pk != contribution.pk:
            take_in(other, at=at and max(at, other.at))
    return adoption


def _adopt_one(
    contribution: Contribution,
    *,
    phase: str,
    decision_key: str,
    by: Person | None,
    with_changes: bool,
    reason: str,
    side: str,
    at: datetime | None,
) -> Adoption:
    """Record that a decision took one contribution in, whatever it goes on with."""
    adoption, is_new = Adoption.objects.get_or_create(
        contribution=contribution,
        decision_key=decision_key,
        defaults={
            "municipality_id": contribution.municipality_id,
            "account_id": contribution.account_id,
            "phase": phase,
            "by_non_public": contribution.side == Side.NON_PUBLIC,
            "with_changes": with_changes,
            "at": at or timezone.now(),
        },
    )
    if is_new:
        change_phase_sum(
            contribution.account_id,
            phase,
            adopted=1,
            adopted_by_non_public=int(adoption.by_non_public),
        )
        settle(
            contribution=contribution,
            status=FateStatus.PARTLY_USED if with_changes else FateStatus.USED,
            reason=reason,
            by=by,
            decision_key=decision_key,
            side=side,
            at=at,
            parts_too=False,
        )
    return adoption


WITHOUT_A_PAGE = frozenset({"work", "money", "premises", "equipment", "competence"})


def withdraw_from_the_list(*, contribution: Contribution, by: Person) -> Fate:
    """Take back what has no other place than the ledger.

    Words, support and decisions are taken back where they stand, so that they end there too.
    Refuses with NotYours or WithdrawItWhereItStands.
    """
    if may_withdraw(by, contribution) and contribution.kind not in WITHOUT_A_PAGE:
        raise WithdrawItWhereItStands
    return withdraw(contribution=contribution, by=by)


def withdraw(*, contribution: Contribution, by: Person) -> Fate:
    """Take back what one gave. The row stays; nobody waits for an answer any more.

    Refuses with NotYours.
    """
    if not may_withdraw(by, contribution):
        raise NotYours
    return settle(contribution=contribution, status=FateStatus.WITHDRAWN, by=by)


def forget(person: Person) -> None:
    """Cut the threads from the ledger to somebody who deletes their account.

    The rows stay, with side, kind, phase and units, and so does what was answered: others have
    built on them (GDPR art. 17(3)(d), decision 12). Nothing says any more whose they were.
    Called in the transaction that deletes the account.
    """
    touched = Account.objects.filter(
        Exists(Contribution.objects.filter(account=OuterRef("pk"), giver__person=person))
        | Exists(Fate.objects.filter(contribution__account=OuterRef("pk"), by=person))
    )
    # Pages that were kept with the name are made anew.
    touched.update(version=F("version") + 1)
    Standing.objects.filter(entered_by=person).update(entered_by=None)
    Fate.objects.filter(by=person).update(by=None)
    Giver.objects.filter(person=person).update(person=None, name="", reach="")
