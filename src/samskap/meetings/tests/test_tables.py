from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from samskap.ledger import actions as ledger
from samskap.ledger.chain import first_broken
from samskap.meetings.actions.notes import say_the_same, set_aside, turn_into_contribution
from samskap.meetings.actions.running import tell_how_it_was_run
from samskap.meetings.actions.tables import (
    describe_table,
    put_up_tables,
    type_in_notes,
    write_note,
)
from samskap.meetings.errors.events import NotYoursToHold
from samskap.meetings.errors.tables import (
    LinesDoNotAddUp,
    NoteIsSettled,
    NothingLikeIt,
    NotYoursToSettle,
    SayWhyNot,
    TableIsClosed,
    TooManyTables,
)
from samskap.meetings.models import Event, Note
from samskap.meetings.queries.workload import workload_of
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meeting_tables import note, workshop
from samskap.testing.factories.meetings import past_event
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality, title="The square")


@pytest.fixture
def facilitator(municipality):
    return RoleFactory(municipality=municipality, role="facilitator").person


@pytest.fixture
def table(initiative):
    return workshop(initiative=initiative).tables.get(number=1)


def test_tables_are_put_up_once_however_often_one_presses(initiative):
    holder = PersonFactory()
    made = workshop(initiative=initiative, person=holder, tables=2)

    put_up_tables(event=made, by=holder, tables=3)

    assert list(made.tables.values_list("number", flat=True)) == [1, 2, 3]
    with pytest.raises(TooManyTables):
        put_up_tables(event=made, by=holder, tables=61)
    with pytest.raises(NotYoursToHold):
        put_up_tables(event=made, by=PersonFactory(), tables=4)


def test_a_note_becomes_an_idea_whose_giver_is_the_table(table, facilitator):
    describe_table(table=table, by=facilitator, name="Benches", actor_kind="service_user")
    wanted = note(table=table, text="Where the ferry can be seen.")

    given = turn_into_contribution(note=wanted, by=facilitator)

    assert given.giver == table.giver
    assert (given.giver.person, given.giver.name) == (None, "Table 1: Benches")
    assert (given.actor_kind, given.channel, given.entered_on_behalf) == (
        "service_user",
        "meeting",
        True,
    )
    assert given.at == wanted.written_at
    assert given.idea.text == "Where the ferry can be seen."
    assert given.came_out_of.event == table.event
    wanted.refresh_from_db()
    assert (wanted.contribution, wanted.is_first) == (given, True)
    assert first_broken(table.event.initiative.account.contributions.order_by("number")) is None


@pytest.mark.parametrize("kind", ["problem_statement", "story", "evidence", "draft"])
def test_a_note_becomes_what_it_is(table, facilitator, kind):
    given = turn_into_contribution(note=note(table=table, kind=kind), by=facilitator)
    assert (given.kind, given.idea.kind) == (kind, kind)


def test_all_tables_of_an_event_are_one_party_whoever_sat_where(table, facilitator):
    second = table.event.tables.get(number=2)
    given = [
        turn_into_contribution(note=note(table=each), by=facilitator) for each in (table, second)
    ]

    assert given[0].giver != given[1].giver
    parties = table.event.initiative.account.parties.filter(side="non_public")
    assert {row.party for row in given} == set(parties.values_list("key", flat=True))
    assert parties.count() == 1


def test_a_note_is_settled_once_and_the_second_is_told_so(table, facilitator):
    wanted = note(table=table)
    turn_into_contribution(note=wanted, by=facilitator)

    with pytest.raises(NoteIsSettled):
        turn_into_contribution(note=wanted, by=facilitator)
    with pytest.raises(NoteIsSettled):
        set_aside(note=wanted, by=facilitator, because="Twice.")


def test_alike_notes_of_two_tables_become_the_same_and_share_its_fate(table, facilitator):
    second = table.event.tables.get(number=2)
    first, alike = note(table=table), note(table=second, title="Somewhere to sit")
    given = turn_into_contribution(note=first, by=facilitator)

    say_the_same(note=alike, other=Note.objects.get(pk=first.pk), by=facilitator)
    ledger.settle(contribution=given, status="used", reason="It stands there.", by=facilitator)

    alike.refresh_from_db()
    assert (alike.contribution, alike.is_first) == (given, False)
    assert alike.contribution.standing.status == "used"
    assert table.event.initiative.account.contributions.count() == 1


def test_a_note_is_like_nothing_that_has_become_nothing(table, facilitator):
    waiting = note(table=table)
    elsewhere = note(table=workshop().tables.get(number=1))
    for other in (waiting, elsewhere):
        with pytest.raises(NothingLikeIt):
            say_the_same(note=note(table=table), other=other, by=facilitator)


def test_setting_aside_needs_a_reason_and_somebody_who_may(table, facilitator):
    wanted = note(table=table)
    with pytest.raises(SayWhyNot):
        set_aside(note=wanted, by=facilitator, because=" ")
    with pytest.raises(NotYoursToSettle):
        set_aside(note=wanted, by=PersonFactory(), because="I do not like it.")

    set_aside(note=wanted, by=facilitator, because="About another place.")

    wanted.refresh_from_db()
    assert (wanted.contribution, wanted.set_aside_because) == (None, "About another place.")


def test_whoever_has_the_address_writes_while_the_workshop_goes_on(table):
    key, words = uuid4(), {"kind": "idea", "title": "A tap for water", "language": "en"}
    for _press in range(2):
        write_note(table=table, by=None, public_id=key, **words)
    assert table.notes.count() == 1

    long_ago = timezone.now() - timedelta(days=3)
    times = {"starts_at": long_ago - timedelta(hours=1), "ends_at": long_ago}
    Event.objects.filter(pk=table.event_id).update(**times)
    table.event.refresh_from_db()
    with pytest.raises(TableIsClosed):
        write_note(table=table, by=None, **words)


def test_a_sheet_is_typed_in_once_and_its_lines_add_up(table):
    holder, batch = table.event.giver.person, uuid4()
    sheet = {"lines": ["A bench", "", "  A tap "], "kind": "idea", "language": "en"}
    with pytest.raises(LinesDoNotAddUp) as refusal:
        type_in_notes(table=table, by=holder, counted=3, batch=batch, **sheet)
    assert str(refusal.value) == (
        "You counted 3 notes on the sheet and typed 2 lines. Look for the one that is missing, or"
        " that stands there twice."
    )

    for _press in range(2):
        type_in_notes(table=table, by=holder, counted=2, batch=batch, **sheet)

    notes = table.notes.values_list("title", "is_from_paper")
    assert list(notes) == [("A bench", True), ("A tap", True)]


def test_the_workload_is_summed_by_stage_and_by_who(initiative):
    holder = PersonFactory()
    first, second = (past_event(initiative=initiative, person=holder) for _event in range(2))
    past_event(initiative=initiative, person=holder)  # nobody has told
    tell_how_it_was_run(
        event=first, by=holder, method="world_cafe", staff_before=6, staff_during=3, staff_after=2
    )
    tell_how_it_was_run(event=second, by=holder, staff_before=Decimal("1.5"), volunteers_during=4)

    found = workload_of(initiative)

    assert (found.events, found.told) == (3, 2)
    assert found.staff == {"before": Decimal("7.5"), "during": 3, "after": 2}
    assert (found.staff_hours, found.volunteer_hours, found.hours) == (
        Decimal("12.5"),
        4,
        Decimal("16.5"),
    )
    assert not initiative.account.contributions.exists()  # it is load, and no second ledger
