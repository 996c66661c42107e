"""What people tell the house."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Module
from samskap.base.personal import Sensitive

module = Module(
    key="people",
    title=_("People and roles"),
    promise=_("Everybody decides what others see of them. Administrators give and end roles."),
    urls="samskap.people.urls",
    personal="samskap.people.personal.held",
    sensitive=(
        Sensitive(key="people.roles", title=_("Who has which role, with e-mail addresses")),
        Sensitive(key="people.said_yes", title=_("Who said yes, with e-mail addresses")),
        Sensitive(key="people.person", title=_("A person’s page, with more than all may see")),
    ),
    keeps="samskap.people.personal.keeps",
)
