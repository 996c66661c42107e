"""Where sessions are kept: a row that brings the person along, found with one question a page."""

import hashlib
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.people.models import Person, Session

# What the session says beside who is signed in: at which municipality, in what browser, whether a
# second factor or a national e-ID was shown; by which provider, where it was not by a code from an
# e-mail, and when the owner then showed the account’s e-mail address as well.
MUNICIPALITY, DEVICE, IS_STRONG = "municipality", "device", "is_strong"
PROVIDER, ADDRESS_SHOWN = "people_provider", "address_shown"


class SessionStore(SessionBase):
    """One session, as the framework reads and writes it."""

    row: Session | None = None

    def load(self) -> dict[str, Any]:
        """Read it, and note once a day that it is used."""
        now = timezone.now()
        self.row = Session.open_now.first(key=hashed(self.session_key), now=now)
        if self.row is None:
            self._session_key = None
            return {}
        today = timezone.localdate(now)
        if self.row.seen_on < today:
            Session.objects.filter(pk=self.row.pk).update(seen_on=today)
        kept: dict[str, Any] = self.row.kept
        return kept

    def person_at(self, municipality: Municipality | None) -> Person | None:
        """Whoever is signed in, at this municipality, while the account is open.

        A session is worth nothing at another municipality than the one it was opened at: what opens
        an account there is chosen by others. One that does not say where is worth nothing at all.
        """
        where = self.get(MUNICIPALITY)  # this reads it
        person = self.row.person if self.row else None
        if person is None or not person.is_active:
            return None
        is_here = municipality is not None and municipality.pk == where
        return person if is_here else None

    def exists(self, session_key: str) -> bool:
        """Whether a key is taken."""
        return Session.objects.filter(pk=hashed(session_key)).exists()

    def create(self) -> None:
        """Begin a new one, under a key that nobody has."""
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        """Write it. Raises CreateError where the key is taken, UpdateError where it has ended."""
        if self.session_key is None:
            self.create()
            return
        kept = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        facts = {
            "kept": kept,
            "person_id": int(kept[SESSION_KEY]) if SESSION_KEY in kept else None,
            "ends_at": self.get_expiry_date(),
        }
        key = hashed(self.session_key)
        if not must_create:
            if not Session.objects.filter(pk=key).update(**facts):
                raise UpdateError
            return
        try:
            with transaction.atomic():
                Session.objects.create(key=key, **facts)
        except IntegrityError as taken:
            raise CreateError from taken

    def delete(self, session_key: str | None = None) -> None:
        """End it."""
        key = session_key or self.session_key
        if key is not None:
            Session.objects.filter(pk=hashed(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        """Forget those that have ended."""
        Session.objects.filter(ends_at__lt=timezone.now()).delete()


def hashed(key: str | None) -> str:
    """What is kept of a key."""
    return hashlib.sha256((key or "").encode()).hexdigest()
