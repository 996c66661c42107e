from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from samskap.ledger import actions, queries
from samskap.ledger.chain import first_broken
from samskap.ledger.errors import (
    AnswersAreOwed,
    FateDoesNotGoBack,
    NewDayIsNotLater,
    NothingIsWaiting,
    NotYours,
    ReasonIsMissing,
    TheFutureIsNotGivenYet,
)
from samskap.ledger.models import Contribution, Fate, FateStatus, Party, Standing, Sum
from samskap.ledger.triggers import SAYS
from samskap.notices.models import Notice
from samskap.testing.factories.ledger import AccountFactory, contribution, hand_of
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def waiting_in(municipality):
    """What nobody has answered."""
    return Standing.objects.of(municipality).filter(answered_at=None, answer_due_on__isnull=False)


def test_what_is_given_becomes_a_row_a_standing_and_a_sum():
    account = AccountFactory()

    given = contribution(account=account, caption="A bench by the fjord")

    account.refresh_from_db()
    assert (given.number, given.units, given.side) == (1, 1, "non_public")
    assert (account.rows, account.version, account.last_hash) == (1, 1, given.hash)
    assert given.standing.caption == "A bench by the fjord"
    assert given.standing.answer_due_on == timezone.localdate() + timedelta(days=30)
    assert [(s.kind, s.rows, s.units) for s in queries.sums_of(account)] == [("idea", 1, 1)]
    assert queries.phase_sums_of(account)["define"].inputs == 1


def test_rows_are_numbered_and_chained_in_the_order_they_are_written():
    account = AccountFactory()
    rows = [contribution(account=account) for _ in range(3)]

    assert [row.number for row in rows] == [1, 2, 3]
    assert first_broken(queries.rows_of(account)) is None


def test_many_who_give_alike_make_the_same_rows_and_sums_as_each_by_itself():
    def told(account):
        sums = account.sums.values_list("side", "actor_kind", "kind", "is_input", "rows", "units")
        beside = account.standings.values_list("caption", "answer_due_on")
        account.refresh_from_db()
        return sorted(sums), sorted(beside, key=str), account.parties.count(), account.rows

    one_by_one, at_once = AccountFactory(), AccountFactory()
    said = {"phase": "define", "kind": "idea", "amount": 2, "caption": "A list"}
    for account in (one_by_one, at_once):
        contribution(account=account)
        hands = [
            hand_of(PersonFactory(), account.municipality, kind)
            for kind in ("resident", "resident", "employee", "resident")
        ]
        if account == at_once:
            rows = actions.give_alike(account=account, hands=hands, **said)
        else:
            rows = [actions.give(account=account, hand=hand, **said) for hand in hands]

    assert told(at_once) == told(one_by_one)
    assert first_broken(queries.rows_of(at_once)) is None
    assert at_once.last_hash == rows[-1].hash


def test_an_earlier_row_moves_the_first_moment_of_its_sum():
    account = AccountFactory()
    contribution(account=account)
    before = timezone.now() - timedelta(days=9)

    contribution(account=account, at=before)

    assert Sum.objects.get(account=account).first_at == before


def test_nobody_gives_tomorrow():
    with pytest.raises(TheFutureIsNotGivenYet):
        contribution(at=timezone.now() + timedelta(days=1))


CHANGES = (
    "UPDATE ledger_contribution SET units = 9",
    "DELETE FROM ledger_contribution",
    "UPDATE ledger_fate SET status = 'read'",
    "DELETE FROM ledger_fate",
)


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_itself_refuses_to_change_a_row(change):
    given = contribution()
    actions.settle(contribution=given, status=FateStatus.READ, by=None)

    with (
        pytest.raises(DatabaseError, match=SAYS),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)

    assert Contribution.objects.get().units == 1
    assert Fate.objects.get().status == "read"


def test_a_reason_and_an_author_can_be_forgotten_without_losing_the_fate():
    given = contribution()
    fate = actions.settle(
        contribution=given, status=FateStatus.NOT_USED, reason="Ada lives there", by=PersonFactory()
    )

    Fate.objects.filter(pk=fate.pk).update(reason="", by=None)

    assert Fate.objects.get().status == "not_used"


def test_a_person_can_be_forgotten_and_the_chain_still_holds():
    ada = PersonFactory()
    given = contribution(person=ada)

    ada.delete()

    given.giver.refresh_from_db()
    assert given.giver.person is None
    assert first_broken(queries.rows_of(given.account)) is None


def test_the_giver_hears_what_became_of_it():
    ada = PersonFactory(language="en")
    given = contribution(person=ada, caption="A bench")

    actions.settle(contribution=given, status=FateStatus.USED, by=None)

    assert Notice.objects.get(person=ada).label == "“A bench” is being used."


def test_turning_something_down_needs_a_reason():
    given = contribution()

    with pytest.raises(ReasonIsMissing):
        actions.settle(contribution=given, status=FateStatus.NOT_USED, by=None, reason=" ")

    assert Standing.objects.get().answered_at is None


def test_an_answer_stops_the_clock_and_is_counted_once():
    given = contribution()
    for status in (FateStatus.READ, FateStatus.FORWARDED, FateStatus.USED):
        actions.settle(contribution=given, status=status, by=None)

    sums = queries.phase_sums_of(given.account)["define"]
    assert (sums.answered, sums.answered_in_30_days, sums.closed, sums.used) == (1, 1, 1, 1)
    assert not waiting_in(given.municipality)


def test_a_late_answer_is_an_answer_but_not_within_30_days():
    given = contribution(at=timezone.now() - timedelta(days=31))

    actions.settle(contribution=given, status=FateStatus.USED, by=None)

    sums = queries.phase_sums_of(given.account)["define"]
    assert (sums.answered, sums.answered_in_30_days) == (1, 0)


def test_a_changed_mind_moves_the_sums_with_it():
    given = contribution()
    actions.settle(contribution=given, status=FateStatus.USED, by=None)

    actions.settle(contribution=given, status=FateStatus.NOT_USED, reason="Too dear", by=None)

    sums = queries.phase_sums_of(given.account)["define"]
    assert (sums.closed, sums.used) == (1, 0)


def test_what_is_answered_does_not_become_unread():
    given = contribution()
    actions.settle(contribution=given, status=FateStatus.USED, by=None)

    with pytest.raises(FateDoesNotGoBack):
        actions.settle(contribution=given, status=FateStatus.READ, by=None)


def test_adopting_twice_by_one_decision_counts_once():
    given = contribution()
    for _ in range(2):
        actions.adopt(contribution=given, phase="design", decision_key="x:1", by=None)

    sums = queries.phase_sums_of(given.account)
    assert (sums["design"].adopted, sums["design"].adopted_by_non_public) == (1, 1)
    assert (sums["define"].used, given.fates.count()) == (1, 1)


def test_only_the_giver_withdraws_and_nobody_waits_any_more():
    ada = PersonFactory()
    given = contribution(person=ada)

    with pytest.raises(NotYours):
        actions.withdraw(contribution=given, by=PersonFactory())
    actions.withdraw(contribution=given, by=ada)

    assert not waiting_in(given.municipality)
    assert queries.phase_sums_of(given.account)["define"].answered == 0


def test_people_of_one_household_are_one_party():
    account = AccountFactory()
    for household in ("h1", "h1", "h2", ""):
        contribution(account=account, person=PersonFactory(household=household))

    assert queries.independent_parties(account) == 3


def test_what_answers_a_question_does_not_make_a_party():
    account = AccountFactory()

    contribution(account=account, is_independent=False)

    assert not Party.objects.exists()


def test_the_public_side_is_told_from_the_others():
    account = AccountFactory()
    clerk = hand_of(PersonFactory(), account.municipality, "employee")

    contribution(account=account, hand=clerk)

    assert Contribution.objects.get().side == "public"
    assert queries.independent_parties(account) == 0


def test_check_ledger_finds_a_row_that_was_slipped_in(capsys):
    given = contribution()
    call_command("check_ledger")
    assert "1 accounts: every row and sum is in order" in capsys.readouterr().out

    given.pk, given.number, given.public_id = None, 2, "0" * 32
    given.save(force_insert=True)

    with pytest.raises(CommandError, match="row 2 does not fit the chain"):
        call_command("check_ledger")


def late_input(**more):
    """Something that has waited for ten days too long."""
    return contribution(at=timezone.now() - timedelta(days=40), **more)


def test_why_an_answer_takes_longer_reaches_its_giver_with_a_new_day():
    given, by = late_input(caption="A bench"), PersonFactory()
    until = timezone.localdate() + timedelta(days=20)

    actions.postpone(contribution=given, until=until, reason="We wait for the road.", by=by)

    given.standing.refresh_from_db()
    assert (given.standing.status, given.standing.answer_due_on) == ("read", until)
    notice = Notice.objects.get(person=given.giver.person)
    assert notice.label == "The answer to “A bench” takes longer than promised."
    assert notice.text == "We wait for the road."
    assert queries.late_answers(given.account) == 0


@pytest.mark.parametrize("days", [-1, 0, 61])
def test_an_answer_is_put_off_only_to_a_day_ahead_and_not_for_ever(days):
    until = timezone.localdate() + timedelta(days=days)

    with pytest.raises(NewDayIsNotLater):
        actions.postpone(contribution=late_input(), until=until, reason="Soon.", by=PersonFactory())


def test_an_answer_is_not_put_off_without_a_reason_nor_after_it_was_given():
    given, by = late_input(), PersonFactory()
    until = timezone.localdate() + timedelta(days=5)
    with pytest.raises(ReasonIsMissing):
        actions.postpone(contribution=given, until=until, reason=" ", by=by)

    actions.settle(contribution=given, status="used", by=by)

    with pytest.raises(NothingIsWaiting):
        actions.postpone(contribution=given, until=until, reason="Late.", by=by)


def test_what_the_municipality_gave_itself_is_no_debt():
    given = late_input()
    late_input(
        account=given.account,
        hand=hand_of(PersonFactory(), given.municipality, "employee"),
    )

    assert queries.late_answers(given.account) == 1
    with pytest.raises(AnswersAreOwed) as refusal:
        actions.require_answers(given.account)
    assert "1 person waits here" in str(refusal.value)


def test_hours_that_are_withdrawn_leave_the_sums_and_an_idea_stays_in_them():
    account = AccountFactory()
    kept, gone = (
        contribution(
            account=account, kind="work", amount=hours, is_independent=False, is_input=False
        )
        for hours in (3, 2)
    )
    idea = contribution(account=account)

    for given in (gone, gone, idea):  # pressed twice
        actions.settle(contribution=given, status=FateStatus.WITHDRAWN, by=None)

    sums = {each.kind: (each.rows, each.units) for each in queries.sums_of(account)}
    assert sums == {"work": (1, kept.units), "idea": (1, idea.units)}
    assert account.contributions.count() == 3
    call_command("check_ledger")
