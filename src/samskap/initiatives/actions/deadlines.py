"""Deadlines that a rule gives: set, and told what became of them."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import ask_leave, locked
from samskap.initiatives.errors.deadlines import DayHasPassed, DeadlineIsOver
from samskap.initiatives.models import Deadline, Initiative
from samskap.kernels.deadlines import months_later
from samskap.ledger.actions import touch
from samskap.people.models import Person

YEAR = 12  # months


@transaction.atomic
def set_deadline(
    *,
    initiative: Initiative,
    by: Person,
    what: str,
    before: str,
    due_on: date,
    rule: str,
    source: str,
    is_yearly: bool = False,
) -> Deadline:
    """Say what must be laid before whom by which day, and which rule says so.

    The same pressed twice is set once. Refuses with NotYoursToChange or DayHasPassed.
    """
    initiative = locked(initiative)
    ask_leave(initiative, by)
    if due_on < timezone.localdate():
        raise DayHasPassed(day=date_format(due_on))
    deadline, is_new = Deadline.objects.get_or_create(
        initiative=initiative,
        what=what.strip(),
        due_on=due_on,
        defaults={
            "municipality": initiative.municipality,
            "before": before.strip(),
            "rule": rule.strip(),
            "source": source.strip(),
            "is_yearly": is_yearly,
        },
    )
    if is_new:
        remember("initiatives.deadline_set", by=by.pseudonym_key, about=deadline, within=initiative)
        touch(initiative.account)
    return deadline


@transaction.atomic
def settle_deadline(*, deadline: Deadline, by: Person, state: str, says: str = "") -> Deadline:
    """Tell what became of a deadline; one that comes back each year is set for the next.

    state  met, missed or dropped

    Refuses with NotYoursToChange or DeadlineIsOver.
    """
    initiative = locked(deadline.initiative)
    ask_leave(initiative, by)
    deadline = Deadline.objects.get(pk=deadline.pk)
    if not deadline.is_running:
        raise DeadlineIsOver(what=deadline.what)
    deadline.state, deadline.says = state, says.strip()
    deadline.settled_at = timezone.now()
    deadline.save(update_fields=["state", "says", "settled_at"])
    if deadline.is_yearly and state != Deadline.State.DROPPED:
        _set_for_next_year(deadline)
    remember("initiatives.deadline_settled", by=by.pseudonym_key, about=deadline, within=initiative)
    touch(initiative.account)
    return deadline


def _set_for_next_year(deadline: Deadline) -> None:
    """Set the same deadline for the first year that lies ahead."""
    due_on = months_later(deadline.due_on, YEAR)
    while due_on < timezone.localdate():
        due_on = months_later(due_on, YEAR)
    same = ("municipality", "initiative", "before", "rule", "source", "is_yearly")
    Deadline.objects.get_or_create(
        initiative=deadline.initiative,
        what=deadline.what,
        due_on=due_on,
        defaults={name: getattr(deadline, name) for name in same},
    )
