"""When a person or an organisation changes its name: what was kept with the old one is made anew.

Parts of pages and answers of the open data hang on the version of an account. They name people and
organisations, who change their names elsewhere; so a new name counts as something that happened.
"""

from collections import deque
from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.db import transaction
from django.db.models import F, ForeignKey, Model

from samskap.base.prepared import Prepared
from samskap.ledger.models import Account
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Person

MOST_STEPS = 4  # from a row to its account, e.g. turn, shift, rota, initiative
NOT_THROUGH = (Person, Organisation, Municipality)  # these belong to many accounts


@transaction.atomic
def make_anew(named: Model) -> None:
    """Count a change in every account with a row that leads to this person or organisation."""
    questions = _questions_about(type(named))
    accounts = {account for question in questions for account in question.all(key=named.pk)}
    # Held in one order, so that two who change their names at once never wait for each other.
    held = Account.objects.filter(pk__in=accounts).order_by("pk").select_for_update()
    Account.objects.filter(pk__in=[account.pk for account in held]).update(version=F("version") + 1)


@cache
def _questions_about(kind: type[Model]) -> list[Prepared[int]]:
    """The questions that find every account: over a hundred, so they are put into SQL once."""

    def question(model: type[Model], field: str, path: str) -> Prepared[int]:
        rows = model._base_manager.exclude(**{path: None}).values_list(path, flat=True).distinct()
        return Prepared(lambda key: rows.filter(**{field: key}), key=int)

    return [question(*way) for way in ways_from(kind)]


@cache
def ways_from(kind: type[Model]) -> list[tuple[type[Model], str, str]]:
    """Every way from a kind to accounts: a table, the field that leads to the kind, and the path.

    Where a table leads to no account, as that of givers, those that lead to it do.
    """
    found = []
    for model, field in _leading_to(kind):
        if path := way_to_account(model):
            found.append((model, field, path))
            continue
        for other, link in _leading_to(model):
            if path := way_to_account(other):
                found.append((other, f"{link}__{field}", path))
    return found


def _leading_to(kind: type[Model]) -> Iterator[tuple[type[Model], str]]:
    """Every table with a field that leads to a kind, and the name of the field."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if field.related_model is kind:
                yield model, field.name


def way_to_account(model: type[Model]) -> str:
    """The shortest way from a row to its account, as filters write it; empty where none leads.

    A way over links that are never empty comes first, however long: the other ends for some rows.
    """
    return _shortest(model, sure=True) or _shortest(model, sure=False)


def _shortest(model: type[Model], *, sure: bool) -> str:
    """The shortest way, over links that are never empty, or over any."""
    waiting: deque[tuple[type[Model], tuple[str, ...]]] = deque([(model, ())])
    while waiting:
        here, path = waiting.popleft()
        if here is Account:
            return "__".join(path)
        if len(path) < MOST_STEPS:
            waiting.extend((there, (*path, name)) for name, there in _steps_from(here, sure=sure))
    return ""


def _steps_from(model: type[Model], *, sure: bool) -> Iterator[tuple[str, type[Model]]]:
    """The tables that a row leads to, as far as they can lead to one account."""
    for field in model._meta.concrete_fields:
        there = field.related_model
        if sure and field.null:
            continue
        if isinstance(field, ForeignKey) and isinstance(there, type) and there not in NOT_THROUGH:
            yield field.name, there
