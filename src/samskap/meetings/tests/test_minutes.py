from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.initiatives.models import Decision
from samskap.meetings.actions.agenda import propose_item
from samskap.meetings.actions.attendance import note_who_came
from samskap.meetings.actions.minutes import (
    answer_correction,
    approve_due,
    approve_minutes,
    reply,
    send_minutes,
    write_minutes,
)
from samskap.meetings.actions.points import write_commitment, write_decision
from samskap.meetings.errors.minutes import (
    CorrectionsWait,
    MinutesAreApproved,
    NoteWhoCame,
    TheyMayStillAnswer,
    YouWereNotThere,
)
from samskap.meetings.models import Attendance, Event, Minutes
from samskap.meetings.queries.minutes import newest_of, points_of
from samskap.meetings.tests.test_attendance import held_with
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.meetings import event
from samskap.testing.factories.partnership import PartnerFactory, partnership
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
NEXT_WEEK = timedelta(days=7)


@pytest.fixture
def holder():
    return PersonFactory()


@pytest.fixture
def ada():
    return PersonFactory()


@pytest.fixture
def bo():
    return PersonFactory()


@pytest.fixture
def made(holder, ada, bo, municipality):
    """A meeting that was held; Ada and Bo came."""
    initiative = InitiativeFactory(municipality=municipality, raised_by=holder)
    held = held_with(ada, bo, person=holder, initiative=initiative, kind="meeting")
    note_who_came(event=held, by=holder, came=[ada.pk, bo.pk])
    return held


def sent(made, holder, text="We talked about Sundays."):
    write_minutes(event=made, by=holder, text=text)
    return send_minutes(event=made, by=holder, answer_by=timezone.localdate() + NEXT_WEEK)


def test_minutes_are_approved_when_everybody_who_came_has_said_yes(made, holder, ada, bo):
    sent(made, holder)
    assert Notice.objects.filter(kind="meetings.minutes_sent").count() == 2

    reply(event=made, by=ada)
    assert not newest_of(made).is_approved
    reply(event=made, by=bo)

    assert newest_of(made).is_approved
    with pytest.raises(MinutesAreApproved):
        write_minutes(event=made, by=holder, text="Something else.")


def test_a_correction_is_answered_or_becomes_a_new_version_and_both_are_kept(made, holder, ada, bo):
    sent(made, holder)
    said = reply(event=made, by=ada, correction="It was Saturdays.")
    reply(event=made, by=bo)
    with pytest.raises(CorrectionsWait):
        approve_minutes(event=made, by=holder)

    sent(made, holder, text="We talked about Saturdays.")
    with pytest.raises(TheyMayStillAnswer):
        approve_minutes(event=made, by=holder)
    for person in (ada, bo):
        reply(event=made, by=person)

    assert [each.text for each in Minutes.objects.filter(event=made)] == [
        "We talked about Sundays.",
        "We talked about Saturdays.",
    ]
    assert newest_of(made).is_approved
    said.refresh_from_db()
    assert said.correction == "It was Saturdays."


def test_an_answered_correction_stands_in_nobodys_way(made, holder, ada, bo):
    sent(made, holder)
    said = reply(event=made, by=ada, correction="It was Saturdays.")
    reply(event=made, by=bo)

    answer_correction(reply=said, by=holder, answer="The recording says Sundays.")
    approve_minutes(event=made, by=holder)

    assert newest_of(made).approved_by == holder
    told = Notice.objects.get(person=ada, kind="meetings.correction_answered")
    assert told.text == "The recording says Sundays."


def test_when_the_day_is_over_silence_is_a_yes_but_a_correction_waits(made, holder, ada):
    minutes = sent(made, holder)
    yesterday = timezone.localdate() - timedelta(days=1)
    said = reply(event=made, by=ada, correction="It was Saturdays.")
    Minutes.objects.filter(pk=minutes.pk).update(answer_by=yesterday)
    assert approve_due() == 0

    answer_correction(reply=said, by=holder, answer="The recording says Sundays.")

    assert [approve_due(), approve_due()] == [1, 0]
    assert newest_of(made).approved_by is None


def test_only_those_who_came_approve_and_somebody_must_have_noted_it(made, holder):
    sent(made, holder)
    with pytest.raises(YouWereNotThere):
        reply(event=made, by=PersonFactory())

    other = held_with(PersonFactory(), person=holder, initiative=made.initiative)
    write_minutes(event=other, by=holder, text="Nobody knows who came.")
    with pytest.raises(NoteWhoCame):
        send_minutes(event=other, by=holder, answer_by=timezone.localdate() + NEXT_WEEK)


def test_what_a_meeting_settled_is_a_decision_of_the_initiative_and_points_back(
    made, holder, client
):
    hand = hand_of(holder, made.municipality)

    write_decision(
        event=made, hand=hand, title="Open on Sundays", text="From May.", reasons="Many work."
    )

    (decision,) = Decision.objects.filter(initiative=made.initiative)
    assert decision.title == "Open on Sundays"
    assert decision.status == "decided"
    assert made.title in client.get(decision.get_absolute_url()).text
    assert "Open on Sundays" in client.get(reverse("meetings:minutes", args=[made.pk])).text


def test_partners_who_have_agreed_are_asked_by_their_own_rule(made, holder):
    partnership(made.initiative)

    point = write_decision(
        event=made,
        hand=hand_of(holder, made.municipality),
        title="Open on Sundays",
        text="From May.",
        reasons="Many work.",
    )

    assert point.decision.status == "open"


def test_a_promise_made_at_a_meeting_waits_for_a_yes_like_any_other(made, holder):
    partner = PartnerFactory(initiative=made.initiative, person=holder)

    write_commitment(
        event=made,
        by=holder,
        partner=partner,
        what="Find the keys",
        due_on=timezone.localdate() + NEXT_WEEK,
    )

    (point,) = points_of(made)
    assert point.commitment.what == "Find the keys"
    assert point.commitment.status == "offered"


def test_drafts_are_read_by_those_who_came_and_all_read_what_is_approved(
    client, made, holder, ada, bo
):
    path = reverse("meetings:minutes", args=[made.pk])
    client.force_login(holder)
    client.post(reverse("meetings:write_minutes", args=[made.pk]), {"text": "About Sundays."})
    day = (timezone.localdate() + NEXT_WEEK).isoformat()
    client.post(reverse("meetings:send_minutes", args=[made.pk]), {"answer_by": day})
    client.logout()
    assert "About Sundays." not in client.get(path).text

    client.force_login(ada)
    assert "About Sundays." in client.get(path).text
    page = client.post(path, {"answer": "no", "correction": ""}).text
    assert "Write what should be put right." in page
    client.post(path, {"answer": "yes"})
    client.force_login(bo)
    client.post(path, {"answer": "yes"})
    client.logout()

    assert "About Sundays." in client.get(path).text


def test_the_desk_asks_for_a_yes_until_it_is_given_and_for_the_newest(client, made, holder, ada):
    sent(made, holder)
    sent(made, holder, text="We talked about Saturdays.")
    client.force_login(ada)
    desk = client.get(reverse("desk:desk")).text
    assert "Minutes to approve" in desk
    assert desk.count(reverse("meetings:minutes", args=[made.pk])) == 1

    reply(event=made, by=ada)

    assert "Minutes to approve" not in client.get(reverse("desk:desk")).text


def test_a_draft_begins_with_the_agenda(client, holder, municipality):
    initiative = InitiativeFactory(municipality=municipality)
    held = event(initiative=initiative, person=holder, kind="meeting")
    for title in ("Welcome", "Open on Sundays"):
        propose_item(
            event=held, hand=hand_of(holder, municipality), title=title, minutes=9, language="en"
        )
    starts_at = timezone.now() - timedelta(hours=5)
    times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=3)}
    Event.objects.filter(pk=held.pk).update(**times)
    client.force_login(holder)

    page = client.get(reverse("meetings:write_minutes", args=[held.pk])).text

    assert "1. Welcome" in page
    assert "2. Open on Sundays" in page


def test_the_page_asks_as_often_for_many_answers_and_points_as_for_one(client, made, holder):
    sent(made, holder)
    asked = []
    for _ in range(3):
        person = PersonFactory()
        Attendance.objects.create(
            municipality=made.municipality, event=made, person=person, came=True
        )
        reply(event=made, by=person, correction="It was Saturdays.")
        write_decision(
            event=made,
            hand=hand_of(holder, made.municipality),
            title="Open on Sundays",
            text="From May.",
            reasons="Many work.",
        )
        client.force_login(holder)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("meetings:minutes", args=[made.pk]))
        asked.append(len(queries))

    assert asked[1] == asked[2]
