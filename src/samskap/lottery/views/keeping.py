"""What the stewards of a lot do: start it, choose targets, take its steps, see who is in it."""

from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.initiatives.models import Initiative
from samskap.lottery import cards, features, queries
from samskap.lottery.actions import planning, replacing, stewards
from samskap.lottery.actions.starting import start_lot
from samskap.lottery.errors import NotYoursToKeep, NotYoursToStart
from samskap.lottery.forms import ReopenForm, StartForm, StewardForm, TakeOutForm, TargetsForm
from samskap.lottery.models import Entrant, Lot
from samskap.lottery.permissions import may_name_stewards, may_start
from samskap.lottery.queries.proposing import proposed
from samskap.lottery.views.finding import kept_lot, the_lot
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

STEPS = {
    "close": planning.close,
    "plan": planning.plan,
    "accept": planning.accept_relaxation,
    "replace": replacing.replace,
}


@signed_in
def start(request: SignedInRequest, slug: str) -> HttpResponse:
    """Start a lot of an initiative, with targets proposed from the population."""
    rows = Initiative.objects.of(request.municipality).select_related("account", "municipality")
    initiative: Initiative = get_object_or_404(rows, slug=slug)
    if not may_start(request.user, initiative):
        raise NotYoursToStart
    form = StartForm(request.POST or None, initial={"public_id": uuid4(), "size": 20})
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        asked = proposed(
            request.municipality, said["sources"], size=said["size"], youngest=said["youngest"]
        )
        lot = start_lot(
            initiative=initiative,
            by=request.user,
            features=(*asked, *form.own_features(said["size"])),
            public_id=key_of(said["public_id"], request.user),
            **{name: said[name] for name in form.Meta.fields},
        )
        messages.success(request, _("The lot is open. Look over the numbers first."))
        return redirect("lottery:targets", lot.pk)
    return render(request, "lottery/start.html", {"initiative": initiative, "form": form})


def key_of(press: UUID, by: Person) -> UUID:
    """Name the press of a form: the same twice, and never a key that the program works out."""
    return uuid5(press, f"lottery:{by.pk}")


@signed_in
def targets(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose how many are to be drawn of each value."""
    lot = kept_lot(request, pk)
    form = TargetsForm(request.POST or None, lot=lot, features=features.read(lot.features))
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        planning.change_targets(
            lot=lot, by=request.user, features=form.chosen, way=form.cleaned_data["way"]
        )
        messages.success(request, _("The targets are kept."))
        return redirect("lottery:keep", lot.pk)
    return render(request, "lottery/targets.html", {"lot": lot, "form": form})


@signed_in
@require_safe
def keep(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the stewards how the pool stands against the targets, and what comes next."""
    return shown(request, kept_lot(request, pk))


def shown(
    request: SignedInRequest,
    lot: Lot,
    *,
    reopening: ReopenForm | None = None,
    naming: StewardForm | None = None,
) -> HttpResponse:
    """Show the stewards’ page with its forms, empty or as they were filled in."""
    last = queries.round_of(lot)
    entrants = lot.entrants.filter(left_at=None)
    facts = {
        "lot": lot,
        "round": last,
        "phases": cards.phases_of(lot),
        "entrants": entrants.count(),
        "invited": lot.invitees.exclude(invited_at=None).count(),
        "pool": cards.pool_of(lot),
        "relaxation": cards.relaxation_of(last),
        "chances": cards.chances_of(last),
        "waits": last is not None and last.worked_out_at is None,
        "drawn": queries.result_of(lot),
        "stewards": list(lot.stewards.all()),
        "reopening": reopening or ReopenForm(),
        "naming": naming or StewardForm(),
        "has_drawn": lot.rounds.exclude(drawn_at=None).exists(),
    }
    return render(request, "lottery/keep.html", facts)


@signed_in
@require_POST
def step(request: SignedInRequest, pk: int, step: str) -> HttpResponse:
    """Take one step that needs no words."""
    if step not in STEPS:
        raise Http404
    lot = kept_lot(request, pk)
    count(request, "post")
    STEPS[step](lot=lot, by=request.user)
    said = {
        "close": _("Nobody enters any more. Have the panels worked out next."),
        "plan": _("The panels are being worked out. Look in again in a minute."),
        "accept": _("The wider targets are kept. The panels are being worked out."),
        "replace": _("Have the panels for the empty seats worked out next."),
    }
    messages.success(request, said[step])
    return redirect("lottery:keep", lot.pk)


@signed_in
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    """Open the pool again, and say why."""
    lot = kept_lot(request, pk)
    form = ReopenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        planning.reopen(lot=lot, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("People can say yes again."))
        return redirect("lottery:keep", lot.pk)
    return shown(request, lot, reopening=form)


@signed_in
def steward(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a colleague keep the lot too; administrators may, so that no lot is left alone."""
    lot = the_lot(request, pk)
    if not may_name_stewards(request.user, lot):
        raise NotYoursToKeep
    form = StewardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        stewards.name_steward(lot=lot, by=request.user, email=form.cleaned_data["email"])
        messages.success(request, _("They keep the lot too now."))
        return redirect(lot)
    return render(request, "lottery/steward.html", {"lot": lot, "form": form})


@signed_in
@require_safe
def entrants(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the stewards who is in the pool; who opens it is written down."""
    return entrants_shown(request, kept_lot(request, pk))


def entrants_shown(
    request: SignedInRequest, lot: Lot, *, wrong: TakeOutForm | None = None
) -> HttpResponse:
    """Show who is in the pool; or the one alone whose form must be mended, as it was filled in."""
    seen(request, "lottery.entrants")
    rows: QuerySet[Entrant] = lot.entrants.select_related("giver", "person", "drawn_in")
    if wrong:
        rows = rows.filter(pk=wrong.entrant.pk)
    page = page_for(request, rows, order=("code", "pk"), size=50)
    shown = [(each, wrong or TakeOutForm(entrant=each)) for each in page.items]
    return render(request, "lottery/entrants.html", {"lot": lot, "page": page, "rows": shown})
