"""The link in each e-mail that ends all e-mail, without signing in.

It carries a signed name of the person and nothing else; whoever has the mail may use it, at any
time, and all it can do is to end e-mail.
"""

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from samskap.notices.errors import LinkIsNotValid
from samskap.people.models import Person


def signer() -> Signer:
    """What signs these links: the house’s key, for this purpose alone."""
    return Signer(salt="samskap.notices.unsubscribing")


def token_of(person: Person) -> str:
    """Sign the name of a person, so that nobody can make up another’s link."""
    return signer().sign(str(person.pseudonym_key))


def path_for(person: Person) -> str:
    """The address, without the host, that ends all e-mail to a person."""
    return reverse("notices:unsubscribe", args=[token_of(person)])


def person_of(token: str) -> Person:
    """Find the person that a token stands for. Refuses with LinkIsNotValid."""
    try:
        key = signer().unsign(token)
        return Person.objects.get(pseudonym_key=key, is_active=True)
    except (BadSignature, Person.DoesNotExist) as broken:
        raise LinkIsNotValid from broken
