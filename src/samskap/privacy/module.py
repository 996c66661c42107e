"""What privacy tells the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import MenuItem, Module
from samskap.base.personal import Sensitive

module = Module(
    key="privacy",
    title=_("Your data"),
    promise=_("See what is known about you, take it along, and know who looked."),
    urls="samskap.privacy.urls",
    sets_up=(_("Privacy in the municipality"), _("How long things are kept, and who looked.")),
    own_pages=(
        MenuItem(title=_("Your data"), route="privacy:mine", order=90),
        MenuItem(
            title=_("Privacy in the municipality"),
            route="privacy:settings",
            order=20,
            roles=frozenset({"data_protection_officer"}),
        ),
    ),
    tells=True,
    tasks=("samskap.privacy.tasks.each_hour_archives", "samskap.privacy.tasks.each_night"),
    forgets=("samskap.privacy.actions.archives.forget",),
    personal="samskap.privacy.personal.held",
    keeps="samskap.privacy.personal.keeps",
    watches=("samskap.privacy.actions.seeing.write_down",),
    sensitive=(
        Sensitive(key="privacy.sights", title=_("The log of who looked")),
        Sensitive(key="privacy.givers", title=_("Those who gave on paper")),
    ),
)
