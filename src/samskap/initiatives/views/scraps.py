"""The pages of what stops to make room for the new."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.design.asking import Asking, posted
from samskap.initiatives.actions import scraps
from samskap.initiatives.forms.frames import ScrapEntryForm, StoppedForm
from samskap.initiatives.models import ScrapEntry
from samskap.initiatives.permissions.initiative import may_change
from samskap.initiatives.views.finding import ask, carried_at, initiative_at
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def show_scraps(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show what stops, and let those who carry the initiative add to it."""
    initiative = initiative_at(request, slug)
    if request.method == "POST":
        return add_scrap(request, slug)
    page = {
        "initiative": initiative,
        "scraps": list(initiative.scraps.all()),
        "form": ScrapEntryForm(),
        "may_change": may_change(request.user, initiative),
    }
    return render(request, "initiatives/scraps.html", page)


@signed_in
def add_scrap(request: SignedInRequest, slug: str) -> HttpResponse:
    """Add something that stops."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=ScrapEntryForm(request.POST),
        asking=Asking(
            title=_("What stops?"),
            submit=_("Put it on the list"),
            thanks=_("It is on the list."),
        ),
        act=lambda told: scraps.add_scrap(initiative=initiative, by=request.user, **told),
        to=reverse("initiatives:scraps", args=[slug]),
    )


@signed_in
def tell_stopped(request: SignedInRequest, slug: str, scrap_id: int) -> HttpResponse:
    """Tell that something has stopped."""
    initiative = carried_at(request, slug)
    scrap: ScrapEntry = get_object_or_404(initiative.scraps, pk=scrap_id)
    return ask(
        request,
        initiative=initiative,
        form=StoppedForm(posted(request)),
        asking=Asking(
            title=_("“%(what)s” has stopped") % {"what": scrap.what},
            submit=_("It has stopped"),
            thanks=_("Thank you. Now there is room for the new."),
        ),
        act=lambda told: scraps.tell_stopped(scrap=scrap, by=request.user, **told),
        to=reverse("initiatives:scraps", args=[slug]),
    )
