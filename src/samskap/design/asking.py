"""A page that asks with one form: shown, sent, thanked for, and gone on from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from samskap.base.rates import count


@dataclass(frozen=True, kw_only=True)
class Asking:
    """The words around one form: what the page is called, why, and what the button does."""

    title: str
    submit: str
    lead: str = ""
    thanks: str = ""


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent with a form; None while it is only shown."""
    return request.POST if request.method == "POST" else None


def asked(
    request: HttpRequest,
    *,
    about: str,
    form: forms.BaseForm,
    asking: Asking,
    act: Callable[[dict[str, Any]], object],
    to: str,
    goes_on: Callable[[Any], str] | None = None,
) -> HttpResponse:
    """Show one form; act on it, thank and move on when it is filled in.

    about    the name of the thing that it is about, above the heading
    act      takes what was filled in
    to       where “cancel” leads, and where it goes on
    goes_on  where it goes on instead, of what `act` made
    """
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        made = act(form.cleaned_data)
        messages.success(request, asking.thanks)
        return redirect(goes_on(made) if goes_on else to)
    page = {"about": about, "form": form, "asking": asking, "back": to}
    return render(request, "design/asking.html", page)
