"""Who may do what with ideas."""

from django.db.models import Q

from samskap.ideas.models import Idea, Merge
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_change as may_lead
from samskap.people.models import Level, Person
from samskap.people.permissions import Reader, has_role, level_of

LEAST_LEVEL = {"give": Level.REACHABLE, "support": Level.REACHABLE, "answer": Level.REACHABLE}
ANSWERING_ROLES = ("facilitator", "case_officer", "employee", "administrator")


def may_give(by: Reader) -> bool:
    """Anyone who can be reached with an answer."""
    return level_of(by) >= LEAST_LEVEL["give"]


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
    if not isinstance(by, Person) or merge.undone_at is not None:
        return False
    authors = Q(pk=merge.into_id) | Q(went_into__merge=merge)
    theirs = Idea.objects.filter(authors, contribution__giver__person=by)
    return theirs.exists() and not merge.objections.filter(by=by).exists()


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
