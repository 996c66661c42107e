"""People for tests, all of them invented."""

from datetime import date, timedelta
from functools import cache
from typing import Any

import factory
from dateutil.relativedelta import relativedelta
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.people.models import (
    Consent,
    Draft,
    Identity,
    Leave,
    Level,
    Person,
    Profile,
    Provider,
    Role,
    SecondFactor,
    Session,
)
from samskap.people.oidc.flow import hashed
from samskap.people.oidc.keys import new_key
from samskap.people.sealed import seal

MUNICIPALITY = "samskap.testing.factories.municipalities.MunicipalityFactory"
SECRET_OF_APP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - an invented one
NAMES = ["Alfhild", "Borghild", "Cecilie", "Dagfinn", "Eilert", "Fredrikke", "Gunnvor", "Hallgeir"]
"""Long enough that none stands in a page by chance, in a key or an address."""


class PersonFactory(factory.django.DjangoModelFactory):
    """Someone who signed in by e-mail and told a name."""

    class Meta:
        model = Person

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    given_name = factory.Sequence(lambda n: NAMES[n % len(NAMES)])
    family_name = "Strand"
    level = Level.REACHABLE

    @classmethod
    def _create(cls, model_class: type[Person], *args: Any, **facts: Any) -> Person:
        return model_class.objects.create_person(**facts)


class RoleFactory(factory.django.DjangoModelFactory):
    """A role that holds today: `RoleFactory(person=ada, role="facilitator", municipality=m)`."""

    class Meta:
        model = Role

    municipality = factory.SubFactory(MUNICIPALITY)
    person = factory.SubFactory(PersonFactory)
    role = Role.Name.FACILITATOR
    since = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=30))


class ProfileFactory(factory.django.DjangoModelFactory):
    """A profile where everything is private."""

    class Meta:
        model = Profile

    person = factory.SubFactory(PersonFactory)
    needs = "Somewhere to meet in the evenings."
    goals = "A street where neighbours know each other."
    wishes = "A bench by the water."
    resources = "I can weld, and I have Thursdays free."


class ConsentFactory(factory.django.DjangoModelFactory):
    """A consent for a year."""

    class Meta:
        model = Consent

    municipality = factory.SubFactory(MUNICIPALITY)
    person = factory.SubFactory(PersonFactory)
    purpose = Consent.Purpose.HELP
    ends_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=365))


class LeaveFactory(factory.django.DjangoModelFactory):
    """A question to the guardian of a child of twelve, without an answer yet."""

    class Meta:
        model = Leave

    municipality = factory.SubFactory(MUNICIPALITY)
    child = factory.SubFactory(
        PersonFactory,
        born_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=12 * 366)),
    )
    purpose = Consent.Purpose.STORIES
    guardian_email = "guardian@example.org"


@cache
def _kept_key() -> str:
    """One key pair for all: making one takes a second."""
    return new_key()


class ProviderFactory(factory.django.DjangoModelFactory):
    """A provider of e-ID that was given a secret."""

    class Meta:
        model = Provider

    municipality = factory.SubFactory(MUNICIPALITY)
    name = "ID-porten"
    issuer = "https://idporten.example"
    client_id = factory.Sequence(lambda n: f"client {n}")
    proof = Provider.Proof.SECRET
    sign_out_url = "https://idporten.example/sign-out"
    sealed_secret = factory.LazyFunction(lambda: seal("a secret"))
    sealed_key = factory.LazyFunction(_kept_key)


class IdentityFactory(factory.django.DjangoModelFactory):
    """An e-ID of somebody: `IdentityFactory(person=ada, provider=idporten, sub="ada there")`."""

    class Meta:
        model = Identity

    class Params:
        sub = factory.Sequence(lambda n: f"pseudonym {n}")

    person = factory.SubFactory(PersonFactory)
    provider = factory.SubFactory(ProviderFactory)
    municipality = factory.SelfAttribute("provider.municipality")
    subject = factory.LazyAttribute(lambda made: hashed(made.provider, made.sub)[0])


class DraftFactory(factory.django.DjangoModelFactory):
    """An idea that somebody wrote before signing in."""

    class Meta:
        model = Draft

    municipality = factory.SubFactory(MUNICIPALITY)
    person = factory.SubFactory(PersonFactory)
    email = factory.SelfAttribute("person.email")
    path = "/ideas/to/somewhere/give/"
    title = "A lamp at the footbridge"
    fields = factory.LazyFunction(lambda: [["title", "A lamp at the footbridge"]])
    shown = factory.LazyFunction(lambda: [["In one line", "A lamp at the footbridge"]])


class SessionFactory(factory.django.DjangoModelFactory):
    """A browser in which somebody is signed in; its key opens nothing."""

    class Meta:
        model = Session

    key = factory.Sequence(lambda n: f"{n:064x}")
    person = factory.SubFactory(PersonFactory)
    ends_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=14))


class SecondFactorFactory(factory.django.DjangoModelFactory):
    """A second factor that is on; its secret is `SECRET_OF_APP`."""

    class Meta:
        model = SecondFactor

    person = factory.SubFactory(PersonFactory)
    sealed_secret = factory.LazyFunction(lambda: seal(SECRET_OF_APP))
    confirmed_at = factory.LazyFunction(timezone.now)


def born_ago(years: int) -> date:
    """When somebody was born who is so many years old today."""
    return timezone.localdate() - relativedelta(years=years)


def person_with(role: str, municipality: Municipality, **facts: Any) -> Person:
    """Make someone with one role: `person_with("facilitator", municipality)`."""
    person = PersonFactory(**facts)
    if role != Role.Name.RESIDENT:
        RoleFactory(person=person, role=role, municipality=municipality)
    return person


def people_by_role(municipality: Municipality) -> dict[str, Person]:
    """Make one person for each role of a municipality."""
    return {role.value: person_with(role.value, municipality) for role in Role.Name}


def samples(
    municipality: Municipality, people: dict[str, Person]
) -> dict[str, list[dict[str, Any]]]:
    """Name an object for each address that needs one."""
    somebody = people.get("resident") or person_with("resident", municipality)
    held = Consent.objects.of(municipality).filter(person=somebody, withdrawn_at=None)
    consent = held.first() or ConsentFactory(municipality=municipality, person=somebody)
    role = RoleFactory(municipality=municipality, role=Role.Name.EMPLOYEE)
    leave = LeaveFactory(municipality=municipality)
    LeaveFactory(municipality=municipality, child=somebody)
    provider = ProviderFactory(municipality=municipality)
    identity = IdentityFactory(provider=provider, person=somebody)
    SecondFactorFactory(person=somebody)
    draft = DraftFactory(municipality=municipality, person=somebody)
    return {
        "people:reset_factor": [{"role_id": role.pk}],
        "people:draft": [{"key": draft.key}],
        "people:throw_away": [{"key": draft.key}],
        "people:end_session": [{"key": SessionFactory(person=somebody).pk}],
        "people:e_id": [{"provider_id": provider.pk}],
        "people:signed_out": [{"provider_id": provider.pk}],
        "people:provider": [{"provider_id": provider.pk}],
        "people:renew_key": [{"provider_id": provider.pk}],
        "people:take_away_e_id": [{"identity_id": identity.pk}],
        "people:guardian": [{"key": leave.key}],
        "people:withdraw_consent": [{"consent_id": consent.pk}],
        "people:end_role": [{"role_id": role.pk}],
        "people:said_yes": [{"purpose": purpose.value} for purpose in Consent.Purpose],
        "people:person": [{"public_id": somebody.public_id}],
    }
