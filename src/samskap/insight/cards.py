"""Placements, sums and answers as the design’s components want them."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.addresses import address
from samskap.design.figures import shown
from samskap.initiatives.models import Initiative
from samskap.insight.models import Placing
from samskap.insight.queries import Answers
from samskap.insight.sentences import (
    CAP_SAYS,
    PENDING_SAYS,
    RUNG_SAYS,
    RUNG_TITLE,
    lift_of,
    phase_word,
    sentence_of,
)
from samskap.kernels.answers import Figure
from samskap.kernels.ladder import (
    KINDS,
    WORK,
    Condition,
    ConditionCode,
    Phase,
    Placement,
    Rung,
    Tally,
)
from samskap.ledger.models import ActorKind
from samskap.ledger.models import Phase as PhaseWord

# The rows that a condition rests on, as filters of the evidence page.
BEHIND: dict[ConditionCode, str] = {
    ConditionCode.EARLY_CONTRIBUTION: "side=non_public",
    ConditionCode.INDEPENDENT_PARTIES: "side=non_public&own=yes",
    ConditionCode.JOINT_DECISIONS: "kind=decision",
    ConditionCode.INPUT_GIVEN: "side=non_public",
    ConditionCode.INPUT_ANSWERED: "side=non_public",
    ConditionCode.INPUT_BEFORE_SOLUTION_LOCKED: "side=non_public",
    ConditionCode.WORK_FOR_OTHERS: "kind=work",
    ConditionCode.WORK_FOR_SELF: "kind=work",
}
# The groups of the picture “who contributed”: kinds of actor that share a colour and a shape.
GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("resident", frozenset({"resident", "service_user", "relative", "volunteer"})),
    ("association", frozenset({"association"})),
    ("business", frozenset({"business"})),
    ("social_entrepreneur", frozenset({"social_entrepreneur"})),
    ("academia", frozenset({"academia"})),
    ("faith_community", frozenset({"faith_community"})),
    (
        "public",
        frozenset({"employee", "facilitator", "leader", "politician", "public_unit", "council"}),
    ),
)
GROUP_OF = {kind: group for group, kinds in GROUPS for kind in kinds}


def behind(initiative: Initiative, condition: Condition) -> str:
    """The address of the rows behind a condition."""
    query = BEHIND.get(condition.code, "")
    if condition.phase:
        query = f"{query}&phase={condition.phase.value}".lstrip("&")
    return f"{address('insight:evidence', initiative.slug)}?{query}#rows"


def rung_of(placement: Placement) -> int | str:
    """The rung as the ladder component wants it."""
    return "self_organised" if placement.rung is Rung.SELF_ORGANISED else int(placement.rung.value)


def ladder_card(initiative: Initiative, placement: Placement, contested: int) -> dict[str, Any]:
    """A placement with every reason, and where to read, recompute and contest it."""
    document = address("insight:document", initiative.slug)
    reached = {placement.rung, Rung.EQUAL_PARTNERSHIP, placement.next_rung}
    shown = [each for each in placement.conditions if each.rung in reached]
    return {
        "rung": rung_of(placement),
        "is_provisional": placement.provisional,
        "has_enough_evidence": placement.enough_evidence,
        "conditions": [
            {
                "held": each.held,
                "sentence": sentence_of(each),
                "url": behind(initiative, each),
                "link": _("the rows behind it"),
            }
            for each in shown
        ],
        "lifts": [
            {"sentence": lift_of(each), "url": behind(initiative, each)} for each in placement.lifts
        ],
        "caps": [str(CAP_SAYS[cap]) for cap in placement.caps]
        + [str(PENDING_SAYS[each]) for each in placement.pending],
        "phases": [
            {
                "title": phase_word(phase),
                "rung": str(RUNG_TITLE[rung]) if rung else _("nothing yet"),
            }
            for phase, rung in placement.rung_by_phase.items()
            if placement.enough_evidence
        ],
        "evidence_url": address("insight:evidence", initiative.slug),
        "recompute_url": document,
        "contest_url": address("insight:contest", initiative.slug),
        "help_url": address("insight:ladder"),
        "invite_url": initiative.get_absolute_url(),
        "formula": _("the ladder {version}").format(version=placement.formula.split()[-1]),
        "contested": contested,
    }


def rung_words(placement: Placement) -> str:
    """Where it stands, in one line."""
    if not placement.enough_evidence:
        return _("Too little has happened to say where it stands.")
    return f"{RUNG_TITLE[placement.rung]}. {RUNG_SAYS[placement.rung]}"


def contributions_chart(initiative: Initiative, tally: Tally) -> dict[str, Any]:
    """Units per group and phase, as a picture."""
    units = {(group, phase): Decimal(0) for group, _kinds in GROUPS for phase in Phase}
    for cell in tally.cells:
        if group := GROUP_OF.get(cell.actor_kind):
            units[group, cell.phase] += cell.units
    groups = [group for group, _kinds in GROUPS if any(units[group, phase] for phase in Phase)]
    whole = sum(units.values())
    outside = sum(value for (group, _phase), value in units.items() if group != "public")
    share = (
        f"{round(100 * outside / whole)}\N{NO-BREAK SPACE}%" if whole else "0\N{NO-BREAK SPACE}%"
    )
    return {
        "id": "contributions",
        "title": _("Contributions by side and phase"),
        "sentence": _("{share} of what was given came from outside the municipality.").format(
            share=share
        )
        if whole
        else _("Nobody has contributed yet."),
        "description": _(
            "An idea is one unit, and so are two hours of work. Votes and support are none."
        ),
        "unit": _("units"),
        "categories": [str(phase.label) for phase in PhaseWord],
        "series": [
            {
                "label": _group_label(group),
                "side": group,
                "values": [float(units[group, phase]) for phase in Phase],
            }
            for group in groups
        ],
        "is_shares": True,
        "csv_url": address("insight:contributions", initiative.slug),
        "recompute_url": address("insight:document", initiative.slug),
    }


def hours_by_group(tally: Tally) -> dict[str, dict[Phase, Decimal]]:
    """Hours of work: group → phase → hours. A group that gave none is left out."""
    each = KINDS[WORK].units_each
    hours = {group: dict.fromkeys(Phase, Decimal(0)) for group, _kinds in GROUPS}
    for cell in tally.cells:
        if cell.kind == WORK and (group := GROUP_OF.get(cell.actor_kind)):
            hours[group][cell.phase] += cell.units / each
    return {group: by_phase for group, by_phase in hours.items() if any(by_phase.values())}


def hours_chart(initiative: Initiative, tally: Tally) -> dict[str, Any] | None:
    """Hours of work per group and phase, as a picture; nothing while nobody has worked."""
    hours = hours_by_group(tally)
    if not hours:
        return None
    public = sum(hours.get("public", {}).values(), start=Decimal(0))
    outside = sum((sum(by_phase.values()) for by_phase in hours.values()), start=-public)
    return {
        "id": "hours",
        "title": _("Hours of work by side and phase"),
        "sentence": _(
            "Residents and their organisations worked {outside} hours, the municipality {public}."
        ).format(outside=shown(float(outside)), public=shown(float(public))),
        "description": _("Hours that people give of their own accord are not money saved."),
        "unit": _("hours"),
        "categories": [str(phase.label) for phase in PhaseWord],
        "series": [
            {
                "label": _group_label(group),
                "side": group,
                "values": [float(by_phase[phase]) for phase in Phase],
            }
            for group, by_phase in hours.items()
        ],
        "csv_url": address("insight:hours", initiative.slug),
        "recompute_url": address("insight:document", initiative.slug),
    }


def _group_label(group: str) -> str:
    """The name of a group in the reader’s language."""
    return _("The municipality") if group == "public" else str(ActorKind(group).label)


def curve_chart(initiative: Initiative, placing: Placing | None) -> dict[str, Any] | None:
    """The index over time, as a picture; nothing before there are two points."""
    if placing is None or len(placing.history) < 2:
        return None
    points = [(datetime.fromisoformat(at), index) for at, index in placing.history]
    return {
        "id": "index",
        "title": _("How equal it has been over time"),
        "sentence": _("The index went from {first} to {last} of 100.").format(
            first=number_format(points[0][1], 0), last=number_format(points[-1][1], 0)
        ),
        "description": _("It shows the trend inside one initiative and is never used to rank."),
        "unit": _("of 100"),
        "categories": [date_format(at, "SHORT_DATE_FORMAT") for at, _index in points],
        "series": [
            {"label": _("Index"), "tone": "fjord", "values": [index for _at, index in points]}
        ],
        "csv_url": address("insight:curve", initiative.slug),
        "recompute_url": address("insight:document", initiative.slug),
    }


def answers_numbers(answers: Answers) -> list[dict[str, str]]:
    """How well people were answered, as large figures with what each rests on.

    A figure that rests on nothing is left out: a row of dashes tells nobody anything.
    """
    numbers = [
        _number(
            _share(answers.in_30_days),
            _("answered within 30 days"),
            ngettext("of {n} contribution", "of {n} contributions", answers.in_30_days.n).format(
                n=answers.in_30_days.n
            ),
        ),
        _number(
            "–"
            if answers.median_days.value is None
            else number_format(
                answers.median_days.value, 0 if answers.median_days.value >= 1 else 1
            ),
            _("days to an answer, the middle one"),
            ngettext("of {n} answer", "of {n} answers", answers.median_days.n).format(
                n=answers.median_days.n
            ),
        ),
        _number(
            _share(answers.used),
            _("used, wholly or in part"),
            ngettext("of {n} answered", "of {n} answered", answers.used.n).format(n=answers.used.n),
        ),
        _number(
            _share(answers.kept),
            _("promises kept in time"),
            ngettext("of {n} promise", "of {n} promises", answers.kept.n).format(n=answers.kept.n),
        ),
    ]
    rests_on = (answers.in_30_days, answers.median_days, answers.used, answers.kept)
    return [number for number, figure in zip(numbers, rests_on, strict=True) if figure.n]


def _number(value: str, label: str, note: str) -> dict[str, str]:
    """One large figure."""
    return {"value": value, "label": label, "note": note}


def _share(figure: Figure) -> str:
    """A share as percent; a dash where there is nothing to share."""
    return "–" if figure.value is None else f"{round(100 * figure.value)}\N{NO-BREAK SPACE}%"
