"""Items of a plan: what is to be done, where it came from, and what became of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.addresses import address
from samskap.drafting.models.document import Document
from samskap.drafting.models.paragraph import Paragraph
from samskap.initiatives.models import Commitment, Recommendation
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Owned, owner
from samskap.organisations.models import Organisation
from samskap.people.models import Person


class Item(Owned):
    """A paragraph that somebody is to carry out: for how much, by whom, by when."""

    class State(models.TextChoices):
        """How far it has come."""

        PLANNED = "planned", pgettext_lazy("an item of a plan", "Planned")
        DECIDED = "decided", pgettext_lazy("an item of a plan", "Decided")
        UNDER_WAY = "under_way", _("Under way")
        IN_FORCE = "in_force", _("In force")
        DROPPED = "dropped", pgettext_lazy("an item of a plan", "Dropped")

    municipality = owner(has_index=False)
    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="items", db_index=False
    )
    number = models.PositiveSmallIntegerField(help_text="1, 2, 3 … within the document")
    paragraph = models.OneToOneField(Paragraph, on_delete=models.CASCADE, related_name="item")
    title = models.CharField(_("what is to be done, in one line"), max_length=160)
    cost_kroner = models.PositiveBigIntegerField(
        _("what it costs, in whole kroner"), null=True, blank=True
    )
    responsible = models.ForeignKey(
        Organisation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="plan_items",
        verbose_name=_("who is responsible"),
    )
    responsible_says = models.CharField(
        _("responsible, in your own words"),
        max_length=160,
        blank=True,
        help_text="an office or a body, never a person’s name",
    )
    due_on = models.DateField(_("by when"), null=True, blank=True)
    commitment = models.ForeignKey(
        Commitment,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="plan_items",
        verbose_name=_("the promise behind it"),
    )
    recommendation = models.OneToOneField(
        Recommendation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="plan_item",
        help_text="as it lies before an elected body, or lay before it last",
    )
    state = models.CharField(max_length=9, choices=State.choices, default=State.PLANNED)
    in_force_on = models.DateField(null=True, blank=True, help_text="the day it came into force")
    follow_up_on = models.DateField(
        null=True, blank=True, help_text="the day on which somebody says how it goes"
    )
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"made_by"})
    open_fields: ClassVar = frozenset(
        "municipality document number paragraph title cost_kroner responsible responsible_says"
        " due_on commitment recommendation state in_force_on follow_up_on made_at".split()
    )

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="item_numbered"),
            models.CheckConstraint(
                name="item_in_force_says_since_when",
                condition=~Q(state="in_force") | Q(in_force_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "follow_up_on"],
                condition=Q(follow_up_on__isnull=False),
                name="item_to_follow_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def get_absolute_url(self) -> str:
        """Return the page of this item."""
        return address("drafting:item", self.pk)

    @property
    def waits(self) -> bool:
        """Whether an elected body has it and has not answered."""
        return self.recommendation is not None and not self.recommendation.answer

    @property
    def is_alive(self) -> bool:
        """Whether it is still part of the plan."""
        return self.state != Item.State.DROPPED

    @property
    def is_decided(self) -> bool:
        """Whether it was decided, and is not dropped since."""
        return self.state in {Item.State.DECIDED, Item.State.UNDER_WAY, Item.State.IN_FORCE}

    @property
    def is_late(self) -> bool:
        """Whether its day has passed, and it is not in force."""
        is_done = self.in_force_on is not None or not self.is_alive
        return not is_done and self.due_on is not None and self.due_on < timezone.localdate()

    @property
    def was_in_time(self) -> bool:
        """Whether it came into force on its day or before."""
        if self.in_force_on is None or self.due_on is None:
            return False
        return self.in_force_on <= self.due_on

    @property
    def was_late(self) -> bool:
        """Whether it came into force after its day."""
        return self.in_force_on is not None and self.due_on is not None and not self.was_in_time


class ItemSource(Owned):
    """That an item came from a contribution, whole or in part."""

    municipality = owner(has_index=False)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="sources", db_index=False)
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="plan_sources"
    )
    is_whole = models.BooleanField(default=True, help_text="all of it is in the item, not a part")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset({"municipality", "item", "contribution", "is_whole", "at"})

    class Meta:
        ordering = ["item", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "contribution"], name="source_once_an_item")
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id} in {self.item_id}"


class ItemStep(Owned):
    """One thing that happened to an item; added and never changed."""

    class What(models.TextChoices):
        """What happened."""

        MADE = "made", _("It became an item of the plan")
        CHANGED = "changed", _("It was changed")
        LAID = "laid", _("It was laid before an elected body")
        ANSWERED = "answered", _("The elected body answered")
        UNDER_WAY = "under_way", _("It is under way")
        IN_FORCE = "in_force", _("It is in force")
        DROPPED = "dropped", _("It was dropped")
        FOLLOWED_UP = "followed_up", _("Somebody said how it goes")

    municipality = owner(has_index=False)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="steps", db_index=False)
    what = models.CharField(max_length=11, choices=What.choices)
    says = models.TextField(_("in words"), blank=True)
    link = models.URLField(_("address of what is in force"), max_length=300, blank=True)
    on = models.DateField(help_text="the day it is about")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset(
        "municipality item what says link on recommendation at".split()
    )

    class Meta:
        ordering = ["item", "at", "pk"]
        indexes = [models.Index(fields=["item", "at", "id"], name="item_step_in_time")]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.what}"


class Money(Owned):
    """What money there is for a plan, as somebody said it on a day. The newest holds (R-071)."""

    municipality = owner(has_index=False)
    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="money", db_index=False
    )
    kroner = models.PositiveBigIntegerField(_("how much money there is, in whole kroner"))
    says = models.TextField(_("what it may be used for"), blank=True)
    said_by = models.CharField(
        _("who has said so"), max_length=160, help_text="a body or a budget, never a person’s name"
    )
    said_on = models.DateField(_("on which day"))
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset(
        "municipality document kroner says said_by said_on at".split()
    )

    class Meta:
        ordering = ["document", "-said_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "said_on", "said_by"], name="money_said_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kroner} ({self.said_by})"
