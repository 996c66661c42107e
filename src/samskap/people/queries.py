"""Questions about people."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from samskap.base.modules import announced
from samskap.municipalities.models import Municipality
from samskap.people.devices import in_words
from samskap.people.models import (
    Consent,
    Draft,
    Identity,
    Level,
    Person,
    Profile,
    Provider,
    Role,
    SecondFactor,
    SignInRules,
)
from samskap.people.models.draft import KEPT
from samskap.people.models.second_factor import asleep_from
from samskap.people.sessions import DEVICE, MUNICIPALITY


def roles_of(
    person: Person | AnonymousUser | None, municipality: Municipality | None
) -> frozenset[str]:
    """The roles that a person has in a municipality today: none for whoever is not signed in."""
    if person is None or not person.is_authenticated:
        return frozenset()
    return person.roles_in(municipality)


def people_with_role(municipality: Municipality, *roles: str) -> QuerySet[Person]:
    """Everybody who has one of these roles today."""
    held = Role.objects.of(municipality).filter(role__in=roles).held_on(timezone.localdate())
    return Person.objects.filter(pk__in=held.values("person"), is_active=True)


def roles_held(municipality: Municipality, *, email: str = "") -> QuerySet[Role]:
    """Every role that somebody has today, with its person; being a resident is none.

    email  only those whose e-mail address begins so
    """
    held = Role.objects.of(municipality).held_on(timezone.localdate())
    held = held.exclude(role=Role.Name.RESIDENT).select_related("person", "given_by")
    factors = SecondFactor.objects.filter(person=OuterRef("person")).exclude(confirmed_at=None)
    held = held.annotate(has_factor=Exists(factors))
    found: QuerySet[Role] = held.filter(person__email__startswith=email.lower()) if email else held
    return found


def age_of(person: Person, on: date | None = None) -> int | None:
    """How old a person is, in whole years; None where the person has not told."""
    return person.age_on(on or timezone.localdate())


def language_of(person: Person, municipality: Municipality) -> str:
    """The language to speak to a person in: their own choice, else the municipality’s first."""
    return person.language_in(municipality)


def takes_part_in(person: Person, municipality: Municipality) -> bool:
    """Say whether a person takes part in a municipality, as far as we know.

    One account serves every municipality, but somebody who takes part only in others is not shown.
    """
    where = set(Role.objects.filter(person=person).values_list("municipality", flat=True))
    return person.is_active and (not where or municipality.pk in where)


def work_together(person: Person, other: Person, municipality: Municipality) -> bool:
    """Say whether two people work together, by what the modules above know of them."""
    return any(ask(person, other, municipality) for ask in announced("work_together"))


@dataclass(frozen=True, kw_only=True)
class Told:
    """One field of a profile: what it is about, what the person wrote, and who may read it."""

    title: str
    text: str
    seen_by: str
    seen_by_words: str


def profile_of(person: Person) -> list[Told]:
    """What a person has written about needs, goals, wishes and resources; empty fields too."""
    profile = Profile.objects.filter(person=person).first() or Profile(person=person)
    words = dict(Profile.Visibility.choices)
    return [
        Told(
            title=_label(name),
            text=getattr(profile, name),
            seen_by=getattr(profile, f"{name}_seen_by"),
            seen_by_words=str(words[getattr(profile, f"{name}_seen_by")]),
        )
        for name in Profile.FIELDS
    ]


def _label(name: str) -> str:
    """The name of a field of the profile, as a heading."""
    words = str(getattr(Profile._meta.get_field(name), "verbose_name"))  # noqa: B009 - for mypy
    return words[:1].upper() + words[1:]


def consents_of(person: Person, municipality: Municipality) -> QuerySet[Consent]:
    """What a person has said yes to in a municipality, and has not taken back."""
    return Consent.objects.of(municipality).filter(person=person).held_on(timezone.localdate())


def has_consent(person: Person, municipality: Municipality, purpose: str) -> bool:
    """Say whether a person has said yes to a purpose, and the yes still holds."""
    return consents_of(person, municipality).filter(purpose=purpose).exists()


def consents_held(municipality: Municipality, purpose: str) -> QuerySet[Consent]:
    """Everybody’s yes to one purpose that holds today, with the person."""
    held = Consent.objects.of(municipality).filter(purpose=purpose, person__is_active=True)
    return held.held_on(timezone.localdate()).select_related("person")


def providers_offered(municipality: Municipality) -> list[Provider]:
    """By whom people sign in here, beside the code from an e-mail."""
    return list(Provider.objects.of(municipality).filter(is_open=True))


def has_e_id(municipality: Municipality) -> bool:
    """Whether people can sign in by national e-ID here."""
    open_ones = Provider.objects.of(municipality).filter(is_open=True)
    return bool(open_ones.filter(level=Level.IDENTIFIED).exists())


def drafts_of(person: Person, municipality: Municipality) -> QuerySet[Draft]:
    """What a person wrote here before signing in, and has not published."""
    fresh = Draft.objects.of(municipality).filter(kept_at__gt=timezone.now() - KEPT)
    mine: QuerySet[Draft] = fresh.filter(person=person)
    return mine


def has_second_factor(person: Person) -> bool:
    """Whether somebody shows a second factor when they sign in."""
    return SecondFactor.objects.filter(person=person).exclude(confirmed_at=None).exists()


def strong_roles(municipality: Municipality) -> list[str]:
    """The roles that need a second factor in a municipality."""
    rules = SignInRules.objects.of(municipality).first()
    return list(settings.STRONG_ROLES if rules is None else rules.strong_roles)


def strong_roles_of(person: Person, municipality: Municipality) -> list[tuple[str, date]]:
    """The roles of a person here that need a second factor, and from when each sleeps without."""
    held = Role.names_held.all(
        person=person.pk, municipality=municipality.pk, day=timezone.localdate()
    )
    found = [(role, asleep_from(role, since, rules)) for role, since, rules in held]
    return [(str(Role.Name(role).label), day) for role, day in found if day]


def identity_of(provider: Provider, subjects: list[str]) -> Identity | None:
    """Whose account an e-ID opens; it is kept under one of these hashes."""
    known = Identity.objects.of(provider.municipality).filter(provider=provider)
    found: Identity | None = known.filter(subject__in=subjects).select_related("person").first()
    return found


def identities_of(person: Person, municipality: Municipality) -> list[Identity]:
    """Each e-ID that opens a person’s account here."""
    mine = Identity.objects.of(municipality).filter(person=person)
    return list(mine.select_related("provider"))


@dataclass(frozen=True, kw_only=True)
class OpenSession:
    """A browser in which somebody is signed in, as a line of a list."""

    key: str
    device: str
    where: str
    began_at: datetime
    seen_on: date
    is_here: bool


def open_sessions(person: Person, *, here: str) -> list[OpenSession]:
    """The browsers in which a person is signed in, the one they use now first.

    here  the key of the session that asks
    """
    found = list(person.sessions.filter(ends_at__gt=timezone.now()))
    keys = {one.kept.get(MUNICIPALITY) for one in found}
    names = dict(Municipality.objects.filter(pk__in=keys - {None}).values_list("pk", "name"))
    lines = [
        OpenSession(
            key=one.pk,
            device=in_words(one.kept.get(DEVICE, [])),
            where=names.get(one.kept.get(MUNICIPALITY), ""),
            began_at=one.began_at,
            seen_on=one.seen_on,
            is_here=one.pk == here,
        )
        for one in found
    ]
    return sorted(lines, key=lambda line: not line.is_here)


def persons_in_household(person: Person) -> int:
    """How many people have said that they live with this person, the person included."""
    if not person.household:
        return 0
    return Person.objects.filter(household=person.household).count()
