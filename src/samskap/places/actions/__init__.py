"""Changing places: areas one at a time, borders and population from a file or by hand."""

from samskap.places.actions.areas import add_area, edit_area
from samskap.places.actions.borders import draw_border, set_borders
from samskap.places.actions.change import Change
from samskap.places.actions.population import set_population

__all__ = ["Change", "add_area", "draw_border", "edit_area", "set_borders", "set_population"]
