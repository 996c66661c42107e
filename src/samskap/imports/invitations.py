"""People from a file: each is invited, and becomes nobody’s account without a yes."""

from collections.abc import Mapping
from typing import Any

from django.core.validators import validate_email
from django.db.models import Model, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.intake import Cells, Column, Intake, Said, Same, chosen, in_words
from samskap.base.lines import one_line
from samskap.imports.actions.inviting import address_key, invite
from samskap.imports.models import Invitation
from samskap.municipalities.models import Municipality
from samskap.people.models import Person, Role
from samskap.people.permissions import has_role

EMAIL, GIVEN, FAMILY, LANGUAGE = _("E-mail"), _("First name"), _("Last name"), _("Language")
MOST_IN_AN_ADDRESS = 254  # characters (RFC 5321, 4.5.3.1.3, without its angle brackets)
NAMES_OF_LANGUAGES = {
    "nb": ("nb", "bokmål", "norsk", "no", "norwegian", "norsk bokmål"),
    "nn": ("nn", "nynorsk", "norsk nynorsk"),
    "da": ("da", "dansk", "danish", "dk"),
    "en": ("en", "english", "engelsk"),
}

people = Intake(
    key="people",
    title=_("People, as invitations"),
    help=_(
        "Each gets a letter that says where the address comes from, and has an account only after"
        " saying yes. Whoever says no, or nothing for 30 days, is forgotten."
    ),
    columns=(
        Column(
            key="email",
            title=EMAIL,
            is_needed=True,
            names=("e-post", "epost", "e-postadresse", "mail", "e-mail", "e-mailadresse"),
        ),
        Column(
            key="given_name",
            title=GIVEN,
            names=("fornavn", "fornamn", "førenamn", "name", "navn", "namn"),
        ),
        Column(key="family_name", title=FAMILY, names=("etternavn", "etternamn", "efternavn")),
        Column(key="language", title=LANGUAGE, names=("språk", "sprog", "målform")),
    ),
    may="samskap.imports.invitations.may_invite",
    taker="samskap.imports.invitations.Inviter",
    form="samskap.imports.forms.BasisForm",
)


def may_invite(by: Person, municipality: Municipality) -> bool:
    """Administrators invite people from lists: they answer for where those come from."""
    return has_role(by, municipality, Role.Name.ADMINISTRATOR)


class Inviter:
    """Invites the people of one file."""

    def __init__(self, *, municipality: Municipality, by: Person, about: Mapping[str, Any]) -> None:
        self.municipality, self.by, self.about = municipality, by, about
        prefetch_related_objects([municipality], "host_names")  # every letter names one

    def key_of(self, row: Cells) -> str:
        """A person is known by the address."""
        return row.get("email", "").strip().lower()

    def same(self, row: Cells) -> Same | None:
        """Whether somebody takes part here already, or was invited before."""
        email = self.key_of(row)
        here = Role.objects.of(self.municipality).held_on(timezone.localdate())
        if here.filter(person__email=email).exists():
            return Same(says=_("This person takes part already."))
        known = Invitation.objects.of(self.municipality).filter(address_key=address_key(email))
        if known.exists():
            return Same(says=_("This person was invited before, and is not asked again."))
        return None

    def take(self, row: Cells) -> Model:
        """Invite one person."""
        email = in_words(row, "email", MOST_IN_AN_ADDRESS, EMAIL).lower()
        validate_email(email)
        return invite(
            municipality=self.municipality,
            by=self.by,
            email=email,
            given_name=one_line(in_words(row, "given_name", 80, GIVEN)),
            family_name=one_line(in_words(row, "family_name", 80, FAMILY)),
            language=chosen(row.get("language", ""), NAMES_OF_LANGUAGES, LANGUAGE),
            basis=self.about["basis"],
            source=self.about["source"],
        )

    def undo(self, thing: Model) -> Said:
        """Withdraw an invitation that nobody has answered; the letter’s link then says so."""
        assert isinstance(thing, Invitation)  # noqa: S101 - for the types alone
        if thing.answered_at:
            return _("It is answered. Nothing about the person is kept with the invitation.")
        thing.delete()
        return ""
