"""Reading places: areas, their borders and who lives there."""

from samskap.places.queries.areas import area_of, areas_of, codes_of, parts_of, trail_of
from samskap.places.queries.borders import border_of, borders_of, feature_collection
from samskap.places.queries.population import (
    Figures,
    Group,
    Residents,
    population_of,
    residents_of,
    totals_of,
)

__all__ = [
    "Figures",
    "Group",
    "Residents",
    "area_of",
    "areas_of",
    "border_of",
    "borders_of",
    "codes_of",
    "feature_collection",
    "parts_of",
    "population_of",
    "residents_of",
    "totals_of",
    "trail_of",
]
