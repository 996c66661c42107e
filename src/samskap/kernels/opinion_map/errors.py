"""What the map of opinions raises when votes cannot mean anything, or are too few."""

from __future__ import annotations

from samskap.kernels.errors import KernelError


class MapError(KernelError):
    """Votes break a promise that the map asks for."""


class NoVotes(MapError):
    """There is no vote, so there is nothing to draw."""


class NoSuchVote(MapError):
    """A vote is neither 1 (agree), −1 (disagree) nor 0 (pass)."""


class UnlikeLengths(MapError):
    """Participants, statements and votes are not as many of each."""


class TooFewVoters(MapError):
    """No two people who voted on enough statements stand apart, so there are no groups yet."""
