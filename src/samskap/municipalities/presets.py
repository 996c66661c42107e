"""What a country gives its municipalities: rules of law with their source, languages, words."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = str | Promise


@dataclass(frozen=True)
class AgeRule:
    """An age that the law sets, from a day on.

    years   someone this old or older may do it alone
    since   the first day on which it is so
    source  the law, so that anyone can check it
    """

    years: int
    since: date
    source: str


@dataclass(frozen=True)
class Office:
    """A public body that people may turn to."""

    name: Words
    url: str


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A country, as far as Samskap needs to know it.

    consent_ages     from when a child consents alone to a service on the net
    sensitive_ages   from when someone consents alone to sharing sensitive information
    languages        codes, the commonest first
    time_zone        IANA name
    map_view         west, south, east, north: what a map shows before there is a border
    code_digits      how long a municipality’s code is; shorter numbers are filled with zeros
    council          the elected body that decides last, in the words of the country
    complain_about_privacy, complain_about_access   whom a resident turns to
    accessibility_register   where accessibility statements are made and kept
    accessibility_law        what asks for them
    licence          key of the licence for open data where a municipality has chosen none
    """

    country: str
    consent_ages: tuple[AgeRule, ...]
    sensitive_ages: tuple[AgeRule, ...]
    languages: tuple[str, ...]
    time_zone: str
    map_view: tuple[float, float, float, float]
    code_digits: int
    council: Words
    complain_about_privacy: Office
    complain_about_access: Office
    accessibility_register: Office
    accessibility_law: Words
    licence: str

    def consent_age(self, on: date) -> int:
        """How old one must be on a day to consent alone to a service on the net."""
        return in_force(self.consent_ages, on).years

    def sensitive_age(self, on: date) -> int:
        """How old one must be on a day to consent alone to sharing sensitive information."""
        return in_force(self.sensitive_ages, on).years


def in_force(rules: tuple[AgeRule, ...], on: date) -> AgeRule:
    """The rule that holds on a day: the youngest that has begun, else the first of all."""
    begun = [rule for rule in rules if rule.since <= on]
    return max(begun or rules[:1], key=lambda rule: rule.since)


NORWAY = Preset(
    country="NO",
    consent_ages=(
        AgeRule(13, date(2018, 7, 20), "Personopplysningsloven § 5 (LOV-2018-06-15-38)"),
    ),
    sensitive_ages=(
        AgeRule(18, date(2018, 7, 20), "Datatilsynet, barn og unges samtykke; vergemålsloven § 9"),
    ),
    languages=("nb", "nn"),
    time_zone="Europe/Oslo",
    map_view=(4.0, 57.7, 31.5, 71.4),
    code_digits=4,
    council=pgettext_lazy("Norway", "the municipal council"),
    complain_about_privacy=Office(
        _("the Norwegian Data Protection Authority"), "https://www.datatilsynet.no/"
    ),
    complain_about_access=Office(
        _("the Norwegian Authority for Universal Design of ICT"), "https://www.uutilsynet.no/"
    ),
    accessibility_register=Office("uustatus.no", "https://uustatus.no/"),
    accessibility_law=_(
        "the Norwegian Equality and Anti-Discrimination Act §§ 17–18 and the regulation on"
        " universal design of ICT"
    ),
    licence="NLOD-2.0",
)
DENMARK = Preset(
    country="DK",
    consent_ages=(
        AgeRule(13, date(2018, 5, 25), "Databeskyttelsesloven § 6, stk. 2 (lov nr. 502/2018)"),
        AgeRule(15, date(2024, 1, 1), "Databeskyttelsesloven § 6, stk. 2 (fra 1.1.2024)"),
    ),
    sensitive_ages=(AgeRule(18, date(2018, 5, 25), "Værgemålsloven § 1; Datatilsynet"),),
    languages=("da",),
    time_zone="Europe/Copenhagen",
    map_view=(8.0, 54.5, 15.3, 57.8),
    code_digits=4,
    council=pgettext_lazy("Denmark", "the municipal council"),
    complain_about_privacy=Office(
        _("the Danish Data Protection Agency"), "https://www.datatilsynet.dk/"
    ),
    complain_about_access=Office(
        _("the Danish Agency for Digital Government"), "https://digst.dk/"
    ),
    accessibility_register=Office("was.digst.dk", "https://www.was.digst.dk/"),
    accessibility_law=_("the Danish Act on Accessibility of Public Bodies’ Websites and Apps"),
    licence="CC-BY-4.0",
)
PRESETS = {preset.country: preset for preset in (NORWAY, DENMARK)}
