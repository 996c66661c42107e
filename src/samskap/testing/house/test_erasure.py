"""Whatever somebody wrote, in any field of any table, goes with the account or is said to stay."""

from typing import Any

import pytest
from django.apps import apps
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, models, transaction
from django.test import Client

from samskap.base.queue.engine import engine
from samskap.notices.actions import tell
from samskap.people.actions import delete_account
from samskap.people.models import Session
from samskap.privacy.actions.archives import ask_for_archive
from samskap.privacy.queries.held import announced_sections, sections
from samskap.testing.factories.people import PersonFactory
from samskap.testing.house.test_forgetting import MARKS, leaving, people, point_all_at

__all__ = ["leaving", "people"]  # fixtures

pytestmark = pytest.mark.django_db

TEXTS = (models.CharField, models.TextField, models.JSONField)
# Djangoʼs own shelves: nobody writes there.
NOT_OURS = ("django_migrations", "django_content_type", "auth_permission", "sqlite_")


def words_of(person: Any) -> list[tuple[type[models.Model], models.Field, Any]]:
    """Every personal text in a row about somebody: the table, the field, and the key of the row."""
    found = []
    for section in sections():
        personal = getattr(section.model, "personal_fields", frozenset())
        for field in section.fields():
            if field.name in personal and isinstance(field, TEXTS) and not field.choices:
                found += [(section.model, field, row.pk) for row in section.rows(person)[:1]]
    return found


def mark_all(person: Any) -> dict[str, str]:
    """Write a mark of its own into every personal text of a person: mark → the field it is in."""
    marks: dict[str, str] = {}
    for number, (model, field, key) in enumerate(dict.fromkeys(words_of(person))):
        mark = f"qzmark{number:04}x"
        value = {"said": mark} if isinstance(field, models.JSONField) else mark
        try:
            with transaction.atomic():
                model._base_manager.filter(pk=key).update(**{field.name: value})
        except DatabaseError:  # the ledger’s own rows cannot be changed, and hold no words
            continue
        marks[mark] = f"{model._meta.label}.{field.name}"
    return marks


def all_that_is_kept() -> dict[str, str]:
    """Everything in every table of the database, in the files and in the caches: where → what."""
    kept = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(NOT_OURS):
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    text = value.decode(errors="replace") if isinstance(value, bytes) else value
                    kept[f"{table}.{name}"] = f"{kept.get(f'{table}.{name}', '')}\n{text}"
    for session in Session.objects.all():
        kept["session"] = kept.get("session", "") + str(session.kept)
    kept["files"] = str(list(files_in("")))
    kept["cache"] = str(cached())
    return kept


def files_in(folder: str):
    """The name of every stored file."""
    if not default_storage.exists(folder):
        return
    folders, files = default_storage.listdir(folder)
    yield from files
    for below in folders:
        yield from files_in(f"{folder}/{below}".strip("/"))


def cached() -> list[Any]:
    """What the memory that all processes share holds; in tests it is this process’s own."""
    return list(getattr(caches["default"], "_cache").items())  # noqa: B009 - not announced


def where(marks: set[str]) -> dict[str, set[str]]:
    """Where each mark is kept."""
    found: dict[str, set[str]] = {}
    for place, text in all_that_is_kept().items():
        said = text.casefold()
        for mark in marks:
            if mark.casefold() in said:
                found.setdefault(mark, set()).add(place)
    return found


def said_to_stay() -> dict[str, str]:
    """The fields that outlive an account, as modules say: “ideas.Idea.text” → its column."""
    return {
        f"{held.model}.{name}": f"{model._meta.db_table}.{model._meta.get_field(name).column}"
        for held in announced_sections()
        for model in [apps.get_model(held.model)]
        for name in held.stays
    }


def test_whatever_somebody_wrote_goes_or_is_said_to_stay(leaving, municipality):
    point_all_at(leaving)
    ask_for_archive(by=leaving, municipality=municipality, language="en")
    told = {"municipality": municipality, "kind": "rotas.swap", "path": "/"}
    tell(person=PersonFactory(), names=leaving, label=f"{leaving.shown_name} asks", **told)
    marks = mark_all(leaving)
    elsewhere = Client()
    elsewhere.force_login(leaving)
    elsewhere.get("/")
    engine().work_off()
    before = where({*marks, *MARKS.values()})
    assert set(marks) <= set(before), "a mark that was not written cannot leak"
    assert len(marks) > 40

    delete_account(by=leaving, is_sure=True)
    engine().work_off()

    stays = said_to_stay()
    still = where({*marks, *MARKS.values()})
    wrong = {
        f"{marks.get(mark, mark)} in {place}"
        for mark, places in still.items()
        for place in places
        if place != stays.get(marks.get(mark, ""))
    }
    assert sorted(wrong) == []
    signed_in = {session.kept.get("_auth_user_id") for session in Session.objects.all()}
    assert str(leaving.pk) not in signed_in
