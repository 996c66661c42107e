from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from samskap.meetings.actions.coming import come
from samskap.meetings.actions.floor import (
    add_speaker,
    end_floor,
    give_floor,
    put_up_hand,
    take_down_hand,
)
from samskap.meetings.errors.agenda import NotTakingPart
from samskap.meetings.errors.floor import NoSuchHand, NotNow
from samskap.meetings.models import Speaker
from samskap.meetings.queries.floor import floor_of
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meetings import event
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def holder():
    return PersonFactory(given_name="Holder")


@pytest.fixture
def going_on(holder, municipality):
    """A meeting that has just begun."""
    now = timezone.now()
    return event(
        initiative=InitiativeFactory(municipality=municipality),
        person=holder,
        starts_at=now - timedelta(minutes=5),
        ends_at=now + timedelta(hours=2),
    )


def there(made):
    """Somebody who comes to it."""
    person = PersonFactory()
    come(event=made, by=person)
    return person


def order(made):
    return [speaker.person or speaker.label for speaker, _is_first in floor_of(made).waiting]


def test_first_timers_speak_before_those_who_have_spoken(going_on, holder):
    ada, bo = there(going_on), there(going_on)
    give_floor(event=going_on, by=holder, speaker=put_up_hand(event=going_on, by=ada).pk)
    end_floor(event=going_on, by=holder, speaker=floor_of(going_on).speaking.pk, minutes=3)

    put_up_hand(event=going_on, by=ada)
    put_up_hand(event=going_on, by=bo)
    add_speaker(event=going_on, by=holder, label="In the red jacket")

    assert order(going_on) == [bo, "In the red jacket", ada]
    floor = floor_of(going_on)
    assert (floor.times, floor.minutes, floor.voices) == (1, 3, 1)


def test_somebody_without_an_account_is_known_again_by_the_word(going_on, holder):
    first = add_speaker(event=going_on, by=holder, label="Table 4")
    give_floor(event=going_on, by=holder, speaker=first.pk)
    add_speaker(event=going_on, by=holder, label="Table 4 ")
    end_floor(event=going_on, by=holder, speaker=first.pk)
    add_speaker(event=going_on, by=holder, label="table 4")
    add_speaker(event=going_on, by=holder, label="Table 5")

    assert order(going_on) == ["Table 5", "table 4"]


def test_a_second_hand_is_no_second_place_and_the_database_knows_it(going_on):
    ada = there(going_on)
    assert put_up_hand(event=going_on, by=ada) == put_up_hand(event=going_on, by=ada)

    with pytest.raises(IntegrityError), transaction.atomic():
        Speaker.objects.create(municipality=going_on.municipality, event=going_on, person=ada)

    take_down_hand(event=going_on, by=ada)
    assert order(going_on) == []


def test_whoever_gets_the_floor_ends_the_time_of_the_one_before(going_on, holder):
    hands = [put_up_hand(event=going_on, by=there(going_on)) for _ in range(2)]
    give_floor(event=going_on, by=holder, speaker=hands[0].pk)
    give_floor(event=going_on, by=holder, speaker=hands[1].pk)

    floor = floor_of(going_on)
    assert floor.speaking == hands[1]
    assert floor.times == 1
    with pytest.raises(NoSuchHand):
        give_floor(event=going_on, by=holder, speaker=hands[1].pk)


def test_hands_are_put_up_by_those_who_take_part_while_it_is_on(going_on, holder):
    with pytest.raises(NotTakingPart):
        put_up_hand(event=going_on, by=PersonFactory())
    with pytest.raises(NotNow):
        put_up_hand(event=event(person=holder), by=holder)


def test_the_list_works_by_forms_and_is_read_anew_in_pieces(client, going_on, holder):
    ada = there(going_on)
    path = reverse("meetings:floor", args=[going_on.pk])
    client.force_login(ada)
    client.post(path, {"act": "up"})
    assert "You are on the list." in client.get(path).text
    client.force_login(holder)
    client.post(path, {"act": "add", "label": "In the red jacket"})
    page = client.post(path, {"act": "add", "label": ""}).text
    assert "This field is required." in page
    first = floor_of(going_on).waiting[0][0]
    client.post(path, {"act": "give", "speaker": first.pk})

    page = client.get(path).text
    assert ada.shown_name in page
    assert "In the red jacket" in page
    client.post(path, {"act": "end", "speaker": first.pk, "minutes": "4"})
    assert floor_of(going_on).minutes == 4
    assert client.post(path, {"act": "end", "speaker": "nobody"}).status_code == 409
