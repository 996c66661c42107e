"""Foreign keys point down the floors, as imports do."""

import configparser
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parents[4]


def floor_of() -> dict[str, int]:
    """Read on which floor each package stands; the ground has the lowest number."""
    rules = configparser.ConfigParser()
    rules.read(ROOT / ".importlinter")
    layers = rules["importlinter:contract:floors"]["layers"].split("\n")
    floors = [
        layer.replace("|", " ").replace(":", " ").split() for layer in layers if layer.strip()
    ]
    return {name: height for height, floor in enumerate(reversed(floors)) for name in floor}


def our_models() -> Iterator[type[models.Model]]:
    """List the models of the house, the tables between many and many included."""
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("samskap."):
            yield model


def test_every_app_stands_on_a_floor():
    packages = {model.__module__.split(".")[1] for model in our_models()}
    assert packages
    assert packages - floor_of().keys() == set()


def test_foreign_keys_point_down():
    floors = floor_of()
    wrong = []
    for model in our_models():
        here = model.__module__.split(".")[1]
        for field in model._meta.get_fields():
            if not (field.is_relation and (field.concrete or field.many_to_many)):
                continue
            if field.auto_created or field.related_model is None:
                continue
            assert isinstance(field.related_model, type)
            there = field.related_model.__module__
            if not there.startswith("samskap."):
                continue  # Django's own tables are the ground we stand on
            package = there.split(".")[1]
            if package != here and floors[package] >= floors[here]:
                wrong.append(f"{model.__name__}.{field.name} points up or aside to {package}")
    assert wrong == []
