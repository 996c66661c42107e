"""The files by which Polis hands a conversation on: reading them, and writing them.

    comments.csv            one row for each statement
    votes.csv               one row for each vote
    participants-votes.csv  one row for each participant: their group, and a column a statement
    summary.csv             what it is about, key and value

Reading needs the first two; the others say nothing that these do not. Statements and participants
are numbered from 0 there, and keep their numbers. 1 is agree and −1 is disagree, as Polis exports
them; inside Polis it is the other way round.

Source: the exports at github.com/compdemocracy/openData, and what red-dwarf 0.4 reads.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import StringIO
from typing import Any

from samskap.kernels.errors import WrongDocument
from samskap.kernels.opinion_map.votes import AGREE, DISAGREE, PASS

NEEDED = ("comments.csv", "votes.csv")
OF_STATEMENTS = ("comment-id", "comment-body")
OF_VOTES = ("voter-id", "comment-id", "vote")
REJECTED = -1
LATEST = 253_402_300_799_000  # milliseconds: the last second of the year 9999
# A spreadsheet would read these as a formula; some read the wide ones of East Asia so too.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST = 100_000  # characters of one cell


@dataclass(frozen=True, slots=True)
class Comment:
    """One statement.

    moderated  1 let through, 0 not looked at, −1 moderated out
    at         milliseconds since 1970
    """

    number: int
    text: str
    moderated: int = 1
    at: int = 0
    is_seed: bool = False


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as Polis hands it on.

    votes  participant, statement and vote, in the order of time
    groups  participant → the number of their group, where they have one
    """

    comments: tuple[Comment, ...]
    votes: tuple[tuple[int, int, int], ...]
    topic: str = ""
    about: str = ""
    groups: Mapping[int, int] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[list[int], list[int], list[int]]:
        """Return participants, statements and votes, as `gather` takes them."""
        who, what, said = zip(*self.votes, strict=True) if self.votes else ((), (), ())
        return list(who), list(what), list(said)

    @property
    def left_out(self) -> frozenset[int]:
        """Return the numbers of the statements that were moderated out."""
        return frozenset(each.number for each in self.comments if each.moderated == REJECTED)


def read(files: Mapping[str, str]) -> Conversation:
    """Read the files of a conversation, by their names.

    A vote on a statement that comments.csv does not know is left out, as Polis leaves it out.

    Raises WrongDocument, which names the file, the row and what should stand there.
    """
    comments = tuple(_comments(_rows(files, "comments.csv", OF_STATEMENTS)))
    if len({each.number for each in comments}) < len(comments):
        raise WrongDocument("comments.csv: two statements have the same comment-id")
    known = {each.number for each in comments}
    cast = sorted(_votes(_rows(files, "votes.csv", OF_VOTES)), key=lambda vote: vote[0])
    summary = {
        row[0]: row[1] for row in csv.reader(StringIO(files.get("summary.csv", ""))) if row[1:]
    }
    return Conversation(
        comments=comments,
        votes=tuple(vote[1:] for vote in cast if vote[2] in known),
        topic=_bare(summary.get("topic", "")),
        about=_bare(summary.get("conversation-description", "")),
    )


def write(conversation: Conversation, *, at: int) -> dict[str, str]:
    """Write the four files.

    No row of a vote says when it was cast, and no statement who wrote it: all votes carry the one
    moment, and all statements an author who is none of the participants.

    at  the moment of the export, milliseconds since 1970
    """
    last = {(who, what): said for who, what, said in conversation.votes}
    ordered = sorted(last.items())
    people = sorted({who for who, _what in last})
    numbers = sorted(each.number for each in conversation.comments)
    nobody = people[-1] + 1 if people else 0
    counted = {number: [0, 0] for number in numbers}
    said_by: dict[int, dict[int, int]] = {who: {} for who in people}
    for (who, what), said in ordered:
        said_by[who][what] = said
        if said != PASS:
            counted[what][0 if said == AGREE else 1] += 1
    comments = [
        [
            *(each.at, _day(each.at), each.number, nobody),
            *(
                *counted[each.number],
                each.moderated,
                str(each.is_seed).lower(),
                "false",
                _guarded(each.text),
            ),
        ]
        for each in conversation.comments
    ]
    moment = _day(at)
    return {
        "comments.csv": _table(
            "timestamp datetime comment-id author-id agrees disagrees moderated is-seed is-meta"
            " comment-body",
            comments,
        ),
        "votes.csv": _table(
            "timestamp datetime comment-id voter-id vote",
            ([at, moment, what, who, said] for (who, what), said in ordered),
        ),
        "participants-votes.csv": _table(
            " ".join(
                ["participant group-id n-comments n-votes n-agree n-disagree", *map(str, numbers)]
            ),
            (
                [
                    *(who, conversation.groups.get(who, ""), 0, len(said)),
                    *(list(said.values()).count(value) for value in (AGREE, DISAGREE)),
                    *(said.get(number, "") for number in numbers),
                ]
                for who, said in said_by.items()
            ),
        ),
        "summary.csv": _table(
            "",
            [
                ("topic", _guarded(conversation.topic)),
                ("voters", len(people)),
                ("comments", len(numbers)),
                ("groups", len(set(conversation.groups.values()))),
                ("conversation-description", _guarded(conversation.about)),
            ],
        ),
    }


def _rows(
    files: Mapping[str, str], name: str, needed: Sequence[str]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the rows of a file, each with its place."""
    if name not in files:
        raise WrongDocument(f"{name} is missing")
    csv.field_size_limit(LONGEST)
    rows = csv.DictReader(StringIO(files[name].removeprefix("\ufeff"), newline=""))
    try:
        missing = [column for column in needed if column not in (rows.fieldnames or ())]
        if missing:
            raise WrongDocument(f"{name} has no column “{missing[0]}”")
        for number, row in enumerate(rows, start=2):
            yield f"{name}, row {number}", row
    except csv.Error as fault:
        raise WrongDocument(f"{name}, row {rows.line_num}: {fault}") from fault


def _comments(rows: Iterable[tuple[str, Mapping[str, str]]]) -> Iterator[Comment]:
    """Read the statements."""
    for place, row in rows:
        moderated = row.get("moderated", "") or "1"
        yield Comment(
            number=_whole(place, row, "comment-id"),
            text=" ".join(_bare(row["comment-body"] or "").split()),
            moderated=REJECTED if moderated.strip() == "-1" else 1,
            at=_moment(place, row),
            is_seed=(row.get("is-seed") or "").strip().lower() == "true",
        )


def _votes(
    rows: Iterable[tuple[str, Mapping[str, str]]],
) -> Iterator[tuple[int, int, int, int]]:
    """Read the votes: moment, participant, statement, vote."""
    for place, row in rows:
        said = _whole(place, row, "vote", DISAGREE)
        if said > AGREE:
            raise WrongDocument(f"{place}: vote is {said}; it must be 1, 0 or -1")
        yield (
            _moment(place, row),
            _whole(place, row, "voter-id"),
            _whole(place, row, "comment-id"),
            said,
        )


def _moment(place: str, row: Mapping[str, str]) -> int:
    """Read when something was, where the file says so."""
    moment = _whole(place, row, "timestamp") if row.get("timestamp") else 0
    if moment > LATEST:
        raise WrongDocument(f"{place}: timestamp is {moment}; it must be in milliseconds")
    return moment


def _whole(place: str, row: Mapping[str, str], key: str, least: int = 0) -> int:
    """Read a whole number."""
    cell = (row.get(key) or "").strip()
    try:
        number = int(cell)
    except ValueError:
        number = least - 1
    if not least <= number < 2**53:
        raise WrongDocument(f"{place}: {key} is “{cell[:40]}”; it must be a whole number")
    return number


def _day(milliseconds: int) -> str:
    """Write a moment as Polis writes it."""
    moment = datetime.fromtimestamp(milliseconds / 1000, tz=UTC)
    return f"{moment:%a %b %d %H:%M:%S UTC %Y}"


def _guarded(text: str) -> str:
    """Write a text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(RISKY) or _bare(text) != text else text


def _bare(text: str) -> str:
    """Take the guard of a text away again."""
    return text[1:] if text.startswith("'") and text[1:].lstrip("'").startswith(RISKY) else text


def _table(columns: str, rows: Iterable[Iterable[Any]]) -> str:
    """Write a table; columns are parted by spaces."""
    table = StringIO()
    written = csv.writer(table, lineterminator="\n")
    if columns:
        written.writerow(columns.split())
    written.writerows(rows)
    return table.getvalue()
