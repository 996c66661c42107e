"""Telling those whom a comment concerns, in the language they read; never the words themselves.

A notice would keep words that their author has removed, so it says where to read them.
"""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.conversations.mentions import mentioned_in, people_in
from samskap.conversations.models import Comment
from samskap.notices.actions import tell
from samskap.people.models import Person

ANSWERED = _("There is an answer to what you wrote about “{label}”.")
SPOKEN_ABOUT = _("Somebody wrote about “{label}”, which you gave.")
CALLED = _("You are mentioned in what is said about “{label}”.")


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


def tell_of(comment: Comment, person: Person, kind: str, label: Any) -> None:
    """Tell one person about a comment."""
    tell(
        person=person,
        municipality=comment.thread.initiative.municipality,
        kind=kind,
        label=format_lazy(label, label=comment.thread.label),
        path=comment.get_absolute_url(),
    )
