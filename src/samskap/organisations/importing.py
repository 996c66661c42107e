"""Organisations from a file: registered, and looked after by nobody until somebody joins."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from samskap.base.finding import let_go
from samskap.base.intake import (
    Cells,
    Column,
    Intake,
    RowIsWrong,
    Said,
    Same,
    built_on,
    chosen,
    in_words,
)
from samskap.base.lines import one_line
from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.organisations.actions import register
from samskap.organisations.errors import NumberIsWrong
from samskap.organisations.models import Organisation
from samskap.organisations.numbers import number_of
from samskap.organisations.queries import organisations_called
from samskap.people.models import Person, Role
from samskap.people.permissions import has_role

NAME, NUMBER, KIND, WEBSITE, ABOUT = (
    _("Name"),
    _("Organisation number"),
    _("Kind"),
    _("Website"),
    _("About"),
)
Kind = Organisation.Kind
# In the words of the registers of Norway and Denmark, too.
WORDS_OF_KIND = {
    Kind.ASSOCIATION: ("association", "forening", "lag", "foreining", "frivillig organisasjon"),
    Kind.BUSINESS: ("business", "bedrift", "virksomhed", "as", "aps", "enk", "føretak", "foretak"),
    Kind.SOCIAL_ENTREPRENEUR: (
        "social entrepreneur",
        "sosial entreprenør",
        "socialøkonomisk virksomhed",
        "socialiværksætter",
    ),
    Kind.ACADEMIA: ("academia", "akademia", "universitet", "høgskole", "forskning"),
    Kind.FAITH_COMMUNITY: ("faith community", "trossamfunn", "trossamfund", "menighet", "kirke"),
    Kind.PUBLIC_UNIT: ("public unit", "offentlig enhet", "offentleg eining", "offentlig enhed"),
    Kind.COUNCIL: ("municipal council", "kommunestyre", "byråd", "kommunalbestyrelse"),
    Kind.COMMITTEE: ("political committee", "utvalg", "utval", "udvalg"),
}

organisations = Intake(
    key="organisations",
    title=_("Organisations"),
    help=_(
        "Associations, businesses and units that are there already. Nobody looks after them until"
        " somebody asks to join."
    ),
    columns=(
        Column(key="name", title=NAME, is_needed=True, names=("navn", "namn", "organisasjonsnavn")),
        Column(
            key="number",
            title=NUMBER,
            help=_("Two of one number are the same organisation."),
            names=("orgnr", "org.nr.", "organisasjonsnummer", "cvr", "cvr-nummer", "cvrnr"),
        ),
        Column(
            key="kind",
            title=KIND,
            help=_("Association, where nothing is said."),
            names=("type", "art", "slags", "organisasjonsform", "virksomhedsform"),
        ),
        Column(
            key="website",
            title=WEBSITE,
            names=("nettside", "hjemmeside", "nettsted", "heimeside", "url", "www"),
        ),
        Column(
            key="about",
            title=ABOUT,
            names=("om", "beskrivelse", "beskriving", "formål", "formal", "aktivitet"),
        ),
    ),
    may="samskap.organisations.importing.may_import",
    taker="samskap.organisations.importing.Registrar",
)


def may_import(by: Person, municipality: Municipality) -> bool:
    """Administrators, who register public units too."""
    return has_role(by, municipality, Role.Name.ADMINISTRATOR)


class Registrar:
    """Registers the organisations of one file."""

    def __init__(self, *, municipality: Municipality, by: Person, about: Mapping[str, Any]) -> None:
        self.municipality, self.by = municipality, by

    def key_of(self, row: Cells) -> str:
        """An organisation is known by its number, else by its name."""
        number = self._number(row)
        return f"number {number}" if number else f"name {self._name(row).casefold()}"

    def same(self, row: Cells) -> Same | None:
        """Whether it is registered already, by its number or by its name."""
        here = Organisation.objects.of(self.municipality)
        number = self._number(row)
        found = here.filter(number=number).first() if number else None
        found = found or organisations_called.first(
            municipality=self.municipality.pk, name=self._name(row)
        )
        if found is None:
            return None
        says = _("“%(name)s” is registered already.") % {"name": found.name}
        return Same(says=says, path=found.get_absolute_url())

    def take(self, row: Cells) -> Model:
        """Register one organisation."""
        website = in_words(row, "website", 200, WEBSITE)
        if website and "://" not in website:
            website = f"https://{website}"
        try:
            URLValidator(schemes=["http", "https"])(website or "https://example.org")
        except ValidationError as wrong:
            raise RowIsWrong(
                _("“%(website)s” is not an address on the web. Mend it, or leave it out.")
                % {"website": website}
            ) from wrong
        return register(
            municipality=self.municipality,
            by=self.by,
            name=self._name(row),
            kind=chosen(row.get("kind", ""), WORDS_OF_KIND, KIND) or Kind.ASSOCIATION,
            number=self._number(row),
            about=in_words(row, "about", 4000, ABOUT),
            language=self.municipality.default_language,
            website=website,
            looks_after=False,
        )

    def undo(self, thing: Model) -> Said:
        """Take one off the register, where nothing points at it."""
        if points := built_on(thing):
            return _("Others have built on it since: %(what)s.") % {"what": points}
        remember("organisations.taken_off", by=self.by.pseudonym_key, about=thing)
        let_go(thing)
        # We have just seen that nothing points at it; `delete` would ask every table once more.
        Organisation.objects.filter(pk=thing.pk)._raw_delete(DEFAULT_DB_ALIAS)
        return ""

    def _name(self, row: Cells) -> str:
        """The name, which every row needs."""
        name = one_line(in_words(row, "name", 160, NAME))
        if not name:
            raise RowIsWrong(_("The name is missing. Every organisation needs one."))
        return name

    def _number(self, row: Cells) -> str:
        """The number, checked; empty where none is told."""
        written = in_words(row, "number", 40, NUMBER)
        number = number_of(written, self.municipality) if written else ""
        if number is None:
            raise RowIsWrong(str(NumberIsWrong(number=written)))
        return number
