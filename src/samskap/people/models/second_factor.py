"""The second factor, and which roles need one."""

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models

from samskap.municipalities.models import Owned
from samskap.people.models.person import Person

GRACE = timedelta(days=14)  # to set a second factor up, from when a role needs one


class SecondFactor(models.Model):
    """An app on somebody’s telephone that shows codes, and the codes on paper for when it is lost.

    The secret lies sealed. Of the codes on paper only keyed hashes are kept; each is used once.
    """

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, primary_key=True, related_name="second_factor"
    )
    sealed_secret = models.TextField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    last_step = models.BigIntegerField(default=0)
    recovery = models.JSONField(default=list)

    personal_fields: ClassVar = frozenset(
        {"person", "sealed_secret", "confirmed_at", "last_step", "recovery"}
    )
    open_fields: ClassVar[frozenset[str]] = frozenset()

    def __str__(self) -> str:
        return f"second factor of {self.person_id}"


class SignInRules(Owned):
    """Which roles need a second factor in a municipality: role → from which day, as ISO date.

    Without a row the roles in settings.STRONG_ROLES do, from the day they are given.
    """

    strong_roles = models.JSONField(default=dict)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "strong_roles"})

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"], name="municipality_has_one_set_of_sign_in_rules"
            )
        ]

    def __str__(self) -> str:
        return f"sign-in rules of {self.municipality}"


def asleep_from(role: str, since: date, rules: dict[str, str] | None) -> date | None:
    """From which day a role sleeps where nobody has shown a second factor; None for never.

    since  the day the role was given
    rules  those of the municipality; None where it has none of its own
    """
    if rules is None:
        return since + GRACE if role in settings.STRONG_ROLES else None
    needed = rules.get(role)
    return max(since, date.fromisoformat(needed)) + GRACE if needed else None
