"""What can be found of deliberations: the questions, and the statements that everybody sees."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.deliberation.models import Deliberation, Standing, Statement

DELIBERATION = Findable(
    kind="deliberation",
    title=_("Deliberation"),
    many=_("Deliberations"),
    model="deliberation.Deliberation",
    read="samskap.deliberation.findable.deliberations",
)
STATEMENT = Findable(
    kind="statement",
    title=_("Statement"),
    many=_("Statements"),
    model="deliberation.Statement",
    read="samskap.deliberation.findable.statements",
)


def deliberations(keys: Iterable[int]) -> list[Found]:
    """Deliberations, open or closed."""
    found = Deliberation.objects.filter(pk__in=keys).select_related("initiative")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.question,
            text=each.about,
            language=each.language,
            at=each.opens_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
        )
        for each in found
    ]


def statements(keys: Iterable[int]) -> list[Found]:
    """Statements that everybody sees; never who wrote them."""
    found = Statement.objects.filter(pk__in=keys, state=Standing.SHOWN)
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.text,
            language=each.language,
            at=each.given_at,
            initiative=each.deliberation.initiative_id,
            of=each.deliberation.question,
        )
        for each in found.select_related("deliberation")
    ]
