"""Items of a plan as the design wants them: plain words, ready to show."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext, pgettext

from samskap.drafting.models.item import Item, ItemSource, ItemStep, Money
from samskap.drafting.queries.items import PlanSums
from samskap.drafting.queries.trace import trace_path
from samskap.drafting.words_items import day_of, in_item, kroner, responsible_for
from samskap.initiatives.models import Commitment, Recommendation
from samskap.ledger.cards import author_of, fate_of
from samskap.ledger.models import Contribution, FateStatus

State, What = Item.State, ItemStep.What
LOOKS = {  # of a badge, as of what became of a contribution
    State.PLANNED: "wait",
    State.DECIDED: "partly",
    State.UNDER_WAY: "partly",
    State.IN_FORCE: "used",
    State.DROPPED: "no",
}
TONES = {
    What.IN_FORCE: "ok",
    What.ANSWERED: "ok",
    What.DROPPED: "late",
}


def row_of(item: Item) -> dict[str, Any]:
    """One item as lists show it."""
    return {
        "item": item,
        "look": LOOKS[State(item.state)],
        "state": item.get_state_display(),
        "answer": answer_said(item.recommendation),
        "cost": kroner(item.cost_kroner),
        "responsible": responsible_for(item),
        "due": due_said(item),
        "is_late": item.is_late,
        "promise": promise_said(item.commitment),
        "given": given_said(n_from) if (n_from := getattr(item, "n_from", 0)) else "",
    }


def given_said(many: int) -> str:
    """How many proposals an item came from."""
    return ngettext("{n} proposal", "{n} proposals", many).format(n=many)


def answer_said(recommendation: Recommendation | None) -> str:
    """What an elected body answered, with its name; or by when it answers."""
    if recommendation is None:
        return ""
    formal = recommendation.formal_decision
    if not recommendation.answer:
        return _("{body} answers by {day}").format(
            body=formal.body.name, day=day_of(formal.promised_on)
        )
    return f"{formal.body.name}: {recommendation.get_answer_display()}"


def due_said(item: Item) -> str:
    """By when it is to be in force; or since when it is, in time or late."""
    if item.in_force_on is not None:
        day = day_of(item.in_force_on)
        if item.was_late:
            return _("in force since {day}, after the day that was set").format(day=day)
        return _("in force since {day}").format(day=day)
    if item.due_on is None:
        return ""
    day = day_of(item.due_on)
    return _("late: it was to be done by {day}").format(day=day) if item.is_late else day


def promise_said(commitment: Commitment | None) -> str:
    """How the promise behind an item stands."""
    if commitment is None:
        return ""
    if commitment.status == Commitment.Status.KEPT:
        in_time = _("The promise behind it was kept in time.")
        return in_time if commitment.was_kept_in_time else _("The promise behind it was kept late.")
    if commitment.is_late:
        return _("The promise behind it is late.")
    return _("A promise stands behind it: {status}.").format(
        status=commitment.get_status_display().lower()
    )


def money_facts(sums: PlanSums) -> list[dict[str, Any]]:
    """What everything costs, beside what money there is, as pairs."""
    facts: list[dict[str, Any]] = [
        {
            "label": _("All items together cost"),
            "value": kroner(sums.cost),
            "note": unknown_said(sums.unknown),
        }
    ]
    if sums.money is not None and sums.left is not None:
        word = pgettext("of money", "Left") if sums.left >= 0 else pgettext("of money", "Missing")
        facts.append({"label": _("Money there is"), "value": kroner(sums.money)})
        facts.append({"label": word, "value": kroner(abs(sums.left))})
    return facts


def unknown_said(items: int) -> str:
    """How many items say no cost; empty where all do."""
    if not items:
        return ""
    said = ngettext("{n} item says no cost yet.", "{n} items say no cost yet.", items)
    return said.format(n=items)


def money_said(sums: PlanSums) -> str:
    """What everything costs, beside what money there is, in one sentence."""
    facts = {"cost": kroner(sums.cost), "money": kroner(sums.money)}
    if sums.left is None:
        return _("Together they cost {cost}.").format(**facts)
    if sums.left < 0:
        return _("Together they cost {cost}. There is {money}: {missing} is missing.").format(
            **facts, missing=kroner(-sums.left)
        )
    return _("Together they cost {cost}. There is {money}.").format(**facts)


def sentence_of(sums: PlanSums) -> str:
    """How the plan stands, in plain sentences."""
    held = sums.by_state
    said = [
        ngettext("The plan has {n} item.", "The plan has {n} items.", sums.items).format(
            n=sums.items
        )
    ]
    if sums.items:
        said.append(money_said(sums))
    if decided := held[State.DECIDED] + held[State.UNDER_WAY] + held[State.IN_FORCE]:
        said.append(
            ngettext(
                "{n} of them is decided or further on, {m} in force.",
                "{n} of them are decided or further on, {m} in force.",
                decided,
            ).format(n=decided, m=held[State.IN_FORCE])
        )
    if sums.in_time or sums.after or sums.late:
        said.append(
            _("In time: {kept}. In force after their day: {after}. Late: {late}.").format(
                kept=sums.in_time, after=sums.after, late=sums.late
            )
        )
    if sums.promises:
        said.append(
            ngettext(
                "Of {n} promise behind it, {kept} is kept and {late} late.",
                "Of {n} promises behind them, {kept} are kept and {late} late.",
                sums.promises,
            ).format(n=sums.promises, kept=sums.kept, late=sums.promised_late)
        )
    if dropped := held[State.DROPPED]:
        said.append(
            ngettext("{n} item was dropped.", "{n} items were dropped.", dropped).format(n=dropped)
        )
    return " ".join(said)


def money_line(money: Money) -> dict[str, Any]:
    """What somebody said about money, on which day."""
    return {
        "label": day_of(money.said_on),
        "value": kroner(money.kroner),
        "note": " · ".join(filter(None, [money.said_by, money.says])),
    }


PROPOSED, IN_PLAN, BEFORE, DECIDED, IN_FORCE = range(5)  # the steps on the way of an item
STANDS_AT = {
    State.PLANNED: IN_PLAN,
    State.DECIDED: DECIDED,
    State.UNDER_WAY: IN_FORCE,
    State.IN_FORCE: IN_FORCE,
}


def stages_of(item: Item, sources: int) -> list[dict[str, Any]]:
    """The way of an item as steps: proposals, plan, elected body, decision, in force."""
    body = item.recommendation
    formal = body.formal_decision if body else None
    said: list[tuple[str, str, str]] = [
        (_("Proposed"), given_said(sources), "#proposals"),
        (_("In the plan"), day_of(item.made_at), "#plan"),
        (
            _("Before the elected representatives"),
            formal.body.name if formal else "",
            formal.get_absolute_url() if formal else "",
        ),
        (
            str(State.DECIDED.label),
            body.get_answer_display() if body and body.answer else "",
            "",
        ),
        (_("In force"), due_said(item), "#steps" if item.in_force_on else ""),
    ]
    return [
        {"title": title, "state": stage_at(step, item), "note": note, "url": url}
        for step, (title, note, url) in enumerate(said)
    ]


def stage_at(step: int, item: Item) -> str:
    """How one step on the way of an item stands: done, now, next or skipped."""
    has_body = item.recommendation is not None
    if not item.is_alive:
        return "done" if step <= (DECIDED if has_body else IN_PLAN) else "skipped"
    here = BEFORE if item.waits else STANDS_AT[State(item.state)]
    if step in (BEFORE, DECIDED) and not has_body and here == IN_FORCE:
        return "skipped"  # no elected body has a say in it
    if step == here:
        return "done" if item.state == State.IN_FORCE else "now"
    return "done" if step < here else "next"


def events_of(steps: list[ItemStep], lang: str) -> list[dict[str, Any]]:
    """What happened to an item, in order."""
    return [
        {
            "at": step.on,
            "title": step_said(step),
            "text": step.says,
            "lang": lang,
            "url": step.link
            or (
                step.recommendation.formal_decision.get_absolute_url()
                if step.recommendation and step.what in {What.LAID, What.ANSWERED}
                else ""
            ),
            "who": step.by.shown_name if step.by else "",
            "tone": TONES.get(What(step.what), ""),
        }
        for step in steps
    ]


def step_said(step: ItemStep) -> str:
    """Say one step in words, with the body where one had a part."""
    body = step.recommendation.formal_decision.body.name if step.recommendation else ""
    if step.what == What.LAID and body:
        return _("Laid before {body}").format(body=body)
    if step.what == What.ANSWERED and body:
        return _("{body} answered").format(body=body)
    return step.get_what_display()


def source_line(source: ItemSource) -> dict[str, Any]:
    """One proposal that an item came from, with who gave it as the ledger lets it show."""
    given = source.contribution
    return {
        "title": given.standing.caption or _("Without words"),
        "url": trace_path(given),
        "at": given.at,
        "author": author_of(given),
        "is_whole": source.is_whole,
    }


BECAME = {  # the words of the plan: of what stands in a draft nothing is in use yet
    FateStatus.USED: ("used", _lazy("In the plan")),
    FateStatus.PARTLY_USED: ("partly", _lazy("Partly in the plan")),
    FateStatus.NOT_USED: ("no", _lazy("Not in the plan")),
}


def answer_line(given: Contribution, sources: list[ItemSource]) -> dict[str, Any]:
    """One contribution to a plan, and what became of it."""
    reason = given.standing.reason
    for source in sources:  # the line of the item says it already
        reason = reason.removeprefix(in_item(source.item)).strip()
    change = getattr(given, "text_change", None)
    return {
        "key": str(given.public_id),
        "answered_at": change.get_absolute_url() if change is not None and change.is_open else "",
        "title": given.standing.caption or _("Without words"),
        "url": trace_path(given),
        "at": given.at,
        "author": author_of(given),
        "fate": fate_of(given.standing),
        "became": BECAME.get(FateStatus(given.standing.status)),
        "reason": reason,
        "items": [
            {
                "number": number_format(source.item.number),
                "url": source.item.get_absolute_url(),
                "title": source.item.title,
                "state": source.item.get_state_display(),
                "is_whole": source.is_whole,
            }
            for source in sources
        ],
    }


def to_tell_line(given: Contribution, sources: list[ItemSource]) -> dict[str, Any]:
    """Who is called or written to, where, and what they are told."""
    author = author_of(given, in_full=True)
    return answer_line(given, sources) | {"author": author, "reach": given.giver.reach}
