"""What notices tell the house."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Module

module = Module(
    key="notices",
    title=_("Notices"),
    promise=_("You hear what became of what you gave, as often as you like."),
    urls="samskap.notices.urls",
    tasks=("samskap.notices.tasks.each_morning",),
    forgets=("samskap.notices.actions.forget",),
    personal="samskap.notices.personal.held",
    keeps="samskap.notices.personal.keeps",
)
