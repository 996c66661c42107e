"""Every refusal has a code of its own for programs and whole sentences for people."""

import importlib
import pkgutil
import re

import samskap
from samskap.base.refusals import Refusal


def all_refusals() -> list[type[Refusal]]:
    """Import the whole house and list every way it says no."""
    for found in pkgutil.walk_packages(samskap.__path__, "samskap."):
        parts = found.name.split(".")
        if {"tests", "testing", "migrations", "settings"}.isdisjoint(parts) and "errors" in parts:
            importlib.import_module(found.name)

    def below(kind: type[Refusal]) -> list[type[Refusal]]:
        """List everything that derives from a refusal."""
        return [each for sub in kind.__subclasses__() for each in (sub, *below(sub))]

    def is_common_ground(kind: type[Refusal]) -> bool:
        """Whether others are only made from it, so that it is never said itself."""
        return "text" not in kind.__dict__ and bool(kind.__subclasses__())

    return sorted(
        {
            kind
            for kind in below(Refusal)
            if "tests" not in kind.__module__.split(".") and not is_common_ground(kind)
        },
        key=lambda kind: (kind.__module__, kind.__name__),
    )


def test_refusals_stand_in_the_room_called_errors():
    assert len(all_refusals()) > 0
    assert [
        f"{kind.__module__}.{kind.__name__}"
        for kind in all_refusals()
        if "errors" not in kind.__module__.split(".")
    ] == []


def test_every_refusal_has_a_code_of_its_own():
    codes: dict[str, list[str]] = {}
    for kind in all_refusals():
        codes.setdefault(kind.__dict__.get("code", "(inherited)"), []).append(kind.__name__)
    assert {code: kinds for code, kinds in codes.items() if len(kinds) > 1} == {}
    assert [
        f"{kind.__name__}: {kind.code}"
        for kind in all_refusals()
        if not re.fullmatch(rf"{kind.__module__.split('.')[1]}\.[a-z0-9_]+", kind.code)
    ] == []


class AnyFacts(dict[str, object]):
    """Facts for any text: whatever is asked for is there."""

    def __missing__(self, name: str) -> object:
        """Answer with a number, which fits a plural as well as a name."""
        return 2


def test_every_refusal_says_whole_sentences():
    wrong = {}
    for kind in all_refusals():
        refusal = kind.__new__(kind)  # whatever its maker asks for
        refusal.facts = AnyFacts()
        if not re.fullmatch(r"[“«A-ZÆØÅ0-9].+[.!?”»]", str(refusal), re.DOTALL):
            wrong[kind.__name__] = str(refusal)
    assert wrong == {}
