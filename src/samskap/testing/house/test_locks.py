"""A lock holds the row that was asked for, and not all that was read beside it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import samskap

SOURCE = Path(samskap.__path__[0])


def calls_of(chain: ast.AST) -> Iterator[tuple[str, set[str | None]]]:
    """Name the methods of a chain of calls, with the arguments that each names."""
    while isinstance(chain, ast.Call) and isinstance(chain.func, ast.Attribute):
        yield chain.func.attr, {named.arg for named in chain.keywords}
        chain = chain.func.value


def locks_too_much(chain: ast.AST) -> bool:
    """Whether a question joins other tables, and locks their rows too (on PostgreSQL)."""
    asked = dict(calls_of(chain))
    return "select_related" in asked and "of" not in asked.get("select_for_update", {"of"})


def test_a_question_that_joins_locks_its_own_rows_only():
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in SOURCE.rglob("*.py")
        if "tests" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and locks_too_much(node)
    ]

    assert found == []
