from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from samskap.meetings.actions.coming import come, say_needs, stay_away
from samskap.meetings.actions.events import call_off, change_event
from samskap.meetings.actions.line import wait_for_place
from samskap.meetings.actions.reminding import remind_ahead
from samskap.meetings.errors.coming import AlreadyComing, NotComing, ThereIsRoom
from samskap.meetings.models import Coming, Event, InLine, Support
from samskap.meetings.personal import keeps
from samskap.notices.models import Notice
from samskap.people.actions import delete_account
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meetings import event, past_event
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def full_event(people=1, waiting=0, **more):
    """An event with as many as there is room for, and some who wait."""
    made = event(capacity=people, **more)
    there = [PersonFactory() for _ in range(people)]
    line = [PersonFactory() for _ in range(waiting)]
    for person in there:
        come(event=made, by=person)
    for person in line:
        wait_for_place(event=made, by=person)
    return made, there, line


def coming_to(made):
    return {coming.person for coming in Coming.objects.filter(event=made).select_related("person")}


def test_whoever_waits_first_moves_up_first_and_hears_it():
    made, (ada,), (bo, cia) = full_event(waiting=2, title="Dialogue meeting")

    stay_away(event=made, by=ada)
    stay_away(event=made, by=ada)  # a second press makes no second place

    assert coming_to(made) == {bo}
    assert [each.person for each in made.line.all()] == [cia]
    (told,) = Notice.objects.filter(kind="meetings.moved_up")
    assert told.person == bo
    assert told.label.startswith("There is a place for you: “Dialogue meeting”")


def test_those_who_wait_hear_that_it_is_called_off():
    holder = PersonFactory()
    made, (ada,), (bo,) = full_event(waiting=1, person=holder)

    call_off(event=made, by=holder, because="The heating is broken.")

    told = Notice.objects.filter(kind="meetings.called_off")
    assert {notice.person for notice in told} == {ada, bo}


def test_more_room_lets_as_many_move_up_as_there_is_room_for():
    holder = PersonFactory()
    made, there, line = full_event(waiting=3, person=holder)

    change_event(event=made, by=holder, capacity=3)
    assert coming_to(made) == {*there, *line[:2]}

    change_event(event=made, by=holder, capacity=None)
    assert coming_to(made) == {*there, *line}


def test_the_place_of_somebody_who_deletes_their_account_is_given_on():
    made, (ada,), (bo,) = full_event(waiting=1)

    delete_account(by=ada, is_sure=True)

    assert coming_to(made) == {bo}


def test_nobody_waits_where_there_is_room_or_for_what_they_have():
    made, (ada,), _line = full_event()
    with pytest.raises(AlreadyComing):
        wait_for_place(event=made, by=ada)
    stay_away(event=made, by=ada)
    with pytest.raises(ThereIsRoom):
        wait_for_place(event=made, by=ada)


def test_needs_are_said_by_those_who_come_and_taken_back_by_saying_nothing():
    made, (ada,), (bo,) = full_event(waiting=1)
    with pytest.raises(NotComing):
        say_needs(event=made, by=PersonFactory(), needs=["childcare"])

    say_needs(event=made, by=ada, needs=["childcare"], children=2)
    say_needs(event=made, by=bo, needs=["interpreter"], speaks="Tigrinya")
    say_needs(event=made, by=bo)

    (said,) = Support.objects.filter(event=made)
    assert (said.person, said.needs, said.children) == (ada, ["childcare"], 2)


def test_needs_are_deleted_soon_after_the_event():
    made, ada = event(), PersonFactory()
    come(event=made, by=ada)
    say_needs(event=made, by=ada, text="I come on wheels.")
    (keeping,) = (each for each in keeps if each.key == "meetings.needs")
    assert not keeping.rows(timezone.now()).exists()

    Event.objects.filter(pk=made.pk).update(
        starts_at=timezone.now() - timedelta(days=2), ends_at=timezone.now() - timedelta(days=1)
    )

    assert keeping.rows(timezone.now()).count() == 1


def test_only_those_who_hold_it_see_what_people_need(client, municipality):
    holder, ada = PersonFactory(), PersonFactory(given_name="Adalina")
    made = event(initiative=InitiativeFactory(municipality=municipality), person=holder)
    client.force_login(ada)
    client.post(reverse("meetings:come", args=[made.pk]))
    client.post(
        reverse("meetings:needs", args=[made.pk]),
        {"needs": ["childcare", "interpreter"], "speaks": "Tigrinya", "children": "2"},
    )
    assert client.get(reverse("meetings:support", args=[made.pk])).status_code == 409

    client.force_login(holder)
    page = client.get(reverse("meetings:support", args=[made.pk])).text

    assert "Adalina" in page
    assert "Language: Tigrinya" in page
    assert "2 children come along." in page
    assert "Tigrinya" not in client.get(made.get_absolute_url()).text


def test_whoever_waits_sees_how_many_wait_before_them(client, municipality):
    made, _there, (bo, cia) = full_event(
        waiting=2, initiative=InitiativeFactory(municipality=municipality)
    )
    client.force_login(bo)
    assert "You are the first in line." in client.get(made.get_absolute_url()).text
    client.force_login(cia)
    assert "1 person waits before you." in client.get(made.get_absolute_url()).text


def test_the_link_is_shown_to_those_who_come(client, municipality):
    link = "https://meet.example.org/strand"
    made = event(
        initiative=InitiativeFactory(municipality=municipality),
        place="",
        arranged={"online_url": link, "offers": ["hearing"]},
    )
    page = client.get(made.get_absolute_url()).text
    assert link not in page
    assert "You can take part online. Those who come see the link." in page
    assert "Hearing loop" in page

    client.force_login(PersonFactory())
    client.post(reverse("meetings:come", args=[made.pk]))

    assert link in client.get(made.get_absolute_url()).text


def test_those_who_come_are_reminded_once_and_anew_of_another_time():
    holder, ada = PersonFactory(), PersonFactory()
    made = event(person=holder)
    come(event=made, by=ada)
    far_off = event(starts_at=timezone.now() + timedelta(days=9),
                    ends_at=timezone.now() + timedelta(days=9, hours=1))  # fmt: skip
    come(event=far_off, by=ada)

    assert [remind_ahead(), remind_ahead()] == [1, 0]
    reminded = Notice.objects.filter(person=ada, kind="meetings.reminder")
    assert reminded.count() == 1
    change_event(event=made, by=holder, starts_at=made.starts_at + timedelta(minutes=30))
    remind_ahead()

    assert reminded.count() == 2


def test_nobody_is_reminded_of_what_is_over():
    past_event()

    assert remind_ahead() == 0


@pytest.mark.django_db(transaction=True)
def test_places_given_back_at_once_go_to_the_first_in_line_and_to_each_once():
    made, there, line = full_event(people=4, waiting=6)
    ready = Barrier(4)

    def leave(person):
        try:
            ready.wait(timeout=60)
            stay_away(event=made, by=person)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(leave, there))

    assert coming_to(made) == set(line[:4])
    assert {each.person for each in InLine.objects.filter(event=made)} == set(line[4:])
    assert Notice.objects.filter(kind="meetings.moved_up").count() == 4
