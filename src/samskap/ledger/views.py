"""Pages of the ledger."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.keyset import page_for
from samskap.base.modules import announced
from samskap.base.rates import count
from samskap.ledger import actions, queries
from samskap.ledger.cards import card_of
from samskap.ledger.models import Contribution
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def mine(request: SignedInRequest) -> HttpResponse:
    """Show everything the reader gave, and where each of it ended."""
    page = page_for(request, queries.given_by(request.user, request.municipality), order=("-pk",))
    title_of = {kind.key: kind.title for kind in announced("kinds")}
    address_of = next(announced("trace_of"), lambda given: "")
    cards = [
        card_of(given, title_of.get(given.kind, given.kind)) | {"trace_url": address_of(given)}
        for given in page.items
    ]
    facts = {"page": page, "cards": cards, "numbers": numbers_of(request)}
    return render(request, "ledger/mine.html", facts)


def numbers_of(request: SignedInRequest) -> list[dict[str, Any]]:
    """Say in four figures what became of everything the reader gave."""
    counted = queries.became_of(request.user, request.municipality)
    return [
        {"value": counted.given, "label": _("times you have given something"), "note": ""},
        {
            "value": counted.answered,
            "label": _("have an answer"),
            "note": _("of %(n)s that were promised one") % {"n": counted.inputs},
        },
        {"value": counted.used, "label": _("are used, or a part of them"), "note": ""},
        {"value": counted.decided, "label": _("went into a decision"), "note": ""},
    ]


@signed_in
@require_POST
def withdraw(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Take back what the reader gave."""
    count(request, "post")
    contribution = get_object_or_404(
        Contribution.objects.of(request.municipality).select_related("giver"), public_id=public_id
    )
    actions.withdraw_from_the_list(contribution=contribution, by=request.user)
    messages.success(request, _("It is withdrawn. Nobody will answer it."))
    return redirect("ledger:mine")
