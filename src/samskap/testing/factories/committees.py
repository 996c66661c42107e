"""Factories for committees: proposed through the actions, and placed where a test needs them."""

from typing import Any

from samskap.committees.actions import proposing
from samskap.committees.models import Charter, Committee, Declaration, Member, Seat, State
from samskap.committees.models.committee import ASIDE
from samskap.committees.models.team import Role, Way
from samskap.initiatives.models import Initiative
from samskap.ledger.hands import giver_for
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, person_with


def council_of(municipality: Municipality) -> Organisation:
    """The council of a municipality; there is one."""
    found = Organisation.objects.of(municipality).filter(kind=Organisation.Kind.COUNCIL).first()
    return found or OrganisationFactory(
        municipality=municipality, kind=Organisation.Kind.COUNCIL, name="The council"
    )


def councillor(municipality: Municipality) -> Person:
    """An elected representative who belongs to the council."""
    person = person_with("politician", municipality)
    MembershipFactory(organisation=council_of(municipality), person=person)
    return person


def committee(
    *,
    municipality: Municipality | None = None,
    initiative: Initiative | None = None,
    state: str = State.PROPOSED,
    **more: Any,
) -> Committee:
    """A committee on integration that a facilitator proposed; in any state a test asks for."""
    if municipality is None:
        municipality = initiative.municipality if initiative else MunicipalityFactory()
    by = more.pop("by", None) or person_with("facilitator", municipality)
    plain = {
        "title": "Integration",
        "purpose": "Newcomers meet too few of us.",
        "body": council_of(municipality),
        "facilitator": by,
        "language": "en",
    }
    made = proposing.propose(
        municipality=municipality,
        hand=hand_of(by, municipality, "facilitator"),
        initiative=initiative or InitiativeFactory(municipality=municipality, raised_by=by),
        **plain | more,
    )
    if state != State.PROPOSED:
        made.state, made.state_before = state, State.WORKING if state in ASIDE else ""
        if state == State.MERGED:
            made.merged_into = committee(municipality=municipality, by=by, state=State.WORKING)
        made.save()
    return made


def charter(of: Committee, *, is_adopted: bool = True, **more: Any) -> Charter:
    """The next version of a charter, adopted unless told otherwise."""
    last = of.charters.order_by("-version").first()
    facts: dict[str, Any] = {
        "version": last.version + 1 if last else 1,
        "background": "Newcomers meet too few of us.",
        "task": "Find out how they find work and friends.",
        "deliveries": "At most ten recommendations to the council.",
    }
    made: Charter = Charter.objects.create(
        municipality=of.municipality, committee=of, **facts | more
    )
    if is_adopted:
        made.adopted_on, made.adopted_in = made.at.date(), of.body
        made.save()
    return made


def seat(of: Committee, **more: Any) -> Seat:
    """The next seat: for a resident, unless told otherwise."""
    number = of.seats.count() + 1
    facts = {"number": number, "role": Role.RESIDENT, "perspective": f"Perspective {number}"}
    made: Seat = Seat.objects.create(municipality=of.municipality, committee=of, **facts | more)
    return made


def declaration(of: Committee, person: Person, **more: Any) -> Declaration:
    """That somebody is open to any solution, and has no interests to tell of."""
    made: Declaration = Declaration.objects.create(
        **{
            "municipality": of.municipality,
            "committee": of,
            "giver": giver_for(person, of.municipality),
            "is_open": True,
            "by": person,
        }
        | more
    )
    return made


def member(of: Committee, *, person: Person | None = None, **more: Any) -> Member:
    """A resident who sits in a committee and has declared, unless told otherwise."""
    person = person or PersonFactory()
    facts = {
        "municipality": of.municipality,
        "person": person,
        "giver": giver_for(person, of.municipality),
        "role": Role.RESIDENT,
        "way": Way.COUNCIL,
    }
    made: Member = Member.objects.create(committee=of, **facts | more)
    declaration(of, person)
    return made


def politician(of: Committee, **more: Any) -> Member:
    """An elected representative who sits in a committee and has declared."""
    person = more.pop("person", None) or person_with("politician", of.municipality)
    return member(of, person=person, role=Role.POLITICIAN, **more)
