"""What the page frame needs to know of notices."""

from typing import Any

from django.http import HttpRequest

from samskap.base.addresses import address
from samskap.notices.queries import unread_count
from samskap.people.models import Person


def unread(request: HttpRequest) -> dict[str, Any]:
    """How many notices the reader has not read; one question for each request, however often."""
    municipality = getattr(request, "municipality", None)
    reader = getattr(request, "user", None)
    if municipality is None or not isinstance(reader, Person):
        return {}
    counted = getattr(request, "notices_counted", None)
    if counted is None:
        counted = unread_count(reader, municipality)
        request.notices_counted = counted  # type: ignore[attr-defined]
    return {"unread_notices": counted, "notices_url": address("notices:list")}
