"""Telling that somebody has opened a page which shows more about people than others may see."""

from django.db.models import Model
from django.http import HttpRequest

from samskap.base.modules import announced


def seen(request: HttpRequest, what: str, *, about: Model | None = None) -> None:
    """Tell whoever keeps the log that a sensitive page is being shown.

    what   the key of the page, announced by its module (`Module.sensitive`)
    about  the person whose data it shows; None where it is a list of many
    """
    for write_down in announced("watches"):
        write_down(request, what, about)
