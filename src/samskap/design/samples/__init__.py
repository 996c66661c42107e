"""Invented things to show the components with, in the reader’s language."""

from samskap.design.samples.charts import CHARTS
from samskap.design.samples.forms import asked, refused
from samskap.design.samples.given import contributions
from samskap.design.samples.ladders import CONDITIONS, LADDERS
from samskap.design.samples.maps import FJORDVIK, MAP
from samskap.design.samples.page import everything

__all__ = [
    "CHARTS",
    "CONDITIONS",
    "FJORDVIK",
    "LADDERS",
    "MAP",
    "asked",
    "contributions",
    "everything",
    "refused",
]
