"""What drafting tells the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, Host, Module
from samskap.base.personal import Sensitive
from samskap.people.models import Level

module = Module(
    key="drafting",
    title=_("Joint texts"),
    promise=_("Write one text together, and find what became of every proposal."),
    urls="samskap.drafting.urls",
    open_data="samskap.drafting.open_data.router",
    hosts=(
        Host(kind="paragraph", find="samskap.drafting.talk.paragraph_at"),
        Host(kind="change", find="samskap.drafting.talk.change_at"),
    ),
    acts=(
        Act(
            key="drafting.propose",
            title=_("Propose a change to a joint text"),
            least=Level.REACHABLE,
        ),
    ),
    along=("samskap.drafting.queries.texts.documents_of",),
    panels=(
        "samskap.drafting.panels.texts_panel",
        "samskap.drafting.panels_items.plan_panel",
        "samskap.drafting.panels.start_panel",
    ),
    findable=("samskap.drafting.findable.DOCUMENT", "samskap.drafting.findable.CHANGE"),
    takes_into_text=("samskap.drafting.actions.take_in",),
    answers_there=("samskap.drafting.queries.changes.waits_here",),
    hears_decisions=("samskap.drafting.actions.hear_decision",),
    hears_answers=("samskap.drafting.actions.laying.hear_of_answer",),
    recommendation_panels=("samskap.drafting.panels_items.beside",),
    waiting=(
        "samskap.drafting.panels.changes_waiting",
        "samskap.drafting.panels_items.follow_ups_waiting",
        "samskap.drafting.panels_items.adopted_waiting",
    ),
    sensitive=(
        Sensitive(
            key="drafting.to_tell", title=_("How to reach givers without an account to a plan")
        ),
    ),
    tells=True,
    forgets=("samskap.drafting.actions.forget",),
    personal="samskap.drafting.personal.held",
)
