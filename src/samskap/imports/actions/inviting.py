"""Inviting people: nobody gets an account without their own yes."""

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from samskap.base.mail import send_mail_later
from samskap.base.memory import remember
from samskap.imports.errors import InvitationIsAnswered
from samskap.imports.models import Invitation
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.people.actions import confirm_address
from samskap.people.models import Person


def address_key(email: str) -> str:
    """What an address is known by once it is forgotten, so that a no is never asked again."""
    plain = email.strip().lower()
    return salted_hmac("samskap.imports.invitation", plain, algorithm="sha256").hexdigest()


@transaction.atomic
def invite(
    *,
    municipality: Municipality,
    by: Person,
    email: str,
    given_name: str,
    family_name: str,
    language: str,
    basis: str,
    source: str,
) -> Invitation:
    """Write to somebody on a list, and say where the address comes from (GDPR art. 14)."""
    invitation: Invitation = Invitation.objects.create(
        municipality=municipality,
        address_key=address_key(email),
        email=email,
        given_name=given_name,
        family_name=family_name,
        language=language,
        basis=basis,
        source=source,
        invited_by=by,
    )
    with translation.override(language or municipality.default_language):
        facts = {
            "municipality": municipality.name,
            "name": given_name,
            "source": source,
            "basis": invitation.get_basis_display(),
            "link": address_of(municipality) + reverse("imports:invited", args=[invitation.key]),
        }
        send_mail_later(
            to=email,
            subject=_("Do you want to take part at %(municipality)s?") % facts,
            text=render_to_string("imports/mail/invitation.txt", facts).strip() + "\n",
        )
    return invitation


@transaction.atomic
def answer_invitation(*, invitation: Invitation, accepts: bool, language: str = "") -> None:
    """Say yes, and have an account; or no, and be forgotten. As whoever has the link.

    Refuses with InvitationIsAnswered, or AccountIsClosed.
    """
    held: Invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if held.answered_at or not held.email:
        raise InvitationIsAnswered
    if accepts:
        person = confirm_address(
            email=held.email,
            municipality=held.municipality,
            language=held.language or language,
        )
        if not person.given_name:  # who is here already has chosen a name
            person.given_name, person.family_name = held.given_name, held.family_name
            person.save(update_fields=["given_name", "family_name"])
    held.is_accepted, held.answered_at = accepts, timezone.now()
    held.email = held.given_name = held.family_name = held.source = ""
    held.save()
    remember("imports.invitation_answered", by=None, about=held)
