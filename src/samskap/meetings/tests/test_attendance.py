from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.meetings.actions.attendance import name_secretary, note_who_came, type_in_cards
from samskap.meetings.actions.coming import come
from samskap.meetings.carding import UNKNOWN, shown
from samskap.meetings.errors.attendance import MoreThanCards, NotExpected
from samskap.meetings.errors.events import NotYet, NotYoursToHold
from samskap.meetings.models import Attendance, Event
from samskap.meetings.queries.attendance import attendance_of
from samskap.meetings.queries.taking_part import expected_at
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meetings import event, past_event
from samskap.testing.factories.partnership import PartnerFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
SVELVIK = {"age": {"0-19": 4, "20-64": 30, "65-": 26}}


def noted(event, person, came):
    return Attendance.objects.create(
        municipality=event.municipality, event=event, person=person, came=came
    )


def held_with(*people, **more):
    """An event that is over, to which these had said that they come."""
    made = event(**{"kind": "meeting", **more})
    for person in people:
        come(event=made, by=person)
    starts_at = timezone.now() - timedelta(days=2)
    times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=3)}
    Event.objects.filter(pk=made.pk).update(**times)
    made.refresh_from_db()
    return made


def test_attendance_counts_those_asked_for_and_only_what_is_written_down(
    django_assert_num_queries,
):
    initiative = InitiativeFactory()
    first, second, _unwritten = (past_event(initiative=initiative) for _ in range(3))
    ada, bo, guest = PersonFactory(), PersonFactory(), PersonFactory()
    noted(first, ada, True)
    noted(first, bo, False)
    noted(first, guest, True)
    noted(second, ada, False)

    with django_assert_num_queries(1):
        found = attendance_of(initiative, [ada, bo])

    assert found == [(first, 1, 2), (second, 0, 1)]


def test_partners_are_expected_at_meetings_and_whoever_is_not_ticked_did_not_come():
    holder, ada = PersonFactory(), PersonFactory()
    initiative = InitiativeFactory()
    partner = PartnerFactory(initiative=initiative)
    made = held_with(ada, initiative=initiative, person=holder, kind="meeting")
    assert set(expected_at(made)) == {ada, partner.person}

    note_who_came(event=made, by=holder, came=[ada.pk])
    note_who_came(event=made, by=holder, came=[ada.pk])

    came = dict(Attendance.objects.filter(event=made).values_list("person", "came"))
    assert came == {ada.pk: True, partner.person.pk: False}


def test_only_those_on_the_list_are_ticked_and_not_before_it_begins():
    holder = PersonFactory()
    with pytest.raises(NotExpected):
        note_who_came(event=past_event(person=holder), by=holder, came=[PersonFactory().pk])
    with pytest.raises(NotYet):
        note_who_came(event=event(person=holder), by=holder, came=[])


def test_the_secretary_writes_down_who_came_and_others_do_not():
    holder, ada, bo = PersonFactory(), PersonFactory(), PersonFactory()
    made = held_with(ada, bo, person=holder)
    name_secretary(event=made, by=holder, secretary=ada)
    made.refresh_from_db()

    note_who_came(event=made, by=ada, came=[ada.pk, bo.pk])

    assert Attendance.objects.filter(event=made, came=True).count() == 2
    with pytest.raises(NotYoursToHold):
        note_who_came(event=made, by=bo, came=[])


def test_sixty_cards_are_shown_without_the_cells_that_would_tell_of_somebody():
    holder = PersonFactory()
    made = past_event(person=holder)

    sheet = type_in_cards(event=made, by=holder, cards=60, counts=SVELVIK, first_time=3)

    assert sheet.counts == SVELVIK
    public = shown(sheet)["age"]
    assert public.total == 60
    assert public.count_of == {"0-19": None, "20-64": 30, "65-": None}


def test_cards_that_leave_a_line_empty_are_unknown_and_never_more_than_there_are():
    holder = PersonFactory()
    made = past_event(person=holder)

    sheet = type_in_cards(event=made, by=holder, cards=50, counts={"sex": {"female": 30}})
    assert shown(sheet)["sex"].count_of == {"female": 30, UNKNOWN: 20}

    with pytest.raises(MoreThanCards) as refusal:
        type_in_cards(event=made, by=holder, cards=50, counts={"sex": {"female": 51}})
    assert str(refusal.value) == "There are 50 cards, but 51 in “Sex”. Count them again."


def test_the_holder_types_cards_in_and_the_page_hides_small_cells(client, municipality):
    holder = PersonFactory()
    made = past_event(
        initiative=InitiativeFactory(municipality=municipality), person=holder, title="Open evening"
    )
    client.force_login(holder)
    path = reverse("meetings:cards", args=[made.pk])

    client.post(path, {"cards": "60", "age_0-19": "4", "age_20-64": "30", "age_65-": "26"})

    assert 'value="26"' in client.get(path).text  # whoever holds it reads what was typed
    client.logout()
    page = client.get(made.get_absolute_url()).text
    assert "60 people handed in a card." in page
    assert "30" in page
    assert "hidden" in page
    (row,) = client.get(reverse("api:list_cards")).json()["items"]
    assert (row["cards"], row["age_0_19"], row["age_20_64"], row["age_65"]) == (60, None, 30, None)


def test_more_in_a_group_than_cards_is_said_in_the_form_and_what_was_typed_stays(
    client, municipality
):
    holder = PersonFactory()
    made = past_event(initiative=InitiativeFactory(municipality=municipality), person=holder)
    client.force_login(holder)

    page = client.post(
        reverse("meetings:cards", args=[made.pk]), {"cards": "10", "sex_female": "11"}
    ).text

    assert "There are 10 cards, but 11 here." in page
    assert 'value="11"' in page


def test_who_came_is_ticked_on_a_page(client, municipality):
    holder, ada, bo = PersonFactory(), PersonFactory(given_name="Adalina"), PersonFactory()
    initiative = InitiativeFactory(municipality=municipality)
    made = held_with(ada, bo, person=holder, initiative=initiative)
    client.force_login(holder)
    path = reverse("meetings:attendance", args=[made.pk])
    assert "Adalina" in client.get(path).text

    client.post(path, {"came": [ada.pk], "secretary": bo.pk})

    assert attendance_of(initiative, [ada, bo]) == [(made, 1, 2)]
    made.refresh_from_db()
    assert made.arrangement.secretary == bo
