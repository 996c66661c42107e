"""A flow and a trace as the design wants them: plain words, ready to show."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samskap.design.sides import side_of
from samskap.drafting.cards_items import answer_said, due_said, step_said
from samskap.drafting.models import ItemStep
from samskap.initiatives.models import Initiative
from samskap.initiatives.models.initiative import State
from samskap.insight.tracing import Flow, Trace, adopted_of
from samskap.ledger.cards import author_of
from samskap.ledger.models import FateStatus

FATES = {
    FateStatus.RECEIVED: (gettext_lazy("Received"), ""),
    FateStatus.READ: (gettext_lazy("Read"), ""),
    FateStatus.USED: (gettext_lazy("Used"), "ok"),
    FateStatus.PARTLY_USED: (gettext_lazy("Partly used"), "ok"),
    FateStatus.NOT_USED: (gettext_lazy("Not used"), "late"),
    FateStatus.FORWARDED: (gettext_lazy("Passed on"), ""),
    FateStatus.WITHDRAWN: (gettext_lazy("Withdrawn by the giver"), "late"),
}
TOLD = {
    ItemStep.What.LAID,
    ItemStep.What.UNDER_WAY,
    ItemStep.What.IN_FORCE,
    ItemStep.What.FOLLOWED_UP,
}
CARRIED = {
    State.IMPLEMENTING: gettext_lazy("It is being carried out"),
    State.DRIVING: gettext_lazy("It runs"),
}


def flow_chart(initiative: Initiative, flow: Flow) -> dict[str, Any]:
    """Make the picture of where the inputs of an initiative went."""
    left, open_ = flow.answered - flow.used, flow.used - flow.decided
    carried = flow.decided if flow.is_carried_out else 0
    sides = sorted(flow.sides.items(), key=lambda side: -side[1])
    ways: list[tuple[str, list[tuple[str, str, int, str]]]] = [
        (_("Input"), [("in", _("given"), flow.inputs, "fjord")]),
        (
            _("Insight"),
            [
                ("answered", _("answered"), flow.answered, "fjord"),
                ("waiting", _("waiting"), flow.waiting, "coral"),
                ("withdrawn", _("withdrawn"), flow.withdrawn, "soft"),
            ],
        ),
        (
            _("Solution"),
            [("used", _("used"), flow.used, "ok"), ("left", _("not used"), left, "soft")],
        ),
        (
            _("Decision"),
            [
                ("decided", _("decided"), flow.decided, "ok"),
                ("open", _("not yet decided"), open_, "soft"),
            ],
        ),
        (
            _("Running"),
            [
                ("carried", _("carried out"), carried, "sun"),
                ("later", _("not yet"), flow.decided - carried, "soft"),
            ],
        ),
    ]
    stages: list[dict[str, Any]] = [
        {
            "title": _("Who gave it"),
            "parts": [
                {"key": side, "label": str(side_of(side).many), "value": rows, "side": side}
                for side, rows in sides
            ],
        }
    ]
    stages += [
        {
            "title": title,
            "parts": [
                {"key": key, "label": label, "value": value, "tone": tone}
                for key, label, value, tone in parts
                if value or key in ("in", "answered", "used", "decided", "carried")
            ],
        }
        for title, parts in ways
    ]
    through = ["in", "answered", "used", "decided"]
    links = [(side, "in", rows) for side, rows in sides]
    for start, (_title, parts) in zip(through, ways[1:], strict=True):
        links += [(start, key, value) for key, _label, value, _tone in parts if value]
    return {
        "id": "flow",
        "title": _("From input to what runs"),
        "unit": _("contributions"),
        "sentence": sentence_of(flow, carried),
        "description": _(
            "Inputs from outside the municipality. “Not used” includes what was passed on."
        ),
        "source": _("Counted from the ledger on %(day)s.")
        % {"day": date_format(timezone.localdate())},
        "csv_url": reverse("insight:flow_csv", args=[initiative.slug]),
        "stages": stages,
        "links": links,
    }


def sentence_of(flow: Flow, carried: int) -> str:
    """Say the picture in one sentence."""
    said = ngettext(
        "Of %(inputs)s contribution, %(answered)s is answered, %(used)s used, %(decided)s decided"
        " and %(carried)s carried out.",
        "Of %(inputs)s contributions, %(answered)s are answered, %(used)s used, %(decided)s decided"
        " and %(carried)s carried out.",
        flow.inputs,
    )
    return said % {
        "inputs": flow.inputs,
        "answered": flow.answered,
        "used": flow.used,
        "decided": flow.decided,
        "carried": carried,
    }


def stages_of(trace: Trace) -> list[dict[str, Any]]:
    """Say how far a contribution has come, for the stepper; an item of a plan leads on."""
    first = next((item for item in trace.items if item.is_alive), None)
    item_url = first.get_absolute_url() if first else ""
    reached: list[tuple[str, bool, str, str]] = [
        (_("Given"), True, "", ""),
        (_("Answered"), trace.is_answered, "", ""),
        (_("Used"), trace.is_used, in_items(trace), item_url),
        (_("Decided"), trace.is_decided, answer_said(first.recommendation) if first else "", ""),
        (_("Carried out"), trace.is_whole, due_said(first) if first else "", ""),
    ]
    first_open = next((at for at, stage in enumerate(reached) if not stage[1]), None)
    return [
        {
            "title": word,
            "state": "done" if is_done else "now" if at == first_open else "next",
            "note": note,
            "url": url,
        }
        for at, (word, is_done, note, url) in enumerate(reached)
    ]


def in_items(trace: Trace) -> str:
    """In which items of plans a contribution is, by their numbers."""
    numbers = [number_format(item.number) for item in trace.items]
    if not numbers:
        return ""
    said = ngettext("in item %(numbers)s", "in items %(numbers)s", len(numbers))
    return said % {"numbers": ", ".join(numbers)}


def item_events(trace: Trace) -> list[dict[str, Any]]:
    """What happened to the items that a contribution is in; what its fates tell is left out."""
    return [
        {
            "at": step.at,
            "title": f"{item}: {step_said(step)}",
            "url": step.link or item.get_absolute_url(),
            "text": step.says,
            "lang": item.document.language,
            "tone": "ok" if step.what == ItemStep.What.IN_FORCE else "",
        }
        for item in trace.items
        for step in item.steps.all()
        if step.what in TOLD
    ]


def events_of(trace: Trace) -> list[dict[str, Any]]:
    """Tell what happened to a contribution, in order."""
    given = trace.given
    events: list[dict[str, Any]] = [
        {"at": given.at, "title": _("Given"), "who": author_of(given)["name"]}
    ]
    events += [
        {
            "at": fate.at,
            "title": FATES[FateStatus(fate.status)][0],
            "tone": FATES[FateStatus(fate.status)][1],
            "text": fate.reason,
            "who": fate.by.shown_name if fate.by else "",
        }
        for fate in trace.fates
    ]
    events += [
        {
            "at": decision.decided_at,
            "title": _("Taken into a decision: %(title)s") % {"title": decision.title},
            "url": decision.get_absolute_url(),
            "text": decision.get_mode_display(),
            "tone": "ok",
        }
        for decision in trace.decisions
    ]
    for formal in trace.formal:
        adopted, recommended = adopted_of(formal)
        events.append(
            {
                "at": formal.answered_at,
                "title": _("%(body)s answered: %(adopted)s of %(recommended)s adopted")
                % {
                    "body": formal.body.name,
                    "adopted": adopted,
                    "recommended": recommended,
                },
                "text": formal.title,
            }
        )
    events += [
        {
            "at": change.at,
            "title": CARRIED[State(change.after)],
            "text": change.reason,
            "tone": "ok",
        }
        for change in trace.changes
    ]
    events += [
        {
            "at": event.announced_at,
            "title": _("An event grew out of it: %(title)s") % {"title": event.title},
            "url": event.get_absolute_url(),
            "text": event.changed,
            "tone": "ok",
        }
        for event in trace.grown
    ]
    events += item_events(trace)
    # What has no moment (a decision that is not closed) stands last.
    return sorted(events, key=lambda event: (event["at"] is None, event["at"] or given.at))
