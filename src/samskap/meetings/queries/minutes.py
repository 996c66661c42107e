"""Reading minutes: the newest version, who has answered, and what they settled."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from samskap.meetings.models import AgendaItem, Attendance, Event, Minutes, Point, Reply
from samskap.meetings.words import said, where_of
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


def newest_of(event: Event) -> Minutes | None:
    """The newest version of the minutes of an event."""
    found: Minutes | None = event.minutes.select_related("written_by").order_by("-number").first()
    return found


def versions_of(event: Event) -> "QuerySet[Minutes]":
    """Every version, the newest first."""
    versions: QuerySet[Minutes] = event.minutes.order_by("-number")
    return versions


def replies_to(minutes: Minutes) -> "QuerySet[Reply]":
    """What those who came say, the first first."""
    replies: QuerySet[Reply] = minutes.replies.select_related("person")
    return replies


def points_of(event: Event) -> list[Point]:
    """What was decided and promised at an event."""
    return list(
        event.points.select_related(
            "decision__initiative",
            "commitment__initiative",
            "commitment__partner__organisation",
            "commitment__partner__person",
        )
    )


def undecided() -> "QuerySet[Minutes]":
    """The minutes that wait for answers everywhere: sent, not approved, and with no version after.

    A version that was sent and then written anew waits for nobody.
    """
    later = Minutes.objects.filter(event=OuterRef("event"), number__gt=OuterRef("number"))
    sent: QuerySet[Minutes] = Minutes.objects.filter(sent_at__isnull=False, approved_at=None)
    return sent.exclude(Exists(later)).select_related("event").order_by("answer_by", "pk")


def waiting_for(person: Person, municipality: Municipality) -> "QuerySet[Minutes]":
    """The minutes of events to which somebody came, and to which they have not answered."""
    answered = Reply.objects.filter(minutes=OuterRef("pk"), person=person)
    came = Attendance.objects.filter(person=person, came=True)
    here = undecided().filter(municipality=municipality, event__attendances__in=came)
    return here.exclude(Exists(answered))


def due() -> "QuerySet[Minutes]":
    """The minutes whose day for answers is over, and to which no correction waits for an answer."""
    opposed = Reply.objects.filter(minutes=OuterRef("pk"), answer="").exclude(correction="")
    return undecided().filter(answer_by__lt=timezone.localdate()).exclude(Exists(opposed))


def first_draft_of(event: Event) -> str:
    """What a draft begins with: when and where it was, and the agenda, point by point.

    A body under the Norwegian Local Government Act writes down at least when and where it met, who
    was there, what it took up and what it decided (kommuneloven § 11-4).
    """
    taken_in = event.agenda.filter(status=AgendaItem.Status.TAKEN_IN)
    points = [
        f"{number}. {title}\n"
        for number, title in enumerate(taken_in.values_list("title", flat=True), 1)
    ]
    return "\n".join([f"{said(event)}, {where_of(event)}", "", *points])
