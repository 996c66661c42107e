"""The stories of the town centre, by what they are about."""

from samskap.config.demo.stories.town.families import family_workshop, groceries
from samskap.config.demo.stories.town.newcomers import language_and_work
from samskap.config.demo.stories.town.shops import empty_shops
from samskap.config.demo.stories.town.streets import benches, wheelchair_map

__all__ = [
    "benches",
    "empty_shops",
    "family_workshop",
    "groceries",
    "language_and_work",
    "wheelchair_map",
]
