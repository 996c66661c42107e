"""What is about me: my archive, and who looked."""

from uuid import UUID

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samskap.base.rates import count
from samskap.people.decorators import SignedInRequest, address_shown, signed_in
from samskap.people.models import Role
from samskap.people.queries import consents_of
from samskap.privacy.actions.archives import ask_for_archive
from samskap.privacy.errors import ArchiveIsGone
from samskap.privacy.models import Archive
from samskap.privacy.queries.held import what_stays


@never_cache
@signed_in
def mine(request: SignedInRequest) -> HttpResponse:
    """Show what one can do about one’s own data."""
    newest = Archive.objects.of(request.municipality).filter(person=request.user).first()
    roles = request.user.roles_in(request.municipality)
    facts = {
        "archive": newest,
        "consents": consents_of(request.user, request.municipality),
        "stays": what_stays(has_office=roles != {Role.Name.RESIDENT}),
    }
    return render(request, "privacy/mine.html", facts)


@signed_in
@require_POST
@address_shown
def ask(request: SignedInRequest) -> HttpResponse:
    """Ask for everything about oneself as one file."""
    count(request, "own_archive")
    ask_for_archive(
        by=request.user,
        municipality=request.municipality,
        language=get_language() or request.municipality.default_language,
    )
    messages.success(
        request, _("Your archive is being put together. You get a notice when it is ready.")
    )
    return redirect("privacy:mine")


@require_safe
@signed_in
@address_shown
def archive(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Hand out an archive to the person it is about, while its time lasts, and to nobody else."""
    own = Archive.objects.of(request.municipality).filter(person=request.user)
    found = get_object_or_404(own, key=key)
    if found.ready_at is None:
        raise Http404
    if not found.can_be_fetched or not default_storage.exists(found.file_name):
        raise ArchiveIsGone
    answer = FileResponse(
        default_storage.open(found.file_name),
        as_attachment=True,
        filename=f"samskap-{found.ready_at:%Y-%m-%d}.zip",
        content_type="application/zip",
    )
    answer.headers["Cache-Control"] = "no-store, private"
    return answer  # type: ignore[return-value]
