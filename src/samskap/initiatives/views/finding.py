"""Finding the initiative that an address names, and asking for something about it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.utils.functional import Promise

from samskap.design.asking import Asking, asked, posted
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_change
from samskap.initiatives.queries.initiatives import initiative_named
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def initiative_at(request: MunicipalityRequest, slug: str) -> Initiative:
    """The initiative at an address of this municipality; 404 where there is none."""
    found = initiative_named(request.municipality, slug)
    if found is None:
        raise Http404
    return found


def carried_at(request: SignedInRequest, slug: str) -> Initiative:
    """An initiative that the reader may change, so that nobody fills in a form in vain.

    The action asks again. Refuses with NotYoursToChange.
    """
    initiative = initiative_at(request, slug)
    if not may_change(request.user, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    return initiative


def ask(
    request: SignedInRequest,
    *,
    initiative: Initiative,
    form: forms.BaseForm,
    asking: Asking,
    act: Callable[[dict[str, Any]], object],
    to: str = "",
) -> HttpResponse:
    """Show one form about an initiative; act on it, thank and move on when it is filled in."""
    to = to or initiative.get_absolute_url()
    return asked(request, about=initiative.title, form=form, asking=asking, act=act, to=to)


def asks(
    *,
    form: Callable[[QueryDict | None, Initiative], forms.BaseForm],
    act: Callable[..., object],
    title: str | Promise,
    submit: str | Promise,
    lead: str | Promise,
    thanks: str | Promise,
) -> Callable[..., HttpResponse]:
    """Make the page of a step that those who carry an initiative take with one form.

    form   makes it of what was sent and the initiative
    act    takes initiative, by, and what was filled in
    title  with “%(initiative)s” in it; the other words as in `Asking`
    """

    @signed_in
    def page(request: SignedInRequest, slug: str) -> HttpResponse:
        """Show the form, or take the step."""
        initiative = carried_at(request, slug)
        named = str(title) % {"initiative": initiative.title}
        return ask(
            request,
            initiative=initiative,
            form=form(posted(request), initiative),
            asking=Asking(title=named, submit=str(submit), lead=str(lead), thanks=str(thanks)),
            act=lambda told: act(initiative=initiative, by=request.user, **told),
        )

    return page
