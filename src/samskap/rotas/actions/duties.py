"""Duties: what they take, said anew."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.rotas.actions.rotas import happened, must_keep
from samskap.rotas.errors import SayWhyItChanges
from samskap.rotas.models import Duty, DutyChange, Requirement, Shift
from samskap.rotas.queries.turns import ahead_on, lacking


@transaction.atomic
def change_requirements(
    *, duty: Duty, by: Person, requirements: Iterable[Requirement], because: str = ""
) -> DutyChange | None:
    """Say anew what a duty takes; whoever has taken it keeps the turn, and hears what is missing.

    Where it takes what it took, nothing happens. Requirements of other rotas are passed over.
    A reason is needed once somebody has taken the duty on a shift ahead.

    Refuses with NotYoursToKeep or SayWhyItChanges.
    """
    # Two coordinators at once: the second waits here, and changes what the first has left.
    rows = Duty.objects.select_for_update(of=("self",)).select_related("rota__initiative__account")
    duty = rows.get(pk=duty.pk)
    must_keep(by, duty.rota)
    wanted = {each for each in requirements if each.rota_id == duty.rota_id}
    taken_before = set(duty.requirements.all())
    added, taken_away = wanted - taken_before, taken_before - wanted
    if not added and not taken_away:
        return None
    ahead = list(ahead_on(duty))
    if ahead and not because.strip():
        raise SayWhyItChanges
    duty.requirements.set(wanted)
    change: DutyChange = DutyChange.objects.create(
        municipality_id=duty.municipality_id,
        duty=duty,
        added=sorted(each.name for each in added),
        taken_away=sorted(each.name for each in taken_away),
        because=because.strip(),
        by=by,
    )
    missing: dict[Person, set[str]] = defaultdict(set)
    first_shift: dict[Person, Shift] = {}
    for turn, names in lacking(added, ahead):
        if turn.person:
            missing[turn.person].update(names)
            first_shift.setdefault(turn.person, turn.shift)
    for person, what in missing.items():
        if person != by:
            tell(
                person=person,
                municipality=duty.rota.municipality,
                kind="rotas.duty_changed",
                label=format_lazy(
                    _("“{duty}” takes something more now: {what}."),
                    duty=duty.name,
                    what=", ".join(sorted(what)),
                ),
                text=format_lazy(
                    "{because}\n\n{next}",
                    because=change.because,
                    next=_(
                        "Your turns stay yours. Show a coordinator that you have it, ask how to"
                        " get it, or hand the turns back."
                    ),
                ),
                path=first_shift[person].get_absolute_url(),
            )
    happened("rotas.duty_changed", duty.rota, by, duty)
    return change
