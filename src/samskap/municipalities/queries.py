"""Reading municipalities."""

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest

from samskap.base.prepared import Prepared
from samskap.municipalities.models import HostName, Municipality

OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})
LOCAL = ".localhost"

named_host = Prepared(lambda host: Municipality.objects.filter(host_names__host=host), host=str)


def municipality_at(host: str) -> Municipality | None:
    """Find the municipality that answers at a host name.

    Its own host names come first. On one’s own machine `<slug>.localhost` leads to the
    municipality with this slug, and plain `localhost` to the only one there is.
    """
    found = named_host.first(host=host)
    if found is None and host.endswith(LOCAL):
        found = Municipality.objects.filter(slug=host.removesuffix(LOCAL)).first()
    if found is None and host in OWN_MACHINE:
        several = list(Municipality.objects.all()[:2])
        found = several[0] if len(several) == 1 else None
    return found


def has_municipalities() -> bool:
    """Whether the first run is over."""
    return Municipality.objects.exists()


def hosts_of(municipality: Municipality) -> QuerySet[HostName]:
    """The addresses of a municipality, the primary one first."""
    return HostName.objects.filter(municipality=municipality)


def primary_host(municipality: Municipality) -> str:
    """The host name that letters and links use; empty where there is none."""
    return hosts_of(municipality).values_list("host", flat=True).first() or ""


def address_of(municipality: Municipality) -> str:
    """The web address of a municipality, without a slash at its end, for links from elsewhere.

    It asks the database nothing where the host names are fetched already.
    """
    hosts = [each.host for each in municipality.host_names.all()]
    scheme = "https" if settings.IS_HTTPS else "http"
    port = f":{settings.PORT_IN_LINKS}" if settings.PORT_IN_LINKS else ""
    return f"{scheme}://{hosts[0] if hosts else municipality.slug + LOCAL}{port}"


def is_coat_of_arms(request: HttpRequest, path: str) -> bool:
    """Whether a file is the coat of arms of the municipality that was asked: everyone sees it."""
    here: Municipality | None = getattr(request, "municipality", None)
    return here is not None and str(here.coat_of_arms) == path
