"""Finding what an address names, in this municipality and no other, for whoever may see it."""

from mimetypes import guess_type
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from samskap.hearings.errors import NotYoursToSteward
from samskap.hearings.models import Hearing, HearingStatement
from samskap.hearings.permissions import may_see, may_steward
from samskap.hearings.queries.hearings import hearings_in
from samskap.hearings.queries.statements import statements_of
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest

MOST_NUMBER = 10**9  # more than any hearing has, and fits into any column


def the_hearing(request: MunicipalityRequest, slug: str) -> Hearing:
    """The hearing at an address; one that is only planned is not there for others."""
    found: Hearing = get_object_or_404(hearings_in(request.municipality), slug=slug)
    if not may_see(request.user, found):
        raise Http404
    return found


def stewarded_hearing(request: SignedInRequest, slug: str) -> Hearing:
    """The hearing at an address, for those who look after it."""
    found = the_hearing(request, slug)
    if not may_steward(request.user, found):
        raise NotYoursToSteward
    return found


def the_statement(request: MunicipalityRequest, slug: str, number: int) -> HearingStatement:
    """The statement at an address; what was taken back is not there."""
    hearing = the_hearing(request, slug)
    if number > MOST_NUMBER:
        raise Http404
    found: HearingStatement = get_object_or_404(statements_of(hearing), number=number)
    found.hearing = hearing
    return found


def handed_out(file: Any) -> HttpResponse:
    """Hand a file out as something to keep, never as a page; 404 where it is gone."""
    if not file or not file.storage.exists(file.name):
        raise Http404
    kind, name = guess_type(file.name)[0], file.name.rsplit("/", 1)[-1]
    with file.open() as opened:
        answer = HttpResponse(opened.read(), content_type=kind or "application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
