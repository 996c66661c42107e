"""The table of who is shown what: for each route, the status that every role is answered with."""

import csv
from pathlib import Path

from samskap.people.models import Role
from samskap.testing.walks.conftest import NOBODY

TABLE = Path(__file__).parent / "who_sees_what.csv"
EVERYBODY = (NOBODY, *Role.Name.values)


def read() -> dict[str, dict[str, str]]:
    """Read the table as it is written down: route → who → status."""
    with TABLE.open(newline="", encoding="utf-8") as lines:
        return {row.pop("route"): row for row in csv.DictReader(lines)}


def write_column(who: str, found: dict[str, str]) -> None:
    """Write anew what one role is shown; routes that are no more go."""
    before = read()
    rows = {name: before.get(name, {}) | {who: status} for name, status in found.items()}
    with TABLE.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, ["route", *EVERYBODY], lineterminator="\n")
        table.writeheader()
        table.writerows({"route": name} | row for name, row in sorted(rows.items()))
