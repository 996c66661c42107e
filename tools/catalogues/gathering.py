"""Gathering what a module says, from its Python and its templates."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NOT_SPOKEN = {
    "tests",
    "testing",
    "migrations",
    "locale",
    "static",
}  # rooms whose words nobody reads
# Which argument of a call holds what: (context, message, plural); None where there is none.
CALLS: dict[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}


class WrongMessage(Exception):
    """A message in the source that no catalogue can hold."""


@dataclass(frozen=True, order=True)
class Message:
    """One thing the house says: the same words in the same context are one message."""

    text: str
    context: str = ""
    plural: str = field(default="", compare=False)


def _words(node: ast.expr | None, *, place: str) -> str:
    """Read a literal string, or say that it must be one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise WrongMessage(f"{place}: a message must be one literal string, so that it can be gathered")


def messages_in_python(source: str, *, name: str = "source") -> Iterator[Message]:
    """Find what a Python file says through the gettext family, under any name it is imported as."""
    tree = ast.parse(source)
    called: dict[str, tuple[int | None, int, int | None]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            for imported in node.names:
                if imported.name in CALLS:
                    called[imported.asname or imported.name] = CALLS[imported.name]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name):
            shape = called.get(node.func.id)
        elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            known = node.func.value.id in {"translation", "gettext"} and node.func.attr != "_"
            shape = CALLS.get(node.func.attr) if known else None
        else:
            shape = None
        if shape is None:
            continue
        context, message, plural = shape
        named = {keyword.arg: keyword.value for keyword in node.keywords}

        def argument(place: int | None, *names: str) -> str:
            """Read one argument, by its place or by its name."""
            if place is None:
                return ""
            given = node.args[place] if place < len(node.args) else None  # noqa: B023
            for each in names:
                given = given or named.get(each)  # noqa: B023
            return _words(given, place=f"{name}:{node.lineno}")  # noqa: B023

        yield Message(
            text=argument(message, "message", "singular"),
            context=argument(context, "context"),
            plural=argument(plural, "plural"),
        )


# Django turns a template into calls, one after the other, with everything else crossed out.
_STRING = r"""(?:u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*")"""
_CALL = re.compile(
    rf"(?<![A-Za-z_])(_|gettext|ngettext|pgettext|npgettext)\(({_STRING}(?:\s*,\s*{_STRING})*)"
    r"\s*(?:,\s*count)?\s*\)",
    re.DOTALL,
)


def messages_in_template(source: str, *, name: str = "template") -> Iterator[Message]:
    """Find what a Django template says: translate, blocktranslate, plurals, contexts, _("…")."""
    from django.utils.translation.template import templatize  # noqa: PLC0415 - needs settings

    try:
        calls = templatize(source, origin=name)
    except SyntaxError as fault:
        raise WrongMessage(f"{name}: {fault}") from fault
    for call in _CALL.finditer(calls):
        context, message, plural = CALLS[call[1]]
        given = [ast.literal_eval(each) for each in re.findall(_STRING, call[2], re.DOTALL)]
        yield Message(
            text=given[message],
            context="" if context is None else given[context],
            plural="" if plural is None else given[plural],
        )


def _spoken_files(module: Path) -> Iterator[Path]:
    """List the files of a module that may say something."""
    for path in sorted(module.rglob("*")):
        inside = path.relative_to(module).parts
        if NOT_SPOKEN.isdisjoint(inside[:-1]) and path.suffix in {
            ".py",
            ".html",
            ".txt",
            ".subject",
        }:
            yield path


def messages_of(module: Path) -> dict[Message, Message]:
    """Gather everything a module says."""
    said: dict[Message, Message] = {}
    for path in _spoken_files(module):
        find: Callable[..., Iterator[Message]]
        if path.suffix == ".py":
            find = messages_in_python
        elif "templates" in path.relative_to(module).parts:
            find = messages_in_template
        else:
            continue
        name = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
        for message in find(path.read_text(encoding="utf-8"), name=name):
            if not message.text:
                continue
            before = said.get(message)
            if before is None or not before.plural:
                said[message] = message
            elif message.plural and message.plural != before.plural:
                raise WrongMessage(f"{name}: “{message.text}” has two different plurals")
    return said
