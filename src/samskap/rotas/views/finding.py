"""Finding what an address names, in this municipality and no other."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme

from samskap.ledger.hands import Hand, hand, hands_of
from samskap.ledger.models import Side
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest
from samskap.rotas.forms.shifts import AS_VOLUNTEER
from samskap.rotas.models import Need, Rota, Shift, Turn
from samskap.rotas.queries.rotas import rota_in
from samskap.rotas.queries.shifts import shift_in

INITIATIVE = "rota__initiative__account", "rota__initiative__municipality", "rota__municipality"


def the_rota(request: MunicipalityRequest, slug: str) -> Rota:
    """The rota at an address."""
    found: Rota = get_object_or_404(rota_in(request.municipality), slug=slug)
    return found


def the_shift(request: MunicipalityRequest, pk: int) -> Shift:
    """The shift at an address."""
    found: Shift = get_object_or_404(shift_in(request.municipality), pk=pk)
    return found


def the_need(request: MunicipalityRequest, pk: int) -> Need:
    """The duty on a shift at an address."""
    needs: QuerySet[Need] = Need.objects.of(request.municipality)
    more = [f"shift__{path}" for path in INITIATIVE]
    return get_object_or_404(needs.select_related("duty", "shift__series", *more), pk=pk)


def the_turn(request: MunicipalityRequest, pk: int) -> Turn:
    """The turn at an address."""
    turns: QuerySet[Turn] = Turn.objects.of(request.municipality)
    more = [f"shift__{path}" for path in INITIATIVE]
    return get_object_or_404(turns.select_related("need__duty", "person", *more), pk=pk)


def plain_hand(request: SignedInRequest, need: Need) -> Hand:
    """The hand that one press means: as a volunteer, or as staff where the duty is for staff."""
    key = AS_VOLUNTEER
    if need.duty.is_staff:
        public = (c for c in hands_of(request.user, request.municipality) if c.side == Side.PUBLIC)
        key = next((choice.key for choice in public), key)
    return hand(key=key, by=request.user, municipality=request.municipality)


def back_to(request: SignedInRequest, otherwise: str) -> HttpResponse:
    """Go to where a form says that it came from, if that lies in this house."""
    wanted = request.POST.get("back", "")
    inside = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return redirect(wanted if inside else otherwise)
