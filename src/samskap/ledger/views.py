"""Pages of the ledger."""

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
    cards = [card_of(given, title_of.get(given.kind, given.kind)) for given in page.items]
    return render(request, "ledger/mine.html", {"page": page, "cards": cards})


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
