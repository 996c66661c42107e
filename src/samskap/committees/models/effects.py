"""What members say of a committee: the six effects before and after, and the answer they got."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.committees.models.committee import Committee
from samskap.committees.models.team import Member, Role
from samskap.kernels.before_after import LEAST, MOST
from samskap.municipalities.models import Owned
from samskap.people.models import Person

SCALE = [MinValueValidator(LEAST), MaxValueValidator(MOST)]


def on_the_scale(*fields: str) -> Q:
    """Say that each of these is 1 … 5."""
    inside = Q()
    for field in fields:
        inside &= Q(**{f"{field}__gte": LEAST, f"{field}__lte": MOST})
    return inside


class Effects(Owned):
    """What one member says of the six effects in one round, 1 “not at all” … 5 “wholly”.

    The six are those that Gentofte claims of its task committees (R-064; S1:21.3–4, S2:79). The
    questions are worded by us.
    """

    class Round(models.TextChoices):
        """When it is asked."""

        BEFORE = "before", _("Before")
        AFTER = "after", _("After")

    QUESTIONS: ClassVar = (
        *("problem_understanding", "idea_richness", "innovation"),
        *("ownership", "speed", "room_to_lead"),
    )

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="effects")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="effects")
    round = models.CharField(max_length=6, choices=Round.choices)
    role = models.CharField(max_length=12, choices=Role.choices)
    problem_understanding = models.PositiveSmallIntegerField(
        _("We understand the problem from more than one side."), validators=SCALE
    )
    idea_richness = models.PositiveSmallIntegerField(
        _("We have many different ideas to choose among."), validators=SCALE
    )
    innovation = models.PositiveSmallIntegerField(
        _("Something really new is likely to come of this."), validators=SCALE
    )
    ownership = models.PositiveSmallIntegerField(
        _("Those whom it concerns will feel that the solution is theirs, too."), validators=SCALE
    )
    speed = models.PositiveSmallIntegerField(
        _("What is decided will be carried out without delay."), validators=SCALE
    )
    room_to_lead = models.PositiveSmallIntegerField(
        _("Elected representatives have room to lead, and not only to say yes or no."),
        validators=SCALE,
    )
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"member", "role", "by"}) | frozenset(QUESTIONS)
    open_fields: ClassVar = frozenset({"municipality", "committee", "round", "at"})

    class Meta:
        verbose_name_plural = "effects"
        constraints = [
            models.UniqueConstraint(fields=["member", "round"], name="effects_said_once_a_round"),
            models.CheckConstraint(
                name="effects_are_on_the_scale",
                condition=on_the_scale(
                    *("problem_understanding", "idea_richness", "innovation"),
                    *("ownership", "speed", "room_to_lead"),
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} {self.round}"


class AfterAnswer(Owned):
    """How one member saw the answer of the elected body: three questions, and a word."""

    QUESTIONS: ClassVar = ("understood", "taken_seriously", "would_again")

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="after_answer")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="after_answer")
    understood = models.PositiveSmallIntegerField(
        _("I understand why the answer became what it is."), validators=SCALE
    )
    taken_seriously = models.PositiveSmallIntegerField(
        _("Our work was taken seriously."), validators=SCALE
    )
    would_again = models.PositiveSmallIntegerField(
        _("I would take part in a committee again."), validators=SCALE
    )
    words = models.TextField(_("what you would like to say about it"), blank=True)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"member", "words", "by"}) | frozenset(QUESTIONS)
    open_fields: ClassVar = frozenset({"municipality", "committee", "at"})

    class Meta:
        verbose_name_plural = "after answer"
        constraints = [
            models.UniqueConstraint(fields=["committee", "member"], name="answer_weighed_once"),
            models.CheckConstraint(
                name="answer_weighed_on_the_scale",
                condition=on_the_scale("understood", "taken_seriously", "would_again"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} of {self.committee_id}"
