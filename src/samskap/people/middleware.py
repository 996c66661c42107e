"""Knows who reads, and speaks the reader’s language."""

from collections.abc import Callable, Collection
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from samskap.people.sessions import IS_STRONG, SessionStore

NOBODY = AnonymousUser()
SAME_AS = {"no": "nb"}  # “Norwegian” without saying which: most who ask so read bokmål


class PersonMiddleware:
    """Sets `request.user`: whoever is signed in, whom the session brings along; else nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        here = getattr(request, "municipality", None)
        session: SessionStore = request.session  # type: ignore[assignment]
        person = session.person_at(here)
        if person is not None:
            person.is_strong = session.get(IS_STRONG, False)
        request.user = person or NOBODY
        return self.get_response(request)


class LanguageMiddleware:
    """Chooses the language: what the reader chose, else what the browser asks for, else the first.

    A browser is given what it asks for when the municipality speaks it; where there is no
    municipality, any language of the house will do.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = self.language_for(request)
        if request.user.is_authenticated:
            request.user.roles_kept = {}  # asked once a request, however often
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            if response.status_code == HTTPStatus.FORBIDDEN and needs_second_factor(request):
                response = redirect("people:second_factor")
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Accept-Language",))
        return response

    def language_for(self, request: HttpRequest) -> str:
        """The cookie first, then the account, the browser, and the municipality."""
        known = dict(settings.LANGUAGES)
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen in known:
            return chosen
        if request.user.is_authenticated and request.user.language in known:
            return str(request.user.language)
        tenant = getattr(request, "municipality", None)
        spoken = [*tenant.languages, tenant.default_language] if tenant else known
        otherwise = tenant.default_language if tenant else settings.LANGUAGE_CODE
        return asked_for(request, among=spoken) or str(otherwise)


def needs_second_factor(request: HttpRequest) -> bool:
    """Whether whoever was turned away has a role that sleeps; programs are told no as it is."""
    found = request.resolver_match
    asleep = getattr(request.user, "roles_asleep", None)
    return bool(asleep) and not (found and "api" in found.namespaces)


def asked_for(request: HttpRequest, *, among: Collection[str]) -> str:
    """Return the language the browser asks for first among these; empty where it asks for none."""
    for tag, weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        code = tag.split("-")[0]
        code = SAME_AS.get(code, code)
        if weight and code in among:
            return code
    return ""
