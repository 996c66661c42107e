"""The two ways in which databases find words: FTS5 in SQLite, tsvector in PostgreSQL.

Both are given the same words, divided by blanks, and asked for whole words or beginnings: neither
cuts, folds or weighs anything itself. So both find the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from samskap.search.marks import AND_SO_ON, Group, Match

SQLITE = (
    """
    CREATE VIRTUAL TABLE search_words USING fts5(
        words, content='search_entry', content_rowid='place', detail=none, columnsize=0,
        prefix='3 4 5', tokenize="ascii tokenchars '^@#~_'"
    )
    """,
    """
    CREATE TRIGGER search_entry_written AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_words(rowid, words) VALUES (new.place, new.words);
    END
    """,
    """
    CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_words(search_words, rowid, words)
        VALUES ('delete', old.place, old.words);
    END
    """,
    """
    CREATE TRIGGER search_entry_changed AFTER UPDATE OF place, words ON search_entry BEGIN
        INSERT INTO search_words(search_words, rowid, words)
        VALUES ('delete', old.place, old.words);
        INSERT INTO search_words(rowid, words) VALUES (new.place, new.words);
    END
    """,
)
POSTGRESQL = (
    """
    ALTER TABLE search_entry ADD COLUMN tokens tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
    """,
    "CREATE INDEX search_entry_tokens ON search_entry USING gin (tokens) WITH (fastupdate = off)",
)
SQLITE_REMOVAL = (
    "DROP TRIGGER search_entry_written",
    "DROP TRIGGER search_entry_gone",
    "DROP TRIGGER search_entry_changed",
    "DROP TABLE search_words",
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Let the database keep the words of entries from now on."""
    with connection.cursor() as cursor:
        for statement in POSTGRESQL if connection.vendor == "postgresql" else SQLITE:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Let it forget them; PostgreSQL drops its index with the column."""
    column = ("ALTER TABLE search_entry DROP COLUMN tokens",)
    with connection.cursor() as cursor:
        for statement in column if connection.vendor == "postgresql" else SQLITE_REMOVAL:
            cursor.execute(statement)


# Where entries are looked up, and what is compared with what is asked, for each database.
FROM = {
    "sqlite": "search_words AS w JOIN search_entry AS e ON e.place = w.rowid"
    " WHERE w.search_words MATCH %s AND w.rowid < %s",
    "postgresql": "search_entry AS e WHERE e.tokens @@ %s::tsquery AND e.place < %s",
}
# SQLite walks backwards in the order it keeps anyway. PostgreSQL would do so too, through the whole
# table for a word that hardly stands anywhere, as it guesses how often words stand: “+ 0” lets it
# take its index of words first.
NEWEST_FIRST = {"sqlite": "w.rowid DESC", "postgresql": "e.place + 0 DESC"}
PLACES = {
    "sqlite": "SELECT rowid AS place FROM search_words WHERE search_words MATCH %s"
    " ORDER BY rowid DESC LIMIT %s",
    "postgresql": "SELECT place FROM search_entry WHERE tokens @@ %s::tsquery"
    " ORDER BY place DESC LIMIT %s",
}


@dataclass(frozen=True)
class Dialect:
    """How a database wants to be asked."""

    quote: str
    longer: str  # behind a word: and all that begin so
    one_of: str
    each: str
    but_not: str


DIALECTS = {
    "sqlite": Dialect('"', " *", " OR ", " AND ", " NOT "),
    "postgresql": Dialect("'", ":*", " | ", " & ", " & !"),
}


def written(match: Match, vendor: str) -> str:
    """What is asked for, as the database reads it. No word of ours holds a quote."""
    says = DIALECTS[vendor]

    def word(told: str) -> str:
        bare = told.removesuffix(AND_SO_ON)
        more = says.longer if bare != told else ""
        return f"{says.quote}{bare}{says.quote}{more}"

    def groups(several: Iterable[Group], between: str) -> str:
        each = (says.one_of.join(map(word, sorted(group))) for group in several)
        return between.join(f"({group})" for group in each)

    asked = groups(match.of_each, says.each)
    if match.of_any:
        asked = f"{asked}{says.each}({groups(match.of_any, says.one_of)})"
    if match.but_not_of_each:
        asked = f"({asked}){says.but_not}({groups(match.but_not_of_each, says.each)})"
    return asked
