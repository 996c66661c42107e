"""Initiatives, their topics, their history, and what they make room for."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.ledger.models import Account, ActorKind, Phase
from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.places.models import Area


class Topic(Owned):
    """What initiatives are about, so that they can be found."""

    slug = models.SlugField()
    name = models.JSONField(_("name"), help_text="language code → name")

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "slug", "name"})

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="topic_slug_once"),
        ]

    def __str__(self) -> str:
        language = get_language() or settings.LANGUAGE_CODE
        return str(self.name.get(language) or next(iter(self.name.values()), self.slug))


class State(models.TextChoices):
    """The states of an initiative (domain.md 5.0)."""

    IDEA = "idea", _("A dream")
    DEFINING = "defining", _("Defining the problem")
    PROBLEM_LOCKED = "problem_locked", _("The problem is agreed")
    DESIGNING = "designing", _("Designing the solution")
    SOLUTION_PROPOSED = "solution_proposed", _("A solution is proposed")
    DECIDING = "deciding", _("Deciding")
    IMPLEMENTING = "implementing", _("Carrying it out")
    DRIVING = "driving", _("Running")
    CLOSED = "closed", _("Closed")
    PAUSED = "paused", _("Paused")
    SCRAPPED = "scrapped", _("Stopped")
    MERGED = "merged", _("Joined with another")


PHASE_OF: dict[str, str] = {
    State.IDEA: Phase.DEFINE,
    State.DEFINING: Phase.DEFINE,
    State.PROBLEM_LOCKED: Phase.DESIGN,
    State.DESIGNING: Phase.DESIGN,
    State.SOLUTION_PROPOSED: Phase.DESIGN,
    State.DECIDING: Phase.DESIGN,
    State.IMPLEMENTING: Phase.IMPLEMENT,
    State.DRIVING: Phase.DRIVE,
}

PATH: tuple[str, ...] = tuple(PHASE_OF)
"""The way of an initiative, from the first dream to something that runs."""


class Initiative(Owned):
    """A challenge that people take from the first dream to something that runs."""

    class Field(models.TextChoices):
        """The three fields of co-creation (S0:13)."""

        POLITICAL = "political", _("Political process")
        COMMUNITY = "community", _("Community development")
        SERVICE = "service", _("Service")

    class Displacement(models.TextChoices):
        """Whether a public task is moved out, or public money taken away (S4:27)."""

        UNANSWERED = "unanswered", _("Not answered yet")
        NO = "no", _("No public task is moved out")
        YES = "yes", _("A public task is moved out to save")

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="initiative")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    slug = models.SlugField(max_length=80)
    title = models.CharField(_("title"), max_length=120)
    language = models.CharField(_("written in"), max_length=5)
    dream = models.TextField(_("What do you dream of?"))
    first_solution = models.TextField(_("What could the solution be?"), blank=True)
    helpers = models.TextField(_("Who could help along the way?"), blank=True)
    societal_goal = models.TextField(_("the goal for society"), blank=True)
    field = models.CharField(
        _("field"), max_length=9, choices=Field.choices, default=Field.COMMUNITY
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="initiatives")
    areas = models.ManyToManyField(Area, blank=True, related_name="initiatives")
    photo = models.ImageField(_("photo"), upload_to="initiatives/", blank=True)
    photo_says = models.CharField(_("what the photo shows"), max_length=200, blank=True)
    what_is_new = models.TextField(_("what is new compared with today"), blank=True)
    displacement = models.CharField(
        _("displacement check"),
        max_length=10,
        choices=Displacement.choices,
        default=Displacement.UNANSWERED,
    )
    displacement_says = models.TextField(_("how we know"), blank=True)
    is_preprogrammed = models.BooleanField(
        _("the agenda is set by the municipality alone and the form is fixed"), default=False
    )
    state = models.CharField(_("state"), max_length=17, choices=State.choices, default=State.IDEA)
    state_before = models.CharField(max_length=17, choices=State.choices, blank=True)
    problem = models.TextField(_("the problem, in our words"), blank=True)
    problem_locked_at = models.DateTimeField(null=True, blank=True)
    solution = models.TextField(_("the solution, in our words"), blank=True)
    solution_locked_at = models.DateTimeField(null=True, blank=True)
    rung = models.CharField(
        _("rung"), max_length=14, blank=True, help_text="as last published; empty before that"
    )
    rung_is_provisional = models.BooleanField(default=False)
    own_goal = models.TextField(
        _("own goal"), blank=True, help_text="of the person whose service it is (rung 1)"
    )
    raised_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="raised"
    )
    raised_for = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="raised"
    )
    raised_as = models.CharField(max_length=20, choices=ActorKind.choices)
    raised_at = models.DateTimeField(default=timezone.now)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from"
    )
    facilitators = models.ManyToManyField(
        Person, blank=True, related_name="facilitates", help_text="who lead the joint process"
    )

    personal_fields: ClassVar = frozenset(
        "dream first_solution helpers own_goal raised_by photo photo_says facilitators".split()
    )
    open_fields: ClassVar = frozenset(
        "municipality account public_id slug title language societal_goal field what_is_new"
        " displacement displacement_says is_preprogrammed state state_before problem"
        " problem_locked_at solution solution_locked_at rung rung_is_provisional raised_for"
        " raised_as raised_at merged_into".split()
    )

    class Meta:
        ordering = ["-raised_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="initiative_slug_once"),
            models.CheckConstraint(
                name="initiative_merged_has_a_target",
                condition=~Q(state=State.MERGED) | Q(merged_into__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "-raised_at", "-id"], name="initiative_newest"),
            models.Index(
                fields=["municipality", "state", "-raised_at", "-id"], name="initiative_in_state"
            ),
            models.Index(
                fields=["municipality", "rung", "-raised_at", "-id"], name="initiative_on_rung"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this initiative."""
        return address("initiatives:initiative", self.slug)

    @property
    def phase(self) -> str:
        """The phase it stands in; a side exit stays in the phase it left."""
        return PHASE_OF.get(self.state) or PHASE_OF.get(self.state_before, Phase.DRIVE)

    @property
    def is_open(self) -> bool:
        """Whether people can still give to it."""
        return self.state in PHASE_OF

    @property
    def lead(self) -> str:
        """What it is about in one breath: the agreed solution, else the problem, else the dream."""
        return self.solution or self.problem or self.dream

    @property
    def is_merged(self) -> bool:
        """Whether it goes on as part of another."""
        return self.state == State.MERGED


class StateChange(Owned):
    """One step of an initiative, with who took it and why."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="changes")
    before = models.CharField(max_length=17, choices=State.choices, blank=True)
    after = models.CharField(max_length=17, choices=State.choices)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    speaking_for = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by", "reason"})
    open_fields: ClassVar = frozenset(
        {"municipality", "initiative", "before", "after", "speaking_for", "at"}
    )

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class ScrapEntry(Owned):
    """Something that stops, to make room for the new (S2: “være villig til å skrote noe”)."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="scraps")
    what = models.CharField(_("what stops"), max_length=200)
    owner = models.CharField(_("who sees to it"), max_length=120)
    stops_on = models.DateField(_("from which day"))
    stopped_at = models.DateTimeField(null=True, blank=True)
    learnt = models.TextField(_("what we learnt"), blank=True)

    personal_fields: ClassVar = frozenset({"owner"})
    open_fields: ClassVar = frozenset(
        {"municipality", "initiative", "what", "stops_on", "stopped_at", "learnt"}
    )

    class Meta:
        ordering = ["stops_on", "pk"]

    def __str__(self) -> str:
        return self.what


class Invitation(Owned):
    """An invitation to take part; above all the reverse one, to the municipality itself."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations"
    )
    is_to_municipality = models.BooleanField(
        default=False, help_text="the reverse invitation: residents invite the municipality"
    )
    message = models.TextField(_("message"), blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    answer_due_on = models.DateField(null=True, blank=True)
    accepted = models.BooleanField(null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    personal_fields: ClassVar = frozenset({"person", "message", "by", "answer", "answered_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative organisation is_to_municipality at answer_due_on accepted"
        " answered_at".split()
    )

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(is_to_municipality=True, accepted=None),
                name="municipality_is_invited_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation or self.person or self.municipality}: {self.initiative}"
