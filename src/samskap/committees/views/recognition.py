"""The certificate of a member: one’s own, on the page and on paper."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samskap.base.printed import handed_over, languages
from samskap.committees.certificate import as_pdf, lines_of
from samskap.committees.errors.answer import NothingToCertify
from samskap.committees.queries.certificate import certificate_of
from samskap.committees.views.finding import committee_at
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
@require_GET
def certificate(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show one’s own certificate."""
    committee = committee_at(request, slug)
    found = certificate_of(committee, request.user)
    page = {
        "committee": committee,
        "certificate": found,
        "lines": list(lines_of(found)) if found else [],
        "languages": languages(),
    }
    return render(request, "committees/answer/certificate.html", page)


@signed_in
@require_GET
def certificate_pdf(request: SignedInRequest, slug: str) -> HttpResponse:
    """Give one’s own certificate as a PDF, in the language that is asked for."""
    committee = committee_at(request, slug)
    found = certificate_of(committee, request.user)
    if found is None:
        raise NothingToCertify
    return handed_over(
        request,
        name=lambda: f"{_('Certificate of participation')} {committee.title}",
        write=lambda: as_pdf(found),
    )
