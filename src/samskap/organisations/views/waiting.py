"""What of organisations waits for whoever looks at their desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.base.modules import Task, Waiting
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.organisations.queries import requests_waiting_for
from samskap.people.models import Person

MOST = 10


def requests_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Requests to join that the reader may answer, the oldest first."""
    if not isinstance(request.user, Person):
        return None
    waiting = requests_waiting_for(request.user, request.municipality)
    shown = list(waiting[:MOST])
    if not shown:
        return None
    return Waiting(
        title=_("They ask to join an organisation"),
        in_all=waiting.count(),
        tasks=[
            Task(
                title=_("%(person)s asks to join %(organisation)s")
                % {"person": asked.person, "organisation": asked.organisation},
                url=reverse("organisations:members", args=[asked.organisation.slug]),
                note=asked.words,
            )
            for asked in shown
        ],
    )
