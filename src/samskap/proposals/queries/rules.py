"""What is needed here: the rules, the residents they count, and the days they give."""

from datetime import date, datetime

from django.utils import timezone

from samskap.kernels.deadlines import Clocks, Period, day_of, last_day, two_clocks
from samskap.kernels.thresholds import Population, Threshold, threshold
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.places.queries import area_of, population_of
from samskap.proposals.models import Proposal, Rules

PROMISED_WITHOUT_A_LAW = 90  # days, where neither the law nor the municipality says any


def rules_of(municipality: Municipality) -> Rules:
    """The rules of a municipality: its own, else those of its country."""
    found: Rules | None = Rules.objects.of(municipality).first()
    if found is None:
        return Rules.usual(municipality)
    found.municipality = municipality
    return found


def residents_of(municipality: Municipality, on: date) -> Population | None:
    """How many lived there at the last count until a day; None where nobody was counted."""
    area = area_of(municipality)
    figures = population_of(area, on) if area else None
    if figures is None:
        return None
    return Population(figures.total, figures.counted_on, figures.source)


def threshold_of(proposal: Proposal, rules: Rules | None = None) -> Threshold:
    """How many must sign: as it was when it was submitted, else as it is today.

    The law asks for the share of the residents at the time when it is put forward.
    """
    rules = rules or rules_of(proposal.municipality)
    if proposal.submitted_on and proposal.needed is not None:
        counted = None
        if proposal.population is not None and proposal.population_on is not None:
            counted = Population(
                proposal.population, proposal.population_on, proposal.population_source
            )
        now = threshold(rules.scheme, counted)
        return Threshold(proposal.needed, now.by, counted, now.source)
    today = timezone.localdate()
    return threshold(rules.scheme, residents_of(proposal.municipality, today))


def today_in(municipality: Municipality, at: datetime | None = None) -> date:
    """The civil day there, which is not the same everywhere at midnight."""
    return day_of(at or timezone.now(), municipality.preset.time_zone)


def window_end(rules: Rules, opened_on: date) -> date | None:
    """The last day to sign; None where there is no end."""
    window = rules.scheme.window
    if window is None:
        return None
    return last_day(opened_on, window, rules.municipality.country, moves=False).on


def clocks_of(rules: Rules, submitted_on: date) -> Clocks:
    """The law’s last day and the promised one, from the day it was submitted."""
    law = rules.scheme.answer
    promised = rules.promised
    if law is None and promised is None:
        promised = Period(days=PROMISED_WITHOUT_A_LAW)
    return two_clocks(submitted_on, country=rules.municipality.country, law=law, promised=promised)


def council_of(municipality: Municipality) -> Organisation | None:
    """The council; None where nobody has registered it."""
    councils = Organisation.objects.of(municipality).filter(kind=Organisation.Kind.COUNCIL)
    found: Organisation | None = councils.order_by("pk").first()
    return found
