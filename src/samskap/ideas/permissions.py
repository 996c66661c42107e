"""Who may do what with ideas."""

from collections.abc import Sequence

from django.db.models import Q

from samskap.ideas.models import Idea, Merge
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_change as may_lead
from samskap.people.models import Level, Person
from samskap.people.permissions import Reader, has_role, level_of

ANSWERING_ROLES = ("facilitator", "case_officer", "employee", "administrator")


def may_give(by: Reader) -> bool:
    """Anyone who can be reached with an answer."""
    return level_of(by) >= Level.REACHABLE


def may_answer(by: Person, initiative: Initiative) -> bool:
    """Those who lead the initiative, and the municipality’s own people."""
    return has_role(by, initiative.municipality, *ANSWERING_ROLES) or may_lead(by, initiative)


def may_ask(by: Person, initiative: Initiative) -> bool:
    """Those who lead the initiative."""
    return may_lead(by, initiative)


def may_enter_for_others(by: Person, initiative: Initiative) -> bool:
    """Those who may answer also write down what came on paper."""
    return may_answer(by, initiative)


def may_merge(by: Person, initiative: Initiative) -> bool:
    """Those who may answer also put together what says the same."""
    return may_answer(by, initiative)


def may_object(by: Reader, merge: Merge) -> bool:
    """Authors of what was put together, each once, while it stands."""
    return bool(may_object_to(by, [merge]))


def may_object_to(by: Reader, merges: Sequence[Merge]) -> set[int]:
    """The keys of those of some merges to which somebody may object; one question for all."""
    if not isinstance(by, Person) or not merges:
        return set()
    gave_it = Q(into__contribution__giver__person=by) | Q(
        parts__idea__contribution__giver__person=by
    )
    theirs = Merge.objects.filter(gave_it, pk__in=[merge.pk for merge in merges], undone_at=None)
    return set(theirs.exclude(objections__by=by).values_list("pk", flat=True))


def may_see_names(by: Reader, initiative: Initiative) -> bool:
    """The municipality’s own people see who supports on paper; other residents do not."""
    return has_role(by, initiative.municipality, *ANSWERING_ROLES)


def may_withdraw(by: Reader, idea: Idea) -> bool:
    """Whoever gave it."""
    return (
        by is not None
        and by.is_authenticated
        and idea.contribution.giver.person_id == by.pk
        and idea.withdrawn_at is None
    )
