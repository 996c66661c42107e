"""What webhooks tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Module

module = Module(
    key="webhooks",
    title=_("Webhooks"),
    promise=_("Let programs elsewhere hear at once what happened here."),
    urls="samskap.webhooks.urls",
    tells=True,
    tasks=("samskap.webhooks.tasks.each_minute", "samskap.webhooks.tasks.each_night"),
)
