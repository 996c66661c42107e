"""What conversations show on pages below them, and on the desk."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Panel, Task, Waiting
from samskap.conversations.hosts import about_decision
from samskap.conversations.models import Comment
from samskap.conversations.queries import moderation
from samskap.initiatives.models import Decision
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

MOST = 10  # lines on the desk


def decision_panel(request: HttpRequest, decision: Decision) -> Panel:
    """What people say about a decision."""
    return Panel(template="conversations/panel.html", facts={"talk": about_decision(decision)})


def waiting(request: MunicipalityRequest) -> Waiting | None:
    """Reports and appeals that wait for whoever looks, the oldest first."""
    reader = request.user
    if not isinstance(reader, Person):
        return None
    reported = moderation.reported(reader, request.municipality)
    appeals = moderation.open_appeals(reader, request.municipality)
    shown_appeals = list(appeals[:MOST])
    shown_reports = list(reported.order_by("at", "pk")[:MOST])
    held = moderation.held(reader, request.municipality)
    shown_held = list(held[:MOST])
    if not (shown_appeals or shown_reports or shown_held):
        return None
    tasks = [
        Task(
            title=_("An appeal"),
            url=reverse("conversations:decide", args=[appeal.pk]),
            note=about(appeal.verdict.comment),
        )
        for appeal in shown_appeals
    ]
    tasks += [
        Task(
            title=_("A reported comment"),
            url=reverse("conversations:judge", args=[comment.pk]),
            note=about(comment),
        )
        for comment in shown_reports
    ]
    tasks += [
        Task(
            title=_("A first comment to read"),
            url=reverse("conversations:judge", args=[comment.pk]),
            note=about(comment),
        )
        for comment in shown_held
    ]
    return Waiting(
        title=_("Conversations to look at"),
        tasks=tasks[:MOST],
        in_all=reported.count() + appeals.count() + held.count(),
        url=reverse("conversations:moderation"),
    )


def about(comment: Comment) -> Any:
    """Say what a comment is about."""
    return format_lazy(_("about “{label}”"), label=comment.thread.label)
