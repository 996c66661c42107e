"""Reading what goes on as one: what belongs together, who gave it, and what could belong to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from samskap.base.finding import keys_like
from samskap.ideas.findable import IDEA
from samskap.ideas.models import Idea, Merge, Objection, Part
from samskap.ideas.permissions import ANSWERING_ROLES
from samskap.ideas.queries import standing
from samskap.initiatives.models import Initiative
from samskap.kernels.stems import stems_of
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.permissions import has_role

KINDS = frozenset(Idea.Kind.values)
LOOKED_THROUGH = 500  # of the newest, for what is like an idea
SUGGESTED, FOUND = 10, 20
OF_ROW = ("standing", "account", "giver__person", "giver__municipality")


def parts_of(given: Contribution) -> list[Contribution]:
    """What goes on as a part of a contribution, and shares what becomes of it."""
    if given.kind not in KINDS:
        return []
    parts = Contribution.objects.filter(idea__merged_into__contribution=given)
    return list(parts.select_related(*OF_ROW))


def whole_of(given: Contribution) -> Contribution | None:
    """What a contribution has become a part of."""
    if given.kind not in KINDS:
        return None
    parts = Idea.objects.filter(contribution=given).values("merged_into")
    whole: Contribution | None = (
        Contribution.objects.filter(idea__in=parts).select_related(*OF_ROW).first()
    )
    return whole


def keys_of_parts(idea: Idea) -> tuple[int, ...]:
    """The keys of those that go on as a part of an idea; asked only where there are any."""
    if not idea.joined:
        return ()
    return tuple(Idea.objects.filter(merged_into=idea).order_by("pk").values_list("pk", flat=True))


def merges_around(idea: Idea) -> list[Merge]:
    """Every merge that an idea went into or carried on, the newest first, undone ones too."""
    of_it = Q(into=idea) | Q(pk__in=Part.objects.filter(idea=idea).values("merge"))
    parts = Part.objects.select_related(
        "idea__contribution__giver__person",
        "idea__contribution__speaking_for",
        "idea__contribution__standing",
    ).order_by("idea__given_at", "pk")
    found = Merge.objects.filter(of_it).select_related(
        "by", "undone_by", "into__contribution__standing", "initiative__municipality"
    )
    objections = Objection.objects.select_related("by", "answered_by")
    return list(
        found.prefetch_related(Prefetch("parts", parts), Prefetch("objections", objections))
    )


def objections_for(reader: Person, municipality: Municipality) -> QuerySet[Objection]:
    """Objections that wait for an answer that a person may give, the oldest first."""
    waits: QuerySet[Objection] = Objection.objects.of(municipality).filter(answered_at=None)
    if not has_role(reader, municipality, *ANSWERING_ROLES):
        waits = waits.filter(merge__initiative__in=reader.facilitates.values("pk"))
    return waits.exclude(by=reader).select_related("merge__into").order_by("at", "pk")


@dataclass(frozen=True, kw_only=True)
class Like:
    """An idea that could belong to another, and how many of their words they share (0 … 1)."""

    idea: Idea
    share: float


def alike(idea: Idea) -> list[Like]:
    """What was given to the same initiative in words like these, the most alike first.

    The newest are looked through, and older ones that share its rarest words: so it costs the same
    in a large initiative.
    """
    mine = _stems(idea)
    others = (
        standing(Idea.objects.filter(initiative=idea.initiative_id))
        .exclude(pk=idea.pk)
        .only("title", "text", "language", "given_at", "supports", "joined")
    )
    newest = others.order_by("-given_at", "-pk")[:LOOKED_THROUGH]
    promising = keys_like(
        idea.initiative.municipality, kind=IDEA.kind, text=f"{idea.title} {idea.text}"
    )
    pool = {other.pk: other for other in (*newest, *others.filter(pk__in=promising))}
    found = [Like(idea=other, share=_shared(mine, _stems(other))) for other in pool.values()]
    found.sort(key=lambda like: -like.share)
    return [like for like in found[:SUGGESTED] if like.share > 0]


def named_like(idea: Idea, words: str) -> QuerySet[Idea]:
    """What was given to the same initiative with these words in its title."""
    others = standing(Idea.objects.filter(initiative=idea.initiative_id)).exclude(pk=idea.pk)
    return others.filter(title__icontains=words).order_by("-given_at", "-pk")[:FOUND]


def chosen(initiative: Initiative, keys: Iterable[int]) -> list[Idea]:
    """The ideas of an initiative that these keys name, the oldest first."""
    found = standing(Idea.objects.filter(initiative=initiative, pk__in=list(keys)))
    return list(found.select_related("contribution__giver__person").order_by("given_at", "pk"))


def _stems(idea: Idea) -> frozenset[str]:
    """The stems of the words of an idea."""
    return frozenset(stems_of(f"{idea.title} {idea.text[:1000]}", idea.language))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How many stems two ideas share, of all they have."""
    return len(one & other) / len(one | other) if one and other else 0.0
