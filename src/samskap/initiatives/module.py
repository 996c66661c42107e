"""What initiatives tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, MenuItem, Module
from samskap.people.models import Level

module = Module(
    key="initiatives",
    title=_("Initiatives"),
    promise=_("Take a challenge from the first dream to something that runs, together."),
    tells=True,
    sets_up=(_("Topics"), _("What people find initiatives by.")),
    urls="samskap.initiatives.urls",
    open_data="samskap.initiatives.open_data.router",
    front="samskap.initiatives.views.front.show_front",
    menu=(
        MenuItem(title=_("Initiatives"), route="initiatives:list", order=10),
        MenuItem(title=_("Raise a challenge"), route="initiatives:raise", order=20),
    ),
    own_pages=(
        MenuItem(
            title=_("Topics"),
            route="initiatives:settings",
            order=85,
            roles=frozenset({"facilitator"}),
        ),
    ),
    acts=(
        Act(key="initiatives.raise", title=_("Raise a challenge"), least=Level.REACHABLE),
        Act(key="initiatives.join", title=_("Become a partner"), least=Level.REACHABLE),
    ),
    panels=(
        "samskap.initiatives.views.formal.formal_panel",
        "samskap.initiatives.views.deadlines.deadlines_panel",
        "samskap.initiatives.views.partnership.partners_panel",
        "samskap.initiatives.views.decisions.decisions_panel",
        "samskap.initiatives.views.commitments.commitments_panel",
        "samskap.initiatives.views.sharing.sharing_panel",
    ),
    waiting=(
        "samskap.initiatives.views.waiting.invitations_waiting",
        "samskap.initiatives.views.sharing.sharings_waiting",
        "samskap.initiatives.views.decisions.voices_waiting",
        "samskap.initiatives.views.formal.answers_waiting",
        "samskap.initiatives.views.deadlines.deadlines_waiting",
    ),
    along=("samskap.initiatives.queries.deadlines.deadlines_of",),
    files=("samskap.initiatives.queries.sharing.is_photo",),
    tasks=("samskap.initiatives.tasks.each_morning",),
    work_together=("samskap.initiatives.queries.partnership.work_together",),
    forgets=(
        "samskap.initiatives.actions.unlinking.forget",
        "samskap.initiatives.actions.forgetting.forget_partner",
    ),
    personal="samskap.initiatives.personal.held",
    awaits=("samskap.initiatives.personal.awaited",),
    forgets_giver=("samskap.initiatives.actions.forgetting.forget_giver",),
    findable=(
        "samskap.initiatives.findable.INITIATIVE",
        "samskap.initiatives.findable.DECISION",
        "samskap.initiatives.findable.FORMAL_DECISION",
    ),
)
