"""The pages of the reverse invitation."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.design.asking import Asking, posted
from samskap.initiatives.actions import invitations
from samskap.initiatives.forms.frames import AnswerForm, InviteForm
from samskap.initiatives.models import Invitation
from samskap.initiatives.permissions.initiative import may_answer_invitation, may_change
from samskap.initiatives.views.finding import ask, carried_at, initiative_at
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def invite(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show the invitations to the municipality, and let those who carry it write one."""
    if request.method == "POST":
        return send_invitation(request, slug)
    initiative = initiative_at(request, slug)
    sent = initiative.invitations.filter(is_to_municipality=True).select_related(
        "organisation", "by", "answered_by", "municipality"
    )
    shown = [
        {
            "invitation": invitation,
            "who": invitation.organisation or invitation.municipality,
            "may_answer": invitation.accepted is None
            and may_answer_invitation(request.user, invitation),
        }
        for invitation in sent
    ]
    page = {
        "initiative": initiative,
        "invitations": shown,
        "may_invite": may_change(request.user, initiative)
        and initiative.is_open
        and not any(each["invitation"].accepted is None for each in shown),
        "form": InviteForm(municipality=request.municipality),
    }
    return render(request, "initiatives/invite.html", page)


@signed_in
def send_invitation(request: SignedInRequest, slug: str) -> HttpResponse:
    """Invite the municipality."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=InviteForm(request.POST, municipality=request.municipality),
        asking=Asking(
            title=_("Invite the municipality"),
            submit=_("Send the invitation"),
            thanks=_("The invitation is sent. You see here when it is answered."),
        ),
        act=lambda told: invitations.invite_municipality(
            initiative=initiative, by=request.user, **told
        ),
        to=reverse("initiatives:invite", args=[slug]),
    )


@signed_in
def answer(request: SignedInRequest, slug: str, invitation_id: int) -> HttpResponse:
    """Answer for the municipality; whoever cannot only reads."""
    initiative = initiative_at(request, slug)
    invitation: Invitation = get_object_or_404(
        initiative.invitations.filter(is_to_municipality=True).select_related(
            "initiative", "organisation"
        ),
        pk=invitation_id,
    )
    form = AnswerForm(posted(request), municipality=request.municipality)
    if request.method != "POST" and (
        invitation.accepted is not None or not may_answer_invitation(request.user, invitation)
    ):
        return invite(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=form,
        asking=Asking(
            title=_("Will the municipality take part in “%(initiative)s”?")
            % {"initiative": initiative.title},
            lead=invitation.message,
            submit=_("Send the answer"),
            thanks=_("The answer is sent, and everybody can read it."),
        ),
        act=lambda told: invitations.answer_invitation(
            invitation=invitation,
            by=request.user,
            accepted=told["accepted"],
            answer=told["message"],
            organisation=told["organisation"],
        ),
        to=reverse("initiatives:invite", args=[slug]),
    )
