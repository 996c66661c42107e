"""Choosing how much one wants to hear, and how."""

from collections.abc import Mapping

from django.db import transaction

from samskap.notices import unsubscribing
from samskap.notices.models import Limits, Wish
from samskap.people.models import Person


@transaction.atomic
def choose_limits(*, by: Person, mail: str, mails_a_week: int) -> Limits:
    """Choose when e-mail is sent, and how many at most."""
    chosen = {"mail": mail, "mails_a_week": mails_a_week}
    limits, _is_new = Limits.objects.update_or_create(person=by, defaults=chosen)
    return limits


@transaction.atomic
def choose_wishes(*, by: Person, ways: Mapping[str, str]) -> None:
    """Choose how one hears of each subject: subject → way."""
    for subject, way in ways.items():
        Wish.objects.update_or_create(person=by, subject=subject, defaults={"way": way})


@transaction.atomic
def unsubscribe(*, token: str, mail: str = Limits.Mail.NEVER) -> Person:
    """Send whoever the token of a letter stands for no more e-mail, or less of it.

    mail   never, or another choice that means fewer letters

    Refuses with LinkIsNotValid.
    """
    person = unsubscribing.person_of(token)
    Limits.objects.update_or_create(person=person, defaults={"mail": mail})
    return person
