"""Sessions: ended by whoever is signed in there, one by one or all but this one."""

from django.db import transaction

from samskap.base.memory import remember
from samskap.people.models import Person, Session


@transaction.atomic
def end_session(*, session: Session, by: Person) -> None:
    """Sign oneself out in one browser."""
    Session.objects.filter(pk=session.pk, person=by).delete()
    remember("people.session_ended", by=by.pseudonym_key, about=by)


@transaction.atomic
def end_sessions(*, of: Person, by: Person | None, but: str = "") -> int:
    """Sign a person out everywhere, and return in how many browsers.

    but  the key of the session that stays
    """
    ended, _each = Session.objects.filter(person=of).exclude(pk=but).delete()
    remember("people.sessions_ended", by=by.pseudonym_key if by else None, about=of)
    return ended
