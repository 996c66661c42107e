"""Components that people answer with: forms and buttons."""

from typing import Any

from django import forms, template
from django.utils.safestring import SafeString

from samskap.design.components.drawing import Facts, draw

register = template.Library()


@register.simple_block_tag(takes_context=True)
def ask(
    context: Facts,
    content: str,
    form: forms.BaseForm,
    submit: str,
    action: str = "",
    cancel_url: str = "",
    id: str = "",
    method: str = "post",
) -> SafeString:
    """Show a whole form: what to mend, the fields, what else belongs in it, one button."""
    facts = {
        "content": content,
        "form": form,
        "submit": submit,
        "action": action,
        "cancel_url": cancel_url,
        "id": id,
        "method": method,
        "csrf_token": context.get("csrf_token"),
    }
    return draw("ask", facts)


@register.inclusion_tag("design/error_summary.html")
def error_summary(form: forms.BaseForm) -> Facts:
    """List what to mend in a form, with a link to each field."""
    if not form.is_bound:
        return {"general": [], "faults": []}
    faults = [
        {"id": _target_of(field), "label": field.label, "error": error}
        for field in form.visible_fields()
        for error in field.errors
    ]
    general = list(form.non_field_errors())
    general += [error for field in form.hidden_fields() for error in field.errors]
    return {"general": general, "faults": faults}


def _target_of(field: forms.BoundField) -> str:
    """Find the first thing in a field that can take the keyboard’s focus."""
    if field.use_fieldset and field.subwidgets:
        return str(field.subwidgets[0].id_for_label or field.auto_id)
    return str(field.id_for_label or field.auto_id)


@register.inclusion_tag("design/quiet_form.html", takes_context=True)
def quiet_form(context: Facts, id: str) -> Facts:
    """Lay an empty form in the page, which buttons elsewhere in it send."""
    return {"id": id, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("design/post_button.html", takes_context=True)
def post_button(
    context: Facts,
    url: str,
    label: str,
    tone: str = "",
    confirm: str = "",
    name: str = "",
    value: Any = "",
) -> Facts:
    """Show a form that is one button; it asks once more where `confirm` says what will happen."""
    return {
        "url": url,
        "label": label,
        "tones": [f"button--{each}" for each in tone.split()],
        "confirm": confirm,
        "name": name,
        "value": value,
        "csrf_token": context.get("csrf_token"),
    }
