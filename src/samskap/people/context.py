"""What the page frame needs to know of whoever reads."""

from typing import Any

from django.http import HttpRequest


def person(request: HttpRequest) -> dict[str, Any]:
    """Whoever is signed in."""
    return {"person": getattr(request, "user", None)}
