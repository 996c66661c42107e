"""What conversations tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, Host, Kind, Module
from samskap.people.models import Level

module = Module(
    key="conversations",
    title=_("Conversations"),
    promise=_("Say what you think, hear what others think, and talk decently."),
    urls="samskap.conversations.urls",
    sets_up=(_("Those who are new in conversations"), _("When their first comments are seen.")),
    open_data="samskap.conversations.api.router",
    acts=(
        Act(
            key="conversations.comment",
            title=_("Take part in a conversation"),
            least=Level.REACHABLE,
        ),
    ),
    kinds=(Kind(key="comment", title=_("Comment"), asks_for_an_answer=False),),
    hosts=(Host(kind="decision", find="samskap.conversations.hosts.decision_at"),),
    decision_panels=("samskap.conversations.panels.decision_panel",),
    waiting=("samskap.conversations.panels.waiting",),
    tasks=("samskap.conversations.tasks.look_for_campaigns_each_hour",),
    tells=True,
    forgets=("samskap.conversations.actions.forgetting.forget",),
    personal="samskap.conversations.personal.held",
    forgets_giver=("samskap.conversations.actions.forgetting.forget_giver",),
    keeps="samskap.conversations.personal.keeps",
    findable=("samskap.conversations.findable.COMMENT",),
)
