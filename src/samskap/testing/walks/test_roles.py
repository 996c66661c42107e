"""Who is shown what: every route as every role, held against the table that is written down.

After a change that is meant, write the table anew:
    SAMSKAP_WRITE_MATRIX=yes pytest src/samskap/testing/walks/test_roles.py
"""

import os

import pytest

from samskap.testing.walks.table import EVERYBODY, read, write_column

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", EVERYBODY)
def test_every_role_is_shown_what_the_table_says(comes, paths, who):
    reader = comes(who)
    found = {name: str(reader.get(path).status_code) for name, path in paths.items()}
    if os.environ.get("SAMSKAP_WRITE_MATRIX") == "yes":
        write_column(who, found)

    assert found == {name: row[who] for name, row in read().items()}
