"""What municipalities tell the house about themselves."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Module

module = Module(
    key="municipalities",
    title=_("The municipality"),
    promise=_("Name, look, texts, languages and promises of your municipality."),
    urls="samskap.municipalities.urls",
)
