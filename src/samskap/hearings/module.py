"""What hearings tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.modules import Act, Kind, Module
from samskap.people.models import Level

module = Module(
    key="hearings",
    title=_("Hearings"),
    promise=_("Say what you think of a proposal before the last day, and read what became of it."),
    acts=(Act(key="hearings.state", title=_("Say something in a hearing"), least=Level.REACHABLE),),
    kinds=(Kind(key="statement", title=pgettext_lazy("kind of contribution", "Statement")),),
    tells=True,
    forgets=("samskap.hearings.actions.forgetting.forget",),
    forgets_giver=("samskap.hearings.actions.forgetting.forget_giver",),
    personal="samskap.hearings.personal.held",
    keeps="samskap.hearings.personal.keeps",
)
