"""What can be found of initiatives: themselves, their decisions, and what elected bodies answer."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.initiatives.models import Decision, FormalDecision, Initiative
from samskap.initiatives.models.initiative import State
from samskap.initiatives.queries.initiatives import SIDE_OF

INITIATIVE = Findable(
    kind="initiative",
    title=_("Initiative"),
    many=_("Initiatives"),
    model="initiatives.Initiative",
    read="samskap.initiatives.findable.initiatives",
)
DECISION = Findable(
    kind="decision",
    title=_("Decision"),
    many=_("Decisions"),
    model="initiatives.Decision",
    read="samskap.initiatives.findable.decisions",
)
FORMAL_DECISION = Findable(
    kind="formal_decision",
    title=_("Answer of an elected body"),
    many=_("Answers of elected bodies"),
    model="initiatives.FormalDecision",
    read="samskap.initiatives.findable.formal_decisions",
    parts={"initiatives.Recommendation": ("formal_decision",)},
)


def initiatives(keys: Iterable[int]) -> list[Found]:
    """Initiatives; what was joined with another is found there."""
    found = Initiative.objects.filter(pk__in=keys).exclude(state=State.MERGED)
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text=told(
                each.dream,
                each.problem,
                each.solution,
                each.first_solution,
                each.helpers,
                each.societal_goal,
                each.what_is_new,
            ),
            language=each.language,
            at=each.raised_at,
            initiative=each.pk,
            side=SIDE_OF.get(each.raised_as, ""),
        )
        for each in found
    ]


def decisions(keys: Iterable[int]) -> list[Found]:
    """What partners decide, with the reasons and what the minority thinks."""
    found = Decision.objects.filter(pk__in=keys).select_related("initiative")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text=told(each.text, each.reasons, each.minority_view, each.others_reason),
            language=each.initiative.language,
            at=each.opened_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
        )
        for each in found
    ]


def formal_decisions(keys: Iterable[int]) -> list[Found]:
    """What was laid before elected bodies: each recommendation with its answer."""
    found = (
        FormalDecision.objects.filter(pk__in=keys)
        .select_related("initiative", "body")
        .prefetch_related("recommendations")
    )
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text=told(
                each.body.name,
                *(
                    text
                    for recommendation in each.recommendations.all()
                    for text in (recommendation.text, recommendation.reasons)
                ),
            ),
            language=each.initiative.language,
            at=each.laid_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
            side="public",
        )
        for each in found
    ]


def told(*texts: str) -> str:
    """Several texts as one, each a paragraph of its own."""
    return "\n\n".join(filter(None, texts))
