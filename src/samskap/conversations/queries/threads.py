"""Reading threads: what is said, the newest first, each with its first answers."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from samskap.conversations.hosts import Subject
from samskap.conversations.models import Comment, State, Thread
from samskap.municipalities.models import Municipality

NEWEST = ("-at", "-pk")
IN_ORDER = ("at", "pk")
ANSWERS_SHOWN = 3  # below each comment; its own page has all
MOST_PINNED = 5


def thread_of(subject: Subject) -> Thread | None:
    """The thread about something; None while nobody has said anything."""
    threads = Thread.objects.select_related("summarised_by").filter(
        municipality=subject.initiative.municipality_id, kind=subject.kind, key=subject.key
    )
    thread: Thread | None = threads.first()
    if thread:
        thread.initiative = subject.initiative
    return thread


def gathered_by(subject: Subject) -> dict[int, Thread]:
    """The threads about what goes on as a part of something: key of the thread → thread."""
    if not subject.gathers:
        return {}
    threads = Thread.objects.filter(
        municipality=subject.initiative.municipality_id,
        kind=subject.kind,
        key__in=subject.gathers,
    )
    return threads.in_bulk()


def with_hands(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    """Bring along who said each, for whom, and what a moderator decided."""
    return comments.select_related("by", "giver", "speaking_for", "verdict")


def comments_of(*threads: Thread) -> QuerySet[Comment]:
    """What is said in one thread, or in several that go on as one; without answers."""
    said = Comment.objects.filter(thread__in=threads, above=None)
    return with_hands(said.exclude(state=State.HELD))


def pinned_in(thread: Thread) -> list[Comment]:
    """What a facilitator has pinned, the newest pin first."""
    pinned = Comment.objects.filter(thread=thread, pinned_at__isnull=False, state=State.SHOWN)
    return list(with_hands(pinned).order_by("-pinned_at")[:MOST_PINNED])


def answers_to(comment: Comment) -> QuerySet[Comment]:
    """Every answer to one comment."""
    return with_hands(Comment.objects.filter(above=comment).exclude(state=State.HELD))


def first_answers(comments: Iterable[Comment]) -> dict[int | None, list[Comment]]:
    """The first answers to each of some comments, in one query however many there are."""
    number = Window(RowNumber(), partition_by=F("above"), order_by=[F("at").asc(), F("pk").asc()])
    found = Comment.objects.filter(above__in=list(comments)).exclude(state=State.HELD)
    found = found.annotate(number=number)
    answers: dict[int | None, list[Comment]] = defaultdict(list)
    for answer in with_hands(found.filter(number__lte=ANSWERS_SHOWN)).order_by(*IN_ORDER):
        answers[answer.above_id].append(answer)
    return answers


def comments_in(municipality: Municipality) -> QuerySet[Comment]:
    """Comments of a municipality with all that their page needs."""
    found: QuerySet[Comment] = with_hands(Comment.objects.of(municipality))
    return found.select_related(
        "thread__initiative__account", "thread__initiative__municipality", "above__by"
    )
