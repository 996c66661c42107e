"""Notices for tests."""

import factory

from samskap.notices.models import Limits, Notice
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
