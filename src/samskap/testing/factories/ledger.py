"""Factories for the ledger: rows are given through its actions, as in the house itself."""

from typing import Any

import factory

from samskap.ledger import actions
from samskap.ledger.hands import Hand, giver_for
from samskap.ledger.models import Account, ActorKind, Contribution
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory


class AccountFactory(factory.django.DjangoModelFactory):
    """An empty account."""

    class Meta:
        model = Account

    municipality = factory.SubFactory(MunicipalityFactory)


def hand_of(
    person: Person, municipality: Municipality, actor_kind: str = ActorKind.RESIDENT, **more: Any
) -> Hand:
    """The hand of a person who acts in a kind of role, without asking whether they may."""
    giver = giver_for(person, municipality)
    return Hand(by=person, giver=giver, actor_kind=ActorKind(actor_kind), **more)


def contribution(
    *, account: Account | None = None, person: Person | None = None, **more: Any
) -> Contribution:
    """A resident’s idea in the first phase, unless told otherwise."""
    account = account or AccountFactory()
    hand = more.pop("hand", None) or hand_of(person or PersonFactory(), account.municipality)
    plain = {"phase": "define", "kind": "idea", "is_input": True, "caption": "A bench", "path": "/"}
    return actions.give(account=account, hand=hand, **plain | more)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of the ledger names."""
    given = contribution(
        account=AccountFactory(municipality=municipality), person=people["resident"]
    )
    return {"ledger:withdraw": [{"public_id": given.public_id}]}
