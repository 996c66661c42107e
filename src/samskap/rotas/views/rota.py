"""The page of a rota: what became of the opening hours, the shifts ahead, and the ways to help."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from samskap.base.keyset import page_for
from samskap.initiatives.queries.kept import kept
from samskap.ledger.hands import hands_of
from samskap.ledger.models import Side
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person
from samskap.people.queries import roles_of
from samskap.rotas import cards
from samskap.rotas.models import Rota
from samskap.rotas.permissions import may_keep, may_see_names
from samskap.rotas.queries import shifts as queries
from samskap.rotas.queries.figures import figures_of
from samskap.rotas.queries.sheet import (
    Ahead,
    Standing,
    kept_ahead,
    places_on,
    rota_named,
    shifts_with_needs,
    stand,
)
from samskap.rotas.words import when

AHEAD_SHOWN = 8  # shifts on the page of a rota: the way to the figures is short


def rota(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show a rota: what became of the opening hours, and the shifts ahead."""
    found = rota_named(request.municipality, slug)
    if found is None:
        raise Http404
    shared = kept(found.initiative, f"rotas.page:{found.pk}", lambda: shared_parts(found))
    ahead = shown_ahead(request, found)
    standing = stand(found, ahead, request.user, is_staff=is_staff(request))
    keeps = keeps_it(request, found, standing)
    names = keeps or (standing.helps and may_see_names(request.user, found, helps=True))
    page = {
        "rota": found,
        "initiative": found.initiative,
        "shared": shared,
        "page": ahead.page,
        "shifts": shift_list(found, ahead, standing, names=names),
        "names": names,
        "keeps": keeps,
        "evenness": shared["evenness"] if keeps else None,
        "settles": queries.to_settle_count(found) if keeps else 0,
    }
    return render(request, "rotas/rota.html", page)


def shared_parts(rota: Rota) -> dict[str, Any]:
    """What is the same for every reader: worked out once, and kept while nothing happens."""
    figures = figures_of(rota)
    facts = {
        "rota": rota,
        "initiative": rota.initiative,
        "numbers": cards.numbers_of(rota, figures),
        "hours_chart": cards.hours_chart(rota, figures),
        "weeks_chart": cards.weeks_chart(rota, figures),
        "costs": cards.costs_of(rota, figures),
        "sparks": rota.sparks.select_related("initiative")[:10],
    }
    parts = ("numbers", "told", "new_idea", "costs")
    return {
        "claim": cards.claim_of(rota, figures),
        "evenness": cards.evenness_of(figures),
        **{part: render_to_string(f"rotas/parts/rota_{part}.html", facts) for part in parts},
    }


def shown_ahead(request: MunicipalityRequest, rota: Rota) -> Ahead:
    """The shifts ahead that an address asks for; the first page is kept."""

    def make() -> Ahead:
        shifts = shifts_with_needs(rota)
        page = page_for(request, shifts, order=queries.SOONEST, size=AHEAD_SHOWN)
        places = places_on(rota, page.items)
        for shift in page.items:
            cards.name_all(places[shift.pk])
            for turn in (turn for each in places[shift.pk] for turn in each.turns):
                turn._state.fields_cache.clear()  # whom it is of is written beside it
        return Ahead(
            page=page,
            places=places,
            until=min((shift.ends_at for shift in page.items), default=None),
        )

    return make() if request.GET else kept_ahead(rota, make)


def shift_list(rota: Rota, ahead: Ahead, standing: Standing, *, names: bool) -> str:
    """Draw the shifts, once for all readers who stand alike to them."""
    shifts = [
        cards.ShiftCard(
            shift=shift,
            when=str(when(shift)),
            title=shift.title,
            places=ahead.places[shift.pk],
            swaps=[swap for swap in standing.swaps if swap.turn.shift_id == shift.pk],
        )
        for shift in ahead.page.items
    ]
    if not shifts:
        return ""
    stands = [places.stands for card in shifts for places in card.places]
    swaps = [swap.pk for swap in standing.swaps]
    return kept(
        rota.initiative,
        f"rotas.list:{rota.pk}:{names}:{stands}:{swaps}",
        lambda: render_to_string(
            "rotas/parts/shift_list.html", {"shifts": shifts, "level": 3, "names": names}
        ),
    )


def is_staff(request: MunicipalityRequest) -> bool:
    """Whether the reader can act for the municipality."""
    if not isinstance(request.user, Person):
        return False
    hands = hands_of(request.user, request.municipality)
    return any(choice.side == Side.PUBLIC for choice in hands)


def keeps_it(request: MunicipalityRequest, rota: Rota, standing: Standing) -> bool:
    """Whether the reader keeps the rota, kept like everything else about it."""
    if not isinstance(request.user, Person):
        return False
    roles = "+".join(sorted(roles_of(request.user, request.municipality)))
    coordinates = standing.coordinates
    part = f"rotas.keeps:{rota.pk}:{request.user.pk}:{roles}:{coordinates}"
    return kept(
        rota.initiative, part, lambda: may_keep(request.user, rota, coordinates=coordinates)
    )
