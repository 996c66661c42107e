"""Decisions: who had the power, and what was chosen."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.initiatives.models.initiative import Initiative
from samskap.initiatives.models.partnership import Agreement, Partner
from samskap.ledger.models import Channel, Contribution, Phase, Side
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Decision(Owned):
    """A choice in one phase of an initiative: open for voices, then decided for good."""

    class Mode(models.TextChoices):
        """Who held the power (domain.md 4.1)."""

        PUBLIC_ALONE = "public_alone", _("The municipality alone")
        UNANSWERED = "public_after_input_unanswered", _("The municipality, after input")
        ANSWERED = "public_after_input_answered", _("The municipality, after answered input")
        JOINT_CONSENSUS = "joint_consensus", _("All partners agreed")
        JOINT_VOTE = "joint_vote", _("The partners voted")
        DELEGATED = "delegated", _("Left to the residents and their organisations")

    class What(models.TextChoices):
        """What is being decided."""

        PROBLEM = "problem", _("What the problem is")
        SOLUTION = "solution", _("What the solution is")
        OTHER = "other", _("Something else")

    class Status(models.TextChoices):
        """Where a decision stands."""

        OPEN = "open", _("Open for voices")
        DECIDED = "decided", _("Decided")
        LAPSED = "lapsed", _("Not decided")

    class Lapse(models.TextChoices):
        """Why a proposal did not pass."""

        QUORUM = "quorum", _("Too few partners took part")
        OBJECTION = "objection", _("A partner has a reasoned objection")
        DISAGREEMENT = "disagreement", _("Not everybody agreed")
        NO_MAJORITY = "no_majority", _("It had no majority")
        WITHDRAWN = "withdrawn", _("Taken back by the partners")

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="decisions")
    phase = models.CharField(max_length=9, choices=Phase.choices)
    what = models.CharField(max_length=8, choices=What.choices, default=What.OTHER)
    title = models.CharField(_("what we decide"), max_length=160)
    text = models.TextField(_("the proposal in full"))
    way = models.CharField(
        _("how we decide"), max_length=9, choices=Agreement.Rule.choices, blank=True
    )
    mode = models.CharField(max_length=29, choices=Mode.choices, blank=True)
    non_public_share = models.DecimalField(
        max_digits=5, decimal_places=4, null=True, blank=True, help_text="0…1"
    )
    quorum_percent = models.PositiveSmallIntegerField(default=50)
    status = models.CharField(max_length=7, choices=Status.choices, default=Status.OPEN)
    opened_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    closes_on = models.DateField(_("voices until"), null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True, help_text="decided, or lapsed")
    reasons = models.TextField(_("reasons"), blank=True)
    minority_view = models.TextField(_("what the minority thinks"), blank=True)
    others_reason = models.TextField(_("why the other inputs are not used"), blank=True)
    partners_then = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="joined partners when it was closed"
    )
    lapsed_because = models.CharField(max_length=12, choices=Lapse.choices, blank=True)
    proposals = models.JSONField(
        default=list, blank=True, help_text="ledger ids of what it adopts when it passes"
    )

    personal_fields: ClassVar = frozenset({"opened_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative phase what title text way mode non_public_share quorum_percent"
        " status opened_at closes_on decided_at closed_at reasons minority_view others_reason"
        " partners_then lapsed_because proposals".split()
    )

    class Meta:
        ordering = ["initiative", "opened_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="decided_says_who_and_when",
                condition=~Q(status="decided") | (Q(decided_at__isnull=False) & ~Q(mode="")),
            ),
            models.CheckConstraint(
                name="power_is_a_share",
                condition=Q(non_public_share=None)
                | Q(non_public_share__gte=0, non_public_share__lte=1),
            ),
            models.CheckConstraint(
                name="lapsed_says_why",
                condition=~Q(status="lapsed") | ~Q(lapsed_because=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return its page."""
        return address("initiatives:decision", self.initiative.slug, self.pk)


class Voice(Owned):
    """What one partner says to a decision."""

    class Stance(models.TextChoices):
        """For, against, or standing aside."""

        FOR = "for", _("For")
        AGAINST = "against", _("Against")
        ASIDE = "aside", _("I stand aside")

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="voices")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="voices")
    side = models.CharField(max_length=10, choices=Side.choices)
    stance = models.CharField(_("stance"), max_length=7, choices=Stance.choices)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    channel = models.CharField(
        _("how it came in"), max_length=7, choices=Channel.choices, default=Channel.WEB
    )
    contribution = models.OneToOneField(
        Contribution,
        on_delete=models.PROTECT,
        null=True,
        related_name="voice",
        help_text="its row in the ledger; none for voices from before they had one",
    )

    personal_fields: ClassVar = frozenset({"by", "reason"})
    open_fields: ClassVar = frozenset(
        "municipality decision partner side stance at channel contribution".split()
    )

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "partner"], name="one_voice_a_partner"),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.stance}"

    @property
    def is_written_down(self) -> bool:
        """Whether somebody else wrote it down for the partner."""
        return self.channel != Channel.WEB
