"""Speaks the reader’s language."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


class LanguageMiddleware:
    """Chooses the language: what the reader chose, else the municipality’s first language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = self.language_for(request)
        if request.user.is_authenticated:
            request.user.roles_kept = {}  # asked once a request, however often
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    def language_for(self, request: HttpRequest) -> str:
        """The cookie first, then the account, then the municipality."""
        known = dict(settings.LANGUAGES)
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen in known:
            return chosen
        if request.user.is_authenticated and request.user.language in known:
            return str(request.user.language)
        tenant = getattr(request, "municipality", None)
        return str(tenant.default_language) if tenant else settings.LANGUAGE_CODE
