"""Steps, frames, what stops and who was invited, each as a list of open data."""

from django.shortcuts import get_object_or_404
from ninja import Router

from samskap.base.open_data import Rows, listing
from samskap.initiatives.api import (
    DeadlineOut,
    FrameOut,
    InvitationOut,
    ScrapOut,
    StepOut,
    version_of,
)
from samskap.initiatives.models import (
    Deadline,
    Frame,
    Initiative,
    Invitation,
    ScrapEntry,
    StateChange,
)
from samskap.initiatives.queries.frames import frames_of
from samskap.municipalities.middleware import MunicipalityRequest

router = Router(tags=["initiatives"])


def initiative_at(request: MunicipalityRequest, slug: str) -> Initiative:
    """The initiative at an address of this municipality; 404 where there is none."""
    found: Initiative = get_object_or_404(Initiative.objects.of(request.municipality), slug=slug)
    return found


@listing(router, "/{slug}/steps", row=StepOut, version=version_of)
def list_steps(request: MunicipalityRequest, slug: str) -> Rows[StateChange]:
    """Every step of one initiative, the newest first.

    A decision may walk through several states at one moment; here each of them is told.
    """
    changes = initiative_at(request, slug).changes.all()
    return Rows(found=changes, order=("-at", "-pk"), out=StepOut.from_orm)


@listing(router, "/{slug}/frames", row=FrameOut, version=version_of)
def list_frames(request: MunicipalityRequest, slug: str) -> Rows[Frame]:
    """Every version of the frame of one initiative, the newest first."""
    frames = frames_of(initiative_at(request, slug))
    return Rows(found=frames, order=("-version",), out=FrameOut.from_orm)


@listing(router, "/{slug}/scraps", row=ScrapOut, version=version_of)
def list_scraps(request: MunicipalityRequest, slug: str) -> Rows[ScrapEntry]:
    """What stops to make room for one initiative, the soonest first."""
    scraps = initiative_at(request, slug).scraps.all()
    return Rows(found=scraps, order=("stops_on", "pk"), out=ScrapOut.from_orm)


@listing(router, "/{slug}/deadlines", row=DeadlineOut, version=version_of)
def list_deadlines(request: MunicipalityRequest, slug: str) -> Rows[Deadline]:
    """Days that a rule gives one initiative, the soonest first."""
    found = initiative_at(request, slug).deadlines.all()
    return Rows(found=found, order=("due_on", "pk"), out=DeadlineOut.from_orm)


@listing(router, "/{slug}/invitations", row=InvitationOut, version=version_of)
def list_invitations(request: MunicipalityRequest, slug: str) -> Rows[Invitation]:
    """Invitations of the municipality to one initiative, the newest first."""
    sent = initiative_at(request, slug).invitations.filter(is_to_municipality=True)
    return Rows(found=sent, order=("-at", "-pk"), out=InvitationOut.from_orm)
