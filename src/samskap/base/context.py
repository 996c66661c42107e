"""What the page frame needs on every page."""

from functools import cache
from typing import Any

from django.http import HttpRequest

from samskap.base.addresses import address
from samskap.base.modules import MenuItem, all_modules, announced


def frame(request: HttpRequest) -> dict[str, Any]:
    """The main menu, as the modules announced it."""
    items: list[MenuItem] = sorted(announced("menu"), key=lambda item: item.order)
    menu = [(item.title, address(item.route)) for item in items]
    # Where one entry leads below another, only the nearer one is where the reader is.
    above = [url for _title, url in menu if request.path.startswith(url)]
    here = max(above, key=len, default=None)
    return {
        "menu": [(title, url, url == here) for title, url in menu],
        "search_url": search_url(),
    }


@cache
def search_url() -> str:
    """The page on which everything is found; empty where no module brings one."""
    routes = [module.search for module in all_modules() if module.search]
    return address(routes[0]) if routes else ""
