"""What deliberations tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, MenuItem, Module
from samskap.deliberation.permissions import VOTING, WRITING
from samskap.people.models import Level

module = Module(
    key="deliberation",
    title=_("Deliberations"),
    promise=_("Vote on what others say, and see where you all agree."),
    urls="samskap.deliberation.urls",
    open_data="samskap.deliberation.api.router",
    acts=(
        Act(key=VOTING, title=_("Vote on statements"), least=Level.ANONYMOUS),
        Act(key=WRITING, title=_("Write a statement"), least=Level.ANONYMOUS),
    ),
    own_pages=(
        MenuItem(title=_("Deliberations you take part in"), route="deliberation:list", order=46),
    ),
    along=("samskap.deliberation.queries.deliberations.deliberations_of",),
    panels=(
        "samskap.deliberation.panels.deliberations_panel",
        "samskap.deliberation.panels.start_panel",
    ),
    waiting=("samskap.deliberation.panels.statements_waiting",),
    asks=("samskap.deliberation.queries.deliberations.asked_now",),
    tasks=("samskap.deliberation.tasks.each_half_minute",),
    findable=(
        "samskap.deliberation.findable.DELIBERATION",
        "samskap.deliberation.findable.STATEMENT",
    ),
    forgets=("samskap.deliberation.actions.forgetting.forget",),
    personal="samskap.deliberation.personal.held",
    keeps="samskap.deliberation.personal.keeps",
)
