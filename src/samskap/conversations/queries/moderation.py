"""Reading what waits for moderators, and what the public may know of their work."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear

from samskap.conversations.models import Appeal, Comment, Ground, Report, State, Verdict
from samskap.conversations.models.moderation import HEARING
from samskap.conversations.queries.threads import with_hands
from samskap.initiatives.permissions.initiative import KEEPERS
from samskap.kernels.suppression import hide_small
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.permissions import has_role


def moderated_by(reader: Person, municipality: Municipality) -> QuerySet[Comment]:
    """Comments on which a person may decide: all here, or those where they facilitate."""
    here: QuerySet[Comment] = Comment.objects.of(municipality)
    if has_role(reader, municipality, *KEEPERS):
        return here
    return here.filter(thread__initiative__in=reader.facilitates.values("pk"))


def moderates_here(reader: Person, municipality: Municipality) -> bool:
    """Whether a person decides on anything here, or hears appeals."""
    return (
        has_role(reader, municipality, *HEARING)
        or reader.facilitates.filter(municipality=municipality).exists()
    )


def reported(reader: Person, municipality: Municipality) -> QuerySet[Comment]:
    """What is reported and waits for a verdict, the oldest comment first."""
    waits = Report.objects.filter(comment=OuterRef("pk"), verdict=None)
    found = moderated_by(reader, municipality).exclude(by=reader)
    return (
        with_hands(found.filter(Exists(waits), state=State.SHOWN))
        .select_related("thread")
        .annotate(reports_open=Count("reports", filter=Q(reports__verdict=None)))
    )


def held(reader: Person, municipality: Municipality) -> QuerySet[Comment]:
    """First comments that wait to be read, the oldest first."""
    found = moderated_by(reader, municipality).filter(state=State.HELD).exclude(by=reader)
    return with_hands(found).select_related("thread").order_by("at", "pk")


def campaigns(municipality: Municipality) -> QuerySet[Comment]:
    """The first of those comments that say nearly the same, the largest group first."""
    first: QuerySet[Comment] = Comment.objects.of(municipality).filter(
        alike_to=F("pk"), state=State.SHOWN
    )
    givers = Count("alike_ones__giver", distinct=True)
    return with_hands(first).select_related("thread").annotate(givers=givers)


def open_reports(comment: Comment) -> QuerySet[Report]:
    """What people say is wrong with a comment, without who says so."""
    return comment.reports.filter(verdict=None)


def appeals_in(municipality: Municipality) -> QuerySet[Appeal]:
    """Appeals with all that it takes to decide them."""
    found: QuerySet[Appeal] = Appeal.objects.of(municipality)
    return found.select_related(
        "verdict__comment__thread__initiative__municipality",
        "verdict__comment__by",
        "verdict__comment__giver",
        "verdict__comment__speaking_for",
        "verdict__comment__verdict",
    )


def open_appeals(reader: Person, municipality: Municipality) -> QuerySet[Appeal]:
    """Appeals that a person may decide, the oldest first."""
    if not has_role(reader, municipality, *HEARING):
        return Appeal.objects.none()
    waits = appeals_in(municipality).filter(changes=None)
    own = Q(by=reader) | Q(verdict__by=reader) | Q(verdict__comment__by=reader)
    return waits.exclude(own).exclude(verdict__comment__state=State.REMOVED)


@dataclass(frozen=True, kw_only=True)
class LogLine:
    """How often something happened on one ground; None where it was too seldom to be told."""

    ground: str
    title: str
    reported: int | None
    hidden: int | None
    shown_again: int | None


@dataclass(frozen=True, kw_only=True)
class Log:
    """What moderators did in one year, without anybody’s name."""

    year: int
    lines: list[LogLine]
    total: LogLine
    appeals: int | None
    appeals_changed: int | None


def years_of(municipality: Municipality) -> list[int]:
    """The years in which anything was reported or judged, the newest first."""
    years = {
        year
        for rows in (Report.objects.of(municipality), Verdict.objects.of(municipality))
        for year in rows.annotate(year=ExtractYear("at")).values_list("year", flat=True).distinct()
    }
    return sorted(years, reverse=True)


def log_of(municipality: Municipality, year: int) -> Log:
    """Count what was reported, hidden and shown again in a year; small cells are hidden."""
    reports = Report.objects.of(municipality).filter(at__year=year)
    verdicts = Verdict.objects.of(municipality).filter(at__year=year, hides=True)
    changed = Q(appeals__changes=True)
    columns = [
        hide_small(by_ground(rows))
        for rows in (reports, verdicts, verdicts.filter(changed).distinct())
    ]
    appeals = Appeal.objects.of(municipality).filter(at__year=year)
    decided = hide_small(
        {
            "changed": appeals.filter(changes=True).count(),
            "other": appeals.exclude(changes=True).count(),
        }
    )

    def line(key: str, title: str, counts: Iterable[int | None]) -> LogLine:
        reported, hidden, shown_again = counts
        return LogLine(
            ground=key, title=title, reported=reported, hidden=hidden, shown_again=shown_again
        )

    return Log(
        year=year,
        lines=[
            line(ground.value, str(ground.label), [column.count_of[ground] for column in columns])
            for ground in Ground
        ],
        total=line("", "", [column.total for column in columns]),
        appeals=decided.total,
        appeals_changed=decided.count_of["changed"],
    )


def by_ground(rows: QuerySet[Report] | QuerySet[Verdict]) -> dict[Ground, int]:
    """Count rows by their ground; grounds that nobody named count nought."""
    found = dict(rows.order_by().values_list("ground").annotate(n=Count("pk", distinct=True)))
    return {ground: found.get(ground.value, 0) for ground in Ground}
