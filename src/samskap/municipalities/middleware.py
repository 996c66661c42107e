"""Finds the municipality whose host name was asked for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from samskap.municipalities.models import Municipality


class MunicipalityRequest(HttpRequest):
    """A request to one municipality."""

    municipality: Municipality


class MunicipalityMiddleware:
    """Sets `request.municipality`; None where no municipality has this host name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = request.get_host().rsplit(":", 1)[0].lower()
        request.municipality = Municipality.objects.filter(  # type: ignore[attr-defined]
            host_names__host=host
        ).first()
        return self.get_response(request)
