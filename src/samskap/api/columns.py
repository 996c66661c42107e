"""The columns of a table, described to programs: type, meaning and unit.

Source: Frictionless Standards, “Table Schema” 1.0, https://specs.frictionlessdata.io/table-schema/
"""

from typing import Any

from samskap.base.tables import Table

Column = dict[str, Any]

PLAIN = {"integer", "number", "boolean", "object"}
# The name carries the unit (docs/conventions.md); the last word, or the whole name.
UNIT_OF = {
    "at": "moment, ISO 8601 with time zone",
    "on": "day, ISO 8601",
    "day": "day, ISO 8601",
    "from": "day, ISO 8601",
    "to": "day, ISO 8601",
    "until": "day, ISO 8601",
    "percent": "percent, 0 … 100",
    "share": "share, 0 … 1",
    "cci": "points of the index, 0 … 100",
    "units": "units of the ladder",
    "minutes": "minutes",
    "hours": "hours",
    "hours_before": "hours a week",
    "hours_wanted": "hours a week",
    "persons": "persons",
    "supports": "persons",
    "people": "persons",
    "capacity": "persons",
    "came": "persons",
    "came_new": "persons",
    "latitude": "degrees, WGS 84",
    "longitude": "degrees, WGS 84",
}
NUMBERS = {"integer", "number"}


def columns_of(table: Table) -> list[Column]:
    """Describe the columns of a table in their order."""
    shape = table.row.model_json_schema()
    before = [
        {"name": name, "type": "string", "description": says} for name, says in table.within.items()
    ]
    own = [_column(name, facts) for name, facts in shape["properties"].items()]
    return [*before, *own]


def _column(name: str, facts: dict[str, Any]) -> Column:
    """Describe one column."""
    kind, form = _type(facts)
    column = {"name": name, "type": kind, "description": facts.get("description", "")}
    if form:
        column["format"] = form
    unit = facts.get("unit") or UNIT_OF.get(name) or UNIT_OF.get(name.rsplit("_", 1)[-1])
    if unit is None and kind in NUMBERS:
        unit = "count"
    if unit:
        column["unit"] = unit
    return column


def _type(facts: dict[str, Any]) -> tuple[str, str]:
    """Name the type of a value, and its format where it has one; both as the standard does."""
    if "anyOf" in facts:
        there = [each for each in facts["anyOf"] if each.get("type") != "null"]
        return _type(there[0]) if len(there) == 1 else ("any", "")
    if "$ref" in facts:
        return "object", ""
    if facts.get("type") == "array":
        # Words stand apart by blanks in the table; what has parts is JSON.
        return ("string", "") if facts.get("items", {}).get("type") == "string" else ("array", "")
    if facts.get("format") in {"date-time", "date"}:
        return ("datetime", "any") if facts["format"] == "date-time" else ("date", "default")
    kind = facts.get("type", "any")
    return (kind if kind in PLAIN else "string", "")
