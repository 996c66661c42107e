"""Events over night for young people: who stays, who watches over them, and who said yes."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.meetings.models.event import Event
from samskap.municipalities.models import Owned
from samskap.people.models import Person
from samskap.people.models.person import OF_AGE


class Night(Owned):
    """That an event goes on over night, for whom, and how many adults are awake.

    No law says how many adults a night needs: one awake for every ten, and never fewer than two,
    is what a municipality begins with, and may make stricter.
    """

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="night")
    age_least = models.PositiveSmallIntegerField(_("from which age?"), default=13)
    age_most = models.PositiveSmallIntegerField(_("up to which age?"), default=19)
    says = models.TextField(_("what do guardians say yes to?"))
    persons_per_host = models.PositiveSmallIntegerField(
        _("how many young people for one adult who is awake, at most?"), default=10
    )
    hosts_least = models.PositiveSmallIntegerField(_("how many adults, at least?"), default=2)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    personal_fields: ClassVar = frozenset({"confirmed_by"})
    open_fields: ClassVar = frozenset(
        "municipality event age_least age_most says persons_per_host hosts_least"
        " confirmed_at".split()
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="night_ages_are_in_order",
                condition=Q(age_most__gte=F("age_least")),
                violation_error_message=_("The highest age is not below the lowest."),
            ),
            models.CheckConstraint(
                name="night_has_two_adults",
                condition=Q(hosts_least__gte=2, persons_per_host__gte=1, persons_per_host__lte=10),
                violation_error_message=_(
                    "At least two adults, and one for every ten of the young."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"the night of {self.event}"

    def get_absolute_url(self) -> str:
        """Return the page of this night."""
        return reverse("meetings:night", args=[self.event_id])


class Stay(Owned):
    """That a young person stays the night: with an account, or written down for one without.

    Only the age is kept, never the date of birth. Contacts and what night hosts must know are seen
    by them alone, during the event, and are blanked after it.

    key  whoever has the address with it answers as the guardian, and can take the answer back
    """

    class Came(models.TextChoices):
        """How the guardian’s answer came."""

        LINK = "link", _("By the link")
        ACCOUNT = "account", _("Signed in")
        PAPER = "paper", _("On paper")

    night = models.ForeignKey(Night, on_delete=models.CASCADE, related_name="stays")
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="stays"
    )
    name = models.CharField(max_length=120, blank=True)
    age = models.PositiveSmallIntegerField()
    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    guardian = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="stays_allowed"
    )
    guardian_email = models.EmailField(blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    must_know = models.CharField(max_length=500, blank=True)
    is_given = models.BooleanField(null=True, blank=True)
    came_by = models.CharField(max_length=7, choices=Came.choices, blank=True)
    seen_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset(
        "person name age key guardian guardian_email contact_name contact_phone must_know is_given"
        " came_by seen_by answered_at withdrawn_at".split()
    )
    open_fields: ClassVar = frozenset({"municipality", "night", "at"})

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["night", "person"],
                condition=Q(person__isnull=False),
                name="stay_once_per_person",
            ),
        ]

    def __str__(self) -> str:
        return f"stay {self.pk}"

    @property
    def shown_name(self) -> str:
        """What night hosts and staff call somebody: never shown to anybody else."""
        return self.person.shown_name if self.person else self.name

    @property
    def needs_leave(self) -> bool:
        """Whether a guardian must say yes."""
        return self.age < OF_AGE

    @property
    def is_waiting(self) -> bool:
        """Whether a guardian has yet to answer."""
        return self.needs_leave and self.is_given is None

    @property
    def is_answered(self) -> bool:
        """Whether a guardian has answered: what they said is theirs to change."""
        return self.needs_leave and self.is_given is not None

    @property
    def is_refused(self) -> bool:
        """Whether a guardian said no, or took the yes back."""
        return self.is_answered and not self.holds

    @property
    def holds(self) -> bool:
        """Whether the young person may stay: of age, or with a yes that nobody has taken back."""
        return not self.needs_leave or (self.is_given is True and self.withdrawn_at is None)


class NightHost(Owned):
    """An adult who watches over a night, and that somebody has seen their certificate.

    Nothing of the paper is kept: only who saw it, when, for what and by which rule.
    Source: politiregisterforskriften § 34-1; lov om indhentelse af børneattest (domain 2.2, 2.3).
    """

    class Rule(models.TextChoices):
        """By which rule a certificate is asked for."""

        NORWAY = "NO", _("politiregisterforskriften § 34-1")
        DENMARK = "DK", _("the act on børneattester")

    night = models.ForeignKey(Night, on_delete=models.CASCADE, related_name="hosts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="nights_watched")
    is_awake = models.BooleanField(default=True)
    rule = models.CharField(max_length=2, choices=Rule.choices, blank=True)
    purpose = models.CharField(max_length=120, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset("person is_awake rule purpose seen_at seen_by".split())
    open_fields: ClassVar = frozenset({"municipality", "night", "at"})

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["night", "person"], name="night_host_once"),
            models.CheckConstraint(
                name="certificate_seen_says_by_which_rule",
                condition=Q(seen_at=None) | (~Q(rule="") & ~Q(purpose="")),
            ),
        ]

    def __str__(self) -> str:
        return f"host {self.pk}"

    @property
    def is_cleared(self) -> bool:
        """Whether somebody has seen the certificate."""
        return self.seen_at is not None
