"""What an import changed, or would change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from samskap.base.memory import remember
from samskap.municipalities.errors import NotAnAdministrator
from samskap.municipalities.models import Municipality
from samskap.municipalities.permissions import Actor
from samskap.places.errors import NoAreaMatches, NoCodesHere
from samskap.places.models import Area
from samskap.places.permissions import may_change_places
from samskap.places.slugs import free_slug

SHOWN = 5  # codes in a sentence


@dataclass
class Change:
    """How many rows an import added, altered and left alone.

    areas     the areas that the file spoke of
    absent    names of areas here that have a code which is not in the file
    foreign   how many codes of the file belong to nobody here
    warnings  sentences about figures that look wrong
    """

    new: int = 0
    altered: int = 0
    same: int = 0
    areas: set[str] = field(default_factory=set)
    absent: list[str] = field(default_factory=list)
    foreign: int = 0
    warnings: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether everything is here already."""
        return not (self.new or self.altered)

    @property
    def named(self) -> list[str]:
        """The areas that the file spoke of, in order."""
        return sorted(self.areas)


def ask_leave(by: Actor | None, municipalities: Iterable[Municipality]) -> None:
    """Refuse whoever may not change these places; None is whoever runs the server.

    Refuses with NotAnAdministrator.
    """
    for municipality in municipalities:
        if by is not None and not may_change_places(by, municipality):
            raise NotAnAdministrator(municipality=municipality)


def areas_by_code(
    municipalities: Sequence[Municipality], codes_found: set[str], change: Change
) -> dict[str, list[Area]]:
    """Find the areas that a file speaks of, and add a municipality’s own where it is missing.

    Refuses with NoCodesHere or NoAreaMatches.
    """
    known: dict[str, list[Area]] = {}
    owners = {municipality.pk: municipality for municipality in municipalities}
    for area in Area.objects.filter(municipality__in=owners).exclude(code=""):
        known.setdefault(area.code, []).append(area)
    have = {area.municipality_id for areas in known.values() for area in areas}
    for municipality in municipalities:
        code = municipality.code
        if code in codes_found and not _has_area(known.get(code, ()), municipality):
            known.setdefault(code, []).append(_own_area(municipality))
        elif code and municipality.pk not in have:
            known.setdefault(code, [])
    if not known:
        raise NoCodesHere
    if not codes_found & set(known):
        raise NoAreaMatches(
            wanted=", ".join(sorted(known)[:SHOWN]),
            n=len(codes_found),
            found=", ".join(sorted(codes_found)[:SHOWN]) or "–",
        )
    change.foreign = len(codes_found - set(known))
    change.absent = sorted(
        {area.name for code, areas in known.items() if code not in codes_found for area in areas}
    )
    return {code: areas for code, areas in known.items() if code in codes_found and areas}


def _has_area(areas: Iterable[Area], municipality: Municipality) -> bool:
    return any(area.municipality_id == municipality.pk for area in areas)


def _own_area(municipality: Municipality) -> Area:
    """The municipality itself as a place, made where it was missing or had no code."""
    area: Area | None = Area.objects.filter(
        municipality=municipality, kind=Area.Kind.MUNICIPALITY, code=""
    ).first()
    if area is not None:
        area.code = municipality.code
        area.save(update_fields=["code"])
    else:
        area = Area.objects.create(
            municipality=municipality,
            kind=Area.Kind.MUNICIPALITY,
            code=municipality.code,
            name=municipality.short_name,
            slug=free_slug(municipality, municipality.short_name),
        )
    return area


def remember_import(what: str, *, by: Actor | None, municipalities: Iterable[Municipality]) -> None:
    """Remember an import once for each municipality that it changed."""
    for municipality in municipalities:
        remember(
            what,
            by=by.pseudonym_key if by else None,
            about=municipality,
            municipality_id=municipality.pk,
        )
