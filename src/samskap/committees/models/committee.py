"""Task committees, and the steps they took."""

import uuid
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.initiatives.models import Initiative, Topic
from samskap.municipalities.models import Owned, OwnedQuerySet
from samskap.organisations.models import Organisation
from samskap.people.models import Person


class State(models.TextChoices):
    """The states of a task committee (domain.md 5.0)."""

    PROPOSED = "proposed", _("Proposed")
    CHARTERED = "chartered", _("Charter adopted")
    RECRUITING = "recruiting", _("Looking for members")
    APPOINTED = "appointed", _("Members appointed")
    WORKING = "working", _("At work")
    DELIVERED = "delivered", _("Delivered")
    IN_FORMAL_TREATMENT = "in_formal_treatment", _("Before the elected body")
    ANSWERED = "answered", _("Answered")
    IMPLEMENTING = "implementing", _("Being carried out")
    CLOSED = "closed", _("Closed")
    EVALUATED = "evaluated", _("Evaluated")
    PAUSED = "paused", _("Paused")
    SCRAPPED = "scrapped", _("Stopped")
    MERGED = "merged", _("Joined with another")


ASIDE: frozenset[str] = frozenset({State.PAUSED, State.SCRAPPED, State.MERGED})
"""The states beside the way: one goes back from them to where one stood."""

PATH: tuple[str, ...] = tuple(state for state in State if state not in ASIDE)
"""The way of a committee, from a proposal to what was learnt."""

LIVING: frozenset[str] = frozenset(PATH[: PATH.index(State.CLOSED)])
"""The states in which there is still something to do."""


class CommitteeQuerySet(OwnedQuerySet):
    """Committees."""

    def living(self) -> Self:
        """Only those that still have something to do."""
        return self.filter(state__in=LIVING)


class Committee(Owned):
    """A temporary committee with one task, in which politicians and residents sit as equals.

    Sources: kommunestyrelsesloven § 17 stk. 4 (Gentofte); Svelvik’s regulations § 11.
    """

    initiative = models.OneToOneField(
        Initiative, on_delete=models.PROTECT, related_name="committee"
    )
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    slug = models.SlugField(max_length=80)
    title = models.CharField(_("name of the committee"), max_length=120)
    language = models.CharField(_("written in"), max_length=5)
    theme = models.ForeignKey(
        Topic, on_delete=models.SET_NULL, null=True, blank=True, related_name="committees"
    )
    body = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="committees",
        help_text="the elected body that appoints it and answers it",
    )
    parents = models.ManyToManyField(
        Organisation,
        blank=True,
        related_name="task_committees",
        help_text="the standing committees it belongs under",
    )
    facilitator = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    secretary = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        _("state"), max_length=19, choices=State.choices, default=State.PROPOSED
    )
    state_before = models.CharField(max_length=19, choices=State.choices, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from"
    )
    result = models.TextField(_("what came of it"), blank=True)
    proposed_at = models.DateTimeField(default=timezone.now)
    proposed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = CommitteeQuerySet.as_manager()  # type: ignore[misc]

    personal_fields: ClassVar = frozenset({"facilitator", "secretary", "proposed_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative public_id slug title language theme body parents state"
        " state_before merged_into result proposed_at".split()
    )

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="committee_slug_once"),
            models.CheckConstraint(
                name="committee_merged_has_a_target",
                condition=~Q(state=State.MERGED) | Q(merged_into__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this committee."""
        return address("committees:committee", self.slug)

    @property
    def is_living(self) -> bool:
        """Whether there is still something to do."""
        return self.state in LIVING

    @property
    def stands_at(self) -> str:
        """Where it stands on its way; beside it, where it left the way."""
        return self.state if self.state in PATH else self.state_before or State.PROPOSED


class Step(Owned):
    """One step of a committee: who took it, when and why."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="steps")
    before = models.CharField(max_length=19, choices=State.choices, blank=True)
    after = models.CharField(max_length=19, choices=State.choices)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by", "reason"})
    open_fields: ClassVar = frozenset({"municipality", "committee", "before", "after", "at"})

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"

    @property
    def is_back(self) -> bool:
        """Whether it went backward on the way."""
        return (
            self.before in PATH
            and self.after in PATH
            and PATH.index(self.after) < PATH.index(self.before)
        )
