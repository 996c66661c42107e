"""Setting borders: many from a file, or one that was drawn."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.municipalities.permissions import Actor
from samskap.places.actions.change import Change, areas_by_code, ask_leave, remember_import
from samskap.places.errors import BorderEndsTooEarly, BorderIsFollowed
from samskap.places.geometry import Shape, box_of, clean, refuse_crossing
from samskap.places.models import Area, Border


@transaction.atomic
def set_borders(
    shape_of: Mapping[str, Shape],
    *,
    municipalities: Sequence[Municipality],
    valid_from: date,
    source: str,
    valid_to: date | None = None,
    by: Actor | None = None,
) -> Change:
    """Give every area here whose code is in a file the border that the file says.

    shape_of   code → polygons
    by         None is whoever runs the server

    A border that held before ends where the new one begins. The same file twice changes nothing.

    Refuses with NotAnAdministrator, NoCodesHere, NoAreaMatches, BorderEndsTooEarly,
    BorderIsFollowed, BorderHasTooFewPoints or NotOnEarth.
    """
    ask_leave(by, municipalities)
    change = Change()
    areas = areas_by_code(municipalities, set(shape_of), change)
    changed: set[int] = set()
    for code, several in areas.items():
        for area in several:
            what = _put(area, shape_of[code], valid_from, valid_to, source, is_drawn=False)
            setattr(change, what, getattr(change, what) + 1)
            change.areas.add(area.name)
            if what != "same":
                changed.add(area.municipality_id)
    remember_import(
        "places.borders_imported",
        by=by,
        municipalities=[owner for owner in municipalities if owner.pk in changed],
    )
    return change


@transaction.atomic
def draw_border(
    *,
    area: Area,
    shape: Shape,
    valid_from: date,
    source: str,
    by: Actor,
    valid_to: date | None = None,
) -> Border:
    """Keep a border that was drawn by hand.

    Refuses with NotAnAdministrator, BorderEndsTooEarly, BorderIsFollowed, BorderHasTooFewPoints,
    BorderCrossesItself or NotOnEarth.
    """
    ask_leave(by, [area.municipality])
    refuse_crossing(clean(shape))
    _put(area, shape, valid_from, valid_to, source, is_drawn=True)
    border = Border.objects.get(area=area, valid_from=valid_from)
    remember("places.border_drawn", by=by.pseudonym_key, about=border, within=area)
    return border


def _put(
    area: Area,
    shape: Shape,
    valid_from: date,
    valid_to: date | None,
    source: str,
    *,
    is_drawn: bool,
) -> str:
    """Set one border and end the one before it; say whether it is new, altered or the same."""
    if valid_to and valid_to <= valid_from:
        raise BorderEndsTooEarly
    # Two borders for one area wait for each other here.
    Area.objects.select_for_update(of=("self",)).get(pk=area.pk)
    borders = Border.objects.filter(area=area)
    after = borders.filter(valid_from__gt=valid_from).order_by("valid_from").first()
    if after and valid_to and valid_to > after.valid_from:
        raise BorderIsFollowed(area=area, from_day=after.valid_from.isoformat())
    ends_on = valid_to or (after.valid_from if after else None)
    borders.filter(Q(valid_to=None) | Q(valid_to__gt=valid_from), valid_from__lt=valid_from).update(
        valid_to=valid_from
    )

    facts = _facts(shape, ends_on, source, is_drawn=is_drawn)
    there = borders.filter(valid_from=valid_from).first()
    if there is None:
        Border.objects.create(
            municipality_id=area.municipality_id, area=area, valid_from=valid_from, **facts
        )
        return "new"
    if all(getattr(there, name) == value for name, value in facts.items()):
        return "same"
    for name, value in facts.items():
        setattr(there, name, value)
    there.save()
    return "altered"


def _facts(shape: Shape, ends_on: date | None, source: str, *, is_drawn: bool) -> dict[str, Any]:
    polygons = clean(shape)
    return {
        "valid_to": ends_on,
        "shape": {"type": "MultiPolygon", "coordinates": polygons},
        "source": source,
        "is_drawn": is_drawn,
        **box_of(polygons)._asdict(),
    }
