"""What guards a view: an administrator of this municipality must be signed in."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from samskap.municipalities.errors import NotAnAdministrator
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.municipalities.permissions import may_administer

P = ParamSpec("P")


class AdministratorRequest(MunicipalityRequest):
    """A request by an administrator of the municipality that was asked."""

    user: Any  # an account, which lives on a floor above


def for_administrators(
    view: Callable[Concatenate[AdministratorRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Let a view be reached only by administrators; whoever is not signed in does so first."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        municipality = request.municipality  # type: ignore[attr-defined]
        if may_administer(request.user, municipality):
            return view(request, *args, **kwargs)  # type: ignore[arg-type]
        if request.user.is_authenticated:
            raise NotAnAdministrator(municipality=municipality)
        back = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
        return redirect_to_login(back)

    return guarded
