"""What is wrong in a catalogue, and where."""

import re
import string
from collections.abc import Iterator
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
        place = self.place.relative_to(ROOT) if self.place.is_relative_to(ROOT) else self.place
        return f"{place}: {self.what}"


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
