"""The bare pages: a list of twenty, and a write of two rows."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from benchmarks.bare.models import Comment, Vote
from samskap.initiatives.models import Initiative


def health(request: HttpRequest) -> HttpResponse:
    """Say that the server is there."""
    return HttpResponse("ok")


def page(request: HttpRequest) -> HttpResponse:
    """The twenty newest initiatives with their places, for whoever is signed in."""
    newest = Initiative.objects.order_by("-raised_at", "-pk").prefetch_related("areas")[:20]
    return render(request, "bare/page.html", {"initiatives": newest})


@require_POST
def write(request: HttpRequest, idea: int) -> HttpResponse:
    """Vote and comment, in one transaction."""
    with transaction.atomic():
        Vote.objects.create(idea_key=idea, person_key=request.user.pk)
        Comment.objects.create(
            idea_key=idea, person_key=request.user.pk, text=request.POST.get("title", "")
        )
    return redirect(f"/ideas/{idea}/")
