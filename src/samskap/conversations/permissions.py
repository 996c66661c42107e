"""Who may do what in conversations."""

from samskap.conversations.models import Comment, State
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_enter_for_others as may_enter_here
from samskap.initiatives.permissions.initiative import may_facilitate
from samskap.people.models import Level, Person
from samskap.people.permissions import Reader, level_of

LEAST_LEVEL = Level.REACHABLE


def may_talk(by: Reader) -> bool:
    """Anyone who can be reached with an answer."""
    return level_of(by) >= LEAST_LEVEL


def may_keep(by: Reader, initiative: Initiative) -> bool:
    """Those who facilitate the initiative sort, pin, sum up and close."""
    return may_facilitate(by, initiative)


def may_write_down(by: Reader, initiative: Initiative) -> bool:
    """Facilitators and the municipality’s own people write down what came on paper."""
    return may_keep(by, initiative) or may_enter_here(by, initiative.municipality)


def is_own(by: Reader, comment: Comment) -> bool:
    """Whether somebody wrote a comment."""
    return isinstance(by, Person) and by.is_active and comment.by_id == by.pk


def may_edit(by: Reader, comment: Comment) -> bool:
    """Whoever wrote it, while it can be read."""
    return is_own(by, comment) and comment.state == State.SHOWN


def may_remove(by: Reader, comment: Comment) -> bool:
    """Whoever wrote it, once."""
    return is_own(by, comment) and comment.state != State.REMOVED
