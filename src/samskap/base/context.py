"""What the page frame needs on every page."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from samskap.base.modules import MenuItem, announced


def frame(request: HttpRequest) -> dict[str, Any]:
    """The main menu, as the modules announced it."""
    items: list[MenuItem] = sorted(announced("menu"), key=lambda item: item.order)
    menu = [(item.title, reverse(item.route)) for item in items]
    return {"menu": [(title, url, request.path.startswith(url)) for title, url in menu]}
