"""Keeping a deliberation: start it, change it while nobody has voted, close and open it again."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.deliberation.actions.stating import write_seed
from samskap.deliberation.errors import (
    InitiativeTakesNoMore,
    NotYoursToKeep,
    SayWhy,
    SomebodyHasVoted,
    StandsSoAlready,
    StatedAlready,
)
from samskap.deliberation.knowing import place_key
from samskap.deliberation.models import Deliberation, State
from samskap.deliberation.permissions import may_keep, may_start
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.people.models import Person

MOST_PLACES = 50


@transaction.atomic
def start_deliberation(
    *,
    initiative: Initiative,
    by: Person,
    question: str,
    language: str,
    seeds: Iterable[str] = (),
    public_id: UUID | None = None,
    **facts: Any,
) -> Deliberation:
    """Ask a question, with the statements it starts with. A second press changes nothing.

    facts  the other fields of a deliberation: about, opens_at, closes_at, least, moderation …

    Refuses with NotYoursToKeep, InitiativeTakesNoMore or StatementIsTooLong.
    """
    if not may_start(by, initiative):
        raise NotYoursToKeep
    if not initiative.is_open:
        raise InitiativeTakesNoMore(initiative=initiative)
    key = public_id or uuid4()
    if Deliberation.objects.filter(public_id=key).exclude(initiative=initiative).exists():
        key = uuid4()  # of one elsewhere: no form of ours has chosen it
    made, is_new = Deliberation.objects.get_or_create(
        public_id=key,
        defaults={
            "municipality": initiative.municipality,
            "initiative": initiative,
            "question": question.strip(),
            "language": language,
            "started_by": by,
            **facts,
        },
    )
    if is_new:
        for text in seeds:
            with suppress(StatedAlready):
                write_seed(deliberation=made, text=text, language=language, by=by)
        remember("deliberation.started", by=by.pseudonym_key, about=made, within=initiative)
        ledger.touch(initiative.account)
    return made


@transaction.atomic
def change(*, deliberation: Deliberation, by: Person, **facts: Any) -> None:
    """Change what is asked and how, while nobody has voted; translations of the old words go.

    Refuses with NotYoursToKeep or SomebodyHasVoted.
    """
    deliberation = held_by(by, deliberation)
    if deliberation.participants.exists():
        raise SomebodyHasVoted
    before = (deliberation.question, deliberation.about, deliberation.language)
    for name, value in facts.items():
        setattr(deliberation, name, value)
    if before != (deliberation.question, deliberation.about, deliberation.language):
        deliberation.said_in = None  # a translation of what was asked before
    deliberation.save(update_fields=[*facts, "said_in"])
    _tell("changed", deliberation, by)


def close(*, deliberation: Deliberation, by: Person, reason: str) -> None:
    """Take no more votes, and say why. Refuses with NotYoursToKeep, SayWhy or StandsSoAlready."""
    _move(deliberation, State.CLOSED, by, reason)


def open_again(*, deliberation: Deliberation, by: Person, reason: str) -> None:
    """Take votes again, and say why; a last day that has passed is forgotten.

    Refuses with NotYoursToKeep, SayWhy or StandsSoAlready.
    """
    _move(deliberation, State.OPEN, by, reason)


@transaction.atomic
def share_place(
    *, deliberation: Deliberation, by: Person, name: str, address: str, most: int
) -> None:
    """Say that many share one network, such as a library or a school.

    most  so many people without an account are counted from there on one day

    Refuses with NotYoursToKeep.
    """
    deliberation = held_by(by, deliberation)
    key = place_key(address, deliberation)
    places = [place for place in deliberation.shared_places if place["key"] != key]
    places.append({"name": name.strip(), "key": key, "most": most})
    deliberation.shared_places = places[-MOST_PLACES:]
    deliberation.save(update_fields=["shared_places"])
    _tell("place_shared", deliberation, by)


def held_by(by: Person, deliberation: Deliberation) -> Deliberation:
    """Hold a deliberation until the transaction ends, for those who keep it.

    Refuses with NotYoursToKeep.
    """
    if not may_keep(by, deliberation):
        raise NotYoursToKeep
    rows = Deliberation.objects.select_for_update(of=("self",))
    found = rows.select_related("initiative__account", "initiative__municipality", "municipality")
    held: Deliberation = found.get(pk=deliberation.pk)
    return held


@transaction.atomic
def _move(deliberation: Deliberation, state: str, by: Person, reason: str) -> None:
    """Close it or open it again, and keep why."""
    deliberation = held_by(by, deliberation)
    if not reason.strip():
        raise SayWhy
    if deliberation.is_over == (state == State.CLOSED):
        raise StandsSoAlready
    now = timezone.now()
    deliberation.state, deliberation.changed_by, deliberation.changed_at = state, by, now
    deliberation.changed_because = reason.strip()
    if state == State.OPEN and deliberation.closes_at and deliberation.closes_at <= now:
        deliberation.closes_at = None
    deliberation.save()
    if state == State.CLOSED:  # nothing has to be compared any more
        deliberation.participants.exclude(source="").update(source="")
    _tell("closed" if state == State.CLOSED else "opened_again", deliberation, by)


def _tell(what: str, deliberation: Deliberation, by: Person) -> None:
    """Remember what was done, and let the pages of the initiative know that they are old."""
    initiative = deliberation.initiative
    remember(f"deliberation.{what}", by=by.pseudonym_key, about=deliberation, within=initiative)
    ledger.touch(initiative.account)
