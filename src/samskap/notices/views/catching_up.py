"""What happened since the reader was last here."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.modules import all_modules, announced
from samskap.design.clocks import in_words
from samskap.notices import actions, queries
from samskap.people.decorators import SignedInRequest, signed_in

MOST_OF_A_SUBJECT = 10


@signed_in
def since(request: SignedInRequest) -> HttpResponse:
    """Show what was told, and what happened where one takes part, by subject."""
    moment = queries.caught_up_until(request.user, request.municipality)
    told = queries.told_since(request.user, request.municipality, moment)
    titles = {module.key: module.title for module in all_modules()}
    found = [news(request, moment) for news in announced("news")]
    facts = {
        "lead": _("Everything from %(day)s on.")
        % {"day": in_words(timezone.localdate(moment), timezone.localdate())},
        "subjects": [
            {
                "title": titles.get(subject, _("Other things")),
                "told": notices[:MOST_OF_A_SUBJECT],
                "more": max(len(notices) - MOST_OF_A_SUBJECT, 0),
            }
            for subject, notices in told.items()
        ],
        "news": [pile for pile in found if pile],
    }
    return render(request, "notices/since.html", facts)


@signed_in
@require_POST
def caught_up(request: SignedInRequest) -> HttpResponse:
    """Begin anew: what stands there now has been seen."""
    actions.catch_up(by=request.user, municipality=request.municipality)
    return redirect("notices:since")
