"""What the modules take in, and the first guess at what stands where."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from django.utils.module_loading import import_string

from samskap.base.intake import Intake
from samskap.base.modules import announced
from samskap.imports.models import File
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


def all_intakes() -> dict[str, Intake]:
    """Everything that a module takes in, by its key."""
    return {intake.key: intake for intake in announced("imports")}


def intakes_for(by: Any, municipality: Municipality) -> list[Intake]:
    """What somebody may bring in here."""
    return [intake for intake in all_intakes().values() if may_bring(by, municipality, intake)]


def may_bring(by: Any, municipality: Municipality, intake: Intake | None) -> bool:
    """Whether somebody may bring in files of a kind; the module that takes them in says so."""
    if intake is None or not isinstance(by, Person) or not by.is_active:
        return False
    return bool(import_string(intake.may)(by, municipality))


def taker_for(file: File) -> Any:
    """What takes in the rows of a file, for whoever brought it in."""
    intake = all_intakes()[file.kind]
    make = import_string(intake.taker)
    return make(municipality=file.municipality, by=file.by, about=file.about)


def guess(intake: Intake, headings: Sequence[str]) -> dict[str, int]:
    """Guess which column of a file is which: by its heading, whole words before beginnings."""
    plain = [_plain(heading) for heading in headings]
    places: dict[str, int] = {}
    for fits in (_is_called, _begins_with):
        for column in intake.columns:
            if column.key in places:
                continue
            names = [_plain(name) for name in (column.key, str(column.title), *column.names)]
            found = [
                place
                for place, heading in enumerate(plain)
                if heading and place not in places.values() and fits(heading, names)
            ]
            if found:
                places[column.key] = found[0]
    return places


def _is_called(heading: str, names: list[str]) -> bool:
    """Whether a heading is one of some names."""
    return heading in names


def _begins_with(heading: str, names: list[str]) -> bool:
    """Whether a heading and one of some names begin alike."""
    return any(heading.startswith(name) or name.startswith(heading) for name in names if name)


def _plain(words: str) -> str:
    """Words without case and marks."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words).casefold())


def row_of(file: File, values: Sequence[str]) -> dict[str, str]:
    """What a row tells, by the keys of the columns that were mapped."""
    return {key: values[place] for key, place in file.mapping.items() if place < len(values)}
