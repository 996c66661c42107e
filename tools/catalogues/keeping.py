"""Catalogues as files: brought up to date, compiled, and with words of other packages."""

from collections.abc import Iterable
from pathlib import Path

import polib

from tools.catalogues.gathering import Message, messages_of
from tools.catalogues.languages import LANGUAGES

HEADER = {
    "Project-Id-Version": "Samskap",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def catalogue_path(module: Path, language: str) -> Path:
    """Say where the catalogue of a module and a language lies."""
    return module / "locale" / language / "LC_MESSAGES" / "django.po"


def entry_key(entry: polib.POEntry) -> Message:
    """Say which message an entry translates."""
    return Message(entry.msgid, entry.msgctxt or "", entry.msgid_plural or "")


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
        known = {entry_key(entry): entry for entry in old if not entry.obsolete}
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
            key = entry_key(entry)
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
