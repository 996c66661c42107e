"""The front page: what this is, what has just begun, and where one more hand counts."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samskap.initiatives.queries import initiatives as queries
from samskap.initiatives.queries.kept import kept_here
from samskap.initiatives.views.cards import tiles_of
from samskap.municipalities.middleware import MunicipalityRequest


def show_front(request: MunicipalityRequest) -> HttpResponse:
    """Invite whoever comes in."""
    here = request.municipality
    shown = kept_here(here, "front", lambda: _facts(request))
    return render(request, "initiatives/front.html", shown)


def _facts(request: MunicipalityRequest) -> dict[str, object]:
    """What the front page shows everybody."""
    here = request.municipality
    welcome = here.welcome.get(get_language()) or here.welcome.get(here.default_language, "")
    newest = queries.newest(here)
    hands = queries.needing_hands(here)
    tiles = tiles_of([*newest, *hands], here)
    return {
        "welcome": welcome
        or _(
            "Here residents, associations, businesses and the municipality make things together."
            " Anyone can begin, and everyone sees what comes of it."
        ),
        "newest": tiles[: len(newest)],
        "hands": tiles[len(newest) :],
        "answers": [
            {"title": each.caption, "url": each.path, "due_on": each.answer_due_on}
            for each in queries.promised_answers(here)
        ],
        "invitations": [
            {
                "title": each.initiative.title,
                "url": each.initiative.get_absolute_url(),
                "due_on": each.answer_due_on,
            }
            for each in queries.open_invitations(here)[:3]
        ],
    }
