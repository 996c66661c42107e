"""Making many tables at once: an operation for migrations."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class CreateModels(Operation):
    """Create the tables of several models, of which later ones may point to earlier ones.

    Django draws every model anew after each table that comes, so `migrate` of an empty database
    took time with the square of their number; here it draws them once for all of these. The tables
    and the state of the models are those that as many `CreateModel` make.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, *tables: CreateModel) -> None:
        """Hold the tables to be made."""
        self.tables = tables

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Take all models in; what was drawn before is let go, and drawn when it is asked for."""
        state.__dict__.pop("apps", None)
        for table in self.tables:
            table.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make the tables one after the other."""
        for table in self.tables:
            table.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop the tables, the last one first."""
        for table in reversed(self.tables):
            table.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say which tables it makes."""
        return "Create " + ", ".join(table.name for table in self.tables)
