"""What insight tells the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import MenuItem, Module

module = Module(
    key="insight",
    title=_("What became of it?"),
    promise=_("See on evidence how equal the partnership was, and how people were answered."),
    tells=True,
    urls="samskap.insight.urls",
    open_data="samskap.insight.api.router",
    menu=(MenuItem(title=_("What became of it?"), route="insight:municipality", order=60),),
    trace_of=("samskap.insight.trace_views.trace_path",),
    news=("samskap.insight.news.initiatives_news",),
    forgets=("samskap.insight.actions.forget",),
    along=("samskap.insight.queries.all_contests",),
    panels=(
        "samskap.insight.panels.ladder_panel",
        "samskap.insight.panels.givers_panel",
        "samskap.insight.trace_views.flow_panel",
    ),
    tasks=("samskap.insight.tasks.each_minute",),
    personal="samskap.insight.personal.held",
)
