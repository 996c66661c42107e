"""How forms look and behave: the renderer, and the widgets of the house."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest

# Django’s own widgets that have a shape of ours.
IN_OUR_SHAPE = {
    "django/forms/widgets/radio.html": "design/widgets/choices.html",
    "django/forms/widgets/checkbox_select.html": "design/widgets/choices.html",
    "django/forms/widgets/select.html": "design/widgets/select.html",
    "django/forms/widgets/clearable_file_input.html": "design/widgets/file.html",
}
BARE = {"hidden", "color", "range"}  # types of input that the design system does not dress


class HouseRenderer(DjangoTemplates):
    """Draws every form and field of the house."""

    form_template_name = "design/form.html"
    field_template_name = "design/field.html"

    def get_template(self, template_name: str) -> Any:
        """Take our own template where we have one."""
        return super().get_template(IN_OUR_SHAPE.get(template_name, template_name))

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Draw a form, a field or a widget; widgets wear the design system’s class."""
        widget = context.get("widget")
        if widget is not None and widget.get("type") not in BARE:
            given = widget["attrs"].get("class", "")
            if "ds-input" not in given:
                # A copy: the attributes belong to the widget, which is drawn more than once.
                widget["attrs"] = {**widget["attrs"], "class": f"ds-input {given}".strip()}
        return super().render(template_name, context, request)


class FoldedFields:
    """A form some of whose fields are folded away until somebody needs them.

    folded       names of the fields, in their order
    folded_says  the words that unfold them
    """

    folded: tuple[str, ...] = ()
    folded_says: Any = ""

    @property
    def is_unfolded(self) -> bool:
        """Whether something was filled in there, or is wrong, so that nobody overlooks it."""
        form: Any = self
        fields = [form[name] for name in self.folded if name in form.fields]
        return form.is_bound and any(
            field.errors or (field.data or "") != (field.initial or "") for field in fields
        )


class CountedTextarea(forms.Textarea):
    """A text area that says how much room is left.

    most  int  characters; a browser without script still stops there
    """

    template_name = "design/widgets/counted_textarea.html"

    def __init__(self, most: int = 4000, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 5, "maxlength": most} | (attrs or {}))


class DayInput(forms.DateInput):
    """A day, by the browser’s own calendar; written as 2026-05-17 where it has none."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time, by the browser’s own clock; written as 16:00 where it has none."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class TouchRadios(forms.RadioSelect):
    """One of several, with targets that a thumb can hit."""

    template_name = "design/widgets/choices.html"


class TouchCheckboxes(forms.CheckboxSelectMultiple):
    """Some of several, with targets that a thumb can hit."""

    template_name = "design/widgets/choices.html"


class OnTheMap(forms.Widget):
    """Something pointed out on a map, which can be written by hand as well.

    around  GeoJSON as a dict or as text: what the map shows before anything is drawn
    """

    def __init__(
        self, around: Mapping[str, Any] | str | None = None, attrs: dict[str, Any] | None = None
    ) -> None:
        super().__init__(attrs)
        self.around = around

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Hand the surroundings to the script as data."""
        context = super().get_context(name, value, attrs)
        around = self.around
        if around and not isinstance(around, str):
            around = json.dumps(around, separators=(",", ":"))
        context["widget"]["around"] = around or ""
        return context


class BorderInput(OnTheMap, forms.Textarea):
    """A border as GeoJSON, drawn by clicking corner by corner."""

    template_name = "design/widgets/border.html"

    def __init__(
        self, around: Mapping[str, Any] | str | None = None, attrs: dict[str, Any] | None = None
    ) -> None:
        super().__init__(around, {"cols": "40", "rows": 6, "spellcheck": "false"} | (attrs or {}))


class PointInput(OnTheMap, forms.TextInput):
    """A place as “latitude, longitude”, picked by clicking."""

    template_name = "design/widgets/point.html"
