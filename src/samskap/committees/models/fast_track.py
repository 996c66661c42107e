"""The fast track for the obviously good idea, and the authority by which it is let through."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.committees.models.committee import Committee
from samskap.committees.models.team import Member
from samskap.ideas.models import Idea
from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation
from samskap.people.models import Person

DAYS_TO_ACCEPT = timedelta(days=14)  # SC-9


class FastTrack(Owned):
    """That an idea is so obviously good that nobody should wait for the final report.

    The committee agrees; then the chair of a standing committee and the chief executive accept it
    within 14 days, each by an authority that was delegated to them. Otherwise it goes back, and
    can become a recommendation like any other.

    Source: R-062 (S1:25.3–4), SC-9.
    """

    class Status(models.TextChoices):
        """Where it stands."""

        MARKED = "marked", _("Marked by a member")
        NOT_AGREED = "not_agreed", _("The committee did not agree")
        ASKED = "asked", _("Waits for the chair and the chief executive")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused: it goes back to the committee")
        EXPIRED = "expired", _("Not answered in time: it goes back to the committee")
        STARTED = "started", _("Started")

    RUNNING: ClassVar = (Status.MARKED, Status.ASKED, Status.ACCEPTED, Status.STARTED)

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="fast_tracks")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="fast_tracks")
    why = models.TextField(_("why it is obviously good"))
    marked_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, null=True, blank=True, related_name="fast_tracks"
    )
    marked_at = models.DateTimeField(default=timezone.now)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.MARKED)
    asked_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="refused, or not answered")
    refused_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    refused_because = models.TextField(_("why not now"), blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    started_on = models.DateField(_("it starts on"), null=True, blank=True)

    personal_fields: ClassVar = frozenset({"marked_by", "refused_by"})
    open_fields: ClassVar = frozenset(
        "municipality committee idea why marked_at status asked_at due_on ended_at"
        " refused_because accepted_at started_on".split()
    )

    class Meta:
        ordering = ["-marked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "idea"],
                condition=Q(status__in=("marked", "asked", "accepted", "started")),
                name="idea_is_on_one_fast_track",
            ),
            models.CheckConstraint(
                name="started_fast_track_was_accepted",
                condition=~Q(status="started")
                | Q(started_on__isnull=False, accepted_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"fast track of {self.idea_id}"

    def get_absolute_url(self) -> str:
        """Return its page."""
        return address("committees:fast_track", self.pk)

    @property
    def days_to_start(self) -> int | None:
        """Days from the idea to the day on which it started."""
        if self.started_on is None:
            return None
        return (self.started_on - timezone.localdate(self.idea.given_at)).days


class Acceptance(Owned):
    """That one of the two offices lets an idea through, and by which authority."""

    class Office(models.TextChoices):
        """The two who must accept."""

        CHAIR = "chair", _("For the standing committee")
        EXECUTIVE = "executive", _("For the chief executive")

    fast_track = models.ForeignKey(FastTrack, on_delete=models.CASCADE, related_name="acceptances")
    office = models.CharField(max_length=9, choices=Office.choices)
    body = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="the standing committee that is spoken for",
    )
    delegation = models.CharField(_("by which delegation you may decide this"), max_length=200)
    given_by = models.CharField(_("who gave it"), max_length=120)
    given_on = models.DateField(_("when it was given"))
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset(
        "municipality fast_track office body delegation given_by given_on at".split()
    )

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["fast_track", "office"], name="office_accepts_once"),
            models.UniqueConstraint(
                fields=["fast_track", "by"],
                condition=Q(by__isnull=False),
                name="nobody_accepts_for_both_offices",
            ),
            models.CheckConstraint(
                name="acceptance_names_its_authority",
                condition=~Q(delegation="") & ~Q(given_by=""),
                violation_error_message=_("Say which delegation it is, and who gave it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} of {self.fast_track_id}"
