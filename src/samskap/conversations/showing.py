"""A thread ready to show: on the page of what it is about, or on its own."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.base.keyset import Page, page_of
from samskap.conversations.cards import Row, row_of
from samskap.conversations.forms import SayForm
from samskap.conversations.hosts import Subject
from samskap.conversations.models import Column, Thread
from samskap.conversations.permissions import may_keep, may_talk, may_write_down
from samskap.conversations.queries import threads
from samskap.ledger.hands import hands_of
from samskap.people.decorators import sign_in_path
from samskap.people.models import Person


def shown(request: HttpRequest, subject: Subject, *, form: SayForm | None = None) -> dict[str, Any]:
    """Everything that a thread shows to whoever reads it."""
    thread = threads.thread_of(subject)
    gathered = threads.gathered_by(subject)
    every = [one for one in (thread, *gathered.values()) if one]
    page = page_in(request, every) if every else Page(items=[])
    reader = request.user if isinstance(request.user, Person) else None
    is_open = subject.is_open and subject.initiative.is_open and not (thread and thread.is_closed)
    if form is None and is_open and reader and may_talk(reader):
        form = form_for(reader, subject, thread)
    rows = rows_of(page.items)
    for row in rows:
        say_where_from(row, gathered)
        say_of_which_wording(row, subject)
    address = reverse("conversations:thread", args=[subject.kind, subject.key])
    return {
        "subject": subject,
        "thread": thread,
        "comments": sum(one.comments_shown for one in every),
        "address": address,
        "rows": rows,
        "columns": in_columns(rows) if thread and thread.has_columns else [],
        "pinned": [row_of(comment) for comment in threads.pinned_in(thread)] if thread else [],
        "newer_url": f"{address}?before={page.newer_token}" if page.newer_token else "",
        "older_url": f"{address}?after={page.older_token}" if page.older_token else "",
        "is_open": is_open,
        "form": form if is_open else None,
        "sign_in_url": sign_in_path(request) if reader is None else "",
        "may_keep": may_keep(reader, subject.initiative),
        "may_write_down": is_open and may_write_down(reader, subject.initiative),
    }


def say_where_from(row: Row, gathered: dict[int, Thread]) -> None:
    """Mark what was said about something that goes on here as a part."""
    if about := gathered.get(row.comment.thread_id):
        said = _("said about “%(label)s”") % {"label": about.label or _("what was withdrawn")}
        row.card["note"] = " · ".join(filter(None, [row.card.get("note", ""), said]))


def say_of_which_wording(row: Row, subject: Subject) -> None:
    """Mark what was said about an earlier wording of something that has another one now."""
    since = [words for at, words in subject.wordings if at <= row.comment.at]
    if since and len(since) < len(subject.wordings):
        row.card["note"] = " · ".join(filter(None, [row.card.get("note", ""), since[-1]]))


def page_in(request: HttpRequest, every: list[Thread]) -> Page[Any]:
    """The page of a thread, and of those that go on in it, that an address asks for."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    return page_of(
        threads.comments_of(*every), order=threads.NEWEST, after=after, before=before, size=20
    )


def rows_of(comments: list[Any]) -> list[Row]:
    """Comments with their first answers."""
    answers = threads.first_answers(comments) if comments else {}
    return [row_of(comment, answers.get(comment.pk)) for comment in comments]


def in_columns(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """Sort what stands on one page into the three columns, and the rest below them."""
    for row in rows:
        row.card.pop("kind", None)  # the heading of the column says it
    titles = [*((column.value, str(column.label)) for column in Column), ("", "")]
    sorted_rows = [
        (title, [row for row in rows if row.comment.column == value]) for value, title in titles
    ]
    return [(title, found) for title, found in sorted_rows if title or found]


def form_for(reader: Person, subject: Subject, thread: Thread | None, **more: Any) -> SayForm:
    """The form to say something with."""
    hands = hands_of(reader, subject.initiative.municipality)
    return SayForm(hands=hands, has_columns=bool(thread and thread.has_columns), **more)
