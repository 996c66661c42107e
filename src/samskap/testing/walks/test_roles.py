"""Who is shown what: every route as every role, held against the table that is written down.

After a change that is meant, write the table anew:
    SAMSKAP_WRITE_MATRIX=yes pytest src/samskap/testing/walks/test_roles.py
"""

import csv
import os
from pathlib import Path

import pytest

from samskap.people.models import Role

pytestmark = pytest.mark.django_db

TABLE = Path(__file__).parent / "who_sees_what.csv"
WHO = ["nobody", *Role.Name.values]


def test_every_role_is_shown_what_the_table_says(client, paths, people):
    found = {}
    for who in WHO:
        client.logout()
        if who != "nobody":
            client.force_login(people[who])
        for name, path in paths.items():
            found.setdefault(name, {})[who] = str(client.get(path).status_code)
    if os.environ.get("SAMSKAP_WRITE_MATRIX") == "yes":
        write(found)

    assert found == read()


def read():
    """The table as it is written down: route → who → status."""
    with TABLE.open(newline="", encoding="utf-8") as lines:
        return {row.pop("route"): row for row in csv.DictReader(lines)}


def write(found):
    """Write the table anew."""
    with TABLE.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, ["route", *WHO], lineterminator="\n")
        table.writeheader()
        table.writerows({"route": name} | row for name, row in sorted(found.items()))
