"""What deliberations tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Module

module = Module(
    key="deliberation",
    title=_("Deliberations"),
    promise=_("Vote on what others say, and see where you all agree."),
    forgets=("samskap.deliberation.actions.forgetting.forget",),
    personal="samskap.deliberation.personal.held",
    keeps="samskap.deliberation.personal.keeps",
)
