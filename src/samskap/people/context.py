"""What the page frame needs to know of whoever reads."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from samskap.base.addresses import address
from samskap.people.decorators import sign_in_path


def person(request: HttpRequest) -> dict[str, Any]:
    """Whoever reads, and the ways in, out and to their own page."""
    reader = getattr(request, "user", None)
    facts: dict[str, Any] = {"person": reader, "is_demo": settings.IS_DEMO}
    if reader is not None and reader.is_authenticated:
        return facts | {
            "my_page_url": address("people:me"),
            "sign_out_url": address("people:sign_out"),
        }
    here = address("people:sign_in")
    if request.path.startswith(here):  # the way back is on this page already
        return facts | {"sign_in_url": here}
    return facts | {"sign_in_url": sign_in_path(request)}
