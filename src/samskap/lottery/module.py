"""What lots tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, Module
from samskap.base.personal import Sensitive
from samskap.people.models import Level

module = Module(
    key="lottery",
    title=_("Lots"),
    promise=_("Be drawn for a panel, and check the draw yourself."),
    acts=(Act(key="lottery.enter", title=_("Say yes to being drawn"), least=Level.REACHABLE),),
    tells=True,
    forgets=("samskap.lottery.actions.forgetting.forget",),
    forgets_giver=("samskap.lottery.actions.forgetting.forget_giver",),
    personal="samskap.lottery.personal.held",
    keeps="samskap.lottery.personal.keeps",
    sensitive=(
        Sensitive(key="lottery.entrants", title=_("What those in a lot answered about themselves")),
        Sensitive(key="lottery.invitees", title=_("Who is invited to a lot, with their addresses")),
    ),
)
