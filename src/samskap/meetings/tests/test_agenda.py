import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskap.meetings.actions.agenda import move_item_up, propose_item, send_notice, settle_item
from samskap.meetings.actions.coming import come
from samskap.meetings.errors.agenda import NotTakingPart, SayWhyLeftOut
from samskap.meetings.models import AgendaItem
from samskap.meetings.queries.agenda import agenda_of
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.meetings import event
from samskap.testing.factories.partnership import PartnerFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def item(made, person, title, **more):
    """An item of ten minutes, proposed by somebody."""
    plain = {"minutes": 10, "language": "en"}
    return propose_item(
        event=made, hand=hand_of(person, made.municipality), title=title, **plain | more
    )


def titles(made):
    return [point.title for _begins, point in agenda_of(made).points]


def test_whoever_takes_part_proposes_and_hears_what_became_of_it():
    holder, ada = PersonFactory(), PersonFactory()
    made = event(person=holder, kind="meeting")
    with pytest.raises(NotTakingPart):
        item(made, ada, "Open on Sundays")
    come(event=made, by=ada)

    proposed = item(made, ada, "Open on Sundays")
    settle_item(item=proposed, by=holder, is_taken_in=True)

    assert titles(made) == ["Open on Sundays"]
    told = Notice.objects.filter(person=ada).last()
    assert told.label == "“Open on Sundays” is on the agenda of “Gaming night”."
    assert Notice.objects.filter(person=holder, kind="meetings.item_proposed").count() == 1


def test_a_proposal_is_left_out_with_a_reason_and_may_come_in_later():
    holder, partner = PersonFactory(), PartnerFactory()
    made = event(person=holder, kind="meeting", initiative=partner.initiative)
    proposed = item(made, partner.person, "Open on Sundays")
    with pytest.raises(SayWhyLeftOut):
        settle_item(item=proposed, by=holder, is_taken_in=False, because=" ")

    settle_item(item=proposed, by=holder, is_taken_in=False, because="We need the figures first.")
    (left_out,) = agenda_of(made).left_out
    assert left_out.because == "We need the figures first."

    settle_item(item=proposed, by=holder, is_taken_in=True)
    assert titles(made) == ["Open on Sundays"]
    assert agenda_of(made).left_out == []


def test_the_order_gives_each_item_its_time():
    holder = PersonFactory()
    made = event(person=holder)
    welcome, _cake = item(made, holder, "Welcome"), item(made, holder, "Cake", minutes=20)
    last = item(made, holder, "Who does what")

    move_item_up(item=last, by=holder)
    move_item_up(item=last, by=holder)
    last.refresh_from_db()
    move_item_up(item=last, by=holder)  # the first one stays

    agenda = agenda_of(made)
    assert titles(made) == ["Who does what", "Welcome", "Cake"]
    assert [(begins - made.starts_at).seconds // 60 for begins, _item in agenda.points] == [
        0,
        10,
        20,
    ]
    assert agenda.left_over == 180 - 40
    assert welcome.event == made


def test_two_presses_propose_once():
    holder = PersonFactory()
    made = event(person=holder)

    first = item(made, holder, "Welcome")
    second = item(made, holder, "Welcome", public_id=first.public_id)

    assert second == first
    assert AgendaItem.objects.filter(event=made).count() == 1


def test_the_notice_of_meeting_carries_the_agenda_to_all_who_are_expected():
    holder, partner = PersonFactory(), PartnerFactory()
    made = event(person=holder, kind="meeting", initiative=partner.initiative)
    item(made, holder, "Welcome")
    item(made, holder, "Open on Sundays")

    assert send_notice(event=made, by=holder) == 1

    told = Notice.objects.get(person=partner.person, kind="meetings.notice")
    assert told.text == "1. Welcome\n2. Open on Sundays"
    assert agenda_of(made).notice_sent_at is not None


def test_the_page_shows_the_agenda_to_all_and_takes_a_proposal(client, municipality):
    holder, ada = PersonFactory(), PersonFactory()
    made = event(initiative=InitiativeFactory(municipality=municipality), person=holder)
    come(event=made, by=ada)
    path = reverse("meetings:agenda", args=[made.pk])
    client.force_login(ada)

    client.post(path, {"title": "Open on Sundays", "minutes": "15", "why": "Many work."})
    (proposed,) = agenda_of(made).proposed
    client.force_login(holder)
    settle = reverse("meetings:settle_item", args=[proposed.pk])
    page = client.post(settle, {"answer": "no", "because": ""}).text
    assert "Write why it is not on the agenda this time." in page
    client.post(settle, {"answer": "yes"})
    client.logout()

    page = client.get(path).text
    assert "Open on Sundays" in page
    assert "15 minutes" in page


def test_the_page_asks_as_often_for_many_items_as_for_one(client, municipality):
    holder, ada = PersonFactory(), PersonFactory()
    made = event(initiative=InitiativeFactory(municipality=municipality), person=holder)
    come(event=made, by=ada)
    client.force_login(holder)
    asked = []
    for number in range(3):
        item(made, holder, f"Welcome {number}")
        item(made, ada, f"Open on Sundays {number}")
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("meetings:agenda", args=[made.pk]))
        asked.append(len(queries))

    assert asked[1] == asked[2]
    assert "For the agenda" in client.get(reverse("desk:desk")).text
