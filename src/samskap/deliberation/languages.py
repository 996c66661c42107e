"""In which language somebody reads what people stated: as they choose, else that of the page."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import get_language

from samskap.base.languages import CONTENT_LANGUAGES

NAME = "statements_in"
"""What the choice is called in an address."""
AS_WRITTEN = "written"
CHOICES = frozenset({AS_WRITTEN, *(code for code, _name in CONTENT_LANGUAGES)})


def wanted(chosen: str = "") -> Sequence[str]:
    """The languages that somebody wants to read in, the best first; none for all as it was written.

    chosen  one of CHOICES; empty where nobody has chosen, and the language of the page counts
    """
    if chosen == AS_WRITTEN:
        return ()
    spoken = get_language() or settings.LANGUAGE_CODE
    return tuple(dict.fromkeys(filter(None, (chosen, spoken))))
