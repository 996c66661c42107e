"""What search tells the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Similar
from samskap.base.modules import Module

module = Module(
    key="search",
    title=_("Search"),
    promise=_("Find what people here have said, decided and begun, in your own words."),
    urls="samskap.search.urls",
    open_data="samskap.search.api.router",
    search="search:search",
    tasks=("samskap.search.tasks.each_minute", "samskap.search.tasks.each_night"),
    lets_go=("samskap.search.actions.let_go",),
    similar=(
        Similar(
            route="search:similar",
            look="samskap.search.views.similar_panel",
            keys="samskap.search.similar.keys_like",
        ),
    ),
    personal="samskap.search.personal.held",
)
