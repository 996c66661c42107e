"""The page of the demo’s outbox: on a machine that sends no mail, letters are read here."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from samskap.config.outbox import letters

SHOWN = 30  # letters on the page; the folder keeps them all


@require_safe
@never_cache
def outbox(request: HttpRequest) -> HttpResponse:
    """Show the newest letters first. Only a demo has this page: it holds everybody’s codes."""
    if not settings.IS_DEMO:
        raise Http404
    shown = []
    for _name, letter in reversed(list(letters(Path(settings.EMAIL_FILE_PATH)))[-SHOWN:]):
        body = letter.get_body(preferencelist=("plain",))
        shown.append(
            {
                "to": letter["to"],
                "subject": letter["subject"],
                "text": body.get_content() if body else "",
            }
        )
    return render(request, "config/outbox.html", {"letters": shown})
