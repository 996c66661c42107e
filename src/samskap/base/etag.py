"""An answer in a few bytes for a page that is the same as last time."""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response

import samskap

HOUSE = Path(samskap.__file__).parent

P = ParamSpec("P")
Asked = TypeVar("Asked", bound=HttpRequest)
View = Callable[Concatenate[Asked, P], HttpResponse]
Version = Callable[Concatenate[Asked, P], object]


def unchanged(version: Version[Asked, P]) -> Callable[[View[Asked, P]], View[Asked, P]]:
    """Let a view answer 304 while what it shows has not changed.

    version  takes what the view takes, and returns anything whose text changes with the page, e.g.
             the account’s version; None where the page must be made anew

    The person, the language, the secret of their forms and the release belong to the tag, so that
    nobody is ever shown another’s page. While a message waits to be read, the page is made anew.
    """

    def decorate(view: View[Asked, P]) -> View[Asked, P]:
        @wraps(view)
        def answer(request: Asked, /, *args: P.args, **named: P.kwargs) -> HttpResponse:
            now = None if _has_messages(request) else version(request, *args, **named)
            if request.method not in {"GET", "HEAD"} or now is None:
                return view(request, *args, **named)
            tag = _tag(request, str(now))
            response = get_conditional_response(request, etag=tag)
            if response is None:
                response = view(request, *args, **named)
                if response.status_code != 200:
                    return response
            response.headers["ETag"] = tag
            # The browser keeps it, nothing between does; and it asks each time.
            response.headers["Cache-Control"] = "private, no-cache"
            return response

        return answer

    return decorate


def _has_messages(request: HttpRequest) -> bool:
    """Say whether something waits to be told on the next page, without telling it."""
    waiting: Any = get_messages(request)
    return bool(len(waiting)) if hasattr(waiting, "__len__") else False


def _tag(request: HttpRequest, version: str) -> str:
    """Make the tag of one page for one person in one language."""
    parts = [
        release(),
        version,
        request.get_host(),
        request.get_full_path(),
        str(getattr(getattr(request, "user", None), "pk", None)),
        translation.get_language() or "",
        request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""),
        request.headers.get("HX-Request", ""),
        request.headers.get("Accept", ""),
    ]
    tag = hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
    return f'"{tag}"'


@cache
def release() -> str:
    """Name the program as it stands, by what its code, templates and messages say."""
    read = hashlib.blake2b(digest_size=16)
    for path in sorted(HOUSE.rglob("*")):
        if path.suffix in {".py", ".html", ".mo"}:
            read.update(path.read_bytes())
    return read.hexdigest()
