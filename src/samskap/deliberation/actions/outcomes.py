"""From map to work: a statement that every group agrees with becomes a problem or a paragraph."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samskap.base.memory import key_of, remember
from samskap.base.modules import announced
from samskap.base.text import plain
from samskap.deliberation.errors import (
    InitiativeTakesNoMore,
    NobodyMakesItSo,
    NotAgreedByAll,
    NotYoursToKeep,
)
from samskap.deliberation.hands import by_role
from samskap.deliberation.models import Deliberation, Outcome, Standing, Statement
from samskap.deliberation.permissions import may_keep
from samskap.deliberation.queries.map import last_drawing
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand, answering_side
from samskap.ledger.models import Contribution, FateStatus
from samskap.people.models import Person

LINE = 120  # characters of a title
ANNOUNCED = {Outcome.Kind.PROBLEM: "takes_in", Outcome.Kind.PARAGRAPH: "takes_into_text"}


@transaction.atomic
def make(*, statement: Statement, kind: str, by: Person) -> Outcome:
    """Make a problem or a paragraph of the joint text of what every group agrees with.

    The statement’s row of the ledger goes along: its fate is *used*, it leads to what it became,
    and whoever wrote it is told. A second press changes nothing.

    Refuses with NotYoursToKeep, InitiativeTakesNoMore, NotAgreedByAll, NobodyMakesItSo, or as those
    who take it in do.
    """
    deliberation = statement.deliberation
    initiative = deliberation.initiative
    if not may_keep(by, deliberation):
        raise NotYoursToKeep
    if not initiative.is_open:
        raise InitiativeTakesNoMore(initiative=initiative)
    ledger.lock(initiative.account_id)  # two who press at once: the second finds it made
    before: Outcome | None = statement.outcomes.filter(kind=kind).first()
    if before:
        return before
    if not is_agreed_by_all(deliberation, statement):
        raise NotAgreedByAll
    given = _taken_in(statement, Outcome.Kind(kind), by_role(by, deliberation.municipality))
    made: Outcome = Outcome.objects.create(
        municipality_id=deliberation.municipality_id,
        statement=statement,
        kind=kind,
        contribution=given,
        by=by,
    )
    if statement.contribution:
        ledger.lead_to(statement.contribution, given.standing.path)
        ledger.settle(
            contribution=statement.contribution,
            status=FateStatus.USED,
            by=by,
            reason=reason_for(made.kind),
            decision_key=key_of(made),
            side=answering_side(by, deliberation.municipality),
        )
    remember("deliberation.made_of_it", by=by.pseudonym_key, about=made, within=initiative)
    return made


def is_agreed_by_all(deliberation: Deliberation, statement: Statement) -> bool:
    """Whether every group agrees with a statement, by the last map."""
    drawing = last_drawing(deliberation)
    return (
        drawing is not None
        and statement.state == Standing.SHOWN
        and {"statement": statement.number, "agree": True} in drawing.figures["common"]
    )


def reason_for(kind: str) -> str:
    """What whoever wrote the statement is told."""
    if kind == Outcome.Kind.PROBLEM:
        return _("Every group agrees with it. It became a problem that this initiative works on.")
    return _("Every group agrees with it. It was taken into the joint text.")


def _taken_in(statement: Statement, kind: Outcome.Kind, hand: Hand) -> Contribution:
    """Let whoever makes such things make it, with the statement’s row as what it rests on."""
    take_in: Callable[..., Contribution] | None = next(announced(ANNOUNCED[kind]), None)
    if take_in is None:
        raise NobodyMakesItSo
    facts: dict[str, Any] = {
        "initiative": statement.deliberation.initiative,
        "hand": hand,
        "language": statement.language,
    }
    if kind == Outcome.Kind.PARAGRAPH:
        causes = [statement.contribution] if statement.contribution else []
        return take_in(title=statement.text, causes=causes, **facts)
    title = plain(statement.text, LINE)
    text = statement.text if title != statement.text else ""
    return take_in(kind=kind.value, title=title, text=text, **facts)
