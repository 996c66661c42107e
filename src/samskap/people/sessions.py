"""Sessions in the database, found with questions that are put into SQL once."""

from datetime import datetime
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from samskap.base.prepared import Prepared
from samskap.people.models import Person

open_session = Prepared(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now),
    key=str,
    now=datetime,
)
person_by_key = Prepared(lambda key: Person.objects.filter(pk=key), key=int)


class SessionStore(db.SessionStore):
    """Django’s sessions; every page looks for one, so the question stands ready."""

    def _get_session_from_db(self) -> Session | None:
        """The session of this key, while it lasts."""
        found = open_session.first(key=self.session_key or "", now=timezone.now())
        if found is None:
            self._session_key = None
        return found


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """Sign-in as allauth does it; who reads a page is found with a question that stands ready."""

    def get_user(self, user_id: Any) -> Person | None:
        """The person of a session, while the account is open."""
        found = person_by_key.first(key=int(user_id))
        return found if found and self.user_can_authenticate(found) else None
