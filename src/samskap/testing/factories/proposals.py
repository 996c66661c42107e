"""Factories for proposals: made through the actions, and signed by as many as a test needs."""

from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Identity, Level, Person, Provider
from samskap.places.models import Area
from samskap.proposals.actions import council, drafting, measures, on_paper, signing
from samskap.proposals.models import PaperList, Proposal, Signature
from samskap.proposals.queries.rules import council_of, threshold_of
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory
from samskap.testing.factories.places import AreaFactory, PopulationFactory

BORN = date(1980, 2, 1)
PLAIN = {
    "title": "Light the path to the school",
    "text": "Children walk in the dark half the year. Put lamps along the path.",
    "language": "en",
}


def residents(municipality: Municipality, persons: int) -> None:
    """Let so many live in a municipality."""
    area = Area.objects.of(municipality).filter(kind=Area.Kind.MUNICIPALITY).first()
    area = area or AreaFactory(municipality=municipality, kind=Area.Kind.MUNICIPALITY)
    PopulationFactory(area=area, persons=persons, counted_on=date(2026, 1, 1), source="SSB 07459")


def steward_of(municipality: Municipality) -> Person:
    """Somebody who looks after signatures there."""
    return RoleFactory(municipality=municipality, role="facilitator").person


def the_writer(municipality: Municipality, politician: Person) -> Person:
    """Let a politician belong to the council that is registered there, or to a new one."""
    body = council_of(municipality)
    if body is None:
        return council_in(municipality, politician)
    if not body.memberships.filter(person=politician, ended_at=None).exists():
        MembershipFactory(organisation=body, person=politician)
    return politician


def council_in(municipality: Municipality, writer: Person | None = None) -> Person:
    """Register a council, and return somebody who writes down what it says."""
    body = OrganisationFactory(municipality=municipality, kind=Organisation.Kind.COUNCIL)
    writer = writer or RoleFactory(municipality=municipality, role="politician").person
    MembershipFactory(organisation=body, person=writer)
    return writer


def draft(
    *, municipality: Municipality | None = None, person: Person | None = None, **more: Any
) -> Proposal:
    """A resident’s draft, unless told otherwise."""
    municipality = municipality or MunicipalityFactory()
    made_by = more.pop("hand", None) or hand_of(person or PersonFactory(), municipality)
    return drafting.draft(municipality=municipality, hand=made_by, **PLAIN | more)


def proposal(**more: Any) -> Proposal:
    """A proposal that is open for signatures."""
    made = draft(**more)
    return drafting.open_proposal(proposal=made, by=made.proposer or made.giver.person)


def identified(municipality: Municipality, person: Person | None = None) -> Person:
    """Somebody who has shown a national e-ID that counts there."""
    person = person or PersonFactory()
    provider, _new = Provider.objects.get_or_create(
        municipality=municipality,
        issuer="https://e-id.example",
        client_id="proposals",
        defaults={"name": "e-ID", "level": Level.IDENTIFIED},
    )
    Identity.objects.create(
        municipality=municipality, provider=provider, person=person, subject=f"s{person.pk}"
    )
    return person


def sign(proposal: Proposal, by: Person | None = None, **more: Any) -> Signature:
    """Somebody’s signature on the web; with a name of their own unless told otherwise."""
    by = by or identified(proposal.municipality)
    plain = {
        "name": f"Ada Strand {by.pk}",
        "address": "Storgata 1",
        "born_on": BORN,
        "lives_here": True,
    }
    return signing.sign(proposal=proposal, by=by, **plain | more)


def lines(many: int, *, start: int = 0, **more: Any) -> list[on_paper.Line]:
    """So many different people on a list."""
    plain = {"address": "Torget 2", "born_on": BORN, "signed_on": timezone.localdate()}
    return [
        on_paper.Line(name=f"Ola Paper {number}", **plain | more)
        for number in range(start, start + many)
    ]


def listed(proposal: Proposal, many: int, *, by: Person | None = None, **more: Any) -> PaperList:
    """A list of so many names that somebody has looked up."""
    plain = {
        "name": f"List {proposal.lists.count() + 1}",
        "lines": more.pop("lines", None) or lines(many),
        "keep_until": timezone.localdate() + timedelta(days=200),
        "is_checked": True,
    }
    steward = by or steward_of(proposal.municipality)
    return on_paper.register_list(proposal=proposal, by=steward, **plain | more)


def submitted(
    *, municipality: Municipality | None = None, person: Person | None = None, **more: Any
) -> Proposal:
    """A proposal that lies with the council, signed by the three it took in a tiny place."""
    municipality = municipality or MunicipalityFactory()
    if not Area.objects.of(municipality).filter(kind=Area.Kind.MUNICIPALITY).exists():
        residents(municipality, 150)
    made = proposal(municipality=municipality, person=person, **more)
    signing_enough(made)
    return council.submit(proposal=made, by=made.proposer)


def signing_enough(made: Proposal, by: Person | None = None) -> None:
    """Let as many sign as it takes, on paper."""
    listed(made, threshold_of(made).signatures, by=by)
    made.refresh_from_db()


def accepted(made: Proposal, writer: Person) -> Proposal:
    """Let the council take a proposal up."""
    return council.admit(
        proposal=made,
        verdict="accepted",
        reason="It is about our roads.",
        by=writer,
        council_has_said_so=True,
    )


def decided(made: Proposal, writer: Person, answer: str = "adopted") -> Proposal:
    """Let the council take a proposal up, and decide."""
    accepted(made, writer)
    return council.decide(proposal=made, answer=answer, reasons="We can pay for it.", by=writer)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of proposals names."""
    resident, steward = people["resident"], people["facilitator"]
    begun = draft(municipality=municipality, person=resident, title="A roof over the bus stop")
    opened = proposal(municipality=municipality, person=resident)
    sign(opened, resident, name="Ada Strand")
    sign(opened, PersonFactory(), name="Bo Vik")
    scan = ContentFile(b"%PDF-1.7 a list", name="list.pdf")
    registered = listed(opened, 2, by=steward, scan=scan)
    on_paper.check(
        proposal=opened,
        keys=[opened.signatures.latest("pk").pk],
        validity="not_resident",
        by=steward,
    )
    writer = the_writer(municipality, people["politician"])
    waiting, done = (
        submitted(municipality=municipality, person=resident, title=title)
        for title in ("A bench by the fjord", "Clean the beach each spring")
    )
    decided(done, writer)
    measures.add_measure(
        proposal=done, what="A skip at the beach", due_on=timezone.localdate(), by=steward
    )
    one = [{"pk": opened.pk}, {"pk": begun.pk}, {"pk": done.pk}]
    signing_now, council_now = [{"pk": opened.pk}], [{"pk": waiting.pk}]
    return {
        "proposals:proposal": one,
        "proposals:edit": [{"pk": begun.pk}],
        "proposals:open": [{"pk": begun.pk}],
        **{
            f"proposals:{name}": signing_now
            for name in ("withdraw", "sign", "take_back", "submit", "paper", "signatures", "lists")
        },
        "proposals:scan": [{"pk": registered.pk}],
        "proposals:council": council_now,
        "proposals:follow": [{"pk": done.pk}],
        "proposals:letter": [{"pk": done.pk}],
    }
