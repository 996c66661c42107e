"""Rows of other tables that come along with a row, all in one question.

Django’s `prefetch_related` asks once for each table. A page that shows a little of many tables lets
them come along instead:

    Initiative.objects.annotate(scraps_=Brought(ScrapEntry.objects.filter(initiative=OuterRef("pk"))))
"""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import JSONField, Model, QuerySet, Subquery

Asking = TypeVar("Asking", bound=Callable[..., Any])

# How the two databases put the rows of a question into one column.
IN_ONE_COLUMN = {
    "sqlite": "(SELECT json_group_array(json_array({columns})) FROM ({rows}))",
    "postgresql": "(SELECT coalesce(jsonb_agg(jsonb_build_array({columns})), '[]'::jsonb)"
    " FROM ({rows}) AS brought)",
}


def _moment(value: str) -> datetime:
    """A moment; SQLite writes them without their zone, which is UTC."""
    read = datetime.fromisoformat(value)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _from_json(value: Any) -> Any:
    """What is JSON in the table is text in SQLite, and read already in PostgreSQL."""
    return json.loads(value) if isinstance(value, str) else value


# What JSON has no kind of its own for, by the kind of field.
READ: dict[str, Callable[[Any], Any]] = {
    "BooleanField": bool,
    "DateField": date.fromisoformat,
    "DateTimeField": _moment,
    "DecimalField": lambda value: Decimal(str(value)),
    "JSONField": _from_json,
    "UUIDField": UUID,
}


class Brought(Subquery):
    """The rows of a question as one column: a list of models, in the order asked for.

    rows   the question, with OuterRef to the row it comes along with. What it annotates comes too;
           what it selects from related tables does not
    """

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.model: type[Model] = rows.model
        fields = rows.model._meta.concrete_fields
        self.names = [field.attname for field in fields]
        self.more = list(rows.query.annotations)
        kinds = [*fields, *(rows.query.annotations[name].output_field for name in self.more)]
        self.reads = [READ.get(kind.get_internal_type()) for kind in kinds]
        super().__init__(rows.values_list(*self.names, *self.more), output_field=JSONField())

    def as_sql(  # type: ignore[override]
        self, compiler: Any, connection: Any, **named: Any
    ) -> tuple[str, Any]:
        """Write the question so that its rows are one column."""
        rows, params = self.query.get_compiler(connection=connection).as_sql()
        columns = ", ".join(connection.ops.quote_name(name) for name in self.names + self.more)
        return IN_ONE_COLUMN[connection.vendor].format(columns=columns, rows=rows), params

    def get_db_converters(self, connection: Any) -> list[Any]:
        """Make models of the rows as they come."""
        return [self._made]

    def _made(self, value: str, expression: Any, connection: Any) -> list[Model]:
        """Make models of the column."""
        return [self._one(row, connection.alias) for row in json.loads(value)]

    def _one(self, row: list[Any], alias: str) -> Model:
        """Make one model of one row."""
        values = [
            value if read is None or value is None else read(value)
            for value, read in zip(row, self.reads, strict=True)
        ]
        end = len(self.names)
        made = self.model.from_db(alias, self.names, values[:end])
        for name, value in zip(self.more, values[end:], strict=True):
            setattr(made, name, value)
        return made


def along(rows: Callable[[], QuerySet[Any]]) -> Callable[[Asking], Asking]:
    """Mark a question (initiative) -> rows: the page of an initiative brings its answer along.

    rows   the same question with OuterRef("pk") for the initiative

    A module announces its own under `along`. Put it above `base.once.once`, which keeps the answer.
    """

    def mark(ask: Asking) -> Asking:
        ask.rows_along = rows  # type: ignore[attr-defined]
        return ask

    return mark


def come_along(row: Model, **rows: list[Any]) -> None:
    """Let `row.<name>.all()` answer with these rows, as if they had been prefetched."""
    kept = row.__dict__.setdefault("_prefetched_objects_cache", {})
    for name, found in rows.items():
        answer = getattr(type(row), name).rel.related_model._default_manager.all()
        answer._result_cache, answer._prefetch_done = found, True
        kept[name] = answer
