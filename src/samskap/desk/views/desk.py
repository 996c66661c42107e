"""The desk itself: what waits for whoever looks, gathered from all modules."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samskap.base.modules import announced
from samskap.desk import queries
from samskap.desk.permissions import has_errands, may_see_errands
from samskap.people.decorators import SignedInRequest, signed_in

SHOWN = 10  # errands on the desk; the rest a page away


@signed_in
def desk(request: SignedInRequest) -> HttpResponse:
    """Show what waits for the reader: errands first, then what each module has."""
    found = [waiting(request) for waiting in announced("waiting")]
    facts: dict[str, Any] = {"piles": [pile for pile in found if pile]}
    if has_errands(request.user, request.municipality):
        sees_all = may_see_errands(request.user, request.municipality)
        which = "all" if sees_all else "mine"
        errands = queries.shown(request.municipality, request.user, which)
        load = queries.workload_of(request.user, request.municipality)
        facts |= {
            "has_errands": True,
            "errands": errands[:SHOWN],
            "in_all": queries.how_many(errands),
            "many": queries.MANY,
            "load": load,
            "numbers": numbers_of(load),
            "debts": queries.debts(request.municipality) if sees_all else [],
        }
    return render(request, "desk/desk.html", facts)


def numbers_of(load: queries.Workload) -> list[dict[str, Any]]:
    """Say what somebody carries as three figures."""
    most = _("The limit here is %(most)s.")
    return [
        {
            "value": load.promises,
            "label": _("open promises of yours"),
            "note": most % {"most": load.most_promises},
        },
        {
            "value": load.late,
            "label": _("of them past their day"),
            "note": "",
        },
        {
            "value": number_format(load.hours.normalize(), use_l10n=True),
            "label": _("hours you wrote down in seven days"),
            "note": most % {"most": load.most_hours},
        },
    ]
