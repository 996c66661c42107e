"""Factories for committees: proposed through the actions, and placed where a test needs them."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from samskap.committees.actions import calling, proposing
from samskap.committees.models import (
    Call,
    Charter,
    CharterReading,
    Choice,
    Committee,
    Declaration,
    Member,
    Registration,
    Seat,
    State,
)
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
        made.adopted_on, made.adopted_in = timezone.localdate(made.at), of.body
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


def open_call_of(of: Committee, **more: Any) -> Call:
    """An open call with one question, for two weeks; the council chooses unless told otherwise."""
    facts = {
        "municipality": of.municipality,
        "text": "Come along.",
        "questions": ["What do you know of it?"],
        "way": Way.COUNCIL,
        "closes_on": timezone.localdate() + timedelta(days=14),
    }
    made: Call = Call.objects.create(committee=of, **facts | more)
    return made


def registration(call: Call, *, person: Person | None = None, **more: Any) -> Registration:
    """Somebody who registered and declared, unless told otherwise."""
    hand = hand_of(person or PersonFactory(), call.municipality)
    plain = {"words": "I would like to.", "answers": ["A little."], "is_open": True}
    return calling.register(call=call, hand=hand, **plain | more)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of committees names."""
    made = committee(
        municipality=municipality, state=State.RECRUITING, title="Young people in the centre"
    )
    charter(made, seats=[{"number": 1, "role": "resident", "perspective": "Aged 13–25"}])
    newer = charter(made, is_adopted=False, task="Another task.", why_new="The law changed.")
    place = seat(made, perspective="Aged 13–25", least_age=13, most_age=25)
    sitting = member(made, person=people["resident"], seat=place, sex="woman", birth_year=1990)
    politician(made, person=people["politician"], is_chair=True, sex="man")
    ready = member(made, is_substitute=True)
    gone = member(made, until=timezone.localdate(), left_because="A new job.")
    call = open_call_of(made)
    registered = registration(call, perspectives=["Aged 13–25"])
    own = registration(call, person=people["resident"])
    by = people["politician"]
    CharterReading.objects.create(
        municipality=municipality, charter=made.charters.get(version=1), member=sitting, by=by
    )
    Choice.objects.create(
        municipality=municipality,
        registration=own,
        outcome="not_chosen",
        way=Way.COUNCIL,
        reason="Another knew it better.",
        by=by,
    )
    empty = committee(municipality=municipality, title="Nothing written yet")
    here, nothing = {"slug": made.slug}, {"slug": empty.slug}
    pages = "committee describe step charters write_charter call close_call draw team elect".split()
    return {
        **{f"committees:{name}": [here, nothing] for name in pages},
        **{f"committees:{name}": [here] for name in "register enter registrations declare".split()},
        "committees:charter": [{**here, "version": 1}, {**here, "version": newer.version}],
        "committees:adopt_charter": [{**here, "version": newer.version}],
        "committees:read_charter": [{**here, "version": 1}],
        "committees:registration": [{"pk": registered.pk}, {"pk": own.pk}],
        **{
            f"committees:{name}": [{"pk": registered.pk}]
            for name in ("assess", "choose", "withdraw")
        },
        **{f"committees:{name}": [{"pk": sitting.pk}] for name in ("leave", "let_lead")},
        "committees:declare_for": [{"pk": gone.pk}],
        "committees:take_over": [{"pk": ready.pk}],
        "api:list_committee_steps": [here],
    }
