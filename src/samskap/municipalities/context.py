"""What the page frame needs to know of the municipality."""

from typing import Any

from django.http import HttpRequest


def municipality(request: HttpRequest) -> dict[str, Any]:
    """The municipality of this host name."""
    return {"municipality": getattr(request, "municipality", None)}
