"""What the page frame needs to know of the municipality."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from samskap.base.addresses import address
from samskap.municipalities.permissions import may_administer


def municipality(request: HttpRequest) -> dict[str, Any]:
    """The municipality of this host name, and the links at the foot of every page."""
    found = getattr(request, "municipality", None)
    if found is None:
        return {"municipality": None, "footer_links": []}
    links = [
        (_("About us"), address("municipalities:about")),
        (_("Contact"), address("municipalities:contact")),
        (_("Privacy"), address("municipalities:privacy")),
        (_("Accessibility statement"), address("municipalities:accessibility")),
    ]
    if may_administer(getattr(request, "user", None), found):
        links.append((_("Set up the municipality"), address("municipalities:settings")))
    return {"municipality": found, "footer_links": links}
