"""Closing the pool, working the panels out through the queue, and widening targets."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from samskap.kernels import lot as kernel
from samskap.lottery import features as targets
from samskap.lottery.actions.starting import must_add_up
from samskap.lottery.actions.steps import held, held_by, move, note
from samskap.lottery.errors import (
    NothingToAccept,
    TargetsAreFixed,
    TooFewEntrants,
)
from samskap.lottery.models import PANELS, Entrant, Lot, Round, State, Step
from samskap.lottery.publishing import shown_of
from samskap.lottery.queries import can_be_drawn, in_panel, round_of
from samskap.people.models import Person


@transaction.atomic
def close(*, lot: Lot, by: Person) -> None:
    """Let nobody enter any more. Refuses with NotYoursToKeep or NotAtThisStep."""
    lot = held_by(by, lot, State.OPEN)
    entrants = lot.entrants.filter(left_at=None).count()
    move(lot, State.CLOSED, Step.What.CLOSED, by, entrants=entrants)


@transaction.atomic
def reopen(*, lot: Lot, by: Person, reason: str) -> None:
    """Let people enter again, and say why. Refuses with NotYoursToKeep or NotAtThisStep.

    Panels that were worked out are put away; once they are sealed there is no way back.
    """
    lot = held_by(by, lot, State.CLOSED, State.PLANNED)
    if lot.rounds.exclude(drawn_at=None).exists():
        raise NothingToAccept
    lot.rounds.all().delete()
    lot.entrants.update(chance=None)
    lot.closes_on = None
    lot.save(update_fields=["closes_on"])
    move(lot, State.OPEN, Step.What.REOPENED, by, reason=reason)


@transaction.atomic
def change_targets(
    *, lot: Lot, by: Person, features: tuple[targets.Feature, ...], way: str = ""
) -> None:
    """Change how many are to be drawn of each value; what is asked stays once people answered.

    Refuses with NotYoursToKeep, NotAtThisStep, TargetsContradict or TargetsAreFixed.
    """
    lot = held_by(by, lot, State.OPEN, State.CLOSED)
    must_add_up(features, lot.size)
    if lot.entrants.exists() and names_of(features) != names_of(targets.read(lot.features)):
        raise TargetsAreFixed
    lot.features, lot.way = targets.written(features), way or lot.way
    lot.save(update_fields=["features", "way"])
    lot.rounds.filter(drawn_at=None).delete()
    note(lot, Step.What.TARGETS, by)


def names_of(features: tuple[targets.Feature, ...]) -> list[tuple[str, list[str]]]:
    """What is asked, and the answers that are offered."""
    return [(each.title, [value.title for value in each.values]) for each in features]


@transaction.atomic
def plan(*, lot: Lot, by: Person) -> Round:
    """Ask for the numbered panels of the next round; the queue works them out.

    Pressed twice, it waits for the same panels. The same pool and the same targets always give the
    same panels, so nobody can try until some suit them.

    Refuses with NotYoursToKeep, NotAtThisStep or TooFewEntrants.
    """
    lot = held_by(by, lot, State.CLOSED, State.PLANNED, State.REPLACING)
    drawn = lot.rounds.exclude(drawn_at=None).count()
    waiting: Round | None = lot.rounds.filter(drawn_at=None, worked_out_at=None).first()
    if waiting:
        return waiting
    lot.rounds.filter(drawn_at=None).delete()
    staying = [dict(each.features) for each in in_panel(lot)]
    seats = lot.size - len(staying)
    entrants = addresses_of(lot)
    if entrants < seats or not seats:
        raise TooFewEntrants(entrants=entrants, seats=seats)
    asked = targets.read(lot.features)
    if drawn:
        asked = targets.what_is_left(asked, staying, seats)
    made: Round = Round.objects.create(
        municipality_id=lot.municipality_id,
        lot=lot,
        number=drawn + 1,
        seats=seats,
        features=targets.written(asked),
    )
    move(lot, State.REPLACING if drawn else State.CLOSED, Step.What.ASKED, by, entrants=entrants)
    work_out_later.enqueue(made.pk)
    return made


def addresses_of(lot: Lot) -> int:
    """How many could be drawn at once: people, or households where only one of each is drawn."""
    waiting = can_be_drawn(lot)
    if not lot.one_per_household:
        return waiting.count()
    homes = waiting.order_by().exclude(household="").values("household").distinct().count()
    return waiting.filter(household="").count() + homes


@task()
def work_out_later(round_pk: int) -> None:
    """Work out the panels of a round from the queue."""
    found = Round.objects.filter(pk=round_pk).first()
    if found:
        work_out(found)


@transaction.atomic
def work_out(round_: Round) -> None:
    """Let the kernel work out the panels; a round that is worked out is left as it is."""
    lot = held(round_.lot)
    # The queue may ask twice: the second waits here, and finds it done or put away.
    found = Round.objects.filter(pk=round_.pk, worked_out_at=None).first()
    if found is None:
        return
    entrants = list(can_be_drawn(lot))
    asked = targets.read(found.features)
    pool = kernel.Pool(
        size=found.seats,
        quotas=targets.quotas_of(asked),
        entrants=tuple(as_entrant(each) for each in entrants),
        one_per_household=lot.one_per_household,
    )
    found.worked_out_at = timezone.now()
    try:
        lottery = kernel.plan(
            pool, kernel.Way(lot.way), panels=PANELS, seed=seed_of(lot.public_id, found.number)
        )
    except kernel.Infeasible as no:
        found.relaxation = [asdict(each) for each in no.relaxations]
        found.save(update_fields=["worked_out_at", "relaxation"])
        note(lot, Step.What.NO_PANEL, None, changes=len(found.relaxation))
        return
    except kernel.GaveUp:
        found.figures = {"gave_up": True}
        found.save(update_fields=["worked_out_at", "figures"])
        note(lot, Step.What.NO_PANEL, None)
        return
    found.codes = sorted(each.code for each in entrants)
    place = {code: number for number, code in enumerate(found.codes)}
    found.panels = [sorted(place[code] for code in panel) for panel in lottery.panels]
    found.shown = shown_of({each.code: each.features for each in entrants}, asked)
    found.figures = {
        "formula": lottery.version,
        "way": lot.way,
        "entrants": len(entrants),
        "panels": len(found.panels),
        "panels_asked": PANELS,
        "seed": seed_of(lot.public_id, found.number),
        "bound": lottery.bound,
        "least": lottery.least,
        "without": sum(not chance for chance in lottery.chances.values()),
        "most": max(lottery.chances.values(), default=0.0),
        "equal": found.seats / len(entrants),
    }
    found.save()
    for entrant in entrants:
        entrant.chance = lottery.chances[entrant.code]
    Entrant.objects.bulk_update(entrants, ["chance"], batch_size=500)
    move(lot, State.PLANNED, Step.What.PLANNED, None, panels=len(found.panels))


def as_entrant(entrant: Entrant) -> kernel.Entrant:
    """An entrant as the kernel wants them: a code, and no name."""
    return kernel.Entrant(key=entrant.code, features=entrant.features, household=entrant.household)


def seed_of(public_id: UUID, number: int) -> int:
    """The seed by which the kernel breaks ties: of the lot and the round, so nobody chooses it."""
    return (public_id.int + number) % 2**31


def widened(
    features: tuple[targets.Feature, ...], relaxation: list[dict[str, Any]]
) -> tuple[targets.Feature, ...]:
    """The targets with the changes of a relaxation."""
    for change in relaxation:
        quota = change["quota"]
        features = targets.with_target(
            features,
            quota["feature"],
            quota["value"],
            least=change["least"],
            most=change["most"],
        )
    return features


@transaction.atomic
def accept_relaxation(*, lot: Lot, by: Person) -> Round:
    """Take the smallest widening of the targets that works, and work the panels out with it.

    Refuses with NotYoursToKeep, NotAtThisStep or NothingToAccept.
    """
    lot = held_by(by, lot, State.CLOSED, State.REPLACING)
    found = round_of(lot)
    if found is None or not found.relaxation or found.drawn_at:
        raise NothingToAccept
    wider = widened(targets.read(found.features), found.relaxation)
    note(lot, Step.What.RELAXED, by, changes=len(found.relaxation))
    if not found.is_replacement:
        lot.features = targets.written(wider)
        lot.save(update_fields=["features"])
    found.features, found.relaxation, found.worked_out_at = targets.written(wider), [], None
    found.save(update_fields=["features", "relaxation", "worked_out_at"])
    work_out_later.enqueue(found.pk)
    return found
