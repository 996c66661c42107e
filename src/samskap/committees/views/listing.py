"""The list of all committees: by theme and state, members by role, results (R-055)."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.keyset import page_for
from samskap.committees import answer_cards, cards
from samskap.committees.forms.committee import FindForm
from samskap.committees.models.team import Role
from samskap.committees.permissions import may_propose
from samskap.committees.queries import committees as queries
from samskap.committees.queries.answer import answer_rate, overdue_by_initiative
from samskap.committees.queries.times import medians_in
from samskap.initiatives.queries.formal import overdue
from samskap.municipalities.middleware import MunicipalityRequest

SIZE = 30
MOST_LATE = 5  # banners of overdue answers


@require_safe
def list_committees(request: MunicipalityRequest) -> HttpResponse:
    """Show every committee, the newest first, with what all of them come to."""
    here = request.municipality
    form = FindForm(request.GET, municipality=here)
    asked = form.asked
    page = page_for(request, queries.listed(here, **asked), order=queries.NEWEST, size=SIZE)
    numbers = queries.counted(page.items)
    late = overdue_by_initiative(here, [each.initiative_id for each in page.items])
    facts = {
        "page": page,
        "tiles": [
            cards.tile_of(each, numbers[each.pk], days_late=late.get(each.initiative_id, 0))
            for each in page.items
        ],
        "numbers": numbers_of(queries.totals_of(here)),
        "answers": answer_cards.council_numbers(answer_rate(here), medians_in(here)),
        "banners": [answer_cards.banner_of(formal) for formal in overdue(here)[:MOST_LATE]],
        "form": form,
        "is_narrowed": any(asked.values()),
        "may_propose": may_propose(request.user, here),
    }
    return render(request, "committees/list.html", facts)


def numbers_of(totals: queries.Totals) -> list[dict[str, Any]]:
    """What all committees come to, in large figures."""
    if not totals.committees:
        return []
    shown: list[dict[str, Any]] = [
        {"value": totals.committees, "label": _("committees")},
        {"value": totals.living, "label": _("of them at work now")},
        {"value": totals.members[Role.RESIDENT], "label": _("seats held by residents")},
        {
            "value": totals.members[Role.POLITICIAN],
            "label": _("seats held by elected representatives"),
        },
    ]
    if totals.recommended:
        shown.append(
            {
                "value": totals.adopted,
                "label": _("recommendations adopted"),
                "note": _("of %(n)s") % {"n": totals.recommended},
            }
        )
    return shown
