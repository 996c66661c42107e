"""What is like a statement that somebody writes."""

from samskap.base.finding import keys_like
from samskap.deliberation.models import Deliberation, Standing, Statement
from samskap.kernels.likeness import grams_of, likeness

ALIKE = 0.3  # as in `search.similar`, where it was tried on real sentences
MOST = 3


def alike(deliberation: Deliberation, text: str) -> list[Statement]:
    """Up to three statements of a deliberation that say nearly the same, the most alike first."""
    keys = keys_like(deliberation.municipality, kind="statement", text=text)
    shown = deliberation.statements.filter(pk__in=keys, state=Standing.SHOWN)
    written = grams_of(text.strip())
    found = [(likeness(written, grams_of(each.text)), each) for each in shown]
    near = sorted((one for one in found if one[0] >= ALIKE), key=lambda one: -one[0])
    return [each for _likeness, each in near[:MOST]]
