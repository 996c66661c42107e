"""The part of an address that names an organisation."""

from django.utils.text import slugify

from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation

LETTERS = str.maketrans({"ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "å": "a", "Å": "a", "đ": "d"})
TAKEN_BY_PAGES = frozenset({"mine", "register", "settings"})


def free_slug(municipality: Municipality, name: str) -> str:
    """Make one of a name, and add a number where it is taken."""
    plain = slugify(name.translate(LETTERS))[:40] or "organisation"
    here = Organisation.objects.of(municipality)
    if plain not in TAKEN_BY_PAGES and not here.filter(slug=plain).exists():
        return plain  # nearly always; those that begin alike are found by going through all
    near = here.filter(slug__startswith=f"{plain}-")
    taken = set(near.values_list("slug", flat=True))
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in numbered if slug not in taken)
