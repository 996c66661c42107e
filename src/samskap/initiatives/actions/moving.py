"""What every step of an initiative has in common: a locked row, leave, a record, a memory."""

from datetime import datetime

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.initiatives.errors.initiative import NotOpen, NotYoursToChange
from samskap.initiatives.models import Initiative, StateChange
from samskap.initiatives.models.initiative import State
from samskap.initiatives.permissions.initiative import may_take_steps
from samskap.initiatives.queries.partnership import carriers_of
from samskap.ledger import actions as ledger
from samskap.notices.actions import tell
from samskap.people.models import Person


def move(
    initiative: Initiative,
    to: str,
    *,
    by: Person,
    reason: str = "",
    at: datetime | None = None,
    tells: bool = True,
) -> Initiative:
    """Write the new state, the step on record, and one memory, all in one.

    tells  whether those who carry the initiative hear of it; a decision tells them itself
    """
    before, initiative.state = initiative.state, to
    initiative.save()
    change = StateChange.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        before=before,
        after=to,
        reason=reason.strip(),
        by=by,
        at=at or timezone.now(),
    )
    remember("initiatives.step_taken", by=by.pseudonym_key, about=change, within=initiative)
    ledger.touch(initiative.account)
    if tells:
        tell_carriers(initiative, by=by, reason=reason)
    return initiative


def locked(initiative: Initiative) -> Initiative:
    """Let whoever comes second wait here, and then see how things really stand."""
    rows = Initiative.objects.select_for_update(of=("self",))
    row: Initiative = rows.select_related("municipality", "account").get(pk=initiative.pk)
    return row


def tell_carriers(initiative: Initiative, *, by: Person, reason: str) -> None:
    """Let those who carry an initiative hear that somebody else took a step."""
    for person in carriers_of(initiative):
        if person.pk != by.pk:
            tell(
                person=person,
                municipality=initiative.municipality,
                kind="initiatives.step_taken",
                label=format_lazy(
                    _("“{initiative}” has taken a step: {state}."),
                    initiative=initiative.title,
                    state=State(initiative.state).label,
                ),
                text=reason.strip(),
                path=initiative.get_absolute_url(),
            )


def ask_leave(initiative: Initiative, by: Person) -> None:
    """Refuse those who do not carry the initiative."""
    if not may_take_steps(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)


def must_be_open(initiative: Initiative) -> None:
    """Refuse while the initiative stands beside its path."""
    if not initiative.is_open:
        raise NotOpen(initiative=initiative.title, state=initiative.get_state_display())
