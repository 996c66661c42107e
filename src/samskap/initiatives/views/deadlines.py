"""The pages of deadlines that a rule gives, their clocks and what waits at the desk."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.design.asking import Asking, posted
from samskap.initiatives.actions import deadlines
from samskap.initiatives.clocks import running_of
from samskap.initiatives.forms.deadlines import DeadlineForm, SettleForm, traffic_order
from samskap.initiatives.models import Deadline, Initiative
from samskap.initiatives.permissions.initiative import may_be_changed_by, may_change
from samskap.initiatives.queries.deadlines import ahead_of, deadlines_of
from samskap.initiatives.queries.kept import for_everyone
from samskap.initiatives.views.finding import ask, carried_at, initiative_at
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

MOST = 10  # lines on the desk
MOST_SHOWN = 3  # on the page of an initiative


def show_deadlines(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show what must be laid before whom by when, and let those who carry it add to it."""
    initiative = initiative_at(request, slug)
    if request.method == "POST":
        return set_deadline(request, slug)
    can = may_change(request.user, initiative)
    here = initiative.municipality
    is_danish = here.country == "DK"
    begun = is_danish and request.GET.get("rule") == "traffic_order"
    initial = traffic_order(timezone.localdate(), here.country) if begun else {}
    found = deadlines_of(initiative)
    page = {
        "initiative": initiative,
        "running": running_of(found),
        "over": [each for each in reversed(found) if not each.is_running],
        "form": DeadlineForm(initial=initial) if can else None,
        "offers_traffic_order": is_danish and not begun,
    }
    return render(request, "initiatives/deadlines.html", page)


@signed_in
def set_deadline(request: SignedInRequest, slug: str) -> HttpResponse:
    """Set a deadline."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=DeadlineForm(request.POST),
        asking=Asking(
            title=_("What must be ready by when?"),
            submit=_("Count it down"),
            thanks=_("Everybody now sees how many days are left."),
        ),
        act=lambda told: deadlines.set_deadline(initiative=initiative, by=request.user, **told),
        to=reverse("initiatives:deadlines", args=[slug]),
    )


@signed_in
def settle_deadline(request: SignedInRequest, slug: str, deadline_id: int) -> HttpResponse:
    """Tell what became of a deadline."""
    initiative = carried_at(request, slug)
    deadline: Deadline = get_object_or_404(initiative.deadlines, pk=deadline_id)
    return ask(
        request,
        initiative=initiative,
        form=SettleForm(posted(request)),
        asking=Asking(
            title=_("What became of “%(what)s”?") % {"what": deadline.what},
            submit=_("Tell everybody"),
            thanks=_("Thank you. It stands on the list for everybody."),
        ),
        act=lambda told: deadlines.settle_deadline(deadline=deadline, by=request.user, **told),
        to=reverse("initiatives:deadlines", args=[slug]),
    )


@for_everyone
def deadlines_panel(request: MunicipalityRequest, initiative: Initiative) -> Panel | None:
    """The clocks that a rule has set going; asks the database nothing."""
    running = running_of(deadlines_of(initiative))
    if not running:
        return None
    facts = {
        "rows": running[:MOST_SHOWN],
        "url": address("initiatives:deadlines", initiative.slug),
    }
    return Panel(template="initiatives/parts/deadlines.html", facts=facts, order=11, aside=True)


def deadlines_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Deadlines within two months of what the reader carries, the soonest first."""
    if not isinstance(request.user, Person):
        return None
    carried = may_be_changed_by(request.user, request.municipality)
    mine = list(ahead_of(carried, request.municipality))
    if not mine:
        return None
    return Waiting(
        title=_("What a rule wants ready by a day"),
        in_all=len(mine),
        tasks=[
            Task(
                title=each.what,
                url=address("initiatives:deadlines", each.initiative.slug),
                note=each.initiative.title,
                due_on=each.due_on,
            )
            for each in mine[:MOST]
        ],
    )
