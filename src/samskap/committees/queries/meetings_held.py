"""Reading how often standing committees met, before and after task committees came."""

from dataclasses import dataclass

from django.db.models import Min

from samskap.committees.models import Charter, MeetingsHeld
from samskap.municipalities.models import Municipality


@dataclass(frozen=True, kw_only=True)
class Before:
    """Meetings by year, and the year in which the first task committee got its charter.

    bodies   names of the bodies, in the order of `meetings`
    years    every year that is told of
    meetings year → number, for each body; a year that is not told of is left out
    changed  the year of the first charter; None before there is one
    """

    bodies: list[str]
    years: list[int]
    meetings: list[dict[int, int]]
    changed: int | None

    def mean(self, *, after: bool) -> float | None:
        """Meetings of all bodies in a year, on average: before the change, or after its year."""
        if self.changed is None:
            return None
        chosen = [
            year for year in self.years if (year > self.changed if after else year < self.changed)
        ]
        if not chosen:
            return None
        return sum(each.get(year, 0) for each in self.meetings for year in chosen) / len(chosen)


def meetings_in(municipality: Municipality) -> Before:
    """Every number that was written down; two queries."""
    by_body: dict[str, dict[int, int]] = {}
    rows = MeetingsHeld.objects.of(municipality).order_by("body__name", "year")
    for name, year, meetings in rows.values_list("body__name", "year", "meetings"):
        by_body.setdefault(name, {})[year] = meetings
    first = Charter.objects.of(municipality).aggregate(day=Min("adopted_on"))["day"]
    return Before(
        bodies=list(by_body),
        years=sorted({year for each in by_body.values() for year in each}),
        meetings=list(by_body.values()),
        changed=first.year if first else None,
    )
