"""Handing over: turns of whoever carries too much are open to others."""

from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.rotas.actions.places import hold_all
from samskap.rotas.actions.rotas import happened, must_keep
from samskap.rotas.errors import NothingToOffer
from samskap.rotas.models import InLine, Rota, Swap, Turn
from samskap.rotas.queries.shifts import could_be_offered
from samskap.rotas.words import when


@transaction.atomic
def offer_turns(
    *, rota: Rota, person: Person, turns: Iterable[Turn], by: Person, words: str = ""
) -> list[Swap]:
    """Ask anybody to take turns of one person, who carries much; says which were offered.

    Each stays theirs until somebody takes it, and they can take the offer back. They hear of it,
    and so does whoever stands in line for that place. What is not theirs, not ahead or offered
    already is passed over.

    Refuses with NotYoursToKeep or NothingToOffer.
    """
    must_keep(by, rota)
    keys = [turn.pk for turn in turns]
    hold_all(Turn.objects.filter(pk__in=keys, shift__rota=rota).values_list("shift_id", flat=True))
    open_ones = could_be_offered(rota, person).filter(pk__in=keys)
    offered = [
        Swap.objects.create(municipality_id=rota.municipality_id, turn=turn, words=words.strip())
        for turn in open_ones
    ]
    if not offered:
        raise NothingToOffer
    happened("rotas.turns_offered", rota, by)
    tell(
        person=person,
        municipality=rota.municipality,
        kind="rotas.swap",
        label=format_lazy(
            ngettext_lazy(
                "{n} turn of yours is open to others: “{rota}”.",
                "{n} turns of yours are open to others: “{rota}”.",
                len(offered),
            ),
            n=len(offered),
            rota=rota.title,
        ),
        text=format_lazy(
            "{words}\n\n{next}",
            words=words.strip(),
            next=_(
                "A coordinator offers them, so that you need not carry so much. They stay yours"
                " until somebody takes them. On the page of a shift you can take the offer back."
            ),
        ),
        path=reverse("rotas:mine"),
        names=by,
    )
    needs = {swap.turn.need_id: swap.turn for swap in offered}
    for waiting in InLine.objects.filter(need__in=needs).select_related("person"):
        shift = needs[waiting.need_id].shift
        tell(
            person=waiting.person,
            municipality=rota.municipality,
            kind="rotas.swap",
            label=format_lazy(
                _("A turn is open to you: “{rota}”, {when}."), rota=rota.title, when=when(shift)
            ),
            path=shift.get_absolute_url(),
        )
    return offered
