"""What can be found of proposals."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.initiatives.queries.initiatives import SIDE_OF
from samskap.proposals.models import Proposal, State

PROPOSAL = Findable(
    kind="proposal",
    title=_("Citizens’ proposal"),
    many=_("Citizens’ proposals"),
    model="proposals.Proposal",
    read="samskap.proposals.findable.proposals",
)


def proposals(keys: Iterable[int]) -> list[Found]:
    """Proposals that everybody sees and nobody has taken back."""
    found = Proposal.objects.filter(pk__in=keys).exclude(opened_at=None)
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text=each.text,
            language=each.language,
            at=each.opened_at,
            initiative=each.initiative_id,
            side=SIDE_OF.get(each.actor_kind, ""),
        )
        for each in found.exclude(state=State.WITHDRAWN)
    ]
