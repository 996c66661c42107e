"""No form takes a text without an end."""

import importlib
import pkgutil

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms import DateField, ModelMultipleChoiceField

import samskap
from samskap.base.limits import DayField, RowsField

# A border is measured by its corners when it is read; a token is compared, never kept; a colour
# has seven characters by a rule of its own.
ENDLESS = {
    "DrawForm.border",
    "KeepForm.rehearsed",
    "FirstRun.token",
    "AskForCode.next",
    "LookForm.colour",
    "LookForm.accent_colour",
}
TEXTS = (forms.CharField, forms.URLField)


def all_forms() -> set[type[forms.BaseForm]]:
    """Import every room of forms and list what is in it."""
    for found in pkgutil.walk_packages(samskap.__path__, "samskap."):
        parts = found.name.split(".")
        if "forms" in parts and "tests" not in parts:
            importlib.import_module(found.name)

    def below(kind: type[forms.BaseForm]) -> list[type[forms.BaseForm]]:
        """List everything that derives from a form."""
        return [each for sub in kind.__subclasses__() for each in (sub, *below(sub))]

    return {
        kind
        for kind in below(forms.BaseForm)
        if kind.__module__.startswith("samskap.")
        # What the living page shows is sent nowhere.
        and {"tests", "design"}.isdisjoint(kind.__module__.split("."))
    }


def test_every_text_that_is_asked_for_has_an_end():
    asked = {
        f"{kind.__name__}.{name}": field
        for kind in all_forms()
        for name, field in kind.base_fields.items()
        if type(field) in TEXTS
    }
    without = {
        name
        for name, field in asked.items()
        if not any(isinstance(rule, MaxLengthValidator) for rule in field.validators)
    }
    assert len(asked) > 40
    assert without <= ENDLESS


def test_every_day_and_every_row_that_is_asked_for_can_be_one():
    asked = {
        f"{kind.__name__}.{name}": type(field)
        for kind in all_forms()
        for name, field in kind.base_fields.items()
    }
    bare = (DateField, ModelMultipleChoiceField)  # ours end where databases and calendars do

    assert {DayField, RowsField} <= set(asked.values())
    assert [name for name, kind in asked.items() if kind in bare] == []
