"""Sign-ins of somebody who has deleted their account, on other browsers and machines."""

from django.contrib.sessions.models import Session
from django_tasks import task

BATCH = 500


@task()
def end_sessions(person_id: int) -> None:
    """Delete what browsers have left with us of one person: who signed in, and codes on their way.

    A session says in itself whose it is, and no table leads there; so all are looked through, some
    hundred at a time. None opens anything, as the password that it belongs to is gone.
    """
    after = ""
    while some := list(Session.objects.filter(pk__gt=after).order_by("pk")[:BATCH]):
        theirs = [
            one.pk for one in some if one.get_decoded().get("_auth_user_id") == str(person_id)
        ]
        Session.objects.filter(pk__in=theirs).delete()
        after = some[-1].pk
