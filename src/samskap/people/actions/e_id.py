"""e-ID: set up by administrators; added to an account, and taken away, by its owner."""

from typing import Any

from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from samskap.base.mail import send_mail_later
from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.people.errors import IdentityIsTaken, IdentityIsThere, NotYoursToSetUp, ProviderIsThere
from samskap.people.models import Identity, Person, Provider
from samskap.people.oidc.keys import new_key
from samskap.people.permissions import may_set_up_sign_in
from samskap.people.queries import identity_of
from samskap.people.sealed import seal


@transaction.atomic
def set_up_provider(
    *,
    by: Person,
    municipality: Municipality,
    provider: Provider | None = None,
    secret: str = "",
    **facts: Any,
) -> Provider:
    """Let people sign in by a provider, or change how.

    secret  what the provider gave; empty where the one that is kept stays

    Refuses with NotYoursToSetUp or ProviderIsThere.
    """
    if not may_set_up_sign_in(by, municipality):
        raise NotYoursToSetUp
    provider = provider or Provider(municipality=municipality)
    for name, value in facts.items():
        setattr(provider, name, value)
    if secret:
        provider.sealed_secret = seal(secret)
    if not provider.sealed_key:
        provider.sealed_key = new_key()
    try:
        with transaction.atomic():
            provider.save()
    except IntegrityError as twice:
        raise ProviderIsThere from twice
    remember("people.provider_set_up", by=by.pseudonym_key, about=provider)
    return provider


@transaction.atomic
def renew_key(*, by: Person, provider: Provider) -> None:
    """Make a new key pair; the old one stops working. Refuses with NotYoursToSetUp."""
    if not may_set_up_sign_in(by, provider.municipality):
        raise NotYoursToSetUp
    provider.sealed_key = new_key()
    provider.save(update_fields=["sealed_key"])
    remember("people.provider_key_renewed", by=by.pseudonym_key, about=provider)


@transaction.atomic
def add_identity(*, by: Person, provider: Provider, subjects: list[str]) -> Identity:
    """Let an account be reached by an e-ID that its owner has just shown; a letter tells so.

    subjects  whom the provider means, hashed, with the newest key first

    An e-ID never finds an account by itself, by an e-mail address or a name: whoever adds it has
    shown that both are theirs.

    Refuses with IdentityIsTaken or IdentityIsThere.
    """
    known = identity_of(provider, subjects)
    if known and known.person_id == by.pk:
        return known
    if known:
        raise IdentityIsTaken
    try:
        with transaction.atomic():
            added = Identity.objects.create(
                municipality=provider.municipality,
                person=by,
                provider=provider,
                subject=subjects[0],
            )
    except IntegrityError as twice:
        raise IdentityIsThere(name=provider.name) from twice
    remember("people.identity_added", by=by.pseudonym_key, about=added)
    _tell(by, provider)
    return added


@transaction.atomic
def remove_identity(*, identity: Identity, by: Person) -> None:
    """Take an e-ID away from one’s own account."""
    remember("people.identity_removed", by=by.pseudonym_key, about=identity)
    identity.delete()


def _tell(person: Person, provider: Provider) -> None:
    """Write to whoever owns the account: somebody else may sit at their browser."""
    here = provider.municipality
    with translation.override(person.language_in(here)):
        words = {
            "municipality": here.name,
            "provider": provider.name,
            "contact_url": address_of(here) + reverse("municipalities:contact"),
        }
        send_mail_later(
            to=person.email,
            subject=_("“%(provider)s” now opens your account at %(municipality)s") % words,
            text=render_to_string("people/mail/identity_added.txt", words).strip() + "\n",
        )
