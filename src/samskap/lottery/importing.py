"""A list of residents from a file, of whom some are invited at random."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from samskap.base.intake import Cells, Column, Intake, RowIsWrong, Said, Same, in_words
from samskap.base.lines import one_line
from samskap.lottery import features as targets
from samskap.lottery.actions.starting import household_key
from samskap.lottery.features import AGE, AREA, SEX
from samskap.lottery.models import Invitee, Lot
from samskap.lottery.permissions import IMPORTING, may_keep
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.permissions import has_role

NAME, ADDRESS, BORN, SEX_OF, AREA_OF = (
    _("Name"),
    _("Address"),
    _("Age, or year of birth"),
    _("Sex"),
    _("Area"),
)
OLDEST_AGE = 130
WORDS_OF_SEX = {
    "women": ("women", "woman", "female", "kvinne", "kvinde", "k", "f", "w"),
    "men": ("men", "man", "male", "mann", "mand", "m"),
}

residents = Intake(
    key="lottery_residents",
    title=_("Residents who can be invited to a lot"),
    help=_(
        "A list from the population register. Nobody on it hears anything before they are drawn for"
        " an invitation. Names and addresses are emptied after the draw."
    ),
    columns=(
        Column(key="name", title=NAME, is_needed=True, names=("navn", "namn", "fullt navn")),
        Column(
            key="address",
            title=ADDRESS,
            is_needed=True,
            names=("adresse", "gateadresse", "bostedsadresse", "vejnavn"),
        ),
        Column(
            key="born",
            title=BORN,
            names=("alder", "age", "født", "fødselsår", "fødd", "fødselsår", "år"),
        ),
        Column(key="sex", title=SEX_OF, names=("kjønn", "køn", "sex", "gender")),
        Column(key="area", title=AREA_OF, names=("krets", "bydel", "område", "grend", "sogn")),
    ),
    may="samskap.lottery.importing.may_import",
    taker="samskap.lottery.importing.ListKeeper",
    form="samskap.lottery.forms.ListForm",
)


def may_import(by: Person, municipality: Municipality) -> bool:
    """Those who write down what came on paper; the list goes to a lot that they keep."""
    return has_role(by, municipality, *IMPORTING)


class ListKeeper:
    """Keeps the lines of one file for one lot."""

    def __init__(self, *, municipality: Municipality, by: Person, about: Mapping[str, Any]) -> None:
        self.lot: Lot = Lot.objects.of(municipality).get(pk=about["lot"])
        self.is_kept = may_keep(by, self.lot)
        self.features = targets.read(self.lot.features)
        self.known = set(self.lot.invitees.values_list("key", flat=True))

    def key_of(self, row: Cells) -> str:
        """The same name at the same address is the same person."""
        return " ".join(f"{row.get('name', '')} {row.get('address', '')}".casefold().split())

    def same(self, row: Cells) -> Same | None:
        """Whether the list has this line already."""
        is_known = key_for(self.key_of(row), self.lot) in self.known
        return Same(says=_("This person stands on the list already.")) if is_known else None

    def take(self, row: Cells) -> Model:
        """Keep one line."""
        if not self.is_kept:
            raise RowIsWrong(_("Only the stewards of a lot bring in its list."))
        name = one_line(in_words(row, "name", 120, NAME))
        address = one_line(in_words(row, "address", 200, ADDRESS))
        if not name or not address:
            raise RowIsWrong(_("A name and an address are needed, to send a letter."))
        age = age_in(row.get("born", ""))
        if age is not None and age < self.lot.youngest:
            raise RowIsWrong(
                _("%(age)s years old: this lot is for those from %(youngest)s years.")
                % {"age": age, "youngest": self.lot.youngest}
            )
        key = key_for(self.key_of(row), self.lot)
        made: Invitee = Invitee.objects.create(
            municipality_id=self.lot.municipality_id,
            lot=self.lot,
            name=name,
            address=address,
            features=self.said(age, row.get("sex", ""), row.get("area", "")),
            household=household_key(address, self.lot),
            key=key,
        )
        self.known.add(key)
        return made

    def said(self, age: int | None, sex: str, area: str) -> dict[str, str]:
        """What the list tells of somebody, as values of the lot’s features."""
        found = {}
        for feature in self.features:
            for value in feature.values:
                fits = (
                    (
                        feature.source == AGE
                        and age is not None
                        and value.first is not None
                        and value.first <= age <= (value.last or age)
                    )
                    or (
                        feature.source == SEX
                        and sex.strip().casefold() in WORDS_OF_SEX.get(value.sex, ())
                    )
                    or (
                        feature.source == AREA
                        and area.strip().casefold() in (value.title.casefold(), value.area)
                    )
                )
                if fits:
                    found[feature.title] = value.title
        return found

    def undo(self, thing: Model) -> Said:
        """Take one line away, where nobody has been invited by it."""
        assert isinstance(thing, Invitee)  # noqa: S101 - for the types alone
        if thing.invited_at:
            return _("This person is invited.")
        thing.delete()
        return ""


def key_for(words: str, lot: Lot) -> str:
    """Stand for a name at an address, the same in every lot of the municipality."""
    said = f"{lot.municipality_id}:{words}"
    return salted_hmac("samskap.lottery.invitee", said, algorithm="sha256").hexdigest()


def age_in(words: str) -> int | None:
    """Read an age, or a year or day of birth; None where there is none."""
    digits = [part for part in words.replace("-", ".").replace("/", ".").split(".") if part.strip()]
    if not digits:
        return None
    year = next((part.strip() for part in digits if len(part.strip()) == 4), "")
    number = year or digits[0].strip()
    if not number.isdecimal() or len(number) > 4:
        raise RowIsWrong(_("“%s” is neither an age nor a year of birth.") % words[:40])
    age = timezone.localdate().year - int(number) if year else int(number)
    if not 0 <= age <= OLDEST_AGE:
        raise RowIsWrong(_("“%s” is neither an age nor a year of birth.") % words[:40])
    return age
