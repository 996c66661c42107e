"""Counting a ledger: from any number of rows to the few sums that the ladder needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from samskap.kernels.errors import ImpossibleCounts, NegativeCount, NoTimeZone, UnknownWord
from samskap.kernels.ladder.events import Row
from samskap.kernels.ladder.numbers import Number, as_decimal
from samskap.kernels.ladder.units import INPUT_KINDS, WORK
from samskap.kernels.ladder.words import Beneficiary, Phase, Side

ANSWER_WITHIN = timedelta(days=30)

Word = TypeVar("Word", bound=StrEnum)

_NOTHING = Decimal(0)
_INPUT_PHASES = frozenset({Phase.DEFINE, Phase.DESIGN})


@dataclass(frozen=True, slots=True)
class Cell:
    """The sums of all rows that agree on phase, side, kind of actor, kind and beneficiary.

    rows   rows in the ledger
    units  their units together

    A store that keeps one line per cell up to date can place an initiative without its rows; its
    lines may be finer than a cell, they are added up.
    """

    phase: Phase
    side: Side
    actor_kind: str
    kind: str
    beneficiary: Beneficiary
    rows: int
    units: Decimal

    def __post_init__(self) -> None:
        if self.units < 0 or self.rows < 0:
            raise NegativeCount(f"{self}")


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """How many inputs of the non-public side asked for an answer in a phase, and got one in time.

    inputs               non-public rows that ask for an answer
    answered_in_30_days  of them, those answered within 30 days
    """

    inputs: int
    answered_in_30_days: int

    def __post_init__(self) -> None:
        if self.answered_in_30_days < 0:
            raise NegativeCount(f"{self}")
        if self.answered_in_30_days > self.inputs:
            raise ImpossibleCounts(f"{self}")


@dataclass(slots=True)
class PhaseTally:
    """The sums of one phase, as the conditions read them.

    units            side → units
    contributions    rows that count: those with units
    rows             all rows, support and decisions included
    inputs_given     ideas, statements, evidence and drafts of the non-public side
    inputs           non-public rows that ask for an answer
    answered         of the inputs, those answered within 30 days
    work_for_self    units of work that non-public people did for themselves
    work_for_others  units of work that non-public people did for others or the community
    """

    units: dict[Side, Decimal] = field(default_factory=lambda: dict.fromkeys(Side, _NOTHING))
    contributions: int = 0
    rows: int = 0
    inputs_given: int = 0
    inputs: int = 0
    answered: int = 0
    work_for_self: Decimal = _NOTHING
    work_for_others: Decimal = _NOTHING

    def add(self, cell: Cell) -> None:
        """Count one cell in."""
        self.rows += cell.rows
        self.units[cell.side] += cell.units
        if cell.units:
            self.contributions += cell.rows
        if cell.side == Side.PUBLIC:
            return
        if cell.kind in INPUT_KINDS and cell.units:
            self.inputs_given += cell.rows
        if cell.kind == WORK:
            if cell.beneficiary == Beneficiary.SELF:
                self.work_for_self += cell.units
            else:
                self.work_for_others += cell.units


@dataclass(frozen=True)
class Tally:
    """The sums of a whole ledger: all that the ladder needs to know about its rows.

    cells                  the sums of rows and units, in any order
    answers                phase → inputs and answers; a phase that is left out has none
    first_contribution_at  first non-public contribution with units, in any phase
    first_input_at         first non-public idea, statement, evidence or draft in define or design
    independent_parties    distinct non-public parties with an independent contribution with units

    Can be made by `tally(rows)` or straight from sums that a database keeps.
    """

    cells: tuple[Cell, ...] = ()
    answers: Mapping[Phase, AnswerCount] = field(default_factory=dict)
    first_contribution_at: datetime | None = None
    first_input_at: datetime | None = None
    independent_parties: int = 0

    def __post_init__(self) -> None:
        if self.independent_parties < 0:
            raise NegativeCount(f"{self.independent_parties} independent parties")
        for first in (self.first_contribution_at, self.first_input_at):
            if first is not None and first.tzinfo is None:
                raise NoTimeZone(f"{first.isoformat()} has no time zone")

    @cached_property
    def of(self) -> Mapping[Phase, PhaseTally]:
        """The sums of each phase."""
        phases = {phase: PhaseTally() for phase in Phase}
        for cell in self.cells:
            phases[cell.phase].add(cell)
        for phase, count in self.answers.items():
            phases[phase].inputs = count.inputs
            phases[phase].answered = count.answered_in_30_days
        return phases

    def units(
        self,
        phase: Phase | None = None,
        side: Side | None = None,
        actor_kind: str | None = None,
        kind: str | None = None,
    ) -> Decimal:
        """Return the units of all rows that match what is named, for tables and pictures."""
        return sum((cell.units for cell in self._cells(phase, side, actor_kind, kind)), _NOTHING)

    def rows(
        self,
        phase: Phase | None = None,
        side: Side | None = None,
        actor_kind: str | None = None,
        kind: str | None = None,
    ) -> int:
        """Return the number of all rows that match what is named."""
        return sum(cell.rows for cell in self._cells(phase, side, actor_kind, kind))

    def _cells(self, *words: str | None) -> Iterable[Cell]:
        """Pick the cells that match what is named."""
        for cell in self.cells:
            found = (cell.phase, cell.side, cell.actor_kind, cell.kind)
            if all(word is None or word == here for word, here in zip(words, found, strict=True)):
                yield cell


def tally(rows: Iterable[Row], *, other_parties: int = 0) -> Tally:
    """Count a ledger in one pass; the order of its rows does not matter, their times do.

    rows           any iterable, a stream from a database or a file too; only the sums are kept
    other_parties  independent non-public parties that no row names: rows whose party is "" are
                   theirs

    What counts as what:
    - A contribution is a row with units. Support and decisions have none: they are rows, but they
      are nobody's contribution and make nobody a party.
    - An input for R is a non-public row that asks for an answer. The public side cannot better its
      own answer rate by answering itself.
    - Answered within 30 days means not before it was given and at most 30 times 24 hours later. An
      input that is younger than that and has no answer counts as unanswered: no clock here.
    - A party counts once, however many rows it has; a party's rows in all phases count together.

    Raises UnknownWord for a phase, side or beneficiary that the formula does not know,
    NegativeCount for units below zero, NoTimeZone for moments without a time zone.

    Source: domain 4.1, “Events used per phase” and “Shares”.
    """
    rows_of: defaultdict[tuple[str, str, str, str, str, Number], int] = defaultdict(int)
    inputs_of: defaultdict[str, int] = defaultdict(int)
    answered_of: defaultdict[str, int] = defaultdict(int)
    parties: set[str] = set()
    first_contribution: datetime | None = None
    first_input: datetime | None = None

    # One plain loop over unpacked tuples: this is where a million rows pass.
    try:
        for (
            at,
            phase,
            side,
            actor_kind,
            party,
            kind,
            units,
            independent,
            beneficiary,
            is_input,
            answered_at,
            _fate,
        ) in rows:
            rows_of[phase, side, actor_kind, kind, beneficiary, units] += 1
            if side == Side.PUBLIC:
                continue
            if units:
                if first_contribution is None or at < first_contribution:
                    first_contribution = at
                if independent and party:
                    parties.add(party)
                if (
                    kind in INPUT_KINDS
                    and phase in _INPUT_PHASES
                    and (first_input is None or at < first_input)
                ):
                    first_input = at
            if is_input:
                inputs_of[phase] += 1
                if answered_at is not None and at <= answered_at <= at + ANSWER_WITHIN:
                    answered_of[phase] += 1
    except TypeError as wrong:
        raise NoTimeZone(f"moments that cannot be put in order: {wrong}") from wrong

    return Tally(
        cells=_cells(rows_of),
        answers={
            phase: AnswerCount(inputs_of[phase], answered_of[phase])
            for phase in Phase
            if phase in inputs_of
        },
        first_contribution_at=first_contribution,
        first_input_at=first_input,
        independent_parties=len(parties) + other_parties,
    )


def _cells(
    rows_of: Mapping[tuple[str, str, str, str, str, Number], int],
) -> tuple[Cell, ...]:
    """Gather rows of equal units into cells, in a fixed order."""
    counted: defaultdict[tuple[str, str, str, str, str], int] = defaultdict(int)
    summed: defaultdict[tuple[str, str, str, str, str], Decimal] = defaultdict(Decimal)
    for (phase, side, actor_kind, kind, beneficiary, units), rows in rows_of.items():
        if units < 0:
            raise NegativeCount(f"{units} units of {kind}")
        cell = phase, side, actor_kind, kind, beneficiary
        counted[cell] += rows
        summed[cell] += as_decimal(units) * rows
    return tuple(
        Cell(
            phase=_known(Phase, cell[0]),
            side=_known(Side, cell[1]),
            actor_kind=cell[2],
            kind=cell[3],
            beneficiary=_known(Beneficiary, cell[4]),
            rows=counted[cell],
            units=summed[cell],
        )
        for cell in sorted(counted)
    )


def _known(words: type[Word], word: str) -> Word:
    """Return the word of the formula, or refuse one that it does not know."""
    try:
        return words(word)
    except ValueError as wrong:
        raise UnknownWord(f"{word!r} is not one of {', '.join(words)}") from wrong
