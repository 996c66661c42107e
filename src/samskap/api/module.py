"""What the API tells the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Module

module = Module(
    key="api",
    title=_("Open data"),
    promise=_("Take everything that is public here with you, and count it again."),
    urls="samskap.api.urls",
    sets_up=(_("Open data"), _("Under which licence everything public is given away.")),
    tasks=("samskap.api.tasks.each_night",),
)
