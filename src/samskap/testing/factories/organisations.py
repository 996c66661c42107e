"""Factories for organisations."""

from datetime import timedelta

import factory
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.organisations.models import JoinRequest, Membership, Organisation
from samskap.people.models import Person
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory


class OrganisationFactory(factory.django.DjangoModelFactory):
    """An association without a number, which nobody belongs to yet."""

    class Meta:
        model = Organisation

    municipality = factory.SubFactory(MunicipalityFactory)
    name = factory.Sequence(lambda n: f"Friends of the shore {n}")
    slug = factory.Sequence(lambda n: f"friends-{n}")
    kind = Organisation.Kind.ASSOCIATION


class MembershipFactory(factory.django.DjangoModelFactory):
    """Someone who may speak for an organisation for a year."""

    class Meta:
        model = Membership

    organisation = factory.SubFactory(OrganisationFactory)
    municipality = factory.SelfAttribute("organisation.municipality")
    person = factory.SubFactory(PersonFactory)
    may_speak = True
    mandate_from = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))
    mandate_until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=365))


class PlainMembershipFactory(MembershipFactory):
    """Someone who belongs to an organisation and may not speak for it."""

    may_speak = False
    mandate_from = None
    mandate_until = None


class AdministratorFactory(PlainMembershipFactory):
    """Someone who looks after an organisation and may not speak for it."""

    is_administrator = True


class JoinRequestFactory(factory.django.DjangoModelFactory):
    """Someone who asks to join an organisation."""

    class Meta:
        model = JoinRequest

    organisation = factory.SubFactory(OrganisationFactory)
    municipality = factory.SelfAttribute("organisation.municipality")
    person = factory.SubFactory(PersonFactory)
    words = "Treasurer since May."


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """Make one row behind each address of organisations, and name the addresses."""
    resident, administrator = people["resident"], people["administrator"]
    roof = OrganisationFactory(municipality=municipality, name="Fjordvik velforbund")
    shore = OrganisationFactory(
        municipality=municipality,
        name="Strandens venner",
        also_kinds=[Organisation.Kind.BUSINESS],
        number="999000010" if municipality.country == "NO" else "99000015",
        parent=roof,
        about="Vi rydder stranda, og driver kafé om sommeren.",
        language="nb",
        website="https://shore.example/",
    )
    OrganisationFactory(municipality=municipality, name="Strandens ungdom", parent=shore)
    MembershipFactory(organisation=shore, person=resident, given_by=resident, is_administrator=True)
    member = MembershipFactory(organisation=shore, given_by=resident)
    asked = JoinRequestFactory(organisation=shore)
    parish = OrganisationFactory(
        municipality=municipality,
        name="Fjordvik menighet",
        kind=Organisation.Kind.FAITH_COMMUNITY,
    )
    council = OrganisationFactory(
        municipality=municipality,
        name="Fjordvik kommunestyre",
        kind=Organisation.Kind.COUNCIL,
    )
    seat = MembershipFactory(
        organisation=council, person=people["politician"], given_by=administrator
    )
    pages = [{"slug": each.slug} for each in (shore, parish, council)]
    members = [{"membership_id": each.pk} for each in (member, seat)]
    requests = [{"request_id": asked.pk}]
    return {
        "organisations:organisation": [*pages, {"slug": roof.slug}],
        "organisations:change": pages,
        "organisations:join": pages,
        "organisations:members": pages,
        "organisations:accept": requests,
        "organisations:decline": requests,
        "organisations:take_back": requests,
        "organisations:give_mandate": members,
        "organisations:end_mandate": members,
        "organisations:let_look_after": members,
        "organisations:end_membership": members,
        "api:one_organisation": pages,
    }
