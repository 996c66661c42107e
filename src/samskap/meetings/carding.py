"""What the paper cards ask: the dimensions and their groups (domain 4.2), in words.

Age bands are those of the figures that a card is compared with: three where these are coarse, as in
the first of our test vectors (Svelvik: 4 under 20, 30 of 20–64, 26 from 65), else seven.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.kernels.suppression import Shown, hide_small
from samskap.meetings.models import CardSheet
from samskap.municipalities.models import Municipality
from samskap.places.models import Area

Said = str | Promise

UNKNOWN = ""
THREE_AGES: dict[str, Said] = {
    "0-19": _("Under 20"),
    "20-64": "20–64",
    "65-": _("65 or older"),
}
SEVEN_AGES: dict[str, Said] = {
    "0-12": "0–12",
    "13-17": "13–17",
    "18-29": "18–29",
    "30-44": "30–44",
    "45-66": "45–66",
    "67-79": "67–79",
    "80-": _("80 or older"),
}
SEXES: dict[str, Said] = {
    "female": pgettext_lazy("on a card", "Woman"),
    "male": pgettext_lazy("on a card", "Man"),
    "other": pgettext_lazy("on a card", "Another"),
}
BACKGROUNDS: dict[str, Said] = {
    "immigrant": _("Moved to the country, or both parents did"),
    "none": _("Neither"),
}
TITLES: dict[str, Said] = {
    "age": _("Age"),
    "sex": _("Sex"),
    "area": _("Where they live"),
    "background": _("Background"),
    "first_time": _("Here for the first time"),
}
SENSITIVE = frozenset({"background"})


def title_of(dimension: str) -> Said:
    """Say what a dimension is about."""
    return TITLES[dimension]


def groups_of(
    municipality: Municipality, *, seven_ages: bool = False
) -> dict[str, Mapping[str, Said]]:
    """Every dimension of the cards with its groups, in the order of the card."""
    parts = Area.objects.of(municipality).filter(kind=Area.Kind.DISTRICT)
    areas: dict[str, Said] = dict(parts.values_list("slug", "name"))
    dimensions: dict[str, Mapping[str, Said]] = {
        "age": SEVEN_AGES if seven_ages else THREE_AGES,
        "sex": SEXES,
        "area": areas,
        "background": BACKGROUNDS,
    }
    return {dimension: groups for dimension, groups in dimensions.items() if groups}


def word_of(dimension: str, group: str, areas: Mapping[str, Said]) -> Said:
    """Name a group of a dimension; what was left empty on a card is unknown."""
    if group == UNKNOWN:
        return _("Not said")
    words = {
        "age": {**THREE_AGES, **SEVEN_AGES},
        "sex": SEXES,
        "area": areas,
        "background": BACKGROUNDS,
    }
    return words[dimension].get(group, group)


def shown(sheet: CardSheet) -> dict[str, Shown[str]]:
    """What may be published of the cards: small cells are hidden, and what would tell them.

    Where cards leave a line empty, these are a group too: all groups are as many as the cards.
    """
    found = {}
    for dimension, groups in sheet.counts.items():
        unsaid = sheet.cards - sum(groups.values())
        persons_of = {**groups, UNKNOWN: unsaid} if unsaid else groups
        found[dimension] = hide_small(persons_of, sensitive=dimension in SENSITIVE)
    return found
