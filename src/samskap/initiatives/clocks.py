"""Days that a rule gives, counted down in words as every page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.design.clocks import SOON, Clock, days_in_words, in_words
from samskap.initiatives.models import Deadline


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A deadline beside its clock."""

    deadline: Deadline
    clock: Clock


def running_of(deadlines: Iterable[Deadline]) -> list[Counted]:
    """Those deadlines that still run, each with its clock, in the order they came."""
    return [
        Counted(deadline=each, clock=counted_down(each)) for each in deadlines if each.is_running
    ]


def counted_down(deadline: Deadline) -> Clock:
    """How many days are left, in words."""
    today = timezone.localdate()
    facts = {"who": deadline.before, "day": in_words(deadline.due_on, today)}
    left = (deadline.due_on - today).days
    if left < 0:
        promise = _("To be laid before %(who)s: the last day was %(day)s") % facts
        return Clock(promise, days_in_words(left), "late")
    promise = _("To be laid before %(who)s by %(day)s") % facts
    return Clock(promise, days_in_words(left), "soon" if left <= SOON else "running")
