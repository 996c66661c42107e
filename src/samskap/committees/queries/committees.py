"""Questions about committees: the list with its counts, one committee, and its meetings."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils import timezone

from samskap.committees.models import Charter, Committee, Member, State
from samskap.committees.models.committee import LIVING
from samskap.committees.models.team import Role
from samskap.initiatives.models import Recommendation, Topic
from samskap.meetings.models import Event
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation

NEWEST = ("-proposed_at", "-pk")
ADOPTED = (Recommendation.Answer.ADOPTED, Recommendation.Answer.ADOPTED_CHANGED)


def committees_of(municipality: Municipality) -> QuerySet[Committee]:
    """Every committee, with what a list shows of it; its task is that of the charter that holds."""
    adopted = Charter.objects.filter(committee=OuterRef("pk")).exclude(adopted_on=None)
    found: QuerySet[Committee] = Committee.objects.of(municipality).select_related(
        "theme", "body", "initiative", "merged_into"
    )
    return found.annotate(task=Subquery(adopted.order_by("-version").values("task")[:1]))


def listed(
    municipality: Municipality, *, theme: str = "", state: str = "", body: str = ""
) -> QuerySet[Committee]:
    """The committees of a list, narrowed by theme, state or the body that appointed them.

    state  a state, or “living” for all that still have something to do
    """
    found = committees_of(municipality)
    if theme:
        found = found.filter(theme__slug=theme)
    if body:
        found = found.filter(body__slug=body)
    if state == "living":
        return found.filter(state__in=LIVING)
    return found.filter(state=state) if state in State.values else found


def themes_of(municipality: Municipality) -> list[Topic]:
    """The themes that committees here have, by their name."""
    found = Topic.objects.of(municipality).filter(committees__isnull=False).distinct()
    return sorted(found, key=str)


def bodies_of(municipality: Municipality) -> list[Organisation]:
    """The elected bodies that have appointed committees here."""
    found = Organisation.objects.of(municipality).filter(committees__isnull=False)
    return list(found.distinct())


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What is counted of one committee: who sits there, and what was answered."""

    members: dict[str, int] = field(default_factory=dict)
    recommended: int = 0
    adopted: int = 0


def counted(committees: Iterable[Committee]) -> dict[int, Counted]:
    """Count several committees at once, by their keys: two questions for any number of them.

    Of those that are over, everybody counts who sat there until the end.
    """
    shown = list(committees)
    members: dict[int, dict[str, int]] = defaultdict(dict)
    sitting = Member.objects.filter(committee__in=shown, is_substitute=False, until=None)
    told = sitting.order_by().values_list("committee", "role").annotate(Count("pk"))
    for key, role, count in told:
        members[key][role] = count
    of_initiative = {each.initiative_id: each.pk for each in shown}
    recommended: dict[int, int] = defaultdict(int)
    adopted: dict[int, int] = defaultdict(int)
    answers = Recommendation.objects.filter(
        formal_decision__initiative__in=of_initiative, laid_again=None
    )
    rows = answers.order_by().values_list("formal_decision__initiative", "answer")
    for initiative, answer, count in rows.annotate(Count("pk")):
        key = of_initiative[initiative]
        recommended[key] += count
        adopted[key] += count if answer in ADOPTED else 0
    return {
        each.pk: Counted(
            members=members[each.pk], recommended=recommended[each.pk], adopted=adopted[each.pk]
        )
        for each in shown
    }


@dataclass(frozen=True, kw_only=True)
class Totals:
    """What all committees of a municipality come to."""

    committees: int
    living: int
    members: dict[str, int]
    recommended: int
    adopted: int


def totals_of(municipality: Municipality) -> Totals:
    """Sum up all committees: three questions."""
    states = dict(
        Committee.objects.of(municipality).order_by().values_list("state").annotate(Count("pk"))
    )
    members = Member.objects.of(municipality).filter(is_substitute=False)
    roles = dict(members.order_by().values_list("role").annotate(Count("pk")))
    answers = dict(
        Recommendation.objects.of(municipality)
        .filter(formal_decision__initiative__committee__isnull=False, laid_again=None)
        .order_by()
        .values_list("answer")
        .annotate(Count("pk"))
    )
    return Totals(
        committees=sum(states.values()),
        living=sum(count for state, count in states.items() if state in LIVING),
        members={role: roles.get(role, 0) for role in Role.values},
        recommended=sum(answers.values()),
        adopted=sum(answers.get(answer, 0) for answer in ADOPTED),
    )


def meetings_of(committee: Committee, now: datetime | None = None) -> tuple[list[Event], int]:
    """The meetings that lie ahead, the soonest first, and how many have been held."""
    now = now or timezone.now()
    events = list(Event.objects.filter(initiative=committee.initiative_id, cancelled_at=None))
    ahead = [event for event in events if event.ends_at > now]
    return sorted(ahead, key=lambda event: event.starts_at), len(events) - len(ahead)


def elected_bodies(municipality: Municipality) -> QuerySet[Organisation]:
    """The council and its committees."""
    found: QuerySet[Organisation] = Organisation.objects.of(municipality).filter(
        kind__in=Organisation.ELECTED_KINDS
    )
    return found


def to_join(committee: Committee) -> QuerySet[Committee]:
    """The committees that another one may join: those that still work."""
    living: QuerySet[Committee] = Committee.objects.of(committee.municipality).living()
    return living.exclude(pk=committee.pk).order_by("title")
