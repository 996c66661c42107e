"""The page of what employees, unions and others say about the displacement check."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.design.asking import Asking
from samskap.initiatives.actions.statements import attach_statement
from samskap.initiatives.forms.statements import StatementForm
from samskap.initiatives.permissions.initiative import may_change
from samskap.initiatives.views.finding import ask, carried_at, initiative_at
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def show_statements(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show what has been said, and let those who carry the initiative attach more."""
    if request.method == "POST":
        return attach(request, slug)
    initiative = initiative_at(request, slug)
    page = {
        "initiative": initiative,
        "statements": list(initiative.statements.all()),
        "form": StatementForm() if may_change(request.user, initiative) else None,
    }
    return render(request, "initiatives/statements.html", page)


@signed_in
def attach(request: SignedInRequest, slug: str) -> HttpResponse:
    """Attach a statement."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=StatementForm(request.POST),
        asking=Asking(
            title=_("Attach a statement"),
            submit=_("Attach it"),
            thanks=_("It is attached, and everybody can read it."),
        ),
        act=lambda told: attach_statement(initiative=initiative, by=request.user, **told),
        to=reverse("initiatives:statements", args=[slug]),
    )
