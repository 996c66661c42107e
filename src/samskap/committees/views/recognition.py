"""The certificate of a member: one’s own, on the page and on paper."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

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
        "languages": [
            (code, translation.get_language_info(code)["name_local"])
            for code, _name in settings.LANGUAGES
        ],
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
    asked = request.GET.get("in", "")
    language = asked if asked in dict(settings.LANGUAGES) else translation.get_language()
    with translation.override(language):
        written = as_pdf(found)
        name = slugify(f"{_('Certificate of participation')} {committee.title}")
    answer = HttpResponse(written, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
