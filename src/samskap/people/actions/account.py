"""Accounts: made when an address is confirmed, moved to another address, deleted for good."""

import uuid

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samskap.base.mail import send_mail_later
from samskap.base.memory import remember
from samskap.base.modules import announced
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.people.actions.roles import refuse_last_administrator
from samskap.people.actions.sessions import end_sessions
from samskap.people.errors import AccountIsClosed, AddressIsTaken, NotConfirmedByYou
from samskap.people.models import (
    Consent,
    Draft,
    Identity,
    Leave,
    Level,
    Person,
    Profile,
    Role,
    SecondFactor,
    Session,
)

NOWHERE = "deleted.invalid"  # RFC 2606: mail to this domain reaches nobody, ever


@transaction.atomic
def account_for(*, email: str) -> Person:
    """Find the account of an e-mail address, or make one that nobody has signed in to yet."""
    email = email.strip().lower()
    known = Person.objects.filter(email=email).first()
    if known:
        return known
    try:
        with transaction.atomic():
            person = Person.objects.create_person(email, level=Level.ANONYMOUS)
    except IntegrityError:  # the same address was confirmed twice at the same moment
        return Person.objects.get(email=email)
    remember("people.account_made", by=person.pseudonym_key, about=person)
    return person


@transaction.atomic
def confirm_address(*, email: str, municipality: Municipality, language: str = "") -> Person:
    """Give the account of somebody who has just shown that an e-mail address is theirs.

    Whoever signs in at a municipality takes part there from now on, and who is new is written to
    in the language they read at that moment. Refuses with AccountIsClosed.
    """
    person = account_for(email=email)
    if not person.is_active:
        raise AccountIsClosed
    if person.level < Level.REACHABLE:
        person.level = Level.REACHABLE
        person.language = person.language or language
        person.save(update_fields=["level", "language"])
    take_part(person=person, municipality=municipality)
    return person


@transaction.atomic
def take_part(*, person: Person, municipality: Municipality) -> None:
    """Write down that whoever signs in at a municipality takes part there."""
    if not Role.objects.of(municipality).filter(person=person).held_on(timezone.localdate()):
        Role.objects.get_or_create(
            municipality=municipality, person=person, role=Role.Name.RESIDENT, until=None
        )


@transaction.atomic
def change_address(*, by: Person, email: str, municipality: Municipality) -> None:
    """Move an account to another e-mail address that its owner has confirmed.

    Somebody else may have done it, on a browser that was left open: so the old address is told, and
    all browsers are signed out.

    Refuses with AddressIsTaken.
    """
    old, by.email = by.email, email.strip().lower()
    try:
        with transaction.atomic():
            by.save(update_fields=["email"])
    except IntegrityError as taken:
        by.refresh_from_db(fields=["email"])
        raise AddressIsTaken from taken
    end_sessions(of=by, by=by)
    remember("people.address_changed", by=by.pseudonym_key, about=by)
    with translation.override(by.language_in(municipality)):
        words = {
            "municipality": municipality.name,
            "contact_url": address_of(municipality) + reverse("municipalities:contact"),
        }
        send_mail_later(
            to=old,
            subject=_("Your account at %(municipality)s has moved to another e-mail address")
            % {"municipality": municipality.name},
            text=render_to_string("people/mail/address_changed.txt", words).strip() + "\n",
        )


@transaction.atomic
def delete_account(*, by: Person, is_sure: bool) -> None:
    """Delete an account: everything about the person is blanked, here and in every other module.

    What the person gave stays, without a name: the ledger is append-only, and others have built on
    it (GDPR art. 17(3)(d), 89). The pseudonym in the memory no longer leads to anybody. All
    browsers are signed out.

    Refuses with NotConfirmedByYou or LastAdministrator.
    """
    if not is_sure:
        raise NotConfirmedByYou
    person = Person.objects.select_for_update().get(pk=by.pk)
    today = timezone.localdate()
    held = Role.objects.filter(person=person).held_on(today)
    for role in held.filter(role=Role.Name.ADMINISTRATOR).select_related("municipality"):
        refuse_last_administrator(role)
    # Modules above let go first, as long as those below still say what is whose.
    for forget in reversed([*announced("forgets")]):
        forget(person)
    remember("people.account_deleted", by=None, about=person)

    held.update(until=today)
    Role.objects.filter(given_by=person).update(given_by=None)
    Role.objects.filter(person=person, role=Role.Name.RESIDENT).delete()
    Profile.objects.filter(person=person).delete()
    Leave.objects.filter(child=person).delete()
    Identity.objects.filter(person=person).delete()
    Session.objects.filter(person=person).delete()
    Draft.objects.filter(Q(person=person) | Q(email=person.email)).delete()
    SecondFactor.objects.filter(person=person).delete()
    Consent.objects.filter(person=person).delete()
    person.email = f"{uuid.uuid4().hex}@{NOWHERE}"
    person.given_name = person.family_name = person.pseudonym = ""
    person.language = person.household = ""
    person.shown_as = Person.ShownAs.FIRST_NAME
    person.born_on = person.home = person.last_login = None
    person.has_protected_address = person.shows_home = False
    person.level = Level.ANONYMOUS
    person.public_id, person.pseudonym_key = uuid.uuid4(), uuid.uuid4()
    person.joined_at = timezone.now()
    person.is_active = False
    person.set_unusable_password()
    person.save()
