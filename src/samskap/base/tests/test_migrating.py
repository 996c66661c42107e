"""What our own steps of migrations do: the same as the framework’s, there and back."""

import pytest
from django.db import connection, models
from django.db.migrations import CreateModel
from django.db.migrations.state import ProjectState

from samskap.base.migrating import DropKeyIndexes, Together

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
    both = Together(HALL, DOOR)

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
    assert both.describe() == "Create model Hall; Create model Door"


@pytest.mark.django_db(transaction=True)
def test_new_tables_are_drawn_into_what_was_drawn_before_and_seen_from_there():
    state = ProjectState()
    Together(HALL).state_forwards("base", state)
    drawn, hall = state.apps, state.apps.get_model("base", "Hall")
    doors = Together(DOOR)
    before = state.clone()

    doors.state_forwards("base", state)
    with connection.schema_editor() as editor:
        editor.create_model(hall)
        doors.database_forwards("base", editor, before, state)
        made = made_tables()
        doors.database_backwards("base", editor, state, before)
        editor.delete_model(hall)

    assert made == {"base_hall", "base_door"}
    assert state.apps is drawn
    assert state.apps.get_model("base", "Hall") is hall
    assert [led.related_model.__name__ for led in hall._meta.related_objects] == ["Door"]


@pytest.mark.django_db(transaction=True)
def test_a_copy_of_what_was_drawn_is_drawn_anew():
    first = ProjectState()
    Together(HALL).state_forwards("base", first)
    hall = first.apps.get_model("base", "Hall")
    state, doors = first.clone(), Together(DOOR)

    doors.state_forwards("base", state)
    with connection.schema_editor() as editor:
        editor.create_model(hall)
        doors.database_forwards("base", editor, first, state)
        doors.database_backwards("base", editor, state, first)
        editor.delete_model(hall)

    again = state.apps.get_model("base", "Hall")
    assert again is not hall
    assert [led.related_model.__name__ for led in again._meta.related_objects] == ["Door"]
    assert hall._meta.related_objects == ()


def indexed_keys() -> set[str]:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "base_door").values()
    return {column for one in found if one["index"] for column in one["columns"]}


@pytest.mark.django_db(transaction=True)
def test_a_key_loses_its_index_and_gets_it_back():
    before, after = ProjectState(), ProjectState()
    drop = Together(DropKeyIndexes("Door", "hall"))
    for state in (before, after):
        Together(HALL, DOOR).state_forwards("base", state)
    drop.state_forwards("base", after)
    with connection.schema_editor() as editor:
        Together(HALL, DOOR).database_forwards("base", editor, ProjectState(), before)
    found = [indexed_keys()]

    with connection.schema_editor() as editor:
        drop.database_forwards("base", editor, before, after)
    found.append(indexed_keys())
    with connection.schema_editor() as editor:
        drop.database_backwards("base", editor, after, before)
    found.append(indexed_keys())
    with connection.schema_editor() as editor:
        Together(HALL, DOOR).database_backwards("base", editor, before, ProjectState())

    assert found == [{"hall_id"}, set(), {"hall_id"}]
    assert not after.models["base", "door"].fields["hall"].db_index
    assert before.models["base", "door"].fields["hall"].db_index
