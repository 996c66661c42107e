"""Writing down how often a standing committee met in a year."""

from django.db import transaction

from samskap.base.memory import remember
from samskap.committees.errors.answer import NotYoursToCount
from samskap.committees.errors.committee import NoElectedBody
from samskap.committees.models import MeetingsHeld
from samskap.committees.permissions import may_count_meetings
from samskap.organisations.models import Organisation
from samskap.people.models import Person


@transaction.atomic
def write_down(
    *, body: Organisation, year: int, meetings: int, source: str, by: Person
) -> MeetingsHeld:
    """Keep the number of meetings of a body in a year; said again, the newer number holds.

    Refuses with NotYoursToCount or NoElectedBody.
    """
    if not may_count_meetings(by, body.municipality):
        raise NotYoursToCount
    if body.kind not in Organisation.ELECTED_KINDS:
        raise NoElectedBody(name=body.name)
    held, _is_new = MeetingsHeld.objects.update_or_create(
        body=body,
        year=year,
        defaults={
            "municipality": body.municipality,
            "meetings": meetings,
            "source": source.strip(),
            "by": by,
        },
    )
    remember("committees.meetings_counted", by=by.pseudonym_key, about=held)
    return held
