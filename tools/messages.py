"""Keep the catalogues of messages whole: gather what is said, check every language, compile.

    python tools/messages.py update [MODULE…]    write what is missing into the catalogues
    python tools/messages.py check [MODULE…]     fail, and name the place, where something is wrong
    python tools/messages.py compile [MODULE…]   make the .mo files that Django reads

Each module carries its own catalogues. They are written by hand; this program adds empty places
for new messages, keeps what is translated and drops what nobody says any more. It needs no gettext
binaries, so it runs the same on every machine.

A module may also carry the words of a package that lacks a language. Their messages then stand in
`locale/<language>/borrowed.pot` (`python tools/messages.py borrow MODULE LANGUAGE FILE.po…`).
"""

from __future__ import annotations

import argparse
import ast
import re
import string
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "src" / "samskap"
LANGUAGES = ("nb", "nn", "da")
NOT_SPOKEN = {
    "tests",
    "testing",
    "migrations",
    "locale",
    "static",
}  # rooms whose words nobody reads

HEADER = {
    "Project-Id-Version": "Samskap",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}

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

# Words that give away the wrong language. Only words that are never right in that language.
# fmt: off
FOREIGN_WORDS = {
    "nn": {
        "ikke", "hvordan", "hva", "jeg", "noen", "noe", "bare", "hvem", "hvor", "hvorfor", "hvis",
        "hvilke", "hvilken", "hvilket", "hver", "hvert", "fra", "være", "vært", "mer", "mye",
        "flere", "fleste", "innbygger", "innbyggere", "innbyggeren", "innbyggerne", "kommunene",
        "svarer", "kommer", "uke", "uker", "dager", "måneder", "selv", "sammen", "deres", "dere",
        "gjøre", "gjør", "fikk", "ble", "hun", "åpen", "åpent", "åpne", "trenger", "finnes", "en",
        "et", "eier", "forslagene", "velg", "sier", "oppgaver", "ideer", "ideene",
    },
    "nb": {
        "ikkje", "ein", "eit", "dei", "kva", "korleis", "kvifor", "kven", "nokon", "noko", "berre",
        "frå", "vere", "meir", "mykje", "fleire", "innbyggjar", "innbyggjarar", "sjølv", "saman",
        "dykk", "svarar", "veke", "veker", "framleis",
    },
    "da": {
        "å", "hva", "noen", "noe", "etter", "innbygger", "innbyggere", "innbyggerne",
        "kommunestyret", "kommunestyre", "språk", "ikkje", "eit", "dei", "frå", "uke", "uker",
        "deg", "meg", "seg", "veldig", "mye",
    },
}
# fmt: on
# People are residents, neighbours, members … and nobody's customer (docs/conventions.md).
UNWANTED_WORDS = {
    "kunde",
    "kunden",
    "kunder",
    "kundene",
    "kundar",
    "kunderne",
    "customer",
    "customers",
}


class WrongMessage(Exception):
    """A message in the source that no catalogue can hold."""


@dataclass(frozen=True, order=True)
class Message:
    """One thing the house says: the same words in the same context are one message."""

    text: str
    context: str = ""
    plural: str = field(default="", compare=False)


@dataclass(frozen=True)
class Fault:
    """Something that is wrong, and where."""

    place: Path
    what: str

    def __str__(self) -> str:
        """Say it on one line, with a path that can be clicked."""
        place = self.place.relative_to(ROOT) if self.place.is_relative_to(ROOT) else self.place
        return f"{place}: {self.what}"


# ── What is said ─────────────────────────────────────────────────────────────


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


def borrowed_by(module: Path, language: str) -> dict[Message, Message]:
    """Read which messages of other packages a module carries in this language."""
    path = module / "locale" / language / "borrowed.pot"
    if not path.exists():
        return {}
    found = (
        Message(each.msgid, each.msgctxt or "", each.msgid_plural or "")
        for each in polib.pofile(str(path))
    )
    return {message: message for message in found}


# ── The catalogues ───────────────────────────────────────────────────────────


def catalogue_path(module: Path, language: str) -> Path:
    """Say where the catalogue of a module and a language lies."""
    return module / "locale" / language / "LC_MESSAGES" / "django.po"


def _entry_key(entry: polib.POEntry) -> Message:
    """Say which message an entry translates."""
    return Message(entry.msgid, entry.msgctxt or "", entry.msgid_plural or "")


def update(module: Path) -> list[str]:
    """Write empty places for new messages, drop the obsolete, keep every translation."""
    said = messages_of(module)
    report = []
    for language in LANGUAGES:
        wanted = {**said, **borrowed_by(module, language)}
        path = catalogue_path(module, language)
        if not wanted and not path.exists():
            continue
        old = polib.pofile(str(path), wrapwidth=98) if path.exists() else polib.POFile()
        known = {_entry_key(entry): entry for entry in old if not entry.obsolete}
        new = polib.POFile(wrapwidth=98)
        new.metadata = {**HEADER, "Language": language}
        for message in sorted(wanted.values(), key=lambda each: (each.text, each.context)):
            before = known.get(message)
            entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
            if before is not None:
                entry.tcomment, entry.flags = before.tcomment, before.flags
            if message.plural:
                kept = before.msgstr_plural if before is not None else {}
                entry.msgid_plural = message.plural
                entry.msgstr_plural = {n: kept.get(n, "") for n in (0, 1)}
            elif before is not None:
                entry.msgstr = before.msgstr or before.msgstr_plural.get(0, "")
            new.append(entry)
        if not path.exists() or str(new) != path.read_text(encoding="utf-8").rstrip("\n"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(new).rstrip("\n") + "\n", encoding="utf-8")
        empty = sum(not entry.translated() for entry in new)
        dropped = len(known.keys() - wanted.keys())
        report.append(
            f"{module.name}/{language}: {len(new)} messages, "
            f"{empty} to translate, {dropped} dropped"
        )
    return report


_PERCENT = re.compile(r"%(?:\((?P<name>\w+)\))?[-#0+]*\d*(?:\.\d+)?(?P<kind>[sdifgrx%])")


def placeholders(text: str) -> set[str]:
    """List the places in a message that the program fills: %(name)s, %s and {name}."""
    found = set()
    for match in (each for each in _PERCENT.finditer(text) if each["kind"] != "%"):
        named = f"%({match['name']}){match['kind']}"
        found.add(named if match["name"] else f"%{match['kind']}")
    try:
        for _before, name, _format, _conversion in string.Formatter().parse(text):
            if name is not None:
                found.add("{" + name + "}")
    except ValueError:
        pass  # lone braces are just braces
    return found


def _faults_in_entry(entry: polib.POEntry, language: str) -> Iterator[str]:
    """Find what is wrong with one translation."""
    name = f"“{entry.msgid}”" + (f" ({entry.msgctxt})" if entry.msgctxt else "")
    if entry.fuzzy:
        yield f"{name} is marked fuzzy: read it, mend it, take the mark away"
        return
    told = (
        [entry.msgstr_plural.get(n, "") for n in (0, 1)] if entry.msgid_plural else [entry.msgstr]
    )
    if not all(text.strip() for text in told):
        yield f"{name} is not translated"
        return
    one = placeholders(entry.msgid)
    many = placeholders(entry.msgid_plural) if entry.msgid_plural else one
    for form, text in enumerate(told):
        filled, wanted = placeholders(text), many
        if entry.msgid_plural and form == 0 and (filled == one or len(many - filled) == 1):
            wanted = filled & (one | many)  # “One day” may leave its number out
        if filled != wanted:
            wrong = ", ".join(sorted(filled ^ wanted))
            yield f"{name} has other places to fill in than its translation: {wrong}"
    edges = (str.startswith, str.endswith)
    if any(edge(entry.msgid, "\n") != edge(told[0], "\n") for edge in edges):
        yield f"{name} begins or ends with a line break in only one of the languages"
    for text in told:
        plain = _PERCENT.sub(" ", re.sub(r"\{[^}]*\}|<[^>]*>|https?://\S+|\S+@\S+", " ", text))
        words = {word.lower() for word in re.findall(r"[^\W\d_]+", plain)}
        if foreign := sorted(words & FOREIGN_WORDS[language]):
            yield f"{name} is not good {language}: {', '.join(foreign)} in “{text}”"
        if unwanted := sorted(words & UNWANTED_WORDS):
            yield f"{name} makes a resident into a customer: {', '.join(unwanted)}"


def check(module: Path) -> list[Fault]:
    """Find what is missing, empty, fuzzy, obsolete, broken, or in the wrong language."""
    try:
        said = messages_of(module)
    except WrongMessage as fault:
        return [Fault(module, str(fault))]
    faults = []
    for language in LANGUAGES:
        path = catalogue_path(module, language)
        wanted = {**said, **borrowed_by(module, language)}
        if not path.exists():
            if wanted:
                faults.append(Fault(path, f"no catalogue; {len(wanted)} messages are missing"))
            continue
        try:
            catalogue = polib.pofile(str(path), check_for_duplicates=True)
        except (OSError, ValueError) as fault:
            faults.append(Fault(path, f"cannot be read: {fault}"))
            continue
        present = {_entry_key(entry): entry for entry in catalogue if not entry.obsolete}
        for message in sorted(wanted.keys() - present.keys()):
            faults.append(Fault(path, f"“{message.text}” is missing"))
        for message in sorted(present.keys() - wanted.keys()):
            faults.append(Fault(path, f"“{message.text}” is obsolete: nobody says it"))
        for entry in catalogue.obsolete_entries():
            faults.append(Fault(path, f"“{entry.msgid}” is obsolete: nobody says it"))
        for message, entry in sorted(present.items()):
            if message in wanted and (entry.msgid_plural or "") != wanted[message].plural:
                faults.append(Fault(path, f"“{message.text}” has another plural in the source"))
            faults.extend(Fault(path, what) for what in _faults_in_entry(entry, language))
    return faults


def compile_catalogues(module: Path) -> int:
    """Make the .mo files of a module where the catalogue is newer; return how many were made."""
    made = 0
    for path in sorted((module / "locale").glob("*/LC_MESSAGES/*.po")):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns:
            beside = compiled.with_suffix(".mo.new")
            polib.pofile(str(path)).save_as_mofile(str(beside))
            beside.replace(compiled)  # a running server never reads half a file
            made += 1
    return made


def borrow(module: Path, language: str, catalogues: Iterable[Path]) -> int:
    """Write down which messages of another package this module translates."""
    wanted = polib.POFile(wrapwidth=98)
    wanted.metadata = HEADER
    seen: set[Message] = set()
    for path in catalogues:
        for entry in polib.pofile(str(path)):
            key = _entry_key(entry)
            if entry.obsolete or key in seen:
                continue
            seen.add(key)
            bare = polib.POEntry(msgid=entry.msgid, msgctxt=entry.msgctxt)
            if entry.msgid_plural:
                bare.msgid_plural, bare.msgstr_plural = entry.msgid_plural, {0: "", 1: ""}
            wanted.append(bare)
    target = module / "locale" / language / "borrowed.pot"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(str(wanted).rstrip("\n") + "\n", encoding="utf-8")
    return len(wanted)


# ── The command line ─────────────────────────────────────────────────────────


def modules_named(names: list[str], *, house: Path = HOUSE) -> list[Path]:
    """Turn names of modules into folders; no name means all of them."""
    if not names:
        return sorted(
            path
            for path in house.iterdir()
            if (path / "__init__.py").exists() and path.name != "testing"
        )
    missing = [name for name in names if not (house / name / "__init__.py").exists()]
    if missing:
        raise SystemExit(f"There is no module called {', '.join(missing)} in {house}.")
    return [house / name for name in names]


def _say(line: object) -> None:
    """Write one line to whoever ran the program."""
    sys.stdout.write(f"{line}\n")


def main(arguments: list[str] | None = None) -> int:
    """Run one of the commands; return 0 when all is well."""
    parser = argparse.ArgumentParser(
        prog="messages", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, sentence in (
        ("update", "write what is missing into the catalogues, drop what is obsolete"),
        ("check", "fail where a message is missing, empty, fuzzy, obsolete or broken"),
        ("compile", "make the .mo files that Django reads"),
    ):
        command = commands.add_parser(name, help=sentence, description=sentence)
        command.add_argument("modules", nargs="*", metavar="MODULE", help="all when none is named")
    command = commands.add_parser(
        "borrow", help="carry the messages of a package lacking a language"
    )
    command.add_argument("modules", nargs=1, metavar="MODULE")
    command.add_argument("language", choices=LANGUAGES)
    command.add_argument("catalogues", nargs="+", type=Path, metavar="FILE.po")
    given = parser.parse_args(arguments)
    modules = modules_named(given.modules)

    if given.command in {"update", "check"}:
        from django.conf import settings  # noqa: PLC0415 - only templates need Django

        if not settings.configured:
            settings.configure(USE_I18N=True)
    if given.command == "borrow":
        count = borrow(modules[0], given.language, given.catalogues)
        _say(f"{modules[0].name}/{given.language}: {count} messages to carry; now run update")
    if given.command == "compile":
        made = sum(compile_catalogues(module) for module in modules)
        _say(f"{made} catalogues compiled")
    if given.command == "update":
        try:
            for module in modules:
                for line in update(module):
                    _say(line)
        except WrongMessage as fault:
            _say(fault)
            return 1
    if given.command == "check":
        faults = [fault for module in modules for fault in check(module)]
        for each in faults:
            _say(each)
        if faults:
            _say(f"{len(faults)} faults in the messages")
            return 1
        _say("Every message is there, in every language.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
