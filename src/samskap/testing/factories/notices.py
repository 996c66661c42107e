"""Notices for tests."""

from typing import Any

import factory

from samskap.municipalities.models import Municipality
from samskap.notices.models import CaughtUp, Letter, Limits, Notice, Wish
from samskap.notices.unsubscribing import token_of
from samskap.people.models import Person
from samskap.testing.factories.people import MUNICIPALITY, PersonFactory


class NoticeFactory(factory.django.DjangoModelFactory):
    """Something that a person has not read yet."""

    class Meta:
        model = Notice

    municipality = factory.SubFactory(MUNICIPALITY)
    person = factory.SubFactory(PersonFactory)
    kind = "ideas.answered"
    label = factory.Sequence(lambda n: f"Your idea no. {n} has an answer")
    text = "The partners use it."
    path = "/"


class LimitsFactory(factory.django.DjangoModelFactory):
    """The limits that hold until a person changes them."""

    class Meta:
        model = Limits

    person = factory.SubFactory(PersonFactory)


class LetterFactory(factory.django.DjangoModelFactory):
    """A digest that waits to be sent."""

    class Meta:
        model = Letter

    municipality = factory.SubFactory(MUNICIPALITY)
    person = factory.SubFactory(PersonFactory)
    cause = factory.Sequence(lambda n: f"digest:{n}")


def samples(
    municipality: Municipality, people: dict[str, Person]
) -> dict[str, list[dict[str, Any]]]:
    """Name an object for each address that needs one."""
    somebody = people.get("resident") or PersonFactory()
    letter = LetterFactory(municipality=municipality, person=somebody)
    notice = NoticeFactory(municipality=municipality, person=somebody, letter=letter)
    NoticeFactory(municipality=municipality, person=somebody, read_at=notice.at)
    Wish.objects.create(person=somebody, subject="ledger", way=Wish.Way.HERE)
    CaughtUp.objects.create(municipality=municipality, person=somebody, until=notice.at)
    return {
        "notices:open": [{"notice_id": notice.pk}],
        "notices:unsubscribe": [{"token": token_of(somebody)}],
    }
