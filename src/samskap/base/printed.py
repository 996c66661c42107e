"""Papers to take along: a PDF in the language that one asks for."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.text import slugify

from samskap.base.rates import count


def languages() -> list[tuple[str, str]]:
    """The languages that a paper can be had in, each by its own name."""
    return [
        (code, translation.get_language_info(code)["name_local"])
        for code, _name in settings.LANGUAGES
    ]


def handed_over(
    request: HttpRequest, *, name: Callable[[], str], write: Callable[[], bytes]
) -> HttpResponse:
    """Hand a PDF over, in the language that `?in=` names; else in the one that is read.

    name, write  called while that language is spoken

    Refuses with TooOften.
    """
    count(request, "papers")
    asked = request.GET.get("in", "")
    language = asked if asked in dict(settings.LANGUAGES) else translation.get_language()
    with translation.override(language):
        written, named = write(), slugify(name())
    answer = HttpResponse(written, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{named}.pdf"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
