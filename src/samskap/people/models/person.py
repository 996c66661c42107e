"""People, and how sure we are of who they are."""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Municipality
from samskap.places.models import Area

OF_AGE = 18  # vergemålsloven § 8 (NO); værgemålsloven § 1 (DK)


class Level(models.IntegerChoices):
    """How sure we are of who somebody is."""

    ANONYMOUS = 0, _("Not signed in")
    REACHABLE = 1, _("Confirmed by e-mail")
    IDENTIFIED = 2, _("Identified by national e-ID")


class PersonManager(BaseUserManager["Person"]):
    """Makes accounts."""

    def create_person(self, email: str, **facts: object) -> "Person":
        """Make an account that signs in by a code to this address."""
        person = self.model(email=self.normalize_email(email).lower(), **facts)
        person.set_unusable_password()
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find an account by its e-mail address."""
        return self.get(email=(username or "").lower())


class Person(AbstractBaseUser):
    """Someone who takes part. One account serves every municipality."""

    class ShownAs(models.TextChoices):
        """What others see of a person’s name."""

        NAME = "name", _("Full name")
        FIRST_NAME = "first_name", _("First name")
        PSEUDONYM = "pseudonym", _("A name I choose")

    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    pseudonym_key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    email = models.EmailField(_("e-mail"), unique=True)
    given_name = models.CharField(_("first name"), max_length=80, blank=True)
    family_name = models.CharField(_("last name"), max_length=80, blank=True)
    pseudonym = models.CharField(_("a name I choose"), max_length=80, blank=True)
    shown_as = models.CharField(
        _("show me as"), max_length=10, choices=ShownAs.choices, default=ShownAs.FIRST_NAME
    )
    language = models.CharField(_("language"), max_length=5, blank=True)
    born_on = models.DateField(_("date of birth"), null=True, blank=True)
    home = models.ForeignKey(
        Area, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    household = models.CharField(
        max_length=64, blank=True, help_text="a key that people of one household share"
    )
    level = models.PositiveSmallIntegerField(choices=Level.choices, default=Level.REACHABLE)
    has_protected_address = models.BooleanField(_("protected address"), default=False)
    shows_home = models.BooleanField(_("show where I live"), default=False)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    # The roles by municipality, kept for one request; None: ask the database each time.
    roles_kept: dict[int, frozenset[str]] | None = None
    # Whether this session has shown a second factor; None: there is no session to ask.
    is_strong: bool | None = None
    # Roles that sleep because it has not, as far as they were asked for.
    roles_asleep: frozenset[str] = frozenset()

    objects = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    personal_fields: ClassVar = frozenset(
        "email given_name family_name pseudonym shown_as language born_on home shows_home household"
        " has_protected_address last_login password public_id pseudonym_key joined_at level".split()
    )
    open_fields: ClassVar = frozenset({"is_active"})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="protected_address_is_never_shown",
                condition=Q(has_protected_address=False) | Q(shows_home=False),
                violation_error_message=_("A protected address is never shown."),
            )
        ]
        indexes = [
            models.Index(fields=["household"], condition=~Q(household=""), name="person_household")
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The name that others see: never the address, never more than the person chose.

        Of somebody who has told that they are under age the last name is never shown (SC-10).
        """
        if self.shown_as == self.ShownAs.NAME and self.given_name and not self.is_under_age:
            return f"{self.given_name} {self.family_name}".strip()
        if self.shown_as == self.ShownAs.PSEUDONYM and self.pseudonym:
            return self.pseudonym
        return self.given_name or str(_("A resident"))

    @property
    def home_shown(self) -> Area | None:
        """The home area, where the person lets others see it; never a protected address."""
        return None if self.has_protected_address or not self.shows_home else self.home

    def age_on(self, day: date) -> int | None:
        """How old the person is, in whole years; None where the person has not told."""
        if self.born_on is None:
            return None
        had_birthday = (day.month, day.day) >= (self.born_on.month, self.born_on.day)
        return day.year - self.born_on.year - (not had_birthday)

    @property
    def is_under_age(self) -> bool:
        """Whether the person has told a date of birth less than 18 years ago."""
        age = self.age_on(timezone.localdate())
        return age is not None and age < OF_AGE

    def language_in(self, municipality: Municipality) -> str:
        """The language to speak: the person’s own choice, else the municipality’s first."""
        return self.language or municipality.default_language

    def forget_roles(self) -> None:
        """Ask the database again, after roles have changed."""
        if self.roles_kept is not None:
            self.roles_kept.clear()

    def roles_in(self, municipality: Municipality | None) -> frozenset[str]:
        """The roles that the person has in a municipality today.

        Everybody is a resident, without a row that says so. A role that needs a second factor
        sleeps in a session that has shown none, once the days of grace are over. Within one request
        the answer is kept (see `LanguageMiddleware`), so that pages may ask as often as they like.
        """
        if not self.is_active:
            return frozenset()
        resident = frozenset({"resident"})
        if municipality is None:
            return resident
        if self.roles_kept is not None and municipality.pk in self.roles_kept:
            return self.roles_kept[municipality.pk]
        today = timezone.localdate()
        held = self.roles.model.names_held.all(
            person=self.pk, municipality=municipality.pk, day=today
        )
        roles = resident | {role for role, _since, _rules in held}
        if self.is_strong is False:
            asleep = {
                role
                for role, since, rules in held
                if (day := self.roles.model.asleep_from(role, since, rules)) and day <= today
            }
            self.roles_asleep |= asleep
            roles -= asleep
        if self.roles_kept is not None:
            self.roles_kept[municipality.pk] = roles
        return roles
