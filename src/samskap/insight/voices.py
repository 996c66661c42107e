"""Whether new voices take part in an initiative, and whether what they say is taken in."""

from datetime import datetime

from django.db.models import Min

from samskap.initiatives.models import Initiative
from samskap.kernels.new_voices import NewVoices, new_voices
from samskap.ledger.models import Contribution, Side
from samskap.meetings.models import Attendance
from samskap.meetings.queries.voices import adopted_since, voices_of

MOST_ROWS = 5000  # of an account; of more it is not worked out while somebody waits for the page


def voices_in(initiative: Initiative) -> NewVoices | None:
    """Say how many of those who take part in an initiative are new; None of too many rows.

    Whoever takes part gave something outside the public side, or came to an event. Those who gave
    on paper are known by no account, and are not among them.

    Source: domain 4.4.
    """
    account = initiative.account
    if account.rows > MOST_ROWS:
        return None
    given = Contribution.objects.filter(
        account=account, side=Side.NON_PUBLIC, giver__person__isnull=False
    )
    first: dict[int, datetime] = dict(
        given.order_by().values_list("giver__person").annotate(first=Min("at"))
    )
    came = Attendance.objects.filter(event__initiative=initiative, came=True)
    for person, at in came.values_list("person", "event__starts_at"):
        first[person] = min(at, first.get(person, at))
    voices = voices_of(first, initiative.municipality)
    return new_voices(voices, adopted_since(account, None, first))
