"""What a committee is asked to decide, how each member voted, and what the minority thinks."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.committees.models.committee import Committee
from samskap.committees.models.fast_track import FastTrack
from samskap.committees.models.pilot import Pilot
from samskap.committees.models.recommendation import Recommendation
from samskap.committees.models.team import Member
from samskap.initiatives.models import Decision
from samskap.ledger.models import Channel
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Motion(Owned):
    """A question to the committee. Each member has one vote, politicians no more than residents.

    It is about one thing: a recommendation, an idea that is obviously good, a pilot, or words of
    its own: what the problem is, what the solution is, or anything else. A thing that is taken up
    anew gets a new motion; the old one stays as it was.
    """

    class What(models.TextChoices):
        """What the committee is asked."""

        RECOMMEND = "recommend", _("Do we recommend it?")
        FAST_TRACK = "fast_track", _("Is it so good that it should be done at once?")
        KEEP = "keep", _("Do we keep what we tried?")
        STOP = "stop", _("Do we stop what we tried?")
        PROBLEM = "problem", _("Is this the problem we solve?")
        SOLUTION = "solution", _("Is this the solution we propose?")
        OTHER = "other", _("Do we decide this?")

    IN_WORDS: ClassVar = (What.PROBLEM, What.SOLUTION, What.OTHER)

    class Way(models.TextChoices):
        """How it is decided."""

        CONSENSUS = "consensus", _("Everybody who takes part agrees")
        VOTE = "vote", _("More are for it than against it")

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="motions")
    what = models.CharField(max_length=10, choices=What.choices)
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, null=True, blank=True, related_name="motions"
    )
    fast_track = models.ForeignKey(
        FastTrack, on_delete=models.CASCADE, null=True, blank=True, related_name="motions"
    )
    pilot = models.ForeignKey(
        Pilot, on_delete=models.CASCADE, null=True, blank=True, related_name="motions"
    )
    title = models.CharField(_("what we decide, in one line"), max_length=160, blank=True)
    text = models.TextField(_("what we decide, in full"), blank=True)
    way = models.CharField(_("how we decide"), max_length=9, choices=Way.choices)
    opened_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    closed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    members_then = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="members who sat when it was closed"
    )
    lapsed_because = models.CharField(max_length=12, choices=Decision.Lapse.choices, blank=True)
    reasons = models.TextField(_("reasons"), blank=True)
    decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="motion"
    )

    personal_fields: ClassVar = frozenset({"opened_by", "closed_by"})
    open_fields: ClassVar = frozenset(
        "municipality committee what recommendation fast_track pilot title text way opened_at"
        " closed_at members_then lapsed_because reasons decision".split()
    )

    class Meta:
        ordering = ["opened_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="motion_is_about_one_thing",
                condition=Q(
                    what="recommend",
                    recommendation__isnull=False,
                    fast_track__isnull=True,
                    pilot__isnull=True,
                )
                | Q(
                    what="fast_track",
                    recommendation__isnull=True,
                    fast_track__isnull=False,
                    pilot__isnull=True,
                )
                | Q(
                    what__in=("keep", "stop"),
                    recommendation__isnull=True,
                    fast_track__isnull=True,
                    pilot__isnull=False,
                )
                | (
                    Q(
                        what__in=("problem", "solution", "other"),
                        recommendation__isnull=True,
                        fast_track__isnull=True,
                        pilot__isnull=True,
                    )
                    & ~Q(title="")
                    & ~Q(text="")
                ),
            ),
            models.UniqueConstraint(
                fields=["recommendation"],
                condition=Q(closed_at=None),
                name="recommendation_is_asked_of_once",
            ),
            models.UniqueConstraint(
                fields=["fast_track"],
                condition=Q(closed_at=None),
                name="fast_track_is_asked_of_once",
            ),
            models.UniqueConstraint(
                fields=["pilot"], condition=Q(closed_at=None), name="pilot_is_asked_of_once"
            ),
            models.CheckConstraint(
                name="closed_motion_ended_one_way",
                condition=Q(closed_at=None, decision=None, lapsed_because="")
                | Q(closed_at__isnull=False, decision__isnull=False, lapsed_because="")
                | (Q(closed_at__isnull=False, decision=None) & ~Q(lapsed_because="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.subject or self.title}"

    def get_absolute_url(self) -> str:
        """Return the page of what it is about; its own where it is about words."""
        if self.subject is None:
            return address("committees:motion", self.pk)
        return self.subject.get_absolute_url()

    @property
    def subject(self) -> Recommendation | FastTrack | Pilot | None:
        """The one thing it is about; None where it has words of its own."""
        return self.recommendation or self.fast_track or self.pilot

    @property
    def is_open(self) -> bool:
        """Whether members can vote."""
        return self.closed_at is None

    @property
    def is_passed(self) -> bool:
        """Whether the votes carried it."""
        return self.decision_id is not None


class Vote(Owned):
    """The vote of one member; the database lets nobody vote twice.

    by       who pressed the button; not the member where it was said aloud at a meeting
    channel  how it came in
    """

    class Stance(models.TextChoices):
        """For, against, or standing aside."""

        FOR = "for", _("For")
        AGAINST = "against", _("Against")
        ASIDE = "aside", _("I stand aside")

    motion = models.ForeignKey(Motion, on_delete=models.CASCADE, related_name="votes")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="votes")
    stance = models.CharField(_("your vote"), max_length=7, choices=Stance.choices)
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.WEB)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"member", "stance", "by"})
    open_fields: ClassVar = frozenset({"municipality", "motion", "channel", "at"})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["motion", "member"], name="one_vote_a_member"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.stance}"


class MinorityNote(Owned):
    """What a member who was not for it thinks; it goes along to whoever answers."""

    motion = models.ForeignKey(Motion, on_delete=models.CASCADE, related_name="notes")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(_("why you disagree"))
    is_named = models.BooleanField(_("show my name beside it"), default=False)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"member", "text", "is_named"})
    open_fields: ClassVar = frozenset({"municipality", "motion", "at"})

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["motion", "member"], name="one_note_a_member"),
        ]

    def __str__(self) -> str:
        return f"note {self.pk} on {self.motion_id}"
