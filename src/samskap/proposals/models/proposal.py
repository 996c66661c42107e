"""Proposals, every step they took, and the measures that followed."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.addresses import address
from samskap.initiatives.models import FormalDecision, Initiative, Recommendation
from samskap.ledger.models import ActorKind, Channel, Giver
from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation
from samskap.people.models import Person


class State(models.TextChoices):
    """The states of a citizens’ proposal (domain.md 5.0)."""

    DRAFT = "draft", _("Draft")
    COLLECTING = "collecting", _("Collecting signatures")
    THRESHOLD_MET = "threshold_met", _("Enough signatures")
    SUBMITTED = "submitted", _("Submitted to the council")
    ACCEPTED = "accepted", _("The council takes it up")
    OUTSIDE_ACTIVITY = "outside_activity", _("Not within the municipality’s activity")
    SAME_CONTENT = "same_content", _("The same as an earlier proposal")
    TREATED_THIS_PERIOD = "treated_this_period", _("Treated in this election period already")
    REFERRED = "referred_to_plan_case", _("Referred to a plan case")
    TREATED = "treated", _("Treated by the council")
    DECIDED = "decided", pgettext_lazy("a proposal", "Decided")
    INFORMED = "proposers_informed", _("Decided, and the proposers are informed")
    FOLLOWED_UP = "followed_up", _("Followed up")
    EXPIRED = "expired", _("Not enough signatures in time")
    WITHDRAWN = "withdrawn", _("Withdrawn")


OPEN = (State.COLLECTING, State.THRESHOLD_MET)  # can be signed, and signatures taken back
BEFORE = (State.DRAFT, *OPEN)  # before it lies with the council
WITH_COUNCIL = (State.SUBMITTED, State.ACCEPTED, State.REFERRED)  # waits for the council
NOT_ADMITTED = (State.OUTSIDE_ACTIVITY, State.SAME_CONTENT, State.TREATED_THIS_PERIOD)
VERDICTS = (State.ACCEPTED, *NOT_ADMITTED)
ANSWERED = (State.TREATED, State.DECIDED, State.INFORMED, State.FOLLOWED_UP)
OVER = (*NOT_ADMITTED, *ANSWERED, State.EXPIRED, State.WITHDRAWN)


class Proposal(Owned):
    """A matter that residents want the council to take up."""

    initiative = models.OneToOneField(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="proposal"
    )
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    title = models.CharField(_("what should the council do?"), max_length=120)
    text = models.TextField(_("why, and how?"))
    language = models.CharField(_("written in"), max_length=5)
    state = models.CharField(max_length=21, choices=State.choices, default=State.DRAFT)
    proposer = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposals_made"
    )
    giver = models.ForeignKey(Giver, on_delete=models.PROTECT, related_name="proposals")
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    speaking_for = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="proposals"
    )
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.WEB)
    drafted_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    window_ends_on = models.DateField(_("last day to sign"), null=True, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    needed = models.PositiveIntegerField(null=True, blank=True, help_text="when it was submitted")
    population = models.PositiveIntegerField(null=True, blank=True)
    population_on = models.DateField(null=True, blank=True)
    population_source = models.CharField(max_length=300, blank=True)
    counted = models.JSONField(default=dict, blank=True, help_text="validity → signatures then")
    legal_due_on = models.DateField(_("the law’s last day"), null=True, blank=True)
    legal_moved_by = models.CharField(max_length=14, blank=True)
    promised_on = models.DateField(_("promised answer by"), null=True, blank=True)
    plan_case = models.CharField(_("which plan case?"), max_length=160, blank=True)
    referred_on = models.DateField(null=True, blank=True)
    formal = models.OneToOneField(
        FormalDecision, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposal"
    )
    answer = models.CharField(
        _("answer"), max_length=15, choices=Recommendation.Answer.choices, blank=True
    )
    reasons = models.TextField(_("reasons"), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    informed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(
        null=True, blank=True, help_text="when nobody needs the signatures any more"
    )

    personal_fields: ClassVar = frozenset({"title", "text", "proposer", "giver"})
    open_fields: ClassVar = frozenset(
        "municipality initiative public_id language state actor_kind speaking_for channel"
        " drafted_at opened_at window_ends_on submitted_on needed population population_on"
        " population_source counted legal_due_on legal_moved_by promised_on plan_case referred_on"
        " formal answer reasons answered_on informed_at closed_at".split()
    )

    class Meta:
        ordering = ["-drafted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="proposal_is_open_on_an_initiative",
                condition=Q(state__in=["draft", "withdrawn"])
                | Q(initiative__isnull=False, opened_at__isnull=False),
            ),
            models.CheckConstraint(
                name="proposal_is_submitted_with_a_number",
                condition=Q(submitted_on=None) | Q(needed__isnull=False),
            ),
            models.CheckConstraint(
                name="proposal_answer_has_reasons", condition=Q(answer="") | ~Q(reasons="")
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "-opened_at", "-id"],
                condition=Q(opened_at__isnull=False),
                name="proposal_newest",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this proposal."""
        return address("proposals:proposal", self.pk)

    @property
    def is_of_one_alone(self) -> bool:
        """Whether one person acts for it; not an organisation, nor the municipality from paper."""
        return self.proposer_id is not None and self.speaking_for_id is None

    @property
    def is_open(self) -> bool:
        """Whether it can be signed."""
        return self.state in OPEN

    @property
    def is_late(self) -> bool:
        """Whether the day of the promise or of the law has passed without an answer."""
        due = min(filter(None, (self.promised_on, self.legal_due_on)), default=None)
        return self.state in WITH_COUNCIL and due is not None and due < timezone.localdate()


class Step(Owned):
    """One step of a proposal, with who took it and why."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="steps")
    before = models.CharField(max_length=21, choices=State.choices, blank=True)
    after = models.CharField(max_length=21, choices=State.choices)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+", help_text="empty: the clock"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by", "reason"})
    open_fields: ClassVar = frozenset({"municipality", "proposal", "before", "after", "at"})

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Measure(Owned):
    """Something that the municipality does because of a proposal, by a day."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="measures")
    what = models.CharField(_("what is done?"), max_length=200)
    due_on = models.DateField(_("by when?"))
    done_on = models.DateField(null=True, blank=True)
    says = models.CharField(_("how did it go?"), max_length=300, blank=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset("municipality proposal what due_on done_on says".split())

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.what

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and it is not done."""
        return self.done_on is None and self.due_on < timezone.localdate()

    @property
    def was_kept(self) -> bool:
        """Whether it was done on its day or before."""
        return self.done_on is not None and self.done_on <= self.due_on
