"""What committees tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, Host, MenuItem, Module
from samskap.base.personal import Sensitive
from samskap.people.models import Level

module = Module(
    key="committees",
    title=_("Committees"),
    promise=_("Solve one task together: residents and politicians as equals."),
    tells=True,
    urls="samskap.committees.urls",
    open_data="samskap.committees.open_data.router",
    menu=(MenuItem(title=_("Committees"), route="committees:list", order=50),),
    own_pages=(
        MenuItem(
            title=_("Political leadership"),
            route="committees:leading",
            order=12,
            roles=frozenset({"politician", "leader"}),
        ),
        MenuItem(
            title=_("Hours for committees"),
            route="committees:my_hours",
            order=60,
            roles=frozenset({"facilitator", "leader"}),
        ),
    ),
    hears_answers=("samskap.committees.actions.answer.hear_of_answer",),
    along=("samskap.committees.queries.along.committee_of",),
    panels=("samskap.committees.panels.committee_panel",),
    waiting=(
        "samskap.committees.panels.charters_waiting",
        "samskap.committees.panels.choices_waiting",
        "samskap.committees.views.leadership.questions_waiting",
        "samskap.committees.views.fast_tracks.fast_tracks_waiting",
        "samskap.committees.views.work.alarms_waiting",
    ),
    tasks=(
        "samskap.committees.tasks.each_morning",
        "samskap.committees.tasks_work.each_hour",
        "samskap.committees.tasks_work.each_night",
    ),
    hosts=(Host(kind="recommendation", find="samskap.committees.talk.recommendation_at"),),
    decision_panels=("samskap.committees.views.motions.decision_panel",),
    recommendation_panels=("samskap.committees.views.recommendations.notes_beside",),
    expects=("samskap.committees.queries.expected.expected_at_meetings",),
    expects_guests=("samskap.committees.queries.expected.guests_at_meetings",),
    meets_by_law=("samskap.committees.queries.expected.is_under_law",),
    goes_along=("samskap.committees.written_together.rows_along",),
    findable=("samskap.committees.findable.COMMITTEE",),
    sensitive=(
        Sensitive(
            key="committees.registrations", title=_("Who has registered for a committee, and why")
        ),
        Sensitive(key="committees.interests", title=_("What binds the members of a committee")),
        Sensitive(key="committees.hours", title=_("The hours of those who facilitate committees")),
    ),
    acts=(
        Act(key="committees.register", title=_("Register for a committee"), least=Level.REACHABLE),
    ),
    forgets=(
        "samskap.committees.actions.forgetting.forget",
        "samskap.committees.actions.forgetting_work.forget",
        "samskap.committees.actions.forgetting_answer.forget_after_answer",
    ),
    forgets_giver=(
        "samskap.committees.actions.forgetting.forget_giver",
        "samskap.committees.actions.forgetting_work.forget_giver",
        "samskap.committees.actions.forgetting_answer.forget_giver_after_answer",
    ),
    personal="samskap.committees.personal.held",
    awaits=("samskap.committees.personal.awaited",),
    keeps="samskap.committees.personal.keeps",
)
