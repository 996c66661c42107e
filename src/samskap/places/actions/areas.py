"""Adding areas and saying what they are."""

from django.db import transaction

from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.municipalities.permissions import Actor
from samskap.places.actions.change import ask_leave
from samskap.places.errors import AreaDoesNotFit, CodeIsTaken
from samskap.places.models import Area
from samskap.places.slugs import free_slug

SIZES = [kind.value for kind in Area.Kind]  # the largest first


@transaction.atomic
def add_area(
    *,
    municipality: Municipality,
    kind: str,
    name: str,
    by: Actor,
    code: str = "",
    parent: Area | None = None,
) -> Area:
    """Add an area to a municipality.

    Refuses with NotAnAdministrator, AreaDoesNotFit or CodeIsTaken.
    """
    ask_leave(by, [municipality])
    area = Area(
        municipality=municipality,
        kind=kind,
        name=name,
        code=code,
        parent=parent,
        slug=free_slug(municipality, name),
    )
    _refuse_misfit(area)
    area.save()
    remember("places.area_added", by=by.pseudonym_key, about=area)
    return area


@transaction.atomic
def edit_area(
    *, area: Area, kind: str, name: str, by: Actor, code: str = "", parent: Area | None = None
) -> Area:
    """Change what an area is called, is and lies in; its address stays.

    Refuses with NotAnAdministrator, AreaDoesNotFit or CodeIsTaken.
    """
    ask_leave(by, [area.municipality])
    area.kind, area.name, area.code, area.parent = kind, name, code, parent
    _refuse_misfit(area)
    area.save()
    remember("places.area_changed", by=by.pseudonym_key, about=area)
    return area


def _refuse_misfit(area: Area) -> None:
    """Refuse an area in one that is no larger, and a code that another has.

    As parts are always smaller, no area can ever lie in itself.
    """
    size = SIZES.index(area.kind)
    if area.parent and SIZES.index(area.parent.kind) >= size:
        raise AreaDoesNotFit(kind=area.get_kind_display(), parent=area.parent)
    for part in area.parts.all() if area.pk else ():
        if SIZES.index(part.kind) <= size:
            raise AreaDoesNotFit(kind=part.get_kind_display(), parent=area)
    same = Area.objects.filter(municipality=area.municipality, code=area.code)
    if area.code and (other := same.exclude(pk=area.pk).first()):
        raise CodeIsTaken(area=other, number=area.code)
