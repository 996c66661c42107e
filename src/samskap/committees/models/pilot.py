"""Trying something out, with a rule for when to stop."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.committees.models.committee import Committee
from samskap.committees.models.fast_track import FastTrack
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Pilot(Owned):
    """Something that a committee tries from one day to another, with those it is for.

    What makes it stop is written down before it begins, so that nobody has to argue about it
    afterwards. Of those who take part it says how many they are, and no more.

    Source: SC-9 (S1:25.4); the stop rule also after S2:75–80, policy that is tried before it holds.
    """

    class Outcome(models.TextChoices):
        """What the committee decided afterwards."""

        KEEP = "keep", _("It is kept")
        STOP = "stop", _("It stops")

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="pilots")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    fast_track = models.ForeignKey(
        FastTrack, on_delete=models.SET_NULL, null=True, blank=True, related_name="pilots"
    )
    title = models.CharField(_("what is tried, in one line"), max_length=120)
    tries = models.TextField(_("what you try, and with whom"))
    stop_rule = models.TextField(_("what makes you stop at once"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    participants = models.PositiveSmallIntegerField(_("how many take part"), default=0)
    co_designers = models.PositiveSmallIntegerField(
        _("how many of them help to shape it"), default=0
    )
    interpreted_into = models.CharField(
        _("which languages is it interpreted into"), max_length=120, blank=True
    )
    is_in_plain_language = models.BooleanField(_("everything is in plain language"), default=False)
    written_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)
    stopped_on = models.DateField(null=True, blank=True, help_text="where the rule stopped it")
    stopped_because = models.TextField(_("what happened"), blank=True)
    result = models.TextField(_("what you found out"), blank=True)
    result_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=4, choices=Outcome.choices, blank=True)
    decided_on = models.DateField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"written_by"})
    open_fields: ClassVar = frozenset(
        "municipality committee public_id fast_track title tries stop_rule starts_on ends_on"
        " participants co_designers interpreted_into is_in_plain_language written_at stopped_on"
        " stopped_because result result_at outcome decided_on".split()
    )

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="pilot_ends_after_it_starts",
                condition=Q(ends_on__gt=F("starts_on")),
                violation_error_message=_("A pilot must end after it starts."),
            ),
            models.CheckConstraint(
                name="pilot_has_a_stop_rule",
                condition=~Q(stop_rule=""),
                violation_error_message=_("Say what makes you stop."),
            ),
            models.CheckConstraint(
                name="those_who_shape_a_pilot_take_part",
                condition=Q(co_designers__lte=F("participants")),
                violation_error_message=_("Those who shape it are among those who take part."),
            ),
            models.CheckConstraint(
                name="pilot_is_decided_on_a_day",
                condition=Q(outcome="", decided_on=None)
                | (~Q(outcome="") & Q(decided_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return its page."""
        return address("committees:pilot", self.pk)

    @property
    def weeks_to_decision(self) -> int | None:
        """Whole weeks from its first day to the decision."""
        return (self.decided_on - self.starts_on).days // 7 if self.decided_on else None
