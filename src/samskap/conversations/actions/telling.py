"""Telling those whom a comment concerns, in the language they read; never the words themselves.

A notice would keep words that their author has removed, so it says where to read them.
"""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.conversations.mentions import mentioned_in, people_in
from samskap.conversations.models import Appeal, Comment, Verdict
from samskap.notices.actions import tell
from samskap.people.models import Person

ANSWERED = _("There is an answer to what you wrote about “{label}”.")
SPOKEN_ABOUT = _("Somebody wrote about “{label}”, which you gave.")
CALLED = _("You are mentioned in what is said about “{label}”.")

HIDDEN = _("What you wrote about “{label}” is hidden. You can read why, and appeal.")
LET_IN = _("Everybody can now read what you wrote about “{label}”.")
REPORTED_HIDDEN = _("What you reported about “{label}” is hidden now.")
REPORTED_STAYS = _("What you reported about “{label}” stays. You can read why, and appeal.")
APPEAL_CHANGES = _("Your appeal about “{label}” was heard: the decision is changed.")
APPEAL_STAYS = _("Your appeal about “{label}” was heard: the decision stands. You can read why.")


def tell_those_it_concerns(comment: Comment, *, by: Person) -> None:
    """Tell whoever is answered, whose thing it is, and who is mentioned: each once."""
    thread = comment.thread
    if thread.is_quiet:
        return
    told = {by.pk}
    concerned = (
        (comment.above.by if comment.above else None, "conversations.answered", ANSWERED),
        (None if comment.above else thread.author, "conversations.spoken_about", SPOKEN_ABOUT),
    )
    for person, kind, label in concerned:
        if person and person.pk not in told:
            told.add(person.pk)
            tell_of(comment, person, kind, label)
    tell_those_called(comment, by=by, told=told)


def tell_those_called(
    comment: Comment, *, by: Person, told: set[int] | None = None, not_again: str = ""
) -> None:
    """Tell those who are mentioned.

    told       who has heard of the comment already
    not_again  how it read before: whoever was mentioned there has heard of it
    """
    if comment.thread.is_quiet or "@" not in comment.text:
        return
    people = people_in(comment.thread)
    known = {by.pk} | (told or set()) | {one.pk for one in mentioned_in(not_again, people)}
    for person in mentioned_in(comment.text, people):
        if person.pk not in known:
            tell_of(comment, person, "conversations.mentioned", CALLED)


def tell_author_of_verdict(verdict: Verdict) -> None:
    """Tell whoever wrote a comment that it is hidden, and why; quiet threads too."""
    if verdict.comment.by:
        tell_of(verdict.comment, verdict.comment.by, "conversations.hidden", HIDDEN, verdict.reason)


def tell_author_let_in(comment: Comment) -> None:
    """Tell whoever is new that everybody can read the comment now."""
    if comment.by:
        tell_of(comment, comment.by, "conversations.let_in", LET_IN)


def tell_reporters(verdict: Verdict, *, now: Verdict | None = None) -> None:
    """Tell those whose reports led to a verdict what holds.

    now  another verdict that an appeal has put in its place
    """
    holds = now or verdict
    label = REPORTED_HIDDEN if holds.hides else REPORTED_STAYS
    for report in verdict.reports.select_related("by"):
        if report.by:
            tell_of(holds.comment, report.by, "conversations.report_judged", label, holds.reason)


def tell_of_appeal(appeal: Appeal) -> None:
    """Tell whoever appealed what was decided, and why."""
    label = APPEAL_CHANGES if appeal.changes else APPEAL_STAYS
    if appeal.by:
        about = appeal.verdict.comment
        tell_of(about, appeal.by, "conversations.appeal_decided", label, appeal.reasons)


def tell_of(comment: Comment, person: Person, kind: str, label: Any, text: str = "") -> None:
    """Tell one person about a comment."""
    tell(
        person=person,
        municipality=comment.thread.initiative.municipality,
        kind=kind,
        label=format_lazy(label, label=comment.thread.label),
        text=text,
        path=comment.get_absolute_url(),
    )
