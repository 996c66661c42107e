"""The map of opinions: who stands near whom, what each group says, and what all agree on.

Give `gather` the votes in the order of time, and `draw` what it returns.

- *statement*: a sentence that one agrees with, disagrees with, or passes
- *group*: people who vote alike, found by the votes alone
- *representative*: what a group says more than the others do
- *group-informed consensus*: what every group agrees with, small or large
- *standing*: a drawn map that takes one vote after another, until it is drawn anew

`document` writes down a map with its votes and draws it again; `polis` reads and writes the files
of Polis.

Source: Small, Bjorkegren, Erkkilä, Shaw & Megill (2021), “Polis: Scaling deliberation by mapping
high dimensional opinion spaces”, RECERCA 26(2); the mathematics that Polis publishes.
"""

from samskap.kernels.opinion_map.asking import information, next_for
from samskap.kernels.opinion_map.common import common_ground, dividing
from samskap.kernels.opinion_map.drawing import ENOUGH_VOTES, FEW, FORMULA, OpinionMap, draw
from samskap.kernels.opinion_map.errors import (
    MapError,
    NoSuchVote,
    NoVotes,
    TooFewVoters,
    UnlikeLengths,
)
from samskap.kernels.opinion_map.standing import Frame, Place, Standing
from samskap.kernels.opinion_map.surety import interval
from samskap.kernels.opinion_map.telling import Told
from samskap.kernels.opinion_map.votes import AGREE, DISAGREE, PASS, Votes, gather

__all__ = [
    "AGREE",
    "DISAGREE",
    "ENOUGH_VOTES",
    "FEW",
    "FORMULA",
    "PASS",
    "Frame",
    "MapError",
    "NoSuchVote",
    "NoVotes",
    "OpinionMap",
    "Place",
    "Standing",
    "Told",
    "TooFewVoters",
    "UnlikeLengths",
    "Votes",
    "common_ground",
    "dividing",
    "draw",
    "gather",
    "information",
    "interval",
    "next_for",
]
