"""What the page frame needs to know of notices."""

from typing import Any

from django.http import HttpRequest


def unread(request: HttpRequest) -> dict[str, Any]:
    """How many notices the reader has not opened."""
    return {}
