"""Reading who speaks, who wants to, and who has spoken."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass

from samskap.meetings.models import Event, Speaker


@dataclass(frozen=True)
class Floor:
    """Who has the floor, and who comes next; how often it was given, to how many.

    waiting  those whose hands are up, in the order in which they speak: (speaker, is_first_time)
    """

    speaking: Speaker | None
    waiting: list[tuple[Speaker, bool]]
    times: int
    minutes: int
    voices: int


def floor_of(event: Event) -> Floor:
    """The floor of a meeting, in one question.

    Whoever has not spoken yet comes before those who have, and within each the one who put up a
    hand first: so that those who speak easily do not fill the room (domain 4.3 proposes a balanced
    order where few voices dominate).
    """
    rows = list(event.speakers.select_related("person"))
    spoken = Counter(who(row) for row in rows if row.began_at)
    waiting = [(row, not spoken[who(row)]) for row in rows if not row.began_at and not row.done_at]
    done = [row for row in rows if row.done_at and row.began_at]
    return Floor(
        speaking=next((row for row in rows if row.began_at and not row.done_at), None),
        waiting=sorted(waiting, key=lambda each: (not each[1], each[0].asked_at, each[0].pk)),
        times=len(done),
        minutes=sum(row.minutes or 0 for row in done),
        voices=len(spoken),
    )


def who(row: Speaker) -> Hashable:
    """Tell one speaker from another: by the account, else by the word for them."""
    return row.person_id or row.label.casefold()
