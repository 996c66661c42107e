"""How places say no: to people, and to files that do not hold what they should."""

from itertools import islice

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal

MOST_SAID = 200  # characters of a file that a sentence repeats


class AboutAFile(Refusal):
    """A refusal that repeats what stands in a file: its beginning, and only what can be shown."""

    def __init__(self, **facts: object) -> None:
        super().__init__(**{name: beginning_of(fact) for name, fact in facts.items()})


def beginning_of(fact: object) -> object:
    """Cut what is too long for a sentence, and leave out what is no letter."""
    said = str(fact)
    if len(said) <= MOST_SAID and said.isprintable():
        return fact
    shown = (each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in said)
    cut = "".join(islice(shown, MOST_SAID))
    return cut + "…" if len(said) > MOST_SAID else cut


class AreaDoesNotFit(Refusal):
    """A part must be smaller than what it lies in."""

    code = "places.area_does_not_fit"
    text = _(
        "An area of the kind “%(kind)s” cannot lie in “%(parent)s”, which is no larger. Choose a"
        " larger area, or none."
    )


class CodeIsTaken(Refusal):
    """Two areas cannot have the same code."""

    code = "places.code_is_taken"
    text = _("“%(area)s” already has the code %(number)s. Check the number, or change the other.")


class BorderHasTooFewPoints(Refusal):
    """Two points make a line, not an area."""

    code = "places.border_has_too_few_points"
    text = _("A border needs at least three corners. Add more points.")


class BorderCrossesItself(Refusal):
    """The line runs across itself, so inside and outside cannot be told apart."""

    code = "places.border_crosses_itself"
    text = _(
        "The border crosses itself near %(lat)s, %(lng)s. Move the corners so that the line goes"
        " around the area once."
    )


class NotOnEarth(AboutAFile):
    """Coordinates are no longitudes and latitudes."""

    code = "places.not_on_earth"
    text = _(
        "%(lng)s, %(lat)s is not a place on earth. Coordinates must be longitude and latitude in"
        " degrees (WGS 84). Convert the file first if it is in metres."
    )


class BorderEndsTooEarly(Refusal):
    """A border must hold for at least a day."""

    code = "places.border_ends_too_early"
    text = _("A border must end after it begins. Check the two dates.")


class BorderIsFollowed(Refusal):
    """Two borders would hold at the same time."""

    code = "places.border_is_followed"
    text = _(
        "“%(area)s” has another border from %(from_day)s. Let this one end on that day or before."
    )


# ── Files ────────────────────────────────────────────────────────────────────


class FileIsTooLarge(Refusal):
    """The file is larger than a page should take."""

    code = "places.file_is_too_large"
    text = _(
        "The file is larger than %(megabytes)s MB. Take a simplified file, or ask whoever runs the"
        " server to import it."
    )


class MapIsTooDetailed(Refusal):
    """A file unfolds into more points than a page, or a person, can use."""

    code = "places.map_is_too_detailed"
    text = _("This map has more than %(most)s points. Take a simplified one.")


class TableIsTooLarge(Refusal):
    """A table has more cells than there can be figures."""

    code = "places.table_is_too_large"
    text = _("The table has more than %(most)s cells. Take only the areas and years you need.")


class FileIsNotJson(Refusal):
    """The file is no JSON at all."""

    code = "places.file_is_not_json"
    text = _(
        "The file is not whole JSON: line %(line)s cannot be read. Fetch it again from its source."
    )


class FileIsNotAMap(AboutAFile):
    """The file is JSON, but neither GeoJSON nor TopoJSON with areas."""

    code = "places.file_is_not_a_map"
    text = _("This is neither GeoJSON nor TopoJSON with areas in it: %(problem)s.")


class CodePropertyIsMissing(AboutAFile):
    """The areas in the file do not carry their code under this name."""

    code = "places.code_property_is_missing"
    text = _(
        "No area in the file has the property “%(property)s”. It has these: %(found)s. Say which"
        " of them is the municipality number."
    )


class NoAreaMatches(AboutAFile):
    """Nothing in the file belongs to the areas here."""

    code = "places.no_area_matches"
    text = _(
        "None of the codes here (%(wanted)s) is in the file, which holds %(n)s other codes such as"
        " %(found)s. A municipality that has merged is in no newer file: draw its border by hand."
    )


class NoCodesHere(Refusal):
    """No area here can be recognised in a file."""

    code = "places.no_codes_here"
    text = _(
        "Nothing can be found in the file, because neither the municipality nor any of its areas"
        " has a code. Give the municipality number first."
    )


class ColumnIsMissing(AboutAFile):
    """A table lacks a column that is needed."""

    code = "places.column_is_missing"
    text = _("The file lacks a column for %(missing)s. It has these: %(found)s.")


class ValueIsWrong(AboutAFile):
    """A cell of a table cannot be understood."""

    code = "places.value_is_wrong"
    text = _("Row %(row)s, column “%(column)s”: “%(value)s” is not %(wanted)s.")


class CountedTwice(Refusal):
    """A file gives two figures for the same people."""

    code = "places.counted_twice"
    text = _(
        "Row %(row)s counts %(area)s, %(day)s, %(group)s again. Does the file hold something beside"
        " persons? Keep one row for each area, day, sex and age."
    )


class DimensionIsNotKnown(AboutAFile):
    """A JSON-stat file is divided by something that is not kept here."""

    code = "places.dimension_is_not_known"
    text = _(
        "The file is divided by “%(dimension)s” too. Take a table with area, age, sex and year"
        " only."
    )


class DayIsMissing(Refusal):
    """A table does not say when people were counted."""

    code = "places.day_is_missing"
    text = _("The file does not say when people were counted. Give the day.")


class RehearsalIsTooOld(Refusal):
    """What was rehearsed can no longer be kept."""

    code = "places.rehearsal_is_too_old"
    text = _("It is too long since this was rehearsed. Choose the file once more.")
