"""Reading initiatives: one, and lists of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from samskap.base.models import Happening
from samskap.base.prepared import Prepared
from samskap.initiatives.models import Initiative, Invitation, Partner, Sharing
from samskap.initiatives.models.initiative import PATH, PHASE_OF, State
from samskap.initiatives.queries.sharing import found_in
from samskap.ledger.models import ActorKind, Phase, Standing, Sum
from samskap.ledger.queries import sums_of
from samskap.municipalities.models import Municipality

SIDES: dict[str, tuple[str, ...]] = {
    "resident": (
        ActorKind.RESIDENT,
        ActorKind.SERVICE_USER,
        ActorKind.RELATIVE,
        ActorKind.VOLUNTEER,
    ),
    "association": (ActorKind.ASSOCIATION,),
    "business": (ActorKind.BUSINESS,),
    "social_entrepreneur": (ActorKind.SOCIAL_ENTREPRENEUR,),
    "academia": (ActorKind.ACADEMIA,),
    "faith_community": (ActorKind.FAITH_COMMUNITY,),
    "public": (
        ActorKind.EMPLOYEE,
        ActorKind.FACILITATOR,
        ActorKind.LEADER,
        ActorKind.POLITICIAN,
        ActorKind.PUBLIC_UNIT,
        ActorKind.COUNCIL,
    ),
}
"""The seven sides people see, and the kinds of actors on each."""

SIDE_OF: dict[str, str] = {kind: side for side, kinds in SIDES.items() for kind in kinds}

WITHOUT_WORDS = frozenset({"decision", "support", "vote"})
"""Rows of the ledger that say yes or no to what others gave."""

RUNGS = ("4", "3", "2", "1", "0", "self_organised", "none")
ENDED = "ended"  # beside the four phases: what was closed or stopped
SHOWN = (*PATH, State.PAUSED, State.CLOSED)


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What somebody looks for in the list; empty means all."""

    phase: str = ""
    topic: str = ""
    area: str = ""
    side: str = ""
    rung: str = ""
    words: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "Filters":
        """Take the filters from an address; what makes no sense is left out."""
        known = {
            "phase": {*Phase.values, ENDED},
            "side": set(SIDES),
            "rung": set(RUNGS),
        }
        values = {each.name: asked.get(each.name, "").strip()[:80] for each in fields(cls)}
        return cls(
            **{
                name: value.replace("\x00", "")
                for name, value in values.items()
                if name not in known or value in known[name]
            }
        )

    @property
    def are_set(self) -> bool:
        """Whether anything is looked for."""
        return any(getattr(self, each.name) for each in fields(self))

    @property
    def as_key(self) -> str:
        """Name this choice, for the memory."""
        return "|".join(getattr(self, each.name) for each in fields(self))


def whole(municipality: Municipality) -> QuerySet[Initiative]:
    """Initiatives with what their page reads first."""
    return Initiative.objects.of(municipality).select_related(
        "account", "municipality", "raised_by", "raised_for", "merged_into"
    )


whole_at = Prepared(
    # Few were raised for an organisation or joined with another: the others are not asked for.
    lambda municipality, slug: (
        Initiative.objects.of(municipality)
        .filter(slug=slug)
        .select_related("account", "raised_for")
    ),
    municipality=int,
    slug=str,
)


def initiative_named(municipality: Municipality, slug: str) -> Initiative | None:
    """The initiative that an address of a municipality names, with what its page reads first."""
    found = whole_at.first(municipality=municipality.pk, slug=slug)
    if found is not None:
        found.municipality = municipality
    return found


version_at = Prepared(
    lambda municipality, slug: (
        Initiative.objects.of(municipality)
        .filter(slug=slug)
        .values_list("pk", "account__version", "merged_into__slug")
    ),
    municipality=int,
    slug=str,
)
last_happening = Prepared(
    lambda municipality: (
        Happening.objects.filter(municipality_key=municipality)
        .order_by("-pk")
        .values_list("pk", flat=True)[:1]
    ),
    municipality=int,
)


def listed(municipality: Municipality, filters: Filters) -> QuerySet[Initiative]:
    """Initiatives that somebody looks for; the newest first.

    Without filters: whatever goes on, rests or has closed. What was stopped or joined with another
    is found by its own filter. What is at home elsewhere is found too, once the municipality has
    said yes to take part in it.
    """
    found = found_in(municipality).order_by("-raised_at", "-pk")
    if filters.phase == ENDED:
        found = found.filter(state__in=[State.CLOSED, State.SCRAPPED])
    elif filters.phase:
        states = [state for state, phase in PHASE_OF.items() if phase == filters.phase]
        found = found.filter(Q(state__in=states) | Q(state=State.PAUSED, state_before__in=states))
    else:
        found = found.filter(state__in=SHOWN)
    if filters.topic:
        about = Initiative.topics.through.objects.filter(
            initiative=OuterRef("pk"), topic__slug=filters.topic
        )
        found = found.filter(Exists(about))
    if filters.area:
        named = (
            Q(area__slug=filters.area)
            | Q(area__parent__slug=filters.area)
            | Q(area__parent__parent__slug=filters.area)
        ) & Q(area__municipality=municipality)
        own = Initiative.areas.through.objects.filter(named, initiative=OuterRef("pk"))
        shared = Sharing.areas.through.objects.filter(
            named, sharing__initiative=OuterRef("pk"), sharing__ended_at=None
        )
        found = found.filter(Exists(own) | Exists(shared))
    if filters.side:
        given = Sum.objects.filter(
            account=OuterRef("account"), actor_kind__in=SIDES[filters.side], rows__gt=0
        )
        found = found.filter(Exists(given))
    if filters.rung:
        found = found.filter(rung="" if filters.rung == "none" else filters.rung)
    if filters.words:
        found = found.filter(
            Q(title__icontains=filters.words)
            | Q(dream__icontains=filters.words)
            | Q(problem__icontains=filters.words)
            | Q(solution__icontains=filters.words)
        )
    return found


def given_by_side(account_ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """How many contributions each side gave to each account: account → side → count."""
    counted: dict[int, dict[str, int]] = {}
    sums = Sum.objects.filter(account__in=list(account_ids)).exclude(kind__in=WITHOUT_WORDS)
    for account, kind, rows in sums.values_list("account", "actor_kind", "rows"):
        sides = counted.setdefault(account, dict.fromkeys(SIDES, 0))
        sides[SIDE_OF.get(kind, "resident")] += rows
    return counted


def municipality_version(municipality: Municipality) -> int:
    """The last thing that happened here: lists made after it are still true."""
    return last_happening.first(municipality=municipality.pk) or 0


def newest(municipality: Municipality, most: int = 3) -> list[Initiative]:
    """What was raised last."""
    return list(listed(municipality, Filters()).prefetch_related("areas")[:most])


def needing_hands(municipality: Municipality, most: int = 3) -> list[Initiative]:
    """What is being made with the fewest partners: there one more hand counts most."""
    going_on = Initiative.objects.of(municipality).filter(
        state__in=[State.IMPLEMENTING, State.DRIVING, State.DESIGNING]
    )
    joined = Count("partners", filter=Q(partners__status=Partner.Status.JOINED))
    return list(
        going_on.annotate(joined=joined)
        .order_by("joined", "-raised_at")
        .prefetch_related("areas")[:most]
    )


def promised_answers(municipality: Municipality, most: int = 4) -> list[Standing]:
    """Contributions to open initiatives that wait for an answer, the oldest promise first."""
    waiting = (
        Standing.objects.of(municipality)
        .filter(answered_at=None, answer_due_on__isnull=False)
        .filter(account__initiative__state__in=list(PHASE_OF))
        .exclude(path="")
        .order_by("answer_due_on", "contribution")
    )
    return list(waiting[:most])


def open_invitations(municipality: Municipality) -> QuerySet[Invitation]:
    """Reverse invitations that the municipality has not answered, the soonest first."""
    return (
        Invitation.objects.of(municipality)
        .filter(is_to_municipality=True, accepted=None)
        .select_related("initiative", "organisation")
        .order_by("answer_due_on", "pk")
    )


def raised_with(initiative: Initiative) -> dict[str, int]:
    """What was given, by phase: contributions in each, decisions and support left out."""
    counted = dict.fromkeys(Phase.values, 0)
    for each in sums_of(initiative.account):
        if each.kind not in WITHOUT_WORDS:
            counted[each.phase] += each.rows
    return counted


def could_be_joined(initiative: Initiative, among: Q, words: str = "") -> QuerySet[Initiative]:
    """Open initiatives that this one could become a part of, those on the same topics first.

    among  those that whoever asks may change
    words  must stand in the title
    """
    others = Initiative.objects.of(initiative.municipality).filter(among, state__in=PATH)
    if words:
        others = others.filter(title__icontains=words)
    shared = Count("topics", filter=Q(topics__in=initiative.topics.all()), distinct=True)
    found: QuerySet[Initiative] = (
        others.exclude(pk=initiative.pk).annotate(shared=shared).order_by("-shared", "title", "pk")
    )
    return found
