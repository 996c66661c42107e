"""What insight shows on the page of an initiative."""

from django.http import HttpRequest

from samskap.base.modules import Panel
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import for_everyone
from samskap.insight import cards, queries
from samskap.insight.evidence import tally_of


@for_everyone
def ladder_panel(request: HttpRequest, initiative: Initiative) -> Panel:
    """Where it stands on the ladder, with reasons."""
    placement = queries.place(initiative, tally_of(initiative))
    contested = len(queries.all_contests(initiative))
    card = cards.ladder_card(initiative, placement, contested)
    facts = {
        "placement": card | {"invite_url": ""},  # it would lead to this very page
        "says": cards.rung_words(placement),
    }
    return Panel(template="insight/panel.html", facts=facts, order=20, aside=True)


@for_everyone
def givers_panel(request: HttpRequest, initiative: Initiative) -> Panel:
    """Who contributed, and how people were answered."""
    tally = tally_of(initiative)
    hours = cards.hours_chart(initiative, tally)
    facts = {
        "chart": cards.contributions_chart(initiative, tally),
        "hours": hours["sentence"] if hours else "",
        "numbers": cards.answers_numbers(queries.answers_of(initiative)),
    }
    return Panel(template="insight/givers_panel.html", facts=facts, order=25, aside=True)
