"""What the house holds about one person: as modules announce it, and wherever else a key leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from django.apps import apps
from django.db.models import DateField, Field, ForeignKey, Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.modules import announced
from samskap.base.personal import IN_OFFICE, Held
from samskap.people.models import Person

BATCH = 500  # rows in memory at once
CONTEXT = {"municipality", "initiative", "rota"}  # where it was; these name no other person

AnyModel = type[Model]


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of an archive: the rows of one table that lead to the person by some ways."""

    key: str  # a name for its files
    title: str | Promise
    model: AnyModel
    by: tuple[str, ...]
    match: str
    shows: tuple[str, ...]
    reads: tuple[str, ...] = ()

    def fields(self) -> list[Field[Any, Any]]:
        """The fields that are shown."""
        found = (self.model._meta.get_field(name) for name in self.shows)
        return [field for field in found if isinstance(field, Field)]

    def rows(self, person: Person) -> QuerySet[Any]:
        """The rows about a person."""
        value = getattr(person, self.match)
        wanted = Q()
        for way in self.by:
            wanted |= Q(**{way: value})
        links = [field.name for field in self.fields() if isinstance(field, ForeignKey)]
        found = self.model._base_manager.filter(wanted).select_related(*links, *self.reads)
        return found.order_by("pk")


@cache
def announced_sections() -> tuple[Held, ...]:
    """Everything that modules announce about what they hold."""
    return tuple(chain.from_iterable(announced("personal")))


@cache
def sections() -> tuple[Section, ...]:
    """Every part of an archive: the announced ones, and those for any key that none announces."""
    told = [
        Section(
            key=f"{held.model.lower()}-{'-'.join(held.by)}",
            title=held.title,
            model=apps.get_model(held.model),
            by=held.by,
            match=held.match,
            shows=held.shows,
            reads=held.reads,
        )
        for held in announced_sections()
        if held.by
    ]
    known = {(section.model, way) for section in told for way in section.by}
    return (*told, *(_plain(*link) for link in links_to_people() if link not in known))


def our_models() -> Iterator[AnyModel]:
    """The models of the house, the tables between many and many included."""
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("samskap."):
            yield model


def links_to_people() -> Iterator[tuple[AnyModel, str]]:
    """Every field of the house that leads to a person, and its table."""
    for model in our_models():
        for field in model._meta.concrete_fields:
            if field.related_model is Person:
                yield model, field.name


def _plain(model: AnyModel, way: str) -> Section:
    """A part for a key that no module announces: that there is a row, and when.

    Where it is the only key to a person, what the table holds about a person is theirs.
    """
    links = [name for table, name in links_to_people() if table is model]
    shown = [
        field.name
        for field in model._meta.concrete_fields
        if field.related_model is not Person
        and not field.primary_key
        and (
            isinstance(field, DateField)
            or field.name in CONTEXT
            or (len(links) == 1 and not isinstance(field, ForeignKey))
        )
    ]
    return Section(
        key=f"{model._meta.label_lower}-{way}",
        title=format_lazy(
            _("Elsewhere: {table} ({link})"),
            table=capfirst(model._meta.verbose_name_plural),
            link=model._meta.get_field(way).verbose_name,  # type: ignore[union-attr]
        ),
        model=model,
        by=(way,),
        match="pk",
        shows=tuple(shown),
    )


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Some of the rows, in order, with their place among all."""

    rows: list[Any]
    number: int  # 1, 2, 3 …
    is_last: bool


def batches(rows: QuerySet[Any], size: int = BATCH) -> Iterator[Batch]:
    """Read rows batch by batch; none at all where there are no rows."""
    number, waiting = 1, list(rows[:size])
    while waiting:
        following = list(rows.filter(pk__gt=waiting[-1].pk)[:size]) if len(waiting) == size else []
        yield Batch(rows=waiting, number=number, is_last=not following)
        number, waiting = number + 1, following


def left_out() -> list[tuple[str, str | Promise]]:
    """The fields that no archive shows, and why: “people.Person.password” → the reason."""
    return [
        (f"{held.model}.{name}", why)
        for held in announced_sections()
        for name, why in held.leaves_out.items()
    ]


def what_stays(*, has_office: bool) -> list[str | Promise]:
    """The kinds of things that outlive an account, without a name.

    has_office  whether what is done in an office of the municipality is told too
    """
    return [
        held.title
        for held in announced_sections()
        if held.title and any(has_office or why != IN_OFFICE for why in held.stays.values())
    ]
