"""What places tell the house about themselves."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import MenuItem, Module

module = Module(
    key="places",
    title=_("Places"),
    promise=_("Areas, their borders through the years, and who lives there."),
    urls="samskap.places.urls",
    open_data="samskap.places.api.router",
    menu=(MenuItem(title=_("Places"), route="places:list", order=60),),
    findable=("samskap.places.findable.AREA",),
)
