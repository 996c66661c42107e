"""Sessions of tests: whoever `client.force_login` signs in is signed in at every host name."""

from typing import Any

from django.http import HttpRequest

from samskap.municipalities.models import Municipality
from samskap.people import sessions
from samskap.people.models import Person
from samskap.people.sessions import MUNICIPALITY

EVERYWHERE = "of_a_test"  # in the session


class SessionStore(sessions.SessionStore):
    """The house’s own, which lets in whoever a test has put there; nobody else."""

    def person_at(self, municipality: Municipality | None) -> Person | None:
        """Whoever is signed in here; a test that signs somebody in names no municipality."""
        if municipality is None or EVERYWHERE not in self:
            return super().person_at(municipality)
        changed, self[MUNICIPALITY] = self.modified, municipality.pk
        self.modified = changed  # no page writes for that
        return super().person_at(municipality)


def sign_in_everywhere(request: HttpRequest, **signal: Any) -> None:
    """Mark a session that a test made without a page; what comes from a page knows its place."""
    if not hasattr(request, "municipality"):
        request.session[EVERYWHERE] = True
