"""Every field of every model is declared personal or open, once."""

from django.apps import apps
from django.db import models

from samskap.testing.house.test_floors import our_models


def declared(model: type[models.Model], name: str) -> frozenset[str]:
    """Read a declaration as it stands on the model or on what it derives from."""
    return frozenset(getattr(model, name, frozenset()))


def concrete_fields(model: type[models.Model]) -> set[str]:
    """List the columns of a model, without its own number."""
    return {field.name for field in model._meta.concrete_fields} - {"id"}


def test_every_field_is_declared_exactly_once():
    wrong = {}
    for model in our_models():
        if model._meta.auto_created or model._meta.proxy:
            continue
        personal, public = declared(model, "personal_fields"), declared(model, "open_fields")
        undeclared = concrete_fields(model) - personal - public
        possible = concrete_fields(model) | {field.name for field in model._meta.many_to_many}
        twice, unknown = personal & public, (personal | public) - possible
        if undeclared or twice or unknown:
            wrong[model._meta.label] = {
                "undeclared": sorted(undeclared),
                "twice": sorted(twice),
                "not a field": sorted(unknown),
            }
    assert wrong == {}


def test_whoever_points_at_a_person_says_so():
    person = apps.get_model("people", "Person")
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        if not model._meta.auto_created
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if field.related_model is person and field.name not in declared(model, "personal_fields")
    ]
    assert wrong == []
