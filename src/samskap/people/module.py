"""What people tell the house."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Module

module = Module(
    key="people",
    title=_("People and roles"),
    promise=_("Everybody decides what others see of them. Administrators give and end roles."),
    urls="samskap.people.urls",
    personal="samskap.people.personal.held",
)
