"""What privacy tells the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import MenuItem, Module

module = Module(
    key="privacy",
    title=_("Your data"),
    promise=_("See what is known about you, take it along, and know who looked."),
    urls="samskap.privacy.urls",
    own_pages=(MenuItem(title=_("Your data"), route="privacy:mine", order=90),),
    tells=True,
    tasks=("samskap.privacy.tasks.each_hour_archives",),
    forgets=("samskap.privacy.actions.archives.forget",),
    personal="samskap.privacy.personal.held",
)
