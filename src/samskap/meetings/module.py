"""What meetings tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, MenuItem, Module
from samskap.base.personal import Sensitive
from samskap.people.models import Level

module = Module(
    key="meetings",
    title=_("Events"),
    promise=_("Come together: see what happens, and hold something of your own."),
    urls="samskap.meetings.urls",
    open_data="samskap.meetings.api.router",
    acts=(
        Act(key="meetings.announce", title=_("Announce an event"), least=Level.REACHABLE),
        Act(key="meetings.come", title=_("Come to an event"), least=Level.REACHABLE),
    ),
    menu=(MenuItem(title=_("What happens"), route="meetings:list", order=40),),
    own_pages=(
        MenuItem(
            title=_("Kiosks"),
            route="meetings:kiosks",
            order=80,
            roles=frozenset({"facilitator", "administrator"}),
        ),
    ),
    tells=True,
    tasks=("samskap.meetings.tasks.each_quarter", "samskap.meetings.tasks.each_night"),
    along=("samskap.meetings.queries.events.events_of",),
    panels=("samskap.meetings.panels.events_panel",),
    decision_panels=("samskap.meetings.panels.made_at_panel",),
    waiting=(
        "samskap.meetings.panels.minutes_waiting",
        "samskap.meetings.panels.items_waiting",
        "samskap.meetings.panels.events_waiting",
        "samskap.meetings.desk.notes_to_settle",
    ),
    forgets=(
        "samskap.meetings.actions.forgetting.forget",
        "samskap.meetings.actions.letting_go.forget",
    ),
    forgets_giver=("samskap.meetings.actions.forgetting.forget_giver",),
    in_calendar=("samskap.meetings.queries.calendar.own_entries",),
    findable=("samskap.meetings.findable.EVENT",),
    personal="samskap.meetings.personal.held",
    awaits=(
        "samskap.meetings.personal.awaited",
        "samskap.meetings.personal_nights.awaited",
    ),
    keeps="samskap.meetings.personal.keeps",
    sensitive=(
        Sensitive(key="meetings.needs", title=_("What people need to be able to come to an event")),
        Sensitive(key="meetings.night", title=_("Who stays a night, and who watches")),
        Sensitive(
            key="meetings.night_contacts", title=_("Whom to call about those who stay a night")
        ),
    ),
)
