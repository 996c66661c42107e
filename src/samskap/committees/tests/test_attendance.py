"""The attendance alarm, and the hours of those who facilitate."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.committees.actions.attendance import look_at, look_at_all, say_what_was_done
from samskap.committees.actions.hours import write_hours
from samskap.committees.errors.attendance import (
    NotAMeetingOfThis,
    NotHours,
    NotYourHours,
    SayWhatWasDone,
)
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.models import Alarm, Workload
from samskap.committees.models.team import Role
from samskap.committees.queries.attendance import alarms_for, meetings_held
from samskap.committees.queries.hours import hours_of, totals
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import Contribution, Standing
from samskap.meetings.actions.events import tell_how_it_was
from samskap.meetings.models import Attendance, GuestAttendance
from samskap.notices.models import Notice
from samskap.people.actions import delete_account
from samskap.testing.factories.committee_work import at_work, held_meeting, members_of
from samskap.testing.factories.meetings import past_event
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    """Five politicians and ten residents at work."""
    return at_work(politicians=5, residents=10)


def on_paper(of, name):
    """The giver behind somebody without an account."""
    return paper_hand(by=of.facilitator, municipality=of.municipality, name=name).giver


def meeting(of, residents, *, days_ago, politicians=5, **more):
    """A meeting to which so many came."""
    there = members_of(of)[:residents] + members_of(of, Role.POLITICIAN)[:politicians]
    return held_meeting(of, came=there, days_ago=days_ago, **more)


def test_whoever_has_no_account_is_ticked_in_the_same_list_and_counts_as_any_other(made, client):
    one = members_of(made)[0]
    name = one.shown_name
    made.members.filter(pk=one.pk).update(person=None, giver=on_paper(made, name))
    held = held_meeting(made, came=[])
    Attendance.objects.all().delete()
    GuestAttendance.objects.all().delete()
    client.force_login(made.facilitator)
    page_of_it = reverse("meetings:attendance", args=[held.pk])
    page = client.get(page_of_it).text

    guest = re.search(r'value="(guest-\d+)"', page)[1]
    assert f"{name} (without an account)" in page
    client.post(page_of_it, {"came": [guest]})

    (noted,) = meetings_held(made)
    assert (noted.everybody.asked, noted.everybody.came) == (15, 1)
    assert one.pk not in [member.pk for member in noted.away]
    assert re.search(rf'value="{guest}"[^>]*checked', client.get(page_of_it).text)


def test_nobody_without_an_account_is_missed_where_nothing_was_written_down_of_them(made):
    one = members_of(made)[0]
    made.members.filter(pk=one.pk).update(person=None, giver=on_paper(made, "Olga"))
    held_meeting(made, came=members_of(made))
    GuestAttendance.objects.all().delete()

    (noted,) = meetings_held(made)

    assert noted.everybody.asked == 14


def test_sixty_percent_in_meeting_four_alerts_the_facilitator_who_calls_and_it_is_well_again(made):
    """SC-7: 60 % of the residents in meeting 4, the facilitator calls, recovered."""
    for number, came in enumerate([10, 9, 8], start=1):
        meeting(made, came, days_ago=70 - 10 * number)
    fourth = meeting(made, 6, days_ago=30, title="Meeting 4")

    assert [alarm.event for alarm in look_at(made)] == [fourth]
    assert look_at(made) == []  # nobody is told twice

    told = Notice.objects.get(person=made.facilitator, kind="committees.attendance")
    assert told.label == "11 of 15 members came to “Meeting 4” of “Integration”."
    found = meetings_held(made)[3]
    assert (found.low, found.residents.percent) == (["residents"], 60)
    assert {one.pk for one in found.away} == {one.pk for one in members_of(made)[6:]}
    assert list(alarms_for(made.facilitator, made.municipality)) == [found.alarm]

    say_what_was_done(alarm=found.alarm, by=made.facilitator, done="I called all four.")
    fifth = meeting(made, 9, days_ago=20, title="Meeting 5")

    found = meetings_held(made)[3]
    assert (found.alarm.done, found.recovered_in) == ("I called all four.", fifth)
    assert list(alarms_for(made.facilitator, made.municipality)) == []


def test_an_answer_says_what_was_done_and_is_the_keepers(made):
    meeting(made, 2, days_ago=3)
    assert look_at_all() == 1
    alarm = Alarm.objects.get()

    with pytest.raises(NotYoursToKeep):
        say_what_was_done(alarm=alarm, by=members_of(made)[0].person, done="Nothing.")
    with pytest.raises(SayWhatWasDone):
        say_what_was_done(alarm=alarm, by=made.facilitator, done=" ")


def test_whoever_says_nothing_counts_as_away_and_who_did_not_sit_yet_does_not(made):
    held = meeting(made, 10, days_ago=3)
    silent, late = members_of(made)[:2]
    Attendance.objects.filter(event=held, person__in=[silent.person, late.person]).delete()
    late.since = timezone.localdate()
    late.save()

    found = meetings_held(made)[0]

    assert (found.residents.asked, found.residents.came) == (9, 8)
    assert found.away == [silent]


def test_a_substitute_is_missed_from_when_the_seat_was_free(made):
    held = meeting(made, 10, days_ago=9)
    before, stands_in = members_of(made)[:2]
    before.until = timezone.localdate() - timedelta(days=5)
    before.save()
    stands_in.replaces = before
    stands_in.save()
    Attendance.objects.filter(event=held, person=stands_in.person).delete()

    assert meetings_held(made)[0].residents.asked == 9


def test_a_meeting_of_which_nothing_is_written_down_raises_no_alarm(made):
    past_event(initiative=made.initiative, person=made.facilitator, kind="meeting")

    assert meetings_held(made) == []


def test_many_meetings_cost_as_many_queries_as_one(made):
    def asked():
        with CaptureQueriesContext(connection) as found:
            meetings_held(made)
        return len(found)

    meeting(made, 6, days_ago=9)
    one = asked()
    meeting(made, 7, days_ago=6)
    meeting(made, 5, days_ago=3)
    assert asked() == one


def test_the_desk_shows_whom_to_call(client, municipality):
    made = at_work(municipality, residents=3)
    held_meeting(made, came=[], title="Meeting 4")
    look_at(made)
    client.force_login(made.facilitator)

    desk = client.get(reverse("desk:desk")).content.decode()
    assert "Call those who were away from “Meeting 4”" in desk
    page = client.get(reverse("committees:alarm", args=[Alarm.objects.get().pk]))
    assert members_of(made)[0].shown_name in page.content.decode()


HOURS = {"planned_before": Decimal(6), "used_before": Decimal("7.5"), "used_during": Decimal(3)}


def rows(made):
    """The rows of work in the ledger, with what became of them."""
    return list(
        Standing.objects.filter(account=made.initiative.account, contribution__kind="work")
        .order_by("contribution")
        .values_list("contribution__amount", "contribution__side", "status")
    )


def test_hours_used_are_one_row_of_work_of_the_public_side(made):
    event = past_event(initiative=made.initiative, person=made.facilitator)

    mine = write_hours(committee=made, event=event, by=made.facilitator, hours=HOURS)

    assert (mine.planned, mine.used) == (Decimal(6), Decimal("10.5"))
    assert rows(made) == [(Decimal("10.5"), "public", "received")]
    event.refresh_from_db()
    tell_how_it_was(event=event, by=made.facilitator, came=12, hours=10)
    assert len(rows(made)) == 1  # the same hours are not counted twice


def test_wrong_hours_are_withdrawn_and_written_anew(made):
    event = past_event(initiative=made.initiative, person=made.facilitator)
    facts = {"committee": made, "event": event, "by": made.facilitator}
    write_hours(**facts, hours=HOURS)
    write_hours(**facts, hours=HOURS)
    assert len(rows(made)) == 1

    write_hours(**facts, hours={"used_before": Decimal(2)})
    write_hours(**facts, hours={})

    assert rows(made) == [
        (Decimal("10.5"), "public", "withdrawn"),
        (Decimal(2), "public", "withdrawn"),
    ]
    assert Workload.objects.get().work is None


def test_hours_told_with_how_it_was_are_not_counted_once_more(made):
    event = past_event(initiative=made.initiative, person=made.facilitator)
    tell_how_it_was(event=event, by=made.facilitator, came=12, hours=10)
    before = Contribution.objects.count()

    write_hours(committee=made, event=event, by=made.facilitator, hours=HOURS)

    assert Contribution.objects.count() == before


def test_only_those_who_facilitate_write_hours_for_meetings_of_the_committee(made):
    event = past_event(initiative=made.initiative, person=made.facilitator)
    facts = {"committee": made, "event": event, "hours": HOURS}

    with pytest.raises(NotYourHours):
        write_hours(**facts, by=members_of(made)[0].person)
    with pytest.raises(NotAMeetingOfThis):
        write_hours(**facts | {"event": past_event()}, by=made.facilitator)
    with pytest.raises(NotHours):
        write_hours(**facts | {"hours": {"used_after": Decimal(101)}}, by=made.facilitator)


def test_hours_add_up_by_committee_and_in_all(made):
    other = at_work(made.municipality, by=made.facilitator, title="Youth")
    for one, count in ((made, 2), (other, 1)):
        for _each in range(count):
            event = past_event(initiative=one.initiative, person=made.facilitator)
            write_hours(committee=one, event=event, by=made.facilitator, hours=HOURS)

    found = totals(hours_of(made.municipality, person=made.facilitator))

    said = [
        (one.committee and one.committee.title, one.meetings, one.all_planned, one.all_used)
        for one in found
    ]
    assert said == [
        ("Integration", 2, Decimal(12), Decimal(21)),
        ("Youth", 1, Decimal(6), Decimal("10.5")),
        (None, 3, Decimal(18), Decimal("31.5")),
    ]


def test_hours_are_seen_by_whoever_works_them_and_by_the_leader(client, municipality):
    made = at_work(municipality)
    event = past_event(initiative=made.initiative, person=made.facilitator, title="Meeting 4")
    write_hours(committee=made, event=event, by=made.facilitator, hours=HOURS)

    def sees(person):
        client.force_login(person)
        return "Meeting 4" in client.get(reverse("committees:my_hours")).content.decode()

    assert sees(made.facilitator)
    assert sees(person_with("leader", municipality))
    assert not sees(person_with("facilitator", municipality))
    assert not sees(PersonFactory())


def test_whoever_goes_takes_their_hours_along(made):
    event = past_event(initiative=made.initiative, person=made.facilitator)
    write_hours(committee=made, event=event, by=made.facilitator, hours=HOURS)

    delete_account(by=made.facilitator, is_sure=True)

    assert not Workload.objects.exists()
    assert len(rows(made)) == 1
