"""What municipalities tell the house about themselves."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import MenuItem, Module

module = Module(
    key="municipalities",
    title=_("The municipality"),
    promise=_("Name, look, texts, languages and promises of your municipality."),
    urls="samskap.municipalities.urls",
    own_pages=(
        MenuItem(
            title=_("Set up the municipality"),
            route="municipalities:settings",
            order=40,
            roles=frozenset({"administrator"}),
        ),
    ),
    open_data="samskap.municipalities.api.router",
    files=("samskap.municipalities.queries.is_coat_of_arms",),
)
