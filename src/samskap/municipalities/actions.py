"""Setting municipalities up. Every change is remembered."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import File
from django.db import transaction
from django.utils.text import slugify

from samskap.base.memory import remember
from samskap.kernels.errors import KernelError
from samskap.kernels.ladder import Strictness
from samskap.kernels.orgnumber import danish_number, norwegian_number
from samskap.municipalities import first_run
from samskap.municipalities.errors import (
    HostIsNotAName,
    HostIsTaken,
    InstanceIsInUse,
    LadderIsLooser,
    LanguageIsNotKnown,
    LastHostName,
    NotAnAdministrator,
    NumberIsWrong,
    TokenIsNotValid,
)
from samskap.municipalities.models import HostName, Municipality
from samskap.municipalities.permissions import ADMINISTRATOR, Actor, may_administer
from samskap.municipalities.presets import PRESETS
from samskap.municipalities.queries import has_municipalities, municipality_at

HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*")
Texts = Mapping[str, str]  # language code → text


# ── The beginning ────────────────────────────────────────────────────────────


@transaction.atomic
def begin(*, token: str, name: str, country: str, host: str, administrator: str) -> Municipality:
    """Set up the first municipality of an instance, with its first administrator.

    Refuses with InstanceIsInUse or TokenIsNotValid, and like open_municipality.
    """
    if has_municipalities():
        raise InstanceIsInUse
    if not first_run.is_valid(token):
        raise TokenIsNotValid
    return open_municipality(name=name, country=country, host=host, administrator=administrator)


@transaction.atomic
def open_municipality(
    *,
    name: str,
    country: str,
    host: str,
    short_name: str = "",
    code: str = "",
    slug: str = "",
    administrator: str = "",
) -> Municipality:
    """Open a municipality as its country’s preset has it. Only whoever runs the server may.

    administrator   e-mail address of the first one; an account is made where there is none

    Refuses with HostIsNotAName or HostIsTaken.
    """
    short_name = short_name or short_name_of(name)
    languages = PRESETS[country].languages
    municipality = Municipality.objects.create(
        name=name,
        short_name=short_name,
        slug=slug or free_slug(short_name),
        code=code,
        country=country,
        languages=[*languages, "en"],
        default_language=languages[0],
    )
    _give_host(municipality, host, is_primary=True)
    if administrator:
        name_administrator(municipality=municipality, email=administrator)
    remember("municipalities.opened", by=None, about=municipality, municipality_id=municipality.pk)
    return municipality


def name_administrator(*, municipality: Municipality, email: str) -> None:
    """Make someone administrator by e-mail address. Only whoever runs the server may.

    Accounts live on a floor above: they are met through the account model that the settings name.
    """
    accounts: Any = get_user_model().objects
    person = accounts.filter(email=email.lower()).first() or accounts.create_person(email)
    if not may_administer(person, municipality):
        person.roles.create(municipality=municipality, role=ADMINISTRATOR)


def short_name_of(name: str) -> str:
    """Take the word “kommune” off a name: “Bodø kommune” is “Bodø” in a sentence."""
    return re.sub(r"^(kommunen|kommune)\s+|\s+(kommunen|kommune)$", "", name, flags=re.I)[:60]


def free_slug(name: str) -> str:
    """Make an address part of a name, and add a number where it is taken."""
    letters = str.maketrans({"ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "å": "a", "Å": "a"})
    plain = slugify(name.translate(letters))[:40] or "kommune"
    taken = set(Municipality.objects.filter(slug__startswith=plain).values_list("slug", flat=True))
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return plain if plain not in taken else next(slug for slug in numbered if slug not in taken)


# ── What an administrator sets ───────────────────────────────────────────────


@transaction.atomic
def _change(municipality: Municipality, by: Actor, what: str, **facts: Any) -> Municipality:
    """Set some fields of a municipality and remember that it was done.

    Refuses with NotAnAdministrator.
    """
    municipality = Municipality.objects.select_for_update().get(pk=municipality.pk)
    if not may_administer(by, municipality):
        raise NotAnAdministrator(municipality=municipality)
    for name, value in facts.items():
        setattr(municipality, name, value)
    municipality.full_clean()
    municipality.save(update_fields=list(facts))
    remember(
        f"municipalities.{what}",
        by=by.pseudonym_key,
        about=municipality,
        municipality_id=municipality.pk,
    )
    return municipality


def set_profile(
    *,
    municipality: Municipality,
    by: Actor,
    name: str,
    short_name: str,
    code: str = "",
    contact_email: str = "",
    contact: str = "",
    data_protection_contact: str = "",
) -> Municipality:
    """Say what the municipality is called and how to reach it."""
    return _change(
        municipality,
        by,
        "profile_changed",
        name=name,
        short_name=short_name,
        code=code,
        contact_email=contact_email,
        contact=contact,
        data_protection_contact=data_protection_contact,
    )


def set_look(
    *,
    municipality: Municipality,
    by: Actor,
    colour: str,
    accent_colour: str,
    coat_of_arms: File[bytes] | bool | None = None,
) -> Municipality:
    """Give the municipality its colours and its coat of arms.

    coat_of_arms   a picture that was made anew; None keeps the one there is, False takes it away
    """
    arms = {} if coat_of_arms is None else {"coat_of_arms": coat_of_arms or ""}
    return _change(
        municipality, by, "look_changed", colour=colour, accent_colour=accent_colour, **arms
    )


def set_texts(
    *,
    municipality: Municipality,
    by: Actor,
    welcome: Texts,
    about: Texts,
    privacy: Texts,
    accessibility: Texts,
    accessibility_url: str = "",
) -> Municipality:
    """Write the municipality’s own texts, by language; an empty text is taken away."""
    texts = {"welcome": welcome, "about": about, "privacy": privacy}
    texts["accessibility"] = accessibility
    kept = {
        name: {code: text.strip() for code, text in by_language.items() if text.strip()}
        for name, by_language in texts.items()
    }
    return _change(municipality, by, "texts_changed", accessibility_url=accessibility_url, **kept)


def set_languages(
    *, municipality: Municipality, by: Actor, languages: Sequence[str], default_language: str
) -> Municipality:
    """Choose the languages of the pages, and the one that comes first.

    Refuses with LanguageIsNotKnown.
    """
    known = dict(settings.LANGUAGES)
    for code in (*languages, default_language):
        if code not in known:
            raise LanguageIsNotKnown(language=code)
    chosen = [default_language, *(code for code in languages if code != default_language)]
    return _change(
        municipality,
        by,
        "languages_changed",
        languages=chosen,
        default_language=default_language,
    )


def set_promises(
    *,
    municipality: Municipality,
    by: Actor,
    answer_days: int,
    ladder_strictness: Mapping[str, float],
) -> Municipality:
    """Promise an answer within so many days, and ask more of the ladder than its formula does.

    ladder_strictness   thresholds by name, see kernels.ladder.Strictness; left out is as there

    Refuses with LadderIsLooser.
    """
    stricter = dict(ladder_strictness)
    try:
        Strictness(**stricter)  # type: ignore[arg-type]
    except (KernelError, TypeError) as problem:
        raise LadderIsLooser from problem
    return _change(
        municipality,
        by,
        "promises_changed",
        answer_days=answer_days,
        ladder_strictness=stricter,
    )


def set_open_data(
    *, municipality: Municipality, by: Actor, licence: str, organisation_number: str
) -> Municipality:
    """Choose the licence of open data, and say by which number the public registers know us.

    licence  a key of `licences.LICENCES`; "" for the one that the country uses

    Refuses with NumberIsWrong.
    """
    read = norwegian_number if municipality.country == "NO" else danish_number
    number = read(organisation_number) if organisation_number.strip() else ""
    if number is None:
        raise NumberIsWrong(number=organisation_number)
    return _change(
        municipality, by, "open_data_changed", licence=licence, organisation_number=number
    )


def finish_set_up(*, municipality: Municipality, by: Actor) -> Municipality:
    """Say that the municipality is ready, so that its list of first steps goes away."""
    return _change(municipality, by, "set_up", is_set_up=True)


# ── Host names ───────────────────────────────────────────────────────────────


def as_host(written: str) -> str:
    """Turn what was written into a host name: no scheme, port or path, and ø as computers say it.

    Refuses with HostIsNotAName.
    """
    host = written.strip().lower().removeprefix("https://").removeprefix("http://")
    host = host.split("/", 1)[0].rsplit(":", 1)[0].rstrip(".")
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError as problem:
        raise HostIsNotAName(host=written) from problem
    if len(host) > 253 or not HOST.fullmatch(host):
        raise HostIsNotAName(host=written)
    return host


def _give_host(municipality: Municipality, written: str, *, is_primary: bool) -> HostName:
    host = as_host(written)
    name, is_new = HostName.objects.get_or_create(
        host=host, defaults={"municipality": municipality, "is_primary": is_primary}
    )
    if not is_new:
        raise HostIsTaken(host=host)
    return name


@transaction.atomic
def add_host(*, municipality: Municipality, host: str, by: Actor) -> HostName:
    """Let the municipality be found at one more address.

    Refuses with NotAnAdministrator, HostIsNotAName or HostIsTaken.
    """
    municipality = _change(municipality, by, "host_added")
    # An address may lead to another by its slug, without standing in the table.
    there = municipality_at(as_host(host))
    if there is not None and there != municipality:
        raise HostIsTaken(host=host)
    is_first = not HostName.objects.filter(municipality=municipality).exists()
    return _give_host(municipality, host, is_primary=is_first)


@transaction.atomic
def remove_host(*, host: HostName, by: Actor) -> None:
    """Take an address away, unless it is the only one; another becomes the primary one.

    Refuses with NotAnAdministrator or LastHostName.
    """
    municipality = _change(host.municipality, by, "host_removed")
    other = HostName.objects.filter(municipality=municipality).exclude(pk=host.pk).first()
    if other is None:
        raise LastHostName(municipality=municipality)
    host.delete()
    if host.is_primary:
        HostName.objects.filter(pk=other.pk).update(is_primary=True)


@transaction.atomic
def make_primary(*, host: HostName, by: Actor) -> None:
    """Choose the address that letters and links use.

    Refuses with NotAnAdministrator.
    """
    municipality = _change(host.municipality, by, "primary_host_chosen")
    HostName.objects.filter(municipality=municipality, is_primary=True).update(is_primary=False)
    HostName.objects.filter(pk=host.pk).update(is_primary=True)
