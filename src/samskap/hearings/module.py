"""What hearings tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, MenuItem, Module
from samskap.base.personal import Sensitive
from samskap.people.models import Level

module = Module(
    key="hearings",
    title=_("Hearings"),
    promise=_("Say what you think of a proposal before the last day, and read what became of it."),
    urls="samskap.hearings.urls",
    open_data="samskap.hearings.api.router",
    menu=(MenuItem(title=_("Hearings"), route="hearings:list", order=55),),
    acts=(Act(key="hearings.state", title=_("Say something in a hearing"), least=Level.REACHABLE),),
    tells=True,
    along=("samskap.hearings.queries.hearings.hearings_of",),
    panels=("samskap.hearings.panels.hearings_panel", "samskap.hearings.panels.plan_panel"),
    waiting=("samskap.hearings.panels.hearings_waiting",),
    tasks=("samskap.hearings.tasks.each_night",),
    findable=("samskap.hearings.findable.HEARING",),
    sensitive=(
        Sensitive(
            key="hearings.answers", title=_("Statements in a hearing, with all that is withheld")
        ),
        Sensitive(
            key="hearings.to_tell", title=_("How to reach givers without an account in a hearing")
        ),
        Sensitive(key="hearings.neighbours", title=_("Neighbours who were asked in a hearing")),
        Sensitive(key="hearings.withheld", title=_("A statement that is withheld by law")),
        Sensitive(key="hearings.attachment", title=_("An attachment to a statement in a hearing")),
    ),
    forgets=("samskap.hearings.actions.forgetting.forget",),
    forgets_giver=("samskap.hearings.actions.forgetting.forget_giver",),
    personal="samskap.hearings.personal.held",
    keeps="samskap.hearings.personal.keeps",
)
