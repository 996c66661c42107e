"""What can be found of ideas: what people gave, and the questions they answer."""

from collections import defaultdict
from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.ideas.models import Idea, Question
from samskap.initiatives.queries.initiatives import SIDE_OF

IDEA = Findable(
    kind="idea",
    title=_("Idea"),
    many=_("Ideas and input"),
    model="ideas.Idea",
    read="samskap.ideas.findable.ideas",
    parts={"ideas.Merge": ("into", "parts__idea")},
)
QUESTION = Findable(
    kind="question",
    title=_("Question"),
    many=_("Questions"),
    model="ideas.Question",
    read="samskap.ideas.findable.questions",
)

READ = (
    *("municipality", "title", "text", "language", "given_at", "joined"),
    *("initiative__title", "contribution__actor_kind"),
)  # of all that an idea and its ledger row hold


def ideas(keys: Iterable[int]) -> list[Found]:
    """What was given and not withdrawn; what goes on as a part of another is found there."""
    found = Idea.objects.filter(pk__in=keys, withdrawn_at=None, merged_into=None)
    ideas = list(found.select_related("initiative", "contribution").only(*READ))
    gathered = words_of_parts(idea.pk for idea in ideas if idea.joined)
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text="\n\n".join([each.text, *gathered[each.pk]]),
            language=each.language,
            at=each.given_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
            side=SIDE_OF.get(each.contribution.actor_kind, ""),
        )
        for each in ideas
    ]


def words_of_parts(keys: Iterable[int]) -> dict[int, list[str]]:
    """The words of what goes on as a part of some ideas: idea → texts."""
    words: dict[int, list[str]] = defaultdict(list)
    asked = list(keys)
    if asked:
        parts = Idea.objects.filter(merged_into__in=asked, withdrawn_at=None).order_by("pk")
        for into, title, text in parts.values_list("merged_into", "title", "text"):
            words[into] += [title, text]
    return words


def questions(keys: Iterable[int]) -> list[Found]:
    """Questions, open or closed."""
    found = Question.objects.filter(pk__in=keys).select_related("initiative")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=reverse("ideas:question", args=[each.pk]),
            title=each.text,
            text=each.more,
            language=each.initiative.language,
            at=each.opens_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
        )
        for each in found
    ]
