"""Whether one interest has most of the voice in an initiative: from the house’s tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Count, Q, Sum

from samskap.deliberation.models import Statement
from samskap.deliberation.models.statement import Standing
from samskap.hearings.models import PUBLIC, HearingStatement
from samskap.ideas.models import Idea
from samskap.initiatives.models import Initiative
from samskap.insight.models import Placing
from samskap.kernels.dominance import UNITS_EACH, Tally, Voice, tally
from samskap.kernels.dominance_document import as_document, without_few
from samskap.kernels.ladder.numbers import exact
from samskap.ledger.hands import PUBLIC_KINDS
from samskap.ledger.models import ActorKind, Adoption, Contribution, FateStatus
from samskap.meetings.models import Speaker
from samskap.negotiations.models import Party, Spokesperson
from samskap.organisations.models import Organisation

SAID = frozenset("idea problem_statement evidence story statement draft comment".split())
MOST_TEXTS = 5000  # the newest of each sort that are held against each other
MUNICIPALITY = "municipality"  # the unit of those who act for it
INTEREST = "interest:"  # before the name of one that is no organisation
FOR_IT = PUBLIC_KINDS - {ActorKind.POLITICIAN}

# What tells apart in whose name a row of the ledger was given.
NAMED_BY = ("giver", "giver__person", "actor_kind", "speaking_for", "party")


def dominance_document(initiative: Initiative) -> dict[str, Any]:
    """Count the voices of an initiative, and write what they say, as it is published."""
    return as_document(counted_in(initiative))


def published_document(placing: Placing | None) -> dict[str, Any] | None:
    """What an initiative’s sheet says of its voices; None until the clock has counted.

    A sheet that was written before more had to be hidden is hidden as far as one written today.
    """
    written = placing and placing.dominance
    return without_few(written) if written else None


def counted_in(initiative: Initiative) -> Tally:
    """Count who said how much, in whose name, and how much of it was adopted.

    Units carry the names of organisations and interests. Nine questions, whatever the number
    of rows.
    """
    interest_of = dict(_declared(initiative))
    voices = [
        voice if voice.unit else replace(voice, unit=interest_of.get(voice.person, ""))
        for voice in _written(initiative)
    ]
    voices += _spoken(initiative, voices, interest_of)
    name_of = _names({voice.unit for voice in voices}, initiative)
    named = [replace(voice, unit=name_of.get(voice.unit, "")) for voice in voices]
    return tally(named, list(_texts_of(initiative)))


def _written(initiative: Initiative) -> Iterator[Voice]:
    """What the ledger says: each giver in each name, with their units and adopted items."""
    rows = Contribution.objects.filter(account=initiative.account_id, kind__in=SAID)
    said = rows.exclude(standing__status=FateStatus.WITHDRAWN).order_by().values_list(*NAMED_BY)
    for *named, units in said.annotate(said=Sum("units")):
        person, unit = _in_whose_name(*named)
        yield Voice(person, units, unit)
    taken = Adoption.objects.filter(account=initiative.account_id, contribution__kind__in=SAID)
    by = taken.order_by().values_list(*(f"contribution__{name}" for name in NAMED_BY))
    for *named, items in by.annotate(items=Count("contribution", distinct=True)):
        person, unit = _in_whose_name(*named)
        yield Voice(person, 0, unit, items)


def _in_whose_name(
    giver: int, person: int | None, actor_kind: str, speaking_for: int | None, party: str
) -> tuple[str, str]:
    """Tell who gave a row, and for which unit; a mandate that was not used is not read."""
    who = f"person:{person}" if person else f"giver:{giver}"
    if speaking_for:
        return who, party  # the topmost declared parent
    return who, MUNICIPALITY if actor_kind in FOR_IT else ""


def _declared(initiative: Initiative) -> Iterator[tuple[str, str]]:
    """Who speaks for which party at the table of the initiative: person or giver → unit.

    Whoever sits there under a pseudonym has declared nothing that others may read.
    """
    at_the_table = Q(negotiation__initiative=initiative, joined_on__isnull=False)
    parties = Party.objects.filter(at_the_table)
    for giver, organisation, name in parties.values_list("giver", "organisation", "name"):
        if giver:
            yield f"giver:{giver}", _unit_of(organisation, name)
    speaking = Spokesperson.objects.filter(
        is_hidden=False, person__isnull=False, party__in=parties.values("pk")
    ).order_by("pk")
    for person, organisation, name in speaking.values_list(
        "person", "party__organisation", "party__name"
    ):
        yield f"person:{person}", _unit_of(organisation, name)


def _unit_of(organisation: int | None, name: str) -> str:
    """The unit of a party: its organisation, else the interest that it is there for."""
    return f"organisation:{organisation}" if organisation else f"{INTEREST}{name}"


def _spoken(
    initiative: Initiative, written: Iterable[Voice], interest_of: Mapping[str, str]
) -> Iterator[Voice]:
    """What was said at meetings: a fifth for each minute.

    Whoever speaks for a party at the table speaks for it here; whoever gave to the initiative in
    one name alone is taken to have spoken in that name too.
    """
    names_of = defaultdict(set)
    for voice in written:
        names_of[voice.person].add(voice.unit)
    spoke = Speaker.objects.filter(event__initiative=initiative, minutes__gt=0).order_by()
    for person, label, minutes in spoke.values_list("person", "label").annotate(Sum("minutes")):
        who = f"person:{person}" if person else f"label:{label.casefold()}"
        names = names_of[who]
        unit = interest_of.get(who) or (next(iter(names)) if len(names) == 1 else "")
        yield Voice(who, exact(minutes) * UNITS_EACH["minute"], unit)


def _names(units: set[str], initiative: Initiative) -> dict[str, str]:
    """Name each unit. What has one name, in two municipalities or at the table, speaks as one."""
    key_of = {unit: int(unit.split(":")[1]) for unit in units if unit.startswith("organisation:")}
    called = Organisation.objects.in_bulk(key_of.values())
    name_of = {unit: called[key].name for unit, key in key_of.items()}
    interests = {unit: unit[len(INTEREST) :] for unit in units if unit.startswith(INTEREST)}
    return name_of | interests | {MUNICIPALITY: initiative.municipality.name}


def _texts_of(initiative: Initiative) -> Iterator[str]:
    """The proposals and statements that were given here and stand, the newest first."""
    ideas = Idea.objects.filter(initiative=initiative, withdrawn_at=None).order_by("-pk")
    for title, text in ideas.values_list("title", "text")[:MOST_TEXTS]:
        yield f"{title}\n{text}"
    statements = Statement.objects.filter(
        deliberation__initiative=initiative, state=Standing.SHOWN, contribution__isnull=False
    ).order_by("-pk")
    yield from statements.values_list("text", flat=True)[:MOST_TEXTS]
    # What is withheld by law is left out: nobody can see that it is the same letter.
    heard = HearingStatement.objects.filter(
        hearing__initiative=initiative,
        hearing__state__in=PUBLIC,
        access=HearingStatement.Access.OPEN,
        withdrawn_at=None,
    ).order_by("-pk")
    yield from heard.values_list("text", flat=True)[:MOST_TEXTS]
