from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from samskap.ideas.models import Idea
from samskap.meetings.actions import coming as comings
from samskap.meetings.actions import events as actions
from samskap.meetings.errors.events import EventIsFull, NotYet, NotYoursToHold
from samskap.meetings.models import Coming
from samskap.notices.models import Notice
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.meetings import event, past_event
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def test_a_full_event_refuses_and_says_what_to_do():
    made, late = event(capacity=1, title="Gaming night"), PersonFactory()
    comings.come(event=made, by=PersonFactory())

    with pytest.raises(EventIsFull) as refusal:
        comings.come(event=made, by=late)

    assert str(refusal.value) == (
        "“Gaming night” is full. Wait for a place on its page: you hear when you have one."
    )
    assert made.comings.count() == 1


def test_two_presses_are_one_place_and_the_database_knows_it():
    made, ada = event(), PersonFactory()
    for _ in range(2):
        comings.come(event=made, by=ada)
    assert made.comings.count() == 1

    with pytest.raises(IntegrityError), transaction.atomic():
        Coming.objects.create(municipality=made.municipality, event=made, person=ada)


def test_those_who_come_hear_of_a_new_time_and_why_it_is_called_off():
    holder, ada = PersonFactory(), PersonFactory()
    made = event(person=holder)
    comings.come(event=made, by=ada)
    comings.come(event=made, by=holder)

    actions.change_event(event=made, by=holder, title="Games for all")
    assert not Notice.objects.exists()  # nobody needs to change their plans
    actions.change_event(event=made, by=holder, ends_at=made.ends_at + timedelta(hours=1))
    actions.call_off(event=made, by=holder, because="The heating is broken.")

    told = Notice.objects.filter(person=ada).order_by("pk")
    assert [notice.kind for notice in told] == ["meetings.moved", "meetings.called_off"]
    assert told.last().text == "The heating is broken."
    assert not Notice.objects.filter(person=holder).exists()
    made.refresh_from_db()
    assert made.version == 3


def test_hours_of_those_who_held_it_are_one_row_on_their_side():
    holder = PersonFactory()
    made = past_event(person=holder)
    told = {"event": made, "by": holder, "came": 23, "came_new": 9, "hours": 6}

    actions.tell_how_it_was(**told, changed="The young have a night of their own.")
    made.refresh_from_db()
    actions.tell_how_it_was(**told, changed="The young have a night of their own now.")

    (row,) = made.initiative.account.contributions.filter(kind="work")
    assert (row.amount, row.side, row.at) == (6, "non_public", made.ends_at)
    assert row.standing.path == made.get_absolute_url()
    made.refresh_from_db()
    assert (made.came, made.came_new, made.work) == (23, 9, row)


def test_nobody_says_how_it_was_before_it_has_begun():
    made = event()

    with pytest.raises(NotYet):
        actions.tell_how_it_was(event=made, by=made.giver.person, came=3)


def test_others_do_not_change_it_but_those_who_lead_do():
    initiative = InitiativeFactory()
    made = event(initiative=initiative)

    with pytest.raises(NotYoursToHold):
        actions.call_off(event=made, by=PersonFactory(), because="I do not like games.")
    actions.call_off(event=made, by=initiative.raised_by, because="The room is taken.")

    made.refresh_from_db()
    assert made.is_cancelled


def test_an_idea_out_of_an_event_is_an_idea_like_any_other_and_names_where_it_came_up():
    made, ada = past_event(), PersonFactory()

    given = actions.bring_idea(
        event=made, hand=hand_of(ada, made.municipality), title="A shelf of games", language="en"
    )

    assert Idea.objects.get().contribution == given
    assert given.is_input
    assert made.outcomes.get().contribution == given


def test_a_second_press_announces_nothing_more():
    first = event()

    second = event(initiative=first.initiative, public_id=first.public_id)

    assert second == first
    assert first.initiative.events.count() == 1


def test_the_key_of_an_event_elsewhere_announces_one_of_ones_own():
    elsewhere = event()

    own = event(public_id=elsewhere.public_id)

    assert own != elsewhere
    assert own.initiative != elsewhere.initiative
    assert own.initiative.events.get() == own


def test_it_may_grow_out_of_what_somebody_gave():
    given = idea(title="A night for the young").contribution

    made = event(initiative=given.account.initiative, grown_from=given)

    assert list(given.events.all()) == [made]
    assert made.announced_at <= timezone.now()
