"""What ideas tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, Host, Kind, Module
from samskap.base.personal import Sensitive
from samskap.ideas.models import Idea
from samskap.people.models import Level

module = Module(
    key="ideas",
    title=_("Ideas"),
    promise=_("Give a story, a problem or an idea, and hear what became of it."),
    urls="samskap.ideas.urls",
    open_data="samskap.ideas.api.router",
    acts=(
        Act(key="ideas.give", title=_("Give an idea"), least=Level.REACHABLE),
        Act(key="ideas.support", title=_("Support an idea"), least=Level.REACHABLE),
    ),
    kinds=tuple(Kind(key=kind.value, title=kind._label_) for kind in Idea.Kind),
    hosts=(Host(kind="idea", find="samskap.ideas.talk.idea_at"),),
    takes_in=("samskap.ideas.actions.take_in",),
    asks=("samskap.ideas.queries.asked_now",),
    goes_along=("samskap.ideas.merged.parts_of",),
    goes_on_as=("samskap.ideas.merged.whole_of",),
    waiting=("samskap.ideas.panels.objections_waiting",),
    tells=True,
    forgets=("samskap.ideas.actions.forget",),
    along=("samskap.ideas.queries.questions_of",),
    panels=("samskap.ideas.panels.ideas_panel",),
    personal="samskap.ideas.personal.held",
    sensitive=(
        Sensitive(key="ideas.contacts", title=_("An idea, with how to reach whoever gave it")),
    ),
    forgets_giver=("samskap.ideas.actions.unsigning.forget_giver",),
    findable=("samskap.ideas.findable.IDEA", "samskap.ideas.findable.QUESTION"),
    imports=("samskap.ideas.importing.ideas",),
)
