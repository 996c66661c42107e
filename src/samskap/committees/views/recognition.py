"""The certificate of a member: one’s own, or for who has no account; on the page and on paper."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samskap.base.printed import handed_over, languages
from samskap.committees.certificate import as_pdf, lines_of
from samskap.committees.errors.answer import NothingToCertify
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.models import Committee, Member
from samskap.committees.permissions import may_keep
from samskap.committees.queries.certificate import certificate_of
from samskap.committees.views.finding import committee_at
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


def whose(request: SignedInRequest, committee: Committee) -> Person | Member:
    """Oneself; or with `?member=`, for those who keep the committee, who has no account."""
    key = request.GET.get("member")
    if not key:
        return request.user
    if not may_keep(request.user, committee):
        raise NotYoursToKeep(committee=committee.title)
    members = committee.members.filter(person=None).select_related("giver")
    found: Member | None = next((each for each in members if str(each.pk) == key), None)
    if found is None:
        raise Http404
    return found


@signed_in
@require_GET
def certificate(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show a certificate."""
    committee = committee_at(request, slug)
    of = whose(request, committee)
    found = certificate_of(committee, of)
    page = {
        "committee": committee,
        "member": of if isinstance(of, Member) else None,
        "certificate": found,
        "lines": list(lines_of(found)) if found else [],
        "languages": languages(),
    }
    return render(request, "committees/answer/certificate.html", page)


@signed_in
@require_GET
def certificate_pdf(request: SignedInRequest, slug: str) -> HttpResponse:
    """Give a certificate as a PDF, in the language that is asked for."""
    committee = committee_at(request, slug)
    found = certificate_of(committee, whose(request, committee))
    if found is None:
        raise NothingToCertify
    return handed_over(
        request,
        name=lambda: f"{_('Certificate of participation')} {committee.title}",
        write=lambda: as_pdf(found),
    )
