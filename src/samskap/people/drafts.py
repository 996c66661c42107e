"""Acting first and confirming after: a form that whoever is not signed in fills in as well.

A view that takes part shows `address_form(request)` below its own form, keeps what was written
where there is one, and takes the draft back when it publishes:

    first = address_form(request)
    is_whole = request.method == "POST" and form.is_valid() and (not first or first.is_valid())
    if is_whole and first:
        return keep(request, first, form, title=form.cleaned_data["title"])
    if is_whole and by:
        with taken_back(request):
            …
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction
from django.forms import BaseForm, BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samskap.base.finding import wants_to_look
from samskap.base.rates import count
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people import actions
from samskap.people.codes import Code
from samskap.people.errors import DraftIsGone
from samskap.people.forms.door import WriteFirst
from samskap.people.models import Draft, Person

FIELD = "draft"  # the name of the hidden field that says which draft is published
LEFT_OUT = frozenset({"csrfmiddlewaretoken", "email", FIELD})


def address_form(request: HttpRequest) -> WriteFirst | None:
    """What asks whoever is not signed in for an address; None for everybody else."""
    if request.user.is_authenticated:
        return None
    if wants_to_look(request):
        return WriteFirst(initial={"email": request.POST.get("email", "")})
    return WriteFirst(request.POST or None)


def keep(
    request: MunicipalityRequest, first: WriteFirst, form: BaseForm, *, title: str
) -> HttpResponse:
    """Keep what was written, send a code, and ask for it. Refuses with TooOften.

    title  what the writer knows it again by

    The answer is the same whether or not the address has an account.
    """
    count(request, "post")
    email = first.cleaned_data["email"]
    fields = [
        [name, value]
        for name, values in request.POST.lists()
        for value in values
        if name not in LEFT_OUT
    ]
    with transaction.atomic():
        draft = actions.keep_draft(
            municipality=request.municipality,
            email=email,
            path=request.path,
            title=title,
            fields=fields,
            shown=[[str(field.label), _words(field)] for field in form if not field.is_hidden],
        )
        way = reverse("people:draft", args=[draft.key])
        Code.send_to(request, email, errand="sign_in", back=way)
    return redirect("people:code")


@contextmanager
def taken_back(request: HttpRequest) -> Iterator[None]:
    """Let a draft go that is published in the block: both happen, or neither.

    Refuses with DraftIsGone whoever presses twice.
    """
    key = request.POST.get(FIELD)
    if not key or not isinstance(request.user, Person):
        yield
        return
    with transaction.atomic():
        gone, _each = Draft.objects.filter(person=request.user, key=_key(key)).delete()
        if not gone:
            raise DraftIsGone
        yield


def _key(typed: str) -> UUID:
    """A key as it stands in a field; one that fits nothing where it is none."""
    try:
        return UUID(typed)
    except ValueError:
        return UUID(int=0)


def _words(field: BoundField) -> str:
    """What was filled into a field, as a person reads it."""
    value: Any = field.value()
    choices = {str(key): str(words) for key, words in getattr(field.field, "choices", ())}
    if isinstance(value, list):
        return ", ".join(choices.get(str(each), str(each)) for each in value)
    return choices.get(str(value), "" if value is None else str(value))
