"""What people write to an initiative, the questions they answer, and support."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.initiatives.models import Initiative
from samskap.ledger.models import Contribution, Phase
from samskap.municipalities.models import Owned, owner
from samskap.organisations.models import Organisation
from samskap.people.models import Person


class Question(Owned):
    """A question that someone puts to all, open from one day to another."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="questions")
    phase = models.CharField(max_length=9, choices=Phase.choices)
    text = models.CharField(_("question"), max_length=200)
    more = models.TextField(_("what we know, and what we wonder"), blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_for = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_hearing = models.BooleanField(_("a formal hearing"), default=False)
    opens_at = models.DateTimeField(default=timezone.now)
    closes_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"asked_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative phase text more asked_for is_hearing opens_at closes_at".split()
    )

    class Meta:
        ordering = ["-opens_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="question_closes_after_it_opens",
                condition=Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                violation_error_message=_("A question must close after it opens."),
            )
        ]

    def __str__(self) -> str:
        return self.text


class Idea(Owned):
    """A story, a problem statement, evidence, an idea or a draft. Its ledger row says the rest."""

    class Kind(models.TextChoices):
        """What is given."""

        STORY = "story", _("Story")
        PROBLEM_STATEMENT = "problem_statement", _("Problem")
        EVIDENCE = "evidence", _("Knowledge")
        IDEA = "idea", _("Idea")
        DRAFT = "draft", _("Draft")

    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, related_name="ideas", db_index=False
    )
    contribution = models.OneToOneField(Contribution, on_delete=models.PROTECT, related_name="idea")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    question = models.ForeignKey(
        Question,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="answers",
        db_index=False,
    )
    kind = models.CharField(_("kind"), max_length=17, choices=Kind.choices)
    phase = models.CharField(max_length=9, choices=Phase.choices)
    title = models.CharField(_("in one line"), max_length=120)
    text = models.TextField(_("tell more"), blank=True)
    language = models.CharField(_("written in"), max_length=5)
    supports = models.PositiveIntegerField(default=0)
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    joined = models.PositiveSmallIntegerField(default=0, help_text="others that go on as a part")

    personal_fields: ClassVar = frozenset({"title", "text"})
    open_fields: ClassVar = frozenset(
        "municipality initiative contribution public_id question kind phase language supports"
        " given_at withdrawn_at merged_into joined".split()
    )

    class Meta:
        ordering = ["-given_at", "-pk"]
        indexes = [
            models.Index(fields=["initiative", "-given_at", "-id"], name="idea_newest"),
            models.Index(fields=["initiative", "-supports", "-id"], name="idea_most_supported"),
            models.Index(
                fields=["question"], condition=Q(question__isnull=False), name="idea_answers"
            ),
            models.Index(
                fields=["merged_into"], condition=Q(merged_into__isnull=False), name="idea_parts"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this idea."""
        return address("ideas:idea", self.pk)


class Support(Owned):
    """That a person supports an idea; the database lets nobody do it twice."""

    municipality = owner(has_index=False)
    idea = models.ForeignKey(
        Idea, on_delete=models.CASCADE, related_name="supporters", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="supports")
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="support"
    )
    came_from = models.ForeignKey(
        Idea, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"person"})
    open_fields: ClassVar = frozenset({"municipality", "idea", "contribution", "came_from", "at"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["idea", "person"], name="support_once_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person} supports {self.idea}"


class PaperSupport(Owned):
    """That a name on paper, or a voice on the telephone, supports an idea; each counts once.

    The name itself stands with the giver in the ledger, and can be forgotten there. Of a list that
    is only counted nothing is known but how many names there are.
    """

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="paper_supporters")
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="paper_support"
    )
    key = models.CharField(
        max_length=64, help_text="keyed hash of a name and a contact, or of a counted list"
    )
    people = models.PositiveIntegerField(default=1, help_text="more than one for a counted list")
    reference = models.CharField(_("the list, and where it is kept"), max_length=80, blank=True)
    is_told_apart = models.BooleanField(
        default=False, help_text="staff say that nobody on the web is the same person"
    )
    came_from = models.ForeignKey(
        Idea, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"key"})
    open_fields: ClassVar = frozenset(
        "municipality idea contribution people reference is_told_apart came_from at".split()
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["idea", "key"], name="support_once_on_paper"),
            models.CheckConstraint(
                name="paper_support_is_of_somebody", condition=Q(people__gte=1) & ~Q(key="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.people} on paper for {self.idea}"


class Merge(Owned):
    """That some ideas go on as one of them, under its address and perhaps in a new wording.

    Nothing is thrown away, so that it can be undone: the ideas keep their words and their rows in
    the ledger, and each support knows where it came from.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="idea_merges")
    into = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="merges")
    reason = models.TextField(_("why"))
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    title_before = models.CharField(max_length=120, blank=True, help_text="of the one that goes on")
    text_before = models.TextField(blank=True)
    language_before = models.CharField(max_length=5, blank=True)
    due_before = models.DateField(null=True, help_text="when an answer to it was promised")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    undone_because = models.TextField(blank=True)

    personal_fields: ClassVar = frozenset(
        "reason by title_before text_before undone_by undone_because".split()
    )
    open_fields: ClassVar = frozenset(
        "municipality initiative into at language_before due_before undone_at".split()
    )

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.into} goes on with others"

    @property
    def is_reworded(self) -> bool:
        """Whether the one that goes on was put into new words."""
        return bool(self.title_before)


class Part(Owned):
    """One idea that went on as a part of another; the row stays when it is undone."""

    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="parts")
    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="went_into")

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "merge", "idea"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["merge", "idea"], name="part_once_in_a_merge"),
        ]

    def __str__(self) -> str:
        return f"{self.idea} in {self.merge_id}"


class Objection(Owned):
    """That an author does not want their idea to go on together with the others."""

    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="objections")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField(_("why should it stand by itself?"))
    at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("your answer"), blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"by", "text", "answer", "answered_by"})
    open_fields: ClassVar = frozenset({"municipality", "merge", "at", "answered_at"})

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["merge", "by"], name="objected_once_to_a_merge"),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "at"],
                condition=Q(answered_at=None),
                name="objection_that_waits",
            )
        ]

    def __str__(self) -> str:
        return f"objection to {self.merge_id}"
