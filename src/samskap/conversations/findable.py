"""What can be found of conversations: comments that everybody can read."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.conversations.models import Comment, State
from samskap.initiatives.queries.initiatives import SIDE_OF

COMMENT = Findable(
    kind="comment",
    title=_("Comment"),
    many=_("Comments"),
    model="conversations.Comment",
    read="samskap.conversations.findable.comments",
)


def comments(keys: Iterable[int]) -> list[Found]:
    """Comments that are shown: none that waits, is hidden or was taken back."""
    found = Comment.objects.filter(pk__in=keys, state=State.SHOWN).select_related("thread")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            text=each.text,
            language=each.language,
            at=each.at,
            initiative=each.thread.initiative_id,
            of=each.thread.label,
            side=SIDE_OF.get(each.actor_kind, ""),
        )
        for each in found
    ]
