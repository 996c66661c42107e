"""Who may do what in conversations."""

from datetime import timedelta

from django.utils import timezone

from samskap.conversations.models import Appeal, Comment, State, Verdict
from samskap.conversations.models.moderation import HEARING
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import KEEPERS, may_facilitate
from samskap.initiatives.permissions.initiative import may_enter_for_others as may_enter_here
from samskap.municipalities.models import Municipality
from samskap.people.models import Level, Person
from samskap.people.permissions import Reader, has_role, level_of

LEAST_LEVEL = Level.REACHABLE
APPEAL_WITHIN = timedelta(days=183)  # six months, Regulation (EU) 2022/2065 (DSA) art. 20(1)


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


def may_report(by: Reader, comment: Comment) -> bool:
    """Anyone who can be told what became of the report; not about one’s own words."""
    return may_talk(by) and comment.state == State.SHOWN and not is_own(by, comment)


def may_moderate(by: Reader, initiative: Initiative) -> bool:
    """Those who facilitate decide what stands."""
    return may_facilitate(by, initiative)


def may_judge(by: Reader, comment: Comment) -> bool:
    """Moderators, but never of their own words."""
    return may_moderate(by, comment.thread.initiative) and not is_own(by, comment)


def may_set_rules(by: Reader, municipality: Municipality) -> bool:
    """Facilitators and administrators choose how those who are new are met."""
    return has_role(by, municipality, *KEEPERS)


def hears_appeals(by: Reader, municipality: Municipality) -> bool:
    """Facilitators, administrators and leaders of the municipality."""
    return has_role(by, municipality, *HEARING)


def may_read_hidden(by: Reader, comment: Comment) -> bool:
    """Whoever wrote it, those who judge, and those who hear appeals."""
    return (
        is_own(by, comment)
        or may_moderate(by, comment.thread.initiative)
        or hears_appeals(by, comment.thread.initiative.municipality)
    )


def may_appeal(by: Reader, verdict: Verdict) -> bool:
    """Whoever wrote what is hidden or reported what stays: once, against what holds now."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    comment = verdict.comment
    if comment.verdict_id != verdict.pk or comment.state == State.REMOVED:
        return False
    if verdict.at + APPEAL_WITHIN < timezone.now():
        return False
    concerned = is_own(by, comment) if verdict.hides else verdict.reports.filter(by=by).exists()
    return concerned and not verdict.appeals.filter(by=by).exists()


def may_decide(by: Reader, appeal: Appeal) -> bool:
    """Those who hear appeals, but nobody whom this one concerns."""
    concerned = {appeal.verdict.by_id, appeal.by_id, appeal.verdict.comment.by_id}
    return (
        isinstance(by, Person)
        and hears_appeals(by, appeal.verdict.comment.thread.initiative.municipality)
        and by.pk not in concerned
    )
