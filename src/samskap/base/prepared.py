"""What is put into SQL once and then used often: questions, and rows that are written.

Django writes the SQL of a question anew each time it is asked; for one row by its key that costs
five times as much as the asking. What every page asks is therefore written as always, and kept:

    person_by_key = Prepared(lambda key: Person.objects.filter(pk=key), key=int)
    person_by_key.first(key=7)

The same holds for the few rows that are written with every press of a button: see `insert`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import (
    AutoField,
    BooleanField,
    CharField,
    DateField,
    ForeignKey,
    IntegerField,
    Model,
    QuerySet,
    TextField,
    UUIDField,
)
from django.db.models.query import ModelIterable, get_related_populators

Found = TypeVar("Found")

# What stands in a question for the value that comes later: something nobody would write there.
STAND_INS: dict[type, Callable[[int], Any]] = {
    int: lambda place: -(7_204_613 + place),
    str: lambda place: f"\x02value {place}\x03",
    date: lambda place: date(1001 + place, 2, 3),
    datetime: lambda place: datetime(1001 + place, 2, 3, tzinfo=UTC),
    UUID: lambda place: UUID(int=2**120 + place),
}


class Prepared(Generic[Found]):
    """One question to the database, for which the values come later.

    build   returns the question: a queryset of rows, or of `values_list`. Its values may only be
            compared with, as they are: no “contains”, no list, no None. Nothing is prefetched
    kinds   the kind of each value that `build` takes: int, str, date, datetime or UUID
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Found]], **kinds: type) -> None:
        self.build = build
        self.kinds = kinds
        self.written: dict[str, Written] = {}

    def all(self, **values: Any) -> list[Found]:
        """Ask, and return every row."""
        here = connections[DEFAULT_DB_ALIAS]
        written = self.written.get(here.vendor)
        if written is None:
            written = self.written[here.vendor] = self._write(here)
        with here.cursor() as cursor:
            cursor.execute(written.sql, written.filled(values, here))
            return [written.made(row) for row in written.converted(cursor.fetchall(), here)]

    def first(self, **values: Any) -> Found | None:
        """Ask, and return the first row; None where there is none."""
        found = self.all(**values)
        return found[0] if found else None

    def _write(self, here: Any) -> "Written":
        """Put the question into SQL, and find where each value goes."""
        stand_ins = {
            name: STAND_INS[kind](place) for place, (name, kind) in enumerate(self.kinds.items())
        }
        asked = self.build(**stand_ins)
        compiler = asked.query.get_compiler(using=here.alias)
        sql, params = compiler.as_sql()
        names = {_adapted(value, here): name for name, value in stand_ins.items()}
        places = [(names.get(param), param) for param in params]
        missing = set(self.kinds) - {name for name, _ in places}
        assert not missing, f"{missing} of a prepared question is not compared as it is"  # noqa: S101
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        is_flat = asked._iterable_class.__name__ == "FlatValuesListIterable"
        make = (
            _rows_of(compiler)
            if issubclass(asked._iterable_class, ModelIterable)
            else (lambda row: row[0])
            if is_flat
            else tuple
        )
        return Written(sql, places, list(converters.items()), make)


@dataclass(frozen=True)
class Written:
    """A question in the SQL of one kind of database.

    sql         the question
    places      for each mark in it, the name of the value that goes there; or None, and the value
    converters  by column, what turns the database's value into ours
    made        what makes a row of Django's (or a plain value) of a row of the database
    """

    sql: str
    places: list[tuple[str | None, Any]]
    converters: list[tuple[int, tuple[list[Callable[..., Any]], Any]]]
    made: Callable[[Sequence[Any]], Any]

    def filled(self, values: dict[str, Any], here: Any) -> list[Any]:
        """The values in their places, as the database reads them."""
        adapted = {name: _adapted(value, here) for name, value in values.items()}
        return [value if name is None else adapted[name] for name, value in self.places]

    def converted(self, rows: Iterable[Sequence[Any]], here: Any) -> Iterable[Sequence[Any]]:
        """The rows with values as Python knows them."""
        if not self.converters:
            return rows
        return [self._converted(list(row), here) for row in rows]

    def _converted(self, row: list[Any], here: Any) -> list[Any]:
        """One row with values as Python knows them."""
        for place, (steps, column) in self.converters:
            for step in steps:
                row[place] = step(row[place], column, here)
        return row


def _adapted(value: Any, here: Any) -> Any:
    """A value as the database takes it."""
    if isinstance(value, datetime):
        return here.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return here.ops.adapt_datefield_value(value)
    if isinstance(value, UUID) and not here.features.has_native_uuid_field:
        return value.hex
    return value


def _rows_of(compiler: Any) -> Callable[[Sequence[Any]], Model]:
    """What makes a model of a row, and of the rows that were selected with it."""
    info, select, alias = compiler.klass_info, compiler.select, DEFAULT_DB_ALIAS
    model, fields = info["model"], info["select_fields"]
    begin, end = fields[0], fields[-1] + 1
    names = [column[0].target.attname for column in select[begin:end]]
    related = get_related_populators(info, select, alias)  # type: ignore[call-arg]
    annotations = list(compiler.annotation_col_map.items())

    def make(row: Sequence[Any]) -> Model:
        """Make one."""
        made: Model = model.from_db(alias, names, row[begin:end])
        for each in related:
            each.populate(row, made)
        for name, place in annotations:
            setattr(made, name, row[place])
        return made

    return make


def insert(row: Model, otherwise: str = "") -> None:
    """Write a new row, as `save(force_insert=True)` does, in SQL that is put together once.

    otherwise   SQL for a row that is there already: “ON CONFLICT (…) DO …”

    No signals are sent; the house has none.
    """
    here: Any = connections[DEFAULT_DB_ALIAS]
    reads, sql = _insertion(type(row), row.pk is None, otherwise)
    with here.cursor() as cursor:
        cursor.execute(sql, [read(row, here) for read in reads])
        if row.pk is None and (written := cursor.fetchone()):
            row.pk = written[0]
    row._state.adding, row._state.db = False, here.alias


Reading = Callable[[Model, Any], Any]
AS_IT_IS = (BooleanField, IntegerField, ForeignKey)  # a key is a number here


@cache
def _insertion(
    model: type[Model], is_numbered_by_database: bool, otherwise: str
) -> tuple[list[Reading], str]:
    """What reads each value of a new row for the database, and the SQL that writes them."""
    fields = [
        field
        for field in model._meta.concrete_fields
        if not (is_numbered_by_database and isinstance(field, AutoField))
    ]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    key = f'RETURNING "{model._meta.pk.column}"' if is_numbered_by_database else ""
    table = model._meta.db_table
    sql = f'INSERT INTO "{table}" ({columns}) VALUES ({marks}) {otherwise} {key}'  # noqa: S608
    return [_reading(field) for field in fields], sql


def _reading(field: Any) -> Reading:
    """What reads one value of a row as the database takes it; most need no conversion."""
    name = field.attname
    if isinstance(field, AS_IT_IS):
        return lambda row, here: getattr(row, name)
    if isinstance(field, CharField | TextField):
        return lambda row, here: None if (told := getattr(row, name)) is None else str(told)
    if isinstance(field, DateField | UUIDField):  # a moment is a day for Django
        return lambda row, here: _adapted(field.pre_save(row, add=True), here)
    return lambda row, here: field.get_db_prep_save(field.pre_save(row, add=True), here)
