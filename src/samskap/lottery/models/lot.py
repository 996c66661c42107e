"""A lot, and every step it has taken."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class State(models.TextChoices):
    """How far a lot has come."""

    OPEN = "open", _("Open: people say yes to being drawn")
    CLOSED = "closed", _("Closed: nobody enters any more")
    PLANNED = "planned", _("Planned: the panels are worked out")
    COMMITTED = "committed", _("Sealed: nobody can change the panels any more")
    DRAWN = "drawn", _("Drawn")
    REPLACING = "replacing", _("Somebody left: a replacement is to be drawn")


class Lot(Owned):
    """A panel that is drawn among those who said yes."""

    class Pool(models.TextChoices):
        """Who can say yes."""

        EVERYBODY = "everybody", _("Everybody who says yes")
        INVITED = "invited", _("Those who are invited at random from a list")
        GIVEN = "given", _("Those who registered elsewhere, such as for a task committee")

    class Way(models.TextChoices):
        """How the chances are shared; the kernel `lot` knows each."""

        LEXIMIN = "leximin", _("As even chances as the targets allow")
        MAXIMIN = "maximin", _("As large as possible for whoever has the smallest chance")
        LEGACY_GREEDY = "legacy_greedy", _("Seat by seat, the way it was done before")

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="lots")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    title = models.CharField(_("what is drawn?"), max_length=120)
    about = models.TextField(_("what are those who are drawn asked to do?"), blank=True)
    language = models.CharField(_("written in"), max_length=5)
    size = models.PositiveSmallIntegerField(_("how many are drawn?"))
    pool = models.CharField(
        _("who can be drawn?"), max_length=9, choices=Pool.choices, default=Pool.EVERYBODY
    )
    way = models.CharField(
        _("how are the chances shared?"), max_length=13, choices=Way.choices, default=Way.LEXIMIN
    )
    features = models.JSONField(
        default=list, blank=True, help_text="[{title, source, values: [{title, least, most …}]}]"
    )
    one_per_household = models.BooleanField(_("at most one of each household"), default=False)
    pause_months = models.PositiveSmallIntegerField(
        _("leave out those who were drawn or invited in the last months"),
        default=0,
        help_text="0: nobody is left out",
    )
    youngest = models.PositiveSmallIntegerField(_("from which age?"), default=16)
    closes_on = models.DateField(_("last day to say yes"), null=True, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    started_at = models.DateTimeField(default=timezone.now)
    stewards = models.ManyToManyField(Person, related_name="lots_kept", blank=True)

    personal_fields: ClassVar = frozenset({"stewards"})
    open_fields: ClassVar = frozenset(
        "municipality initiative public_id title about language size pool way features"
        " one_per_household pause_months youngest closes_on state started_at".split()
    )

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="lot_draws_somebody",
                condition=Q(size__gte=1),
                violation_error_message=_("At least one must be drawn."),
            )
        ]
        indexes = [
            models.Index(fields=["municipality", "-started_at", "-id"], name="lot_newest"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this lot."""
        return address("lottery:lot", self.pk)

    @property
    def takes_in(self) -> bool:
        """Whether people can still say yes today."""
        in_time = self.closes_on is None or self.closes_on >= timezone.localdate()
        return self.state == State.OPEN and in_time


class Step(Owned):
    """One step of a lot: what was done, by whom and why. The rows stay."""

    class What(models.TextChoices):
        """What was done."""

        STARTED = "started", _("The lot was started")
        TARGETS = "targets", _("The targets were changed")
        INVITED = "invited", _("People were invited at random")
        CLOSED = "closed", _("The pool was closed")
        REOPENED = "reopened", _("The pool was opened again")
        ASKED = "asked", _("The panels are being worked out")
        PLANNED = "planned", _("The panels were worked out")
        NO_PANEL = "no_panel", _("The targets could not be kept")
        RELAXED = "relaxed", _("Wider targets were accepted")
        COMMITTED = "committed", _("The panels were sealed")
        TYPED = "typed", _("The numbers were typed in by the first")
        DIFFERED = "differed", _("The second typed other numbers: both begin again")
        DRAWN = "drawn", _("The panel was drawn")
        LEFT = "left", _("Somebody left the panel")
        REPLACING = "replacing", _("A replacement is to be drawn")

    lot = models.ForeignKey(Lot, on_delete=models.CASCADE, related_name="steps")
    what = models.CharField(max_length=9, choices=What.choices)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True)
    facts = models.JSONField(default=dict, blank=True, help_text="counts and seeds; never people")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by", "reason"})
    open_fields: ClassVar = frozenset({"municipality", "lot", "what", "facts", "at"})

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.what} {self.lot_id}"
