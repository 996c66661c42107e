"""The part of an address that names an area."""

from django.utils.text import slugify

from samskap.municipalities.models import Municipality
from samskap.places.models import Area

LETTERS = str.maketrans({"ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "å": "a", "Å": "a", "đ": "d"})
TAKEN_BY_PAGES = frozenset({"add", "settings", "import", "borders", "population"})


def free_slug(municipality: Municipality, name: str) -> str:
    """Make one of a name, and add a number where it is taken."""
    plain = slugify(name.translate(LETTERS))[:40] or "area"
    areas = Area.objects.of(municipality).filter(slug__startswith=plain)
    taken = TAKEN_BY_PAGES | set(areas.values_list("slug", flat=True))
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return plain if plain not in taken else next(slug for slug in numbered if slug not in taken)
