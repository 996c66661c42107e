"""Roles: what a person is in one municipality."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.prepared import Prepared
from samskap.municipalities.models import Owned, OwnedQuerySet
from samskap.people.models.person import Person
from samskap.people.models.second_factor import SignInRules, asleep_from


class RoleQuerySet(OwnedQuerySet):
    """Roles."""

    def held_on(self, day: date) -> Self:
        """Only those that hold on a day. On the day a role ends it no longer holds."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)


class Role(Owned):
    """What someone is in a municipality, from one day to another.

    Everybody who is signed in is a resident; the row “resident” only says where they take part.
    """

    class Name(models.TextChoices):
        """The roles of a municipality."""

        RESIDENT = "resident", _("Resident")
        EMPLOYEE = "employee", _("Employee")
        FACILITATOR = "facilitator", _("Facilitator")
        CASE_OFFICER = "case_officer", _("Case officer")
        LEADER = "leader", _("Leader")
        POLITICIAN = "politician", _("Elected representative")
        ADMINISTRATOR = "administrator", _("Administrator")
        DATA_PROTECTION_OFFICER = "data_protection_officer", _("Data protection officer")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(_("role"), max_length=24, choices=Name.choices)
    since = models.DateField(_("since"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True)
    given_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = RoleQuerySet.as_manager()  # type: ignore[misc]
    asleep_from: ClassVar = staticmethod(asleep_from)
    names_held: ClassVar = Prepared(  # asked on every page
        lambda person, municipality, day: (
            Role.objects.filter(person=person, municipality=municipality)
            .held_on(day)
            .order_by()
            .values_list(
                "role",
                "since",
                Subquery(
                    SignInRules.objects.filter(municipality=municipality).values("strong_roles")
                ),
            )
        ),
        person=int,
        municipality=int,
        day=date,
    )

    personal_fields: ClassVar = frozenset({"person", "role", "since", "until", "given_by"})
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["person", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person", "role"],
                condition=Q(until=None),
                name="role_held_once",
            ),
            models.CheckConstraint(
                name="role_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message=_("A role must end after it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"
