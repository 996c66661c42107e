"""Reading what a committee tries, its working groups, and what was written together."""

from django.db.models import Count, Prefetch, Q, QuerySet

from samskap.committees.models import (
    Authorship,
    Committee,
    Dialogue,
    FastTrack,
    Group,
    Material,
    Motion,
    Pilot,
)
from samskap.committees.queries.motions import with_votes
from samskap.ideas.models import Idea
from samskap.municipalities.models import Municipality


def pilots_in(municipality: Municipality) -> QuerySet[Pilot]:
    """The pilots of a municipality, with what their page shows."""
    found = Pilot.objects.of(municipality).select_related(
        "committee__initiative__account",
        "committee__municipality",
        "committee__body",
        "fast_track__idea",
    )
    return found.prefetch_related(Prefetch("motions", with_votes(Motion.objects.all())))


def startable(committee: Committee) -> QuerySet[FastTrack]:
    """The fast tracks that were let through, out of which a pilot can come."""
    through = (FastTrack.Status.ACCEPTED, FastTrack.Status.STARTED)
    return FastTrack.objects.filter(committee=committee, status__in=through).select_related("idea")


def markable(committee: Committee, most: int = 100) -> list[Idea]:
    """Ideas of the initiative that are on no fast track, the newest first."""
    running = FastTrack.objects.filter(committee=committee, status__in=FastTrack.RUNNING)
    found = Idea.objects.filter(
        initiative=committee.initiative_id, withdrawn_at=None, merged_into=None
    )
    return list(found.exclude(pk__in=running.values("idea")).order_by("-given_at", "-pk")[:most])


def groups_of(committee: Committee) -> QuerySet[Group]:
    """Working groups with how many members and others work along, the first first."""
    here = Q(places__until=None)
    found: QuerySet[Group] = (
        Group.objects.filter(committee=committee)
        .annotate(
            members=Count("places", filter=here & Q(places__member__isnull=False)),
            others=Count("places", filter=here & Q(places__member=None)),
        )
        .order_by("made_at", "pk")
    )
    return found


def groups_in(municipality: Municipality) -> QuerySet[Group]:
    """The working groups of a municipality, with their committees."""
    found: QuerySet[Group] = Group.objects.of(municipality).select_related(
        "committee__initiative__account", "committee__municipality", "committee__body"
    )
    return found


def dialogues_of(committee: Committee) -> QuerySet[Dialogue]:
    """Meetings with others, the first first."""
    found: QuerySet[Dialogue] = committee.dialogues.select_related("event", "group")
    return found.order_by("event__starts_at", "pk")


def material_of(committee: Committee) -> QuerySet[Material]:
    """What members wrote together, the newest first, with its authors and its fate."""
    authors = Authorship.objects.select_related("member__person", "member__giver")
    found: QuerySet[Material] = committee.material.select_related(
        "idea__contribution__standing", "group"
    )
    return found.prefetch_related(Prefetch("authors", authors)).order_by("-pk")
