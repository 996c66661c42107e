"""How many questions a page asks the database, counted inside the instance."""

from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# What a transaction says around its questions is no question.
AROUND = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


def queries_of(paths: list[str], session: str) -> list[list[int]]:
    """Count for each path: cold, where nothing is remembered, and warm, right after it."""
    return [[len(each) for each in asked_by(path, session)] for path in paths]


def asked_by(path: str, session: str) -> tuple[list[str], list[str]]:
    """The questions of one page, cold and warm."""
    reader = Client(headers={"host": "localhost"})
    reader.cookies["sessionid"] = session
    reader.get(path)
    caches["here"].clear()
    return _asked(reader, path), _asked(reader, path)


def _asked(reader: Client, path: str) -> list[str]:
    """The questions of one request."""
    with CaptureQueriesContext(connection) as captured:
        answer = reader.get(path)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"  # noqa: S101
    asked = [query["sql"] for query in captured.captured_queries]
    return [sql for sql in asked if not sql.startswith(AROUND)]
