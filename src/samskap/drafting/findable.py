"""What can be found of joint texts: a whole text with its words, and proposed changes."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.drafting.models import Change, Document, Wording
from samskap.initiatives.queries.initiatives import SIDE_OF

DOCUMENT = Findable(
    kind="joint_text",
    title=_("Joint text"),
    many=_("Joint texts"),
    model="drafting.Document",
    read="samskap.drafting.findable.documents",
    parts={"drafting.Wording": ("paragraph__document",), "drafting.Item": ("document",)},
)
CHANGE = Findable(
    kind="text_change",
    title=_("Proposed change"),
    many=_("Proposed changes to joint texts"),
    model="drafting.Change",
    read="samskap.drafting.findable.changes",
)


def documents(keys: Iterable[int]) -> list[Found]:
    """Texts, each with all that it says now, and what its items are called."""
    found = list(Document.objects.filter(pk__in=keys).select_related("initiative"))
    words: dict[int, list[str]] = defaultdict(list)
    wordings = Wording.objects.filter(
        paragraph__document__in=found, version=F("paragraph__version")
    ).exclude(text="")
    rows = wordings.order_by("paragraph__place", "paragraph__pk")
    for key, text, item in rows.values_list(
        "paragraph__document", "text", "paragraph__item__title"
    ):
        words[key] += [item, text] if item else [text]
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text="\n\n".join([each.purpose, *words[each.pk]]),
            language=each.language,
            at=each.started_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
        )
        for each in found
    ]


def changes(keys: Iterable[int]) -> list[Found]:
    """Proposed changes that were not withdrawn."""
    found = Change.objects.filter(pk__in=keys).exclude(state=Change.State.WITHDRAWN)
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=f"{each.document.title}: {each.get_what_display()}",
            text="\n\n".join(filter(None, [each.text, each.reason])),
            language=each.document.language,
            at=each.proposed_at,
            initiative=each.document.initiative_id,
            of=each.document.initiative.title,
            side=SIDE_OF.get(each.contribution.actor_kind, ""),
        )
        for each in found.select_related("document__initiative", "contribution")
    ]
