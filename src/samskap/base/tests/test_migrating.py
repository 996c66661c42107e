"""Many tables at once: the same state and tables as one after the other, there and back."""

import pytest
from django.db import connection, models
from django.db.migrations import CreateModel
from django.db.migrations.state import ProjectState

from samskap.base.migrating import CreateModels

HALL = CreateModel("Hall", [("id", models.AutoField(primary_key=True))])
DOOR = CreateModel(
    "Door",
    [
        ("id", models.AutoField(primary_key=True)),
        ("hall", models.ForeignKey("base.hall", models.CASCADE)),
    ],
)


def made_tables() -> set[str]:
    return {"base_hall", "base_door"} & set(connection.introspection.table_names())


@pytest.mark.django_db(transaction=True)
def test_tables_are_made_together_and_dropped_together():
    before, together, apart = ProjectState(), ProjectState(), ProjectState()
    assert together.apps.get_models() == []  # drawn before, so it must be drawn anew
    both = CreateModels(HALL, DOOR)

    both.state_forwards("base", together)
    for one in (HALL, DOOR):
        one.state_forwards("base", apart)
    with connection.schema_editor() as editor:
        both.database_forwards("base", editor, before, together)
    made = made_tables()
    with connection.schema_editor() as editor:
        both.database_backwards("base", editor, together, before)

    assert together == apart
    assert made == {"base_hall", "base_door"}
    assert made_tables() == set()
    assert both.describe() == "Create Hall, Door"
