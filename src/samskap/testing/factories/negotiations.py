"""Factories for negotiations: tables that are set, mapped and talked over through the actions."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from samskap.drafting.actions import add_paragraph, publish_edition
from samskap.drafting.models import Edition
from samskap.initiatives.models import Initiative
from samskap.ledger.models import ActorKind
from samskap.municipalities.models import Municipality
from samskap.negotiations.actions import (
    agreeing,
    asking,
    mapping,
    pledging,
    reviewing,
    seating,
    talking,
)
from samskap.negotiations.models import Negotiation, Party, Spokesperson
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

MATTER = "How we keep the town centre safe for young people"


def mediator_in(municipality: Municipality) -> Person:
    """Somebody who facilitates there."""
    return RoleFactory(municipality=municipality, role="facilitator").person


def negotiation(
    *,
    initiative: Initiative | None = None,
    municipality: Municipality | None = None,
    by: Person | None = None,
    **more: Any,
) -> Negotiation:
    """A table that was just set, with an empty map."""
    if initiative is None:
        own = {"municipality": municipality} if municipality else {}
        initiative = InitiativeFactory(**own)
    by = by or mediator_in(initiative.municipality)
    plain = {"matter": MATTER, "language": "en"}
    return mapping.start(initiative=initiative, by=by, **plain | more)


def party(negotiation: Negotiation, name: str, **more: Any) -> Party:
    """A group on the map that nobody has asked."""
    marks = more.pop("marks", {"is_touched": True, "knows": True})
    return mapping.add_party(
        negotiation=negotiation, by=negotiation.mediator, name=name, marks=marks, **more
    )


def seated(negotiation: Negotiation, name: str, *, person: Person | None = None) -> Party:
    """A group without an organisation that sits at the table through somebody of its own."""
    group = party(negotiation, name)
    take(group, person or PersonFactory())
    group.refresh_from_db()
    return group


def take(group: Party, person: Person, **more: Any) -> Spokesperson:
    """Let somebody take a seat by a letter."""
    key = seating.invite_to_seat(
        party=group, by=group.negotiation.mediator, link="https://x/KEY/", **more
    )
    return seating.take_seat(key=key, by=person)


def hidden(
    negotiation: Negotiation, name: str, *, person: Person, called: str, behind: str
) -> Party:
    """A group that sits at the table through somebody under a pseudonym."""
    group = party(negotiation, name)
    take(group, person, called=called, is_hidden=True, behind=behind)
    group.refresh_from_db()
    return group


def organised(
    negotiation: Negotiation, organisation: Organisation | None = None
) -> tuple[Party, Person]:
    """An organisation at the table, and who speaks for it."""
    organisation = organisation or OrganisationFactory(municipality=negotiation.municipality)
    speaker = MembershipFactory(organisation=organisation).person
    group = party(negotiation, organisation.name, organisation=organisation)
    mapping.invite(party=group, by=negotiation.mediator, how="by letter")
    seating.sit_for(party=group, by=speaker)
    group.refresh_from_db()
    return group, speaker


def edition_of(negotiation: Negotiation) -> Edition:
    """The first edition of a joint text with one paragraph."""
    by = negotiation.mediator
    document = agreeing.open_joint_text(negotiation=negotiation, by=by, title="A joint plan")
    pen = hand_of(by, negotiation.municipality, ActorKind.FACILITATOR)
    add_paragraph(document=document, hand=pen, text="Light in the park.", why="All asked.")
    return publish_edition(document=document, name="First", why="To say yes to", by=by)


def agreed(negotiation: Negotiation, parties: list[Party]) -> Negotiation:
    """A table whose parties have all said yes to the first edition of a joint text."""
    by = negotiation.mediator
    agreeing.open_table(negotiation=negotiation, by=by)
    edition_of(negotiation)
    for each in parties:
        agreeing.assent(party=each, by=by, says="yes", channel="meeting")
    return agreeing.agree(negotiation=negotiation, by=by)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of negotiations names."""
    mediator = people["facilitator"]
    made = negotiation(municipality=municipality, by=mediator, first=["The school"])
    first = seated(made, "Neighbours of the park", person=people["resident"])
    second = hidden(
        made,
        "Young people",
        person=people["employee"],
        called="Seagull",
        behind="Sigrun Hidden",
    )
    organised(made)
    asked = party(made, "The villages")
    mapping.invite(party=asked, by=mediator, how="by letter")
    talking.put_position(
        party=first, by=mediator, kind="interest", text="Sleep at night.", language="en",
        readers="all", channel="meeting",
    )  # fmt: skip
    talking.put_position(
        party=second, by=mediator, kind="limit", text="No cameras.", language="en",
        readers="mediator", channel="meeting",
    )  # fmt: skip
    option = talking.lay_option(
        negotiation=made, by=mediator, title="A café in the park", language="en", party=first,
        meets=first.positions.all(), channel="meeting",
    )  # fmt: skip
    talking.say(option=option, party=second, by=mediator, says="change", reason="Open late.")
    seats = list(made.parties.exclude(joined_on=None))
    agreed(made, seats)
    promise = pledging.pledge(
        party=first, by=mediator, what="Water the trees", due_on=timezone.localdate() + WEEK
    )
    pledging.count_on(pledge=promise, by=mediator)
    reviewing.hold_review(negotiation=made, by=mediator, words="It goes well.")
    asks = asking.ask_for_place(
        negotiation=made, by=PersonFactory(), name="Night owl", need="Light.", language="en",
        marks={"is_touched": True},
    )  # fmt: skip
    offered = party(made, "Parents")
    key = seating.invite_to_seat(party=offered, by=mediator, link="https://x/KEY/")
    here = [{"slug": made.initiative.slug}]
    return {
        **{f"negotiations:{name}": here for name in "table start map add behind reviews".split()},
        "negotiations:party": [{"pk": asked.pk}, {"pk": first.pk}, {"pk": asks.pk}],
        "negotiations:leave": [{"pk": first.pk}],
        "negotiations:option": [{"pk": option.pk}],
        "negotiations:seat": [{"key": key}],
    }


WEEK = timedelta(days=7)
