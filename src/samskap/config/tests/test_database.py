"""The database is the one that its address names, with all that the address asks for."""

import json
import os
import subprocess
import sys

from samskap.config.surroundings import ROOT

SAY = (
    "import json; from samskap.config.settings import DATABASES; "
    "print(json.dumps(DATABASES['default']))"
)


def database_of(url):
    """How Django is told to reach a database."""
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", SAY],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_an_address_may_name_a_socket_and_ask_for_encryption():
    database = database_of("postgres://ada@/samskap?host=/var/run/postgresql&sslmode=require")

    assert (database["USER"], database["NAME"]) == ("ada", "samskap")
    asked = {name: value for name, value in database["OPTIONS"].items() if name != "pool"}
    assert asked == {"host": "/var/run/postgresql", "sslmode": "require"}
    assert database["OPTIONS"]["pool"]["max_size"] == 8


def test_an_address_without_more_gets_a_pool():
    database = database_of("postgres://ada:secret@db.example:5433/samskap")

    assert (database["HOST"], database["PORT"]) == ("db.example", 5433)
    assert set(database["OPTIONS"]) == {"pool"}
