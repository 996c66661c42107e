"""What proposals tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, Host, MenuItem, Module
from samskap.base.personal import Sensitive
from samskap.people.models import Level

module = Module(
    key="proposals",
    title=_("Citizens’ proposals"),
    promise=_("Put a matter on the council’s table together, and hear what became of it."),
    urls="samskap.proposals.urls",
    open_data="samskap.proposals.api.router",
    acts=(
        Act(key="proposals.draft", title=_("Make a citizens’ proposal"), least=Level.REACHABLE),
        Act(key="proposals.sign", title=_("Sign a citizens’ proposal"), least=Level.REACHABLE),
    ),
    menu=(MenuItem(title=_("Proposals"), route="proposals:list", order=50),),
    sets_up=(
        _("Citizens’ proposals"),
        _("How many must sign, in which time, and when the election period ends."),
    ),
    hosts=(Host(kind="proposal", find="samskap.proposals.talk.proposal_at"),),
    tells=True,
    along=("samskap.proposals.queries.proposals.proposals_of",),
    panels=("samskap.proposals.panels.proposal_panel",),
    waiting=(
        "samskap.proposals.panels.council_waiting",
        "samskap.proposals.panels.signatures_waiting",
        "samskap.proposals.panels.mine_waiting",
    ),
    tasks=("samskap.proposals.tasks.each_night", "samskap.proposals.tasks.each_quarter"),
    forgets=("samskap.proposals.actions.forgetting.forget",),
    personal="samskap.proposals.personal.held",
    keeps="samskap.proposals.personal.keeps",
    sensitive=(
        Sensitive(key="proposals.signatures", title=_("Who signed a proposal, with addresses")),
        Sensitive(key="proposals.scan", title=_("A scanned list of signatures")),
    ),
    findable=("samskap.proposals.findable.PROPOSAL",),
)
