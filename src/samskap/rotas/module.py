"""What rotas tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, Host, MenuItem, Module
from samskap.base.personal import Sensitive
from samskap.people.models import Level

module = Module(
    key="rotas",
    title=_("Rotas"),
    promise=_("Share the work: see what is needed, and take a turn."),
    urls="samskap.rotas.urls",
    open_data="samskap.rotas.api.router",
    acts=(Act(key="rotas.take", title=_("Take a turn"), least=Level.REACHABLE),),
    menu=(MenuItem(title=_("Take a turn"), route="rotas:to_take", order=30),),
    own_pages=(
        MenuItem(title=_("My turns"), route="rotas:mine", order=40),
        MenuItem(title=_("Suggested to you"), route="rotas:suggested", order=41),
        MenuItem(title=_("Your shifts in your own calendar"), route="rotas:calendars", order=42),
    ),
    hosts=(Host(kind="shift", find="samskap.rotas.talk.shift_at"),),
    tells=True,
    along=(
        "samskap.rotas.queries.rotas.rotas_here",
        "samskap.rotas.queries.rotas.sparks_of",
    ),
    panels=(
        "samskap.rotas.panels.rota_panel",
        "samskap.rotas.panels.origin_panel",
    ),
    waiting=(
        "samskap.rotas.panels.turns_waiting",
        "samskap.rotas.panels.shifts_waiting",
        "samskap.rotas.panels.suggestions_waiting",
    ),
    tasks=("samskap.rotas.tasks.each_quarter", "samskap.rotas.tasks.each_night"),
    forgets=("samskap.rotas.actions.forgetting.forget",),
    personal="samskap.rotas.personal.held",
    sensitive=(Sensitive(key="rotas.clearances", title=_("Whose papers were seen for a rota")),),
    awaits=("samskap.rotas.personal.awaited",),
    keeps="samskap.rotas.personal.keeps",
    findable=("samskap.rotas.findable.ROTA",),
    needs_hands=("samskap.rotas.findable.needing_hands",),
)
