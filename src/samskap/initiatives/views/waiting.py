"""What of initiatives waits for whoever looks at their desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.base.modules import Task, Waiting
from samskap.initiatives.permissions.initiative import may_answer_invitation
from samskap.initiatives.queries.initiatives import open_invitations
from samskap.municipalities.middleware import MunicipalityRequest

MOST = 10


def invitations_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Invitations to the municipality that the reader may answer, the soonest first."""
    mine = [
        invitation
        for invitation in open_invitations(request.municipality)
        if may_answer_invitation(request.user, invitation)
    ]
    if not mine:
        return None
    return Waiting(
        title=_("Residents invite the municipality"),
        in_all=len(mine),
        tasks=[
            Task(
                title=invitation.initiative.title,
                url=reverse(
                    "initiatives:answer_invitation",
                    args=[invitation.initiative.slug, invitation.pk],
                ),
                note=str(invitation.organisation or ""),
                due_on=invitation.answer_due_on,
            )
            for invitation in mine[:MOST]
        ],
    )
