"""What negotiations tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, Module
from samskap.base.personal import Sensitive
from samskap.people.models import Level

module = Module(
    key="negotiations",
    title=_("Negotiations"),
    promise=_("Sit down with all who know the matter, and see what each commits to."),
    urls="samskap.negotiations.urls",
    open_data="samskap.negotiations.api.router",
    acts=(
        Act(key="negotiations.sit", title=_("Sit at a negotiating table"), least=Level.REACHABLE),
    ),
    tells=True,
    along=("samskap.negotiations.queries.negotiations.negotiations_of",),
    panels=(
        "samskap.negotiations.panels.table_panel",
        "samskap.negotiations.panels.start_panel",
    ),
    waiting=(
        "samskap.negotiations.panels.seats_waiting",
        "samskap.negotiations.panels.tables_waiting",
        "samskap.negotiations.panels.places_waiting",
        "samskap.negotiations.panels.silent_waiting",
    ),
    expects=("samskap.negotiations.queries.seats.expected",),
    expects_guests=("samskap.negotiations.queries.seats.guests",),
    in_calendar=("samskap.negotiations.calendar.own_entries",),
    forgets=("samskap.negotiations.actions.forgetting.forget",),
    personal="samskap.negotiations.personal.held",
    keeps="samskap.negotiations.personal.keeps",
    sensitive=(
        Sensitive(key="negotiations.behind", title=_("Who is behind a pseudonym at a table")),
    ),
    findable=("samskap.negotiations.findable.NEGOTIATION",),
)
