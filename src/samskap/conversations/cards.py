"""Comments as the design wants them: plain words, ready to show."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.text import as_html
from samskap.conversations.models import Comment, State
from samskap.ledger.cards import GIVEN
from samskap.ledger.models import ActorKind, Channel


@dataclass(frozen=True, kw_only=True)
class Row:
    """A comment as it stands in a thread, with its first answers."""

    comment: Comment
    card: dict[str, Any]
    answers: list["Row"] = field(default_factory=list)
    more_answers: int = 0


def name_of(comment: Comment) -> str:
    """Who said it; somebody whose account is deleted keeps only the kind."""
    if comment.by:
        return comment.by.shown_name
    return comment.giver.name or str(ActorKind(comment.actor_kind).label)


def author_of(comment: Comment) -> dict[str, Any]:
    """Who said it, and for whom."""
    return {
        "name": name_of(comment),
        "side": comment.actor_kind,
        "speaks_for": comment.speaking_for.name if comment.speaking_for else "",
    }


def card_of(comment: Comment, *, sees_hidden: bool = False) -> dict[str, Any]:
    """What was said, by whom; or why it cannot be read.

    sees_hidden  whether the reader may read what a moderator has hidden
    """
    if comment.state == State.REMOVED:
        return {"text": _("This text was removed by its author."), "at": comment.at}
    if comment.state == State.HIDDEN and not sees_hidden:
        return {"text": hidden_because(comment), "at": comment.at}
    return {
        "text": as_html(comment.text),
        "lang": comment.language,
        "at": comment.at,
        "author": author_of(comment),
        "given": GIVEN[Channel(comment.channel)],
        "kind": comment.get_column_display() if comment.column else "",
        "note": " · ".join(notes_on(comment)),
    }


def notes_on(comment: Comment) -> list[str]:
    """What else there is to know: that it was edited, and that others say nearly the same."""
    notes = [_("edited")] if comment.edited_at else []
    if others := comment.alike - 1 if comment.alike else 0:
        said = ngettext(
            "nearly the same text as %(count)d other",
            "nearly the same text as %(count)d others",
            others,
        )
        notes.append(said % {"count": others})
    return notes


def hidden_because(comment: Comment) -> SafeString:
    """Say that a comment is hidden, on which ground and why."""
    verdict = comment.verdict
    if verdict is None:
        return format_html("<p>{}</p>", _("This text is hidden by a moderator."))
    return format_html(
        "<p>{} {}.</p><p>{}</p>",
        _("This text is hidden by a moderator:"),
        verdict.get_ground_display(),
        verdict.reason,
    )


def row_of(comment: Comment, answers: list[Comment] | None = None) -> Row:
    """A comment for a thread, with its first answers."""
    answers = answers or []
    return Row(
        comment=comment,
        card=card_of(comment),
        answers=[row_of(answer) for answer in answers],
        more_answers=max(comment.answers_shown - len(answers), 0),
    )
