"""Whoever tells others something with a person’s name in it says whose name it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import samskap

NOT_HERE = {"tests", "testing", "migrations", "config"}  # the demo’s people are invented
TELLING = {"tell", "tell_of", "_tell", "tell_person", "tell_those_who_look_after"}
SAYS_WHOSE = {"names", "by", "but"}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call that tells somebody something, and where it stands."""
    for path in sorted(Path(samskap.__path__[0]).rglob("*.py")):
        if not NOT_HERE.isdisjoint(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TELLING:
                yield f"{path.parts[-2]}/{path.name}:{node.lineno}", node


def test_a_name_in_a_notice_is_somebodys():
    found = {
        place: {word.arg for word in call.keywords}
        for place, call in calls()
        if any(
            isinstance(part, ast.Attribute) and part.attr == "shown_name" for part in ast.walk(call)
        )
    }

    assert len(found) >= 5
    assert {place for place, words in found.items() if not words & SAYS_WHOSE} == set()
