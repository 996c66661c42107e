"""The published file of one map of opinions: writing it, reading it, and drawing it again.

Format “samskap-opinion-map/1”, one JSON object. Keys not named here may stand beside and are not
read.

    format        "samskap-opinion-map/1"
    formula       "opinion_map 1.0"
    statements    each {number, left_out}, ascending; left out are those that were moderated out
    participants  each {before, votes}, in an order that tells nothing
                  before  the number of their group in the map before, or null
                  votes   one sign for each statement: + agree, - disagree, 0 pass, . not seen
    drawing       what was drawn from it, see below
    taken_in_from where votes were given that did not come here one by one; left out where all did

The drawing:

    participants, votes, in_groups  how many
    is_of_few     whether so few are in groups that the map may look otherwise tomorrow
    silhouette    −1 … 1: how clearly the groups are apart
    groups        each {name, size, centre, outline, says}; of a group of fewer than five only the
                  name. says: what represents it, each {statement, agree}
    statements    each {number, mean, axes, agree, disagree, seen, across, groups} where somebody
                  voted; groups: [agree, disagree, seen] in each group, null where fewer than five
                  of it have voted
    agreed, disagreed   what a majority of everybody says
    common        what every group says, each {statement, agree}
    dividing      what one group agrees with and another disagrees with
    dots          each [x, y, people, place of the group]: five people or more

All numbers are rounded to six decimals, so that the same file gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samskap.kernels.errors import WrongDocument
from samskap.kernels.ladder.reading import Reader
from samskap.kernels.opinion_map.common import common_ground, dividing
from samskap.kernels.opinion_map.components import Components
from samskap.kernels.opinion_map.drawing import FORMULA, OpinionMap, draw
from samskap.kernels.opinion_map.errors import NoVotes
from samskap.kernels.opinion_map.picturing import Dot, dots_of, outline_of
from samskap.kernels.opinion_map.standing import Frame
from samskap.kernels.opinion_map.telling import Told
from samskap.kernels.opinion_map.votes import AGREE, DISAGREE, PASS, Votes, gather
from samskap.kernels.suppression import SMALLEST_SHOWN

FORMAT = "samskap-opinion-map/1"
DECIMALS = 6
UNSEEN = -2
SIGNS: Mapping[int, str] = {AGREE: "+", DISAGREE: "-", PASS: "0", UNSEEN: "."}
_SIGN_OF = np.zeros(5, dtype=np.uint8)
_VALUE_OF = np.full(256, UNSEEN - 1, dtype=np.int8)
for _value, _sign in SIGNS.items():
    _SIGN_OF[_value - UNSEEN] = ord(_sign)
    _VALUE_OF[ord(_sign)] = _value


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What a map is drawn from.

    statements  numbers, ascending
    left_out    those that were moderated out
    votes       (n, m) 1, 0, −1 or UNSEEN
    before      (n,) the number of each one’s group in the map before, or None
    """

    statements: Sequence[int]
    left_out: frozenset[int]
    votes: NDArray[np.int8]
    before: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Check:
    """One part of a drawing, and whether it comes out as published."""

    what: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A map drawn again.

    drawing  what comes out
    checks   its parts, held against what was published
    """

    drawing: Mapping[str, Any]
    checks: tuple[Check, ...]

    @property
    def holds(self) -> bool:
        """Whether everything is as published."""
        return all(check.holds for check in self.checks)


def evidence_from(
    columns: tuple[ArrayLike, ArrayLike, ArrayLike],
    *,
    statements: Sequence[int],
    left_out: Iterable[int] = (),
    before: Mapping[int, int] | None = None,
    order: Mapping[int, Any] | None = None,
) -> tuple[Evidence, list[int]]:
    """Lay votes, given in the order of time, in a table; return whose row is which, too.

    columns  participants, statements and values
    before   participant → the number of their group in the map before
    order    participant → what the rows are ordered by; the participants themselves if left out

    Raises NoVotes, UnlikeLengths or NoSuchVote.
    """
    votes = gather(*columns)
    keys = votes.participants.tolist()
    rows = sorted(range(len(keys)), key=lambda row: order[keys[row]] if order else keys[row])
    table = np.full((len(keys), len(statements)), UNSEEN, dtype=np.int8)
    place = np.searchsorted(np.asarray(statements), votes.statements)
    cells = votes.cells.tocoo()
    at = np.empty(len(keys), dtype=np.int64)
    at[rows] = np.arange(len(keys))
    table[at[cells.row], place[cells.col]] = cells.data
    people = [keys[row] for row in rows]
    named = before or {}
    return (
        Evidence(statements, frozenset(left_out), table, [named.get(person) for person in people]),
        people,
    )


def drawn_from(evidence: Evidence) -> OpinionMap:
    """Draw the map; its participants are the rows of the evidence.

    Raises NoVotes or TooFewVoters.
    """
    rows, columns = np.nonzero(evidence.votes != UNSEEN)
    if not rows.size:
        raise NoVotes("there is no vote yet")
    return draw(
        gather(rows, np.asarray(evidence.statements)[columns], evidence.votes[rows, columns]),
        left_out=evidence.left_out,
        before={row: name for row, name in enumerate(evidence.before) if name is not None},
    )


def document_of(evidence: Evidence, found: OpinionMap) -> dict[str, Any]:
    """Write down what a map was drawn from and what came out."""
    lines = _SIGN_OF[evidence.votes - UNSEEN]
    return {
        "format": FORMAT,
        "formula": FORMULA,
        "statements": [
            {"number": number, "left_out": number in evidence.left_out}
            for number in evidence.statements
        ],
        "participants": [
            {"before": before, "votes": line.tobytes().decode("ascii")}
            for before, line in zip(evidence.before, lines, strict=True)
        ],
        "drawing": drawing_of(found),
    }


def drawing_of(found: OpinionMap) -> dict[str, Any]:
    """Write down a map without the votes: what may be shown of it."""
    votes, counts = found.votes, found.counts
    dots = [
        Dot(_rounded(dot.x), _rounded(dot.y), dot.people, dot.group)
        for dot in dots_of(found.positions, found.groups, SMALLEST_SHOWN)
    ]
    of_all = _of_all(votes)
    by_group = np.stack([counts.agree, counts.disagree, counts.seen], axis=2).astype(int)
    return {
        "participants": votes.participants.size,
        "votes": votes.cells.nnz,
        "in_groups": sum(found.sizes),
        "is_of_few": found.is_of_few,
        "silhouette": _rounded(found.silhouette),
        "groups": [_group(found, place, dots) for place in range(len(found.names))],
        "statements": [
            {
                "number": int(number),
                "mean": _rounded(found.components.means[j]),
                "axes": [_rounded(axis[j]) for axis in found.components.axes],
                "agree": int(of_all[j, 0]),
                "disagree": int(of_all[j, 1]),
                "seen": int(of_all[j, 2]),
                "across": _rounded(found.across[j]),
                "groups": [
                    each.tolist() if each[2] >= SMALLEST_SHOWN else None for each in by_group[:, j]
                ],
            }
            for j, number in enumerate(votes.statements)
        ],
        "agreed": _all_told(found.agreed),
        "disagreed": _all_told(found.disagreed),
        "common": _all_told(common_ground(counts, votes.statements, found.left_out)),
        "dividing": _all_told(dividing(counts, votes.statements, found.left_out)),
        "dots": [[dot.x, dot.y, dot.people, dot.group] for dot in dots],
    }


def recompute(document: object) -> Redrawn:
    """Draw a published map again, and hold each part against what was published.

    Raises WrongDocument, which names the place in the document and what should stand there, or
    another KernelError when what stands there cannot be a map.
    """
    drawing = drawing_of(drawn_again(document))
    published = Reader("", document).object("drawing").content
    return Redrawn(
        drawing,
        tuple(Check(what, drawing[what] == published.get(what)) for what in drawing),
    )


def drawn_again(document: object) -> OpinionMap:
    """Draw a published map again; its participants are the rows of the document.

    Raises as `recompute` does.
    """
    told = Reader("", document)
    told.one_of("format", FORMAT)
    told.one_of("formula", FORMULA)
    return drawn_from(_evidence(told))


def describe(redrawn: Redrawn) -> str:
    """Say what was worked out again, line by line."""
    drawing = redrawn.drawing
    sizes = ", ".join(str(group.get("size", "fewer than 5")) for group in drawing["groups"])
    common = ", ".join(str(told["statement"]) for told in drawing["common"]) or "none"
    return "\n".join(
        [
            *(f"{'yes ' if check.holds else 'NO  '} {check.what}" for check in redrawn.checks),
            f"     {drawing['votes']} votes of {drawing['participants']} people",
            f"     Groups of {sizes}; silhouette {drawing['silhouette']:.3f}",
            f"     Every group says the same of these statements: {common}",
        ]
    )


def frame_of(
    drawing: Mapping[str, Any], *, left_out: Iterable[int], centres: Sequence[Sequence[float]]
) -> Frame:
    """Read from a drawing what is needed to place one participant on it.

    centres  the middle of each group; those of small groups are not in the drawing
    """
    statements, out = drawing["statements"], frozenset(left_out)
    return Frame(
        statements=np.array([told["number"] for told in statements], dtype=np.int64),
        components=Components(
            means=np.array([told["mean"] for told in statements]),
            axes=np.array([told["axes"] for told in statements]).T,
        ),
        left_out=np.array([told["number"] in out for told in statements]),
        centres=np.array(centres),
    )


def _evidence(told: Reader) -> Evidence:
    """Read the statements and the votes."""
    statements, left_out = [], set()
    for item in told.objects("statements"):
        statements.append(item.whole_number("number"))
        if item.yes_or_no("left_out"):
            left_out.add(statements[-1])
    if statements != sorted(set(statements)):
        told.refuse("statements", "a list of statements, the lowest number first")
    before, lines = [], []
    for item in told.objects("participants"):
        has_name = item.has("before") and item.content["before"] is not None
        before.append(item.whole_number("before") if has_name else None)
        line = item.text("votes").encode()
        values = _VALUE_OF[np.frombuffer(line, dtype=np.uint8)]
        if len(values) != len(statements) or (values < UNSEEN).any():
            item.refuse("votes", "one of + - 0 . for each statement")
        lines.append(values)
    if not lines:
        raise WrongDocument("participants is empty; it must be a list with somebody in it")
    return Evidence(statements, frozenset(left_out), np.stack(lines), before)


def _group(found: OpinionMap, place: int, dots: Sequence[Dot]) -> dict[str, Any]:
    """Write down one group; of a small one its name only."""
    name, size = found.names[place], found.sizes[place]
    if size < SMALLEST_SHOWN:
        return {"name": name}
    places = [(dot.x, dot.y) for dot in dots if dot.group == place]
    return {
        "name": name,
        "size": size,
        "centre": [_rounded(each) for each in found.centres[place]],
        "outline": [[*corner] for corner in outline_of(places)],
        "says": _all_told(found.represents[place]),
    }


def _of_all(votes: Votes) -> NDArray[np.int64]:
    """Count how many agree, disagree and have voted at all, (m, 3)."""
    columns, said, m = votes.cells.indices, votes.cells.data, votes.statements.size
    each = [
        np.bincount(columns[said == AGREE], minlength=m),
        np.bincount(columns[said == DISAGREE], minlength=m),
        np.bincount(columns, minlength=m),
    ]
    return np.stack(each, axis=1)


def _all_told(said: Iterable[Told]) -> list[dict[str, Any]]:
    """Write down statements that stand for something, in their order."""
    return [{"statement": told.statement, "agree": told.agree} for told in said]


def _rounded(number: float) -> float:
    """Round a number, without a minus before nothing."""
    return round(float(number), DECIMALS) + 0.0
