"""What people say about themselves: their name, their own words, where they live."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.base.modules import announced
from samskap.municipalities.models import Municipality
from samskap.people.errors import TooYoungForThis
from samskap.people.models import Person, Profile
from samskap.people.permissions import consent_age, may_decide_alone
from samskap.places.models import Area

PRIVATE = Profile.Visibility.PRIVATE


def _refuse_too_young(person: Person, municipality: Municipality) -> None:
    """Refuse with TooYoungForThis whoever is below the country’s consent age."""
    if not may_decide_alone(person, municipality):
        raise TooYoungForThis(age=consent_age(municipality, timezone.localdate()))


def _make_anew(person: Person, name_before: str) -> None:
    """Let no page go on showing a name that a person has just put away."""
    if person.shown_name != name_before:
        for make_anew in announced("renamed"):
            make_anew(person)


@transaction.atomic
def choose_name(
    *,
    by: Person,
    municipality: Municipality,
    given_name: str,
    family_name: str,
    pseudonym: str,
    shown_as: str,
    language: str,
) -> None:
    """Choose how one is called, what others see of it, and the language one reads.

    Refuses with TooYoungForThis where a child would show a full name.
    """
    if shown_as == Person.ShownAs.NAME:
        _refuse_too_young(by, municipality)
    before = by.shown_name
    by.given_name, by.family_name, by.pseudonym = given_name, family_name, pseudonym
    by.shown_as, by.language = shown_as, language
    by.save(update_fields=["given_name", "family_name", "pseudonym", "shown_as", "language"])
    _make_anew(by, before)
    remember("people.name_chosen", by=by.pseudonym_key, about=by)


@transaction.atomic
def write_profile(*, by: Person, municipality: Municipality, **fields: str) -> Profile:
    """Write needs, goals, wishes and resources, and who may read each of them.

    Refuses with TooYoungForThis where a child would show any of it.
    """
    if any(fields[f"{name}_seen_by"] != PRIVATE for name in Profile.FIELDS):
        _refuse_too_young(by, municipality)
    profile, _is_new = Profile.objects.update_or_create(person=by, defaults=fields)
    remember("people.profile_written", by=by.pseudonym_key, about=profile)
    return profile


@transaction.atomic
def tell_about_me(
    *,
    by: Person,
    municipality: Municipality,
    born_on: date | None,
    home: Area | None,
    shows_home: bool,
    has_protected_address: bool,
) -> None:
    """Tell when one was born and where one lives; all of it is voluntary.

    A protected address is never shown. Whoever turns out to be below the country’s consent age
    shows nothing from that moment.
    """
    before = by.shown_name
    by.born_on, by.home = born_on, home
    by.has_protected_address = has_protected_address
    is_child = not may_decide_alone(by, municipality)
    by.shows_home = shows_home and not has_protected_address and not is_child
    if is_child and by.shown_as == Person.ShownAs.NAME:
        by.shown_as = Person.ShownAs.FIRST_NAME
    by.save(update_fields=["born_on", "home", "has_protected_address", "shows_home", "shown_as"])
    _make_anew(by, before)
    if is_child:
        hidden = {f"{name}_seen_by": PRIVATE for name in Profile.FIELDS}
        Profile.objects.filter(person=by).update(**hidden)
    remember("people.told_about_self", by=by.pseudonym_key, about=by)
