"""The desk: what waits for whoever looks, gathered from all modules."""

from django.http import HttpResponse
from django.shortcuts import render

from samskap.base.modules import announced
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def desk(request: SignedInRequest) -> HttpResponse:
    """Show what waits for the reader, the most urgent first in each module."""
    found = [waiting(request) for waiting in announced("waiting")]
    return render(request, "desk/desk.html", {"piles": [pile for pile in found if pile]})
