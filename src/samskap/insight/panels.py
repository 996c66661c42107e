"""What insight shows on the page of an initiative."""

from django.http import HttpRequest

from samskap.base.modules import Panel
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import kept
from samskap.insight import cards, queries
from samskap.insight.evidence import tally_of


def ladder_panel(request: HttpRequest, initiative: Initiative) -> Panel:
    """Where it stands on the ladder, with reasons."""
    facts = _facts_of(initiative)
    return Panel(template="insight/panel.html", facts=facts, order=20, aside=True)


def givers_panel(request: HttpRequest, initiative: Initiative) -> Panel:
    """Who contributed, and how people were answered."""
    facts = _facts_of(initiative)
    return Panel(template="insight/givers_panel.html", facts=facts, order=25, aside=True)


def _facts_of(initiative: Initiative) -> dict[str, object]:
    """What both panels show; worked out once while nothing happens."""

    def make() -> dict[str, object]:
        tally = tally_of(initiative)
        placement = queries.place(initiative, tally)
        contested = queries.contests_of(initiative).count()
        return {
            "placement": cards.ladder_card(initiative, placement, contested),
            "says": cards.rung_words(placement),
            "chart": cards.contributions_chart(initiative, tally),
            "numbers": cards.answers_numbers(queries.answers_of(initiative)),
        }

    return kept(initiative, "insight.ladder", make)
