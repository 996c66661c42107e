"""Reading: what I can take, the figures of a rota, one shift, my own turns."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from samskap.base import wall_clock
from samskap.base.keyset import page_for
from samskap.design.figures import as_csv
from samskap.ledger.hands import hands_of
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person
from samskap.rotas import cards
from samskap.rotas.models import Move, Shift, Swap, Turn
from samskap.rotas.permissions import may_keep, may_see_names
from samskap.rotas.queries import shifts as queries
from samskap.rotas.queries.figures import figures_of
from samskap.rotas.queries.moving import on_it
from samskap.rotas.queries.rotas import rotas_to_choose
from samskap.rotas.talk import about_shift
from samskap.rotas.views.finding import the_rota, the_shift
from samskap.rotas.words import hours_in_words

MINE_SHOWN = 30


def to_take(request: MunicipalityRequest) -> HttpResponse:
    """Show the shifts that need people, the soonest first: one more press, and it is taken."""
    shifts = queries.to_take(request.municipality, request.user)
    chosen = request.GET.get("rota", "")
    if chosen:
        shifts = shifts.filter(rota__slug=chosen)
    page = page_for(request, shifts, order=queries.SOONEST)
    facts = {
        "page": page,
        "shifts": cards.shift_cards(request, page.items, with_rota=True),
        "rotas": rotas_to_choose.all(municipality=request.municipality.pk),
        "chosen": chosen,
    }
    return render(request, "rotas/to_take.html", facts)


def figures(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Give the hours of each week as a table for other programs."""
    found = the_rota(request, slug)
    chart = cards.weeks_chart(found, figures_of(found), all_weeks=True)
    answer = HttpResponse(as_csv(chart) if chart else "", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.slug}.csv"'
    return answer


def shift(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show one shift: who is needed, what one can do, and afterwards how it went."""
    found = the_shift(request, pk)
    reader = request.user if isinstance(request.user, Person) else None
    keeps = may_keep(reader, found.rota)
    [card] = cards.shift_cards(request, [found])
    cards.with_names(card)
    hands = hands_of(reader, request.municipality) if reader else []
    mine = next((places.mine for places in card.places if places.mine), None)
    begun = found.starts_at <= timezone.now()
    moved = Move.objects.filter(shift=found).first()
    facts = {
        "talk": about_shift(found),
        "shift": found,
        "rota": found.rota,
        "card": card,
        "mine": mine,
        "asked_swap": mine and mine.swaps.filter(status=Swap.Status.ASKED).first(),
        "may_swap": mine and mine.status == Turn.Status.TAKEN and not begun,
        "has_hands": len(hands) > 1,
        "takes_more": any(
            places.state == "take" and (places.free > 1 or len(hands) > 1) for places in card.places
        ),
        "takes_series": found.series_id
        and not found.is_over
        and any(places.state in ("take", "mine") for places in card.places),
        "keeps": keeps,
        "may_move": keeps and not begun and not found.is_cancelled,
        "moved": moved,
        "was": str(wall_clock.when(moved.began_at, moved.ended_at)) if moved else "",
        **(who_cannot_come(found) if moved and keeps and not begun else {}),
        "names": may_see_names(reader, found.rota),
        "may_check_in": mine
        and mine.status == Turn.Status.TAKEN
        and found.starts_at - queries.EARLY <= timezone.now() < found.ends_at,
        "may_confirm": mine and mine.status != Turn.Status.DONE and found.is_over,
        "my_hours": hours_in_words(mine.minutes) if mine and mine.minutes else "",
        "written_down": cards.written_down(found) if keeps and found.is_over else [],
        "unsettled": [
            turn
            for places in card.places
            for turn in places.turns
            if turn.status in (Turn.Status.TAKEN, Turn.Status.CONFIRMED)
        ]
        if keeps and found.is_over
        else [],
    }
    return render(request, "rotas/shift.html", facts)


def who_cannot_come(shift: Shift) -> dict[str, Any]:
    """Say of a shift that was moved who is elsewhere then, for those who keep the rota."""
    turns = on_it(shift)
    return cards.moved_card(shift, turns, shift.starts_at, shift.ends_at) if turns else {}


@signed_in
def mine(request: SignedInRequest) -> HttpResponse:
    """Show the turns of whoever reads: those ahead, those to confirm, and what one is asked."""
    me, here = request.user, request.municipality
    ahead = queries.ahead_of(me, here)
    facts = {
        "ahead": [cards.turn_card(turn) for turn in ahead[:MINE_SHOWN]],
        "to_confirm": [cards.turn_card(turn) for turn in queries.unsettled(me, here)[:MINE_SHOWN]],
        "done": [cards.turn_card(turn) for turn in queries.done_by(me, here)[:MINE_SHOWN]],
        "hours": cards.number(queries.minutes_done(me, here) / 60),
        "swaps": [cards.swap_card(swap) for swap in queries.swaps_asked_of(me, here)],
        "rotas": me.helps.filter(municipality=here, left_at=None).select_related("rota"),
    }
    return render(request, "rotas/mine.html", facts)
