import pytest

from samskap.meetings.models import Attendance
from samskap.meetings.queries.attendance import attendance_of
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meetings import past_event
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def noted(event, person, came):
    return Attendance.objects.create(
        municipality=event.municipality, event=event, person=person, came=came
    )


def test_attendance_counts_those_asked_for_and_only_what_is_written_down(
    django_assert_num_queries,
):
    initiative = InitiativeFactory()
    first, second, _unwritten = (past_event(initiative=initiative) for _ in range(3))
    ada, bo, guest = PersonFactory(), PersonFactory(), PersonFactory()
    noted(first, ada, True)
    noted(first, bo, False)
    noted(first, guest, True)
    noted(second, ada, False)

    with django_assert_num_queries(1):
        found = attendance_of(initiative, [ada, bo])

    assert found == [(first, 1, 2), (second, 0, 1)]
