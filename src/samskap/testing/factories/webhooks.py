"""Factories for webhooks."""

from typing import Any

from factory import SelfAttribute, SubFactory
from factory.django import DjangoModelFactory

from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.webhooks.models import Delivery, Hook


class HookFactory(DjangoModelFactory):
    """An address that hears of ideas."""

    class Meta:
        model = Hook

    municipality = SubFactory(MunicipalityFactory)
    url = "https://receiver.example/hear"
    events = ("ideas.idea_given",)


class DeliveryFactory(DjangoModelFactory):
    """A message that waits."""

    class Meta:
        model = Delivery

    hook = SubFactory(HookFactory)
    municipality = SelfAttribute("hook.municipality")
    what = "ideas.idea_given"
    body = "{}"


def samples(
    municipality: Municipality, people: dict[str, Person]
) -> dict[str, list[dict[str, Any]]]:
    """One of everything that an address of webhooks names."""
    hook = HookFactory(municipality=municipality)
    sent = DeliveryFactory(hook=hook, status=503, attempts=1)
    one = [{"public_id": hook.public_id}]
    return {
        **{f"webhooks:{name}": one for name in "hook try_out renew switch take_away".split()},
        "webhooks:send_again": [{"public_id": sent.public_id}],
    }
