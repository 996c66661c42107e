"""What several tests of the ground floor lean on."""

import pytest

from samskap.base.tests.tables import table_of_the_queue


@pytest.fixture
def table():
    """The tables of the engine, emptied."""
    table = table_of_the_queue()
    table.clear()
    yield table
    table.clear()
