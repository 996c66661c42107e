"""Keeping a thread: open, sort, quieten, close, sum up, pin."""

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.conversations.errors import CommentIsGone, NotYoursToKeep
from samskap.conversations.hosts import Subject
from samskap.conversations.models import Comment, Rules, State, Thread
from samskap.conversations.permissions import may_keep, may_set_rules
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


def thread_about(subject: Subject) -> Thread:
    """The thread about something, opened by whoever needs it first; its label kept true."""
    said = {"label": subject.label[:200], "language": subject.language, "path": subject.path}
    thread, is_new = Thread.objects.get_or_create(
        municipality_id=subject.initiative.municipality_id,
        kind=subject.kind,
        key=subject.key,
        defaults={"initiative": subject.initiative, "author": subject.author, **said},
    )
    if not is_new and any(getattr(thread, name) != now for name, now in said.items()):
        Thread.objects.filter(pk=thread.pk).update(**said)
        for name, now in said.items():
            setattr(thread, name, now)
    thread.initiative = subject.initiative  # known, so never asked for again
    return thread


def rename(*, initiative: Initiative, kind: str, key: int, label: str) -> None:
    """Let a thread carry another title, or none, because what it is about does."""
    threads = Thread.objects.filter(municipality_id=initiative.municipality_id, kind=kind, key=key)
    threads.update(label=label[:200])


@transaction.atomic
def keep(
    *,
    subject: Subject,
    by: Person,
    has_columns: bool,
    is_quiet: bool,
    is_closed: bool,
    summary: str,
    summary_language: str,
) -> Thread:
    """Sort a thread into columns, make it quiet, close it, or sum up what was said.

    Refuses with NotYoursToKeep.
    """
    if not may_keep(by, subject.initiative):
        raise NotYoursToKeep
    opened = thread_about(subject)
    thread: Thread = Thread.objects.select_for_update(of=("self",)).get(pk=opened.pk)
    is_summed_up = summary.strip() != thread.summary
    thread.has_columns, thread.is_quiet, thread.is_closed = has_columns, is_quiet, is_closed
    if is_summed_up:
        thread.summary, thread.summary_language = summary.strip(), summary_language
        thread.summarised_by, thread.summarised_at = by, timezone.now()
    thread.save()
    what = "conversations.summed_up" if is_summed_up else "conversations.thread_kept"
    remember(what, by=by.pseudonym_key, about=thread, within=subject.initiative)
    return thread


@transaction.atomic
def set_rules(*, municipality: Municipality, by: Person, first_comments: str) -> Rules:
    """Choose how the first comments of a new account are met.

    Refuses with NotYoursToKeep.
    """
    if not may_set_rules(by, municipality):
        raise NotYoursToKeep
    chosen = {"first_comments": first_comments}
    rules: Rules = Rules.objects.update_or_create(municipality=municipality, defaults=chosen)[0]
    remember("conversations.rules_set", by=by.pseudonym_key, about=rules)
    return rules


@transaction.atomic
def pin(*, comment: Comment, by: Person, is_pinned: bool) -> None:
    """Let a comment stand above the others, or no longer.

    Refuses with NotYoursToKeep or CommentIsGone.
    """
    initiative = comment.thread.initiative
    if not may_keep(by, initiative):
        raise NotYoursToKeep
    shown = Comment.objects.filter(pk=comment.pk, state=State.SHOWN)
    if not shown.update(pinned_at=timezone.now() if is_pinned else None):
        raise CommentIsGone
    what = "conversations.pinned" if is_pinned else "conversations.unpinned"
    remember(what, by=by.pseudonym_key, about=comment, within=initiative)
