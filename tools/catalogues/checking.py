"""What is wrong in a catalogue, and where."""

import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from tools.catalogues.gathering import ROOT, WrongMessage, messages_of
from tools.catalogues.keeping import borrowed_by, catalogue_path, entry_key
from tools.catalogues.languages import FOREIGN_WORDS, LANGUAGES, UNWANTED_WORDS


@dataclass(frozen=True)
class Fault:
    """Something that is wrong, and where."""

    place: Path
    what: str

    def __str__(self) -> str:
        """Say it on one line, with a path that can be clicked."""
        return f"{_shown(self.place)}: {self.what}"


def _shown(path: Path) -> Path:
    """Say where a file lies, seen from the root where it lies below it."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


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


def _name_of(entry: polib.POEntry) -> str:
    """Name a message with its context."""
    return f"“{entry.msgid}”" + (f" ({entry.msgctxt})" if entry.msgctxt else "")


def _told_by(entry: polib.POEntry) -> list[str]:
    """List the forms of a translation: one, or singular and plural."""
    if entry.msgid_plural:
        return [entry.msgstr_plural.get(n, "") for n in (0, 1)]
    return [entry.msgstr]


def _faults_in_entry(entry: polib.POEntry, language: str) -> Iterator[str]:
    """Find what is wrong with one translation."""
    name = _name_of(entry)
    if entry.fuzzy:
        yield f"{name} is marked fuzzy: read it, mend it, take the mark away"
        return
    told = _told_by(entry)
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
        present = {entry_key(entry): entry for entry in catalogue if not entry.obsolete}
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


def disagreements(modules: Iterable[Path]) -> list[Fault]:
    """Find what two modules say differently in one language.

    Django reads all catalogues into one, so the words of one module would stand in the other. Agree
    on one translation, or give the message a context where it means something else.
    """
    faults = []
    for language in LANGUAGES:
        first: dict[tuple[str, str, bool], tuple[Path, list[str]]] = {}
        for path in (catalogue_path(module, language) for module in modules):
            for entry in _readable(path):
                key = (entry.msgctxt or "", entry.msgid, bool(entry.msgid_plural))
                told = _told_by(entry)
                where, before = first.setdefault(key, (path, told))
                if told != before:
                    here, there = (" / ".join(words) for words in (told, before))
                    what = f"{_name_of(entry)} is “{here}” here, but “{there}” in {_shown(where)}"
                    faults.append(Fault(path, what))
    return faults


def _readable(path: Path) -> list[polib.POEntry]:
    """Read what a catalogue translates; `check` tells where it is missing or broken."""
    try:
        return [entry for entry in polib.pofile(str(path)) if entry.translated()]
    except (OSError, ValueError):
        return []
