"""Formal decisions: what is recommended, and what the elected body answers."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.initiatives.models.initiative import Initiative
from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation
from samskap.people.models import Person, Role

# Who in an elected body gives its answer.
ANSWERING = (Role.Name.POLITICIAN, Role.Name.CASE_OFFICER, Role.Name.LEADER)


class FormalDecision(Owned):
    """Recommendations laid before an elected body, which answers each before a visible day."""

    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="formal_decisions"
    )
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="answers_to")
    title = models.CharField(_("title"), max_length=160)
    laid_at = models.DateTimeField(default=timezone.now)
    laid_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    promised_on = models.DateField(_("promised answer by"))
    legal_due_on = models.DateField(_("the law’s last day"), null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"laid_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative body title laid_at promised_on legal_due_on answered_at".split()
    )

    class Meta:
        ordering = ["promised_on", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return its page."""
        return address("initiatives:formal_decision", self.initiative.slug, self.pk)

    @property
    def is_overdue(self) -> bool:
        """Whether the promised day has passed without an answer to every recommendation."""
        return self.answered_at is None and self.promised_on < timezone.localdate()

    @property
    def is_past_the_law(self) -> bool:
        """Whether the last day that the law gives has passed too."""
        return (
            self.answered_at is None
            and self.legal_due_on is not None
            and self.legal_due_on < timezone.localdate()
        )


class Recommendation(Owned):
    """One recommendation, and its reasoned answer."""

    class Answer(models.TextChoices):
        """The four answers an elected body can give (domain.md 2.4)."""

        ADOPTED = "adopted", _("Adopted")
        ADOPTED_CHANGED = "adopted_changed", _("Adopted with changes")
        REJECTED = "rejected", _("Rejected")
        RETURNED = "returned", _("Returned for more work")

    formal_decision = models.ForeignKey(
        FormalDecision, on_delete=models.CASCADE, related_name="recommendations"
    )
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("recommendation"))
    answer = models.CharField(_("answer"), max_length=15, choices=Answer.choices, blank=True)
    reasons = models.TextField(_("reasons"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    instead_of = models.OneToOneField(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="laid_again",
        help_text="the one that was returned, and whose place this one takes",
    )

    personal_fields: ClassVar = frozenset({"answered_by"})
    open_fields: ClassVar = frozenset(
        "municipality formal_decision number text answer reasons answered_at instead_of".split()
    )

    class Meta:
        ordering = ["formal_decision", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["formal_decision", "number"], name="recommendation_numbered"
            ),
            models.CheckConstraint(
                name="answer_has_reasons",
                condition=Q(answer="") | ~Q(reasons=""),
                violation_error_message=_("Give the reasons for the answer."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text[:60]}"
