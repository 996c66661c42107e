"""The scene: a municipality with everybody and everything in it, by short keys."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from samskap.config.demo import clock
from samskap.config.demo.people import Someone
from samskap.initiatives.models import Topic
from samskap.ledger.hands import Hand, hand
from samskap.municipalities.models import Municipality
from samskap.notices.actions import choose_limits
from samskap.notices.models import MAILS_A_WEEK, Limits
from samskap.organisations.models import Organisation
from samskap.people.actions import (
    choose_name,
    confirm_address,
    give_role,
    tell_about_me,
    write_profile,
)
from samskap.people.models import Person, Profile
from samskap.places.models import Area


@dataclass
class Scene:
    """Where the stories of one municipality take place."""

    municipality: Municipality
    people: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)

    def key(self, speaking_for: str) -> str:
        """The key of a hand: of an organisation of the scene, else of a kind of actor."""
        if speaking_for in self.organisations:
            return f"organisation:{self.organisations[speaking_for].pk}"
        return f"self:{speaking_for or 'resident'}"

    def hand(self, who: str, speaking_for: str = "") -> Hand:
        """The hand of somebody, for themselves or for an organisation or an office."""
        return hand(key=self.key(speaking_for), by=self.people[who], municipality=self.municipality)

    def bring(self, someones: Iterable[Someone]) -> None:
        """Let everybody sign in for the first time, get their roles, and be quiet by e-mail."""
        for one in someones:
            person = confirm_address(
                email=one.email, municipality=self.municipality, language=one.language
            )
            self.people[one.key] = person
            choose_limits(by=person, mail=Limits.Mail.NEVER, mails_a_week=MAILS_A_WEEK)
            choose_name(
                by=person,
                municipality=self.municipality,
                given_name=one.given,
                family_name=one.family,
                pseudonym=one.pseudonym,
                shown_as=one.shown_as,
                language=one.language,
            )
            held = person.roles_in(self.municipality)
            for role in one.roles:
                if role not in held:
                    give_role(person=person, role=role, municipality=self.municipality, by=None)

    def tell_more(self, someones: Iterable[Someone]) -> None:
        """Let people tell when they were born, where they live, and their own words."""
        for one in someones:
            person = self.people[one.key]
            tell_about_me(
                by=person,
                municipality=self.municipality,
                born_on=birthday(one.age) if one.age else None,
                home=self.areas.get(one.home),
                shows_home=bool(one.home) and one.shown_as == "name",
                has_protected_address=False,
            )
            if one.profile:
                words = dict(zip(Profile.FIELDS, one.profile, strict=True))
                seen_by = dict.fromkeys((f"{name}_seen_by" for name in words), "private")
                seen_by["resources_seen_by"] = "partners"
                write_profile(by=person, municipality=self.municipality, **words, **seen_by)


def birthday(age: int) -> date:
    """A day of birth that makes somebody so old for some months to come."""
    today = clock.today()
    return date(today.year - age, 1, 1 + age % 28)
