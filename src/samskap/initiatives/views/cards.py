"""Initiatives as the design’s cards want them: plain words, no rows."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from samskap.base.text import plain
from samskap.initiatives.models import Initiative, Sharing
from samskap.initiatives.queries.initiatives import given_by_side
from samskap.initiatives.queries.sharing import from_elsewhere
from samskap.ledger.models import Phase
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of


def tile_of(
    initiative: Initiative, sides: Mapping[str, int], shared: Sharing | None = None
) -> dict[str, Any]:
    """An initiative as a card in a list. Its areas are prefetched.

    shared  where in the municipality it is, if it is at home in another
    """
    home = shared.initiative.municipality if shared else None
    places = ", ".join(area.name for area in (shared or initiative).areas.all())
    eyebrow = [initiative.get_state_display(), *filter(None, [places])]
    if home is not None:
        eyebrow.insert(0, _("At home in %(municipality)s") % {"municipality": home.short_name})
    return {
        "title": initiative.title,
        "url": address_in(initiative, home),
        "eyebrow": " · ".join(eyebrow),
        "text": plain(initiative.lead, 160),
        "lang": initiative.language,
        "picture": initiative.photo.url if initiative.photo else "",
        "picture_alt": initiative.photo_says,
        "phase": str(Phase(initiative.phase).label),
        "step": list(Phase.values).index(initiative.phase) + 1,
        "rung": {
            "rung": initiative.rung,
            "is_provisional": initiative.rung_is_provisional,
            "has_enough_evidence": True,
        }
        if initiative.rung
        else None,
        # A side is there or not: the ledger’s sums count contributions, and no people.
        "sides": [(side, None) for side, rows in sides.items() if rows],
    }


def tiles_of(initiatives: Iterable[Initiative], here: Municipality) -> list[dict[str, Any]]:
    """Several initiatives as cards, with who contributed to each, and where it is at home."""
    shown = list(initiatives)
    sides = given_by_side(each.account_id for each in shown)
    shared = from_elsewhere(shown, here)
    return [tile_of(each, sides.get(each.account_id, {}), shared.get(each.pk)) for each in shown]


def address_in(initiative: Initiative, home: Municipality | None) -> str:
    """Its page: a path here, a whole address where it is at home elsewhere."""
    return f"{address_of(home) if home else ''}{initiative.get_absolute_url()}"


def side_titles() -> dict[str, str]:
    """The seven sides in words, for filters."""
    return {
        "resident": _("Residents"),
        "association": _("Associations"),
        "business": _("Businesses"),
        "social_entrepreneur": _("Social entrepreneurs"),
        "academia": _("Academia"),
        "faith_community": _("Faith communities"),
        "public": _("The municipality"),
    }


def rung_titles() -> dict[str, str]:
    """The rungs of the ladder in words, for filters (S4:57–65)."""
    return {
        "4": _("Rung 4: equal partnership"),
        "3": _("Rung 3: input to solutions"),
        "2": _("Rung 2: volunteers create for others"),
        "1": _("Rung 1: one’s own service"),
        "0": _("Not co-creation yet"),
        "self_organised": _("Self-organised"),
        "none": _("Not enough evidence yet"),
    }
