"""Reading the history of an initiative."""

from itertools import pairwise

from samskap.base.prepared import Prepared
from samskap.initiatives.models import Initiative, StateChange

all_steps = Prepared(
    lambda initiative: (
        StateChange.objects.filter(initiative=initiative)
        .select_related("by", "speaking_for")
        .order_by("at", "pk")
    ),
    initiative=int,
)


def steps_of(initiative: Initiative) -> list[StateChange]:
    """The steps of an initiative, the newest first.

    A decision may walk through several states at one moment: only where it arrived is told.
    """
    steps = all_steps.all(initiative=initiative.pk)
    passed = {
        earlier.pk
        for earlier, later in pairwise(steps)
        if earlier.at == later.at and earlier.after == later.before and later.before
    }
    return [step for step in reversed(steps) if step.pk not in passed]
