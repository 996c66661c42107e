"""Steps of migrations that Django does not bring: many at once, keys without an index."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import AddIndex, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState, StateApps


class DropKeyIndexes(Operation):
    """Take from foreign keys of a model the index that Django gives each, and leave the table be.

    For keys that a longer index begins with, or that nothing is searched by. Each index is a page
    more to be written with every row. An `AlterField` would copy the whole table on SQLite.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str, *keys: str) -> None:
        """Hold the model, and the names of its keys."""
        self.model_name, self.keys = model_name, keys

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Write down that the keys have no index of their own."""
        fields = state.models[app_label, self.model_name.lower()].fields
        for key in self.keys:
            field = fields[key].clone()
            field.db_index = False
            state.alter_field(app_label, self.model_name.lower(), key, field, True)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop the indexes."""
        model: Any = to_state.apps.get_model(app_label, self.model_name)
        editor: Any = schema_editor
        for key in self.keys:
            column = model._meta.get_field(key).column
            name = editor._create_index_name(model._meta.db_table, [column])
            editor.execute(editor._delete_index_sql(model, name))

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make the indexes again."""
        model: Any = to_state.apps.get_model(app_label, self.model_name)
        editor: Any = schema_editor
        for key in self.keys:
            editor.execute(editor._create_index_sql(model, fields=[model._meta.get_field(key)]))

    def describe(self) -> str:
        """Say which keys lose their index."""
        return f"Drop the indexes of {self.model_name}: {', '.join(self.keys)}"


class Together(Operation):
    """Do several steps on one drawing of the models: new tables, new indexes, indexes dropped.

    Django draws a new table and every model that leads to it, which is nearly all, after each step;
    so `migrate` of an empty database took time with the square of the number of tables. Here new
    tables alone are drawn, into what was drawn before, and they all at once. What comes of it is
    what the same steps make one after the other. A table may point to one that is made before it.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, *steps: CreateModel | AddIndex | DropKeyIndexes) -> None:
        """Hold the steps."""
        self.steps = steps
        self.drawn: StateApps | None = None

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Take all steps in; what was drawn before is put by, and drawn when it is asked for.

        Nothing is drawn here: this runs on the way back too, where states from before the step are
        still needed as they were.
        """
        self.drawn = state.__dict__.pop("apps", None)
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Do the steps one after the other; the state from before is not used after them."""
        drawn, self.drawn = self.drawn, None
        tables = [step for step in self.steps if isinstance(step, CreateModel)]
        if drawn and len(tables) == len(self.steps) and _is_whole(drawn):
            states: Any = to_state
            drawn.render_multiple([states.models[app_label, table.name_lower] for table in tables])
            states.apps = drawn
        for step in self.steps:
            step.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Undo the steps, the last one first."""
        for step in reversed(self.steps):
            step.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say all that is done."""
        return "; ".join(step.describe() for step in self.steps)


def _is_whole(drawn: StateApps) -> bool:
    """Tell whether all models were drawn for this registry, so that they see what comes into it.

    Those in a copy of a registry look for what leads to them in the first one; so it is with the
    first step of an upgrade.
    """
    models: Any = drawn.get_models(include_auto_created=True)
    return all(model._meta.apps is drawn for model in models)
