"""Leave: what a guardian lets a child say yes to."""

import uuid
from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned
from samskap.people.models.consent import Consent
from samskap.people.models.person import Person

TO_ANSWER = timedelta(days=14)  # how long the link in the letter opens the question


class Leave(Owned):
    """A question to a child’s guardian, and the answer.

    Whoever has the link of the letter answers, and can take the leave back with it. The address
    is forgotten once there is an answer.
    """

    child = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="leaves")
    purpose = models.CharField(_("purpose"), max_length=60, choices=Consent.Purpose.choices)
    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    guardian_email = models.EmailField(_("e-mail of a parent or guardian"), blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    is_given = models.BooleanField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    consent = models.ForeignKey(
        Consent, on_delete=models.SET_NULL, null=True, blank=True, related_name="leaves"
    )

    personal_fields: ClassVar = frozenset(
        "child purpose key guardian_email asked_at is_given answered_at withdrawn_at"
        " consent".split()
    )
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "child", "purpose"],
                condition=Q(is_given=None, withdrawn_at=None),
                name="guardian_is_asked_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.child}: {self.purpose}"

    @property
    def is_waiting(self) -> bool:
        """Whether the guardian can still answer."""
        is_open = self.is_given is None and self.withdrawn_at is None
        return is_open and timezone.now() < self.asked_at + TO_ANSWER

    @property
    def holds(self) -> bool:
        """Whether there is a yes that nobody has taken back and that is not over."""
        if not self.is_given or self.withdrawn_at is not None or self.consent is None:
            return False
        return self.consent.withdrawn_at is None and self.consent.ends_on >= timezone.localdate()
