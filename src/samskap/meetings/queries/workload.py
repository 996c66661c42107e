"""Reading what work it was to prepare, hold and finish events."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum

from samskap.initiatives.models import Initiative
from samskap.meetings.models import Event

STAGES = ("before", "during", "after")
NONE = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Workload:
    """Hours that the events of an initiative took, of staff and of volunteers, by stage.

    events  that were held and not called off
    told    of how many of them somebody has told the hours; the hours are of these
    """

    events: int
    told: int
    staff: dict[str, Decimal]
    volunteers: dict[str, Decimal]

    @property
    def staff_hours(self) -> Decimal:
        """All hours of staff."""
        return sum(self.staff.values(), NONE)

    @property
    def volunteer_hours(self) -> Decimal:
        """All hours of volunteers. They are shown beside the others, never as money saved."""
        return sum(self.volunteers.values(), NONE)

    @property
    def hours(self) -> Decimal:
        """All hours together."""
        return self.staff_hours + self.volunteer_hours


def workload_of(initiative: Initiative) -> Workload:
    """What the events of an initiative took so far; one question.

    Source: R-059 (tools of the facilitating role); domain 2.1 P-2, where heavy workload of those
    who facilitated was the first trouble that Svelvik's evaluation named.
    """
    held = Event.objects.filter(initiative=initiative, cancelled_at=None).over()
    hours = {
        f"{who}_{stage}": Sum(f"running__{who}_{stage}")
        for who in ("staff", "volunteers")
        for stage in STAGES
    }
    sums = held.aggregate(events=Count("pk"), told=Count("running"), **hours)
    return Workload(
        events=sums["events"],
        told=sums["told"],
        staff={stage: sums[f"staff_{stage}"] or NONE for stage in STAGES},
        volunteers={stage: sums[f"volunteers_{stage}"] or NONE for stage in STAGES},
    )
