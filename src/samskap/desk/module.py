"""What the desk tells the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import MenuItem, Module
from samskap.base.personal import Sensitive

module = Module(
    key="desk",
    title=_("My desk"),
    promise=_("What waits for you, the oldest promise first."),
    urls="samskap.desk.urls",
    sets_up=(
        _("How much one person should carry"),
        _("When somebody is told that it is too much."),
    ),
    own_pages=(MenuItem(title=_("My desk"), route="desk:desk", order=10),),
    tells=True,
    tasks=("samskap.desk.tasks.each_morning",),
    forgets=("samskap.desk.actions.forget",),
    personal="samskap.desk.personal.held",
    sensitive=(
        Sensitive(
            key="desk.contacts",
            title=_("Errands, with how to reach those who gave on paper"),
        ),
    ),
)
