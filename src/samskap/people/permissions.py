"""Who may: roles, levels and ages."""

from datetime import date
from functools import cache

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from samskap.base.modules import Act, announced
from samskap.municipalities.models import Municipality
from samskap.people.errors import SignInNeeded, StrongerSignInNeeded
from samskap.people.models import Identity, Level, Person, Role

Reader = Person | AnonymousUser | None  # whoever looks at a page


def level_of(by: Reader, municipality: Municipality | None = None) -> Level:
    """How sure we are of who this is.

    What an e-ID says holds in the municipality that trusts whoever says it: without one, nobody is
    surer than an e-mail address makes us.
    """
    if by is None or not by.is_authenticated or not by.is_active:
        return Level.ANONYMOUS
    if municipality is not None and is_identified(by, municipality):
        return Level.IDENTIFIED
    return Level(min(by.level, Level.REACHABLE))


def is_identified(person: Person, municipality: Municipality) -> bool:
    """Whether a person has shown a national e-ID that this municipality trusts."""
    shown = Identity.objects.of(municipality).filter(person=person)
    return shown.filter(provider__level=Level.IDENTIFIED, provider__is_open=True).exists()


def require_level(by: Reader, level: Level, municipality: Municipality | None = None) -> None:
    """Refuse whoever is known less surely than an act needs.

    municipality  where; a national e-ID holds in one municipality and in no other

    Refuses with SignInNeeded or StrongerSignInNeeded.
    """
    known = level_of(by, municipality if level == Level.IDENTIFIED else None)
    if known >= level:
        return
    raise SignInNeeded if known == Level.ANONYMOUS else StrongerSignInNeeded


@cache
def acts() -> dict[str, Act]:
    """Everything that people do and that a municipality may ask more for, by key."""
    return {act.key: act for act in announced("acts")}


def least_level(act: str, municipality: Municipality) -> Level:
    """How surely we must know who does something here: as its module asks, or more."""
    return Level(max(acts()[act].least, municipality.least_levels.get(act, Level.ANONYMOUS)))


def require_level_for(act: str, by: Reader, municipality: Municipality) -> None:
    """Refuse whoever is known less surely than an act needs in a municipality.

    Refuses with SignInNeeded or StrongerSignInNeeded.
    """
    require_level(by, least_level(act, municipality), municipality)


def has_role(person: Reader, municipality: Municipality | None, *roles: str) -> bool:
    """Say whether a person has at least one of these roles in the municipality today."""
    if person is None or not person.is_authenticated:
        return False
    return not person.roles_in(municipality).isdisjoint(roles)


def may_give_roles(by: Reader, municipality: Municipality) -> bool:
    """Administrators give and end roles."""
    return has_role(by, municipality, Role.Name.ADMINISTRATOR)


def may_set_up_sign_in(by: Reader, municipality: Municipality) -> bool:
    """Administrators decide how people sign in."""
    return has_role(by, municipality, Role.Name.ADMINISTRATOR)


def may_read_field(reader: Reader, owner: Person, seen_by: str, *, works_with: bool) -> bool:
    """Say whether a reader may see one field of a profile that its owner shows to `seen_by`."""
    if reader is not None and reader.is_authenticated and reader.pk == owner.pk:
        return True
    return seen_by == "everyone" or (seen_by == "partners" and works_with)


def may_decide_alone(person: Person, municipality: Municipality) -> bool:
    """Say whether a person is old enough to consent; who tells no age is taken to be.

    Source: GDPR art. 8; personopplysningsloven § 5 (13 years); databeskyttelsesloven § 6 (15).
    """
    today = timezone.localdate()
    age = person.age_on(today)
    return age is None or age >= consent_age(municipality, today)


def consent_age(municipality: Municipality, on: date) -> int:
    """From which age a person consents without a guardian, by the country’s law."""
    return municipality.preset.consent_age(on)


def may_use_consents(by: Reader, municipality: Municipality) -> bool:
    """Facilitators and administrators see who said yes to what."""
    return has_role(by, municipality, Role.Name.FACILITATOR, Role.Name.ADMINISTRATOR)
