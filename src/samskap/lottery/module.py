"""What lots tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, MenuItem, Module
from samskap.base.personal import Sensitive
from samskap.people.models import Level

module = Module(
    key="lottery",
    title=_("Lots"),
    promise=_("Be drawn for a panel, and check the draw yourself."),
    urls="samskap.lottery.urls",
    open_data="samskap.lottery.api.router",
    acts=(Act(key="lottery.enter", title=_("Say yes to being drawn"), least=Level.REACHABLE),),
    own_pages=(MenuItem(title=_("Lots you are in"), route="lottery:mine", order=45),),
    tells=True,
    along=("samskap.lottery.queries.lots.lots_of",),
    panels=("samskap.lottery.panels.lots_panel", "samskap.lottery.panels.start_panel"),
    waiting=("samskap.lottery.panels.lots_waiting",),
    findable=("samskap.lottery.findable.LOT",),
    imports=("samskap.lottery.importing.residents",),
    forgets=("samskap.lottery.actions.forgetting.forget",),
    forgets_giver=("samskap.lottery.actions.forgetting.forget_giver",),
    personal="samskap.lottery.personal.held",
    keeps="samskap.lottery.personal.keeps",
    sensitive=(
        Sensitive(key="lottery.entrants", title=_("What those in a lot answered about themselves")),
        Sensitive(key="lottery.invitees", title=_("Who is invited to a lot, with their addresses")),
    ),
)
