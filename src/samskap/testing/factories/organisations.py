"""Factories for organisations."""

from datetime import timedelta

import factory
from django.utils import timezone

from samskap.organisations.models import Membership, Organisation
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory


class OrganisationFactory(factory.django.DjangoModelFactory):
    """An association without a number."""

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
