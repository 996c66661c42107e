"""What every decision has in common: a held initiative, a memory, and who is told."""

from django.utils.functional import Promise

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import locked
from samskap.initiatives.models import Decision
from samskap.initiatives.queries.partnership import carriers_of
from samskap.ledger import actions as ledger
from samskap.notices.actions import tell
from samskap.people.models import Person


def held(decision: Decision) -> Decision:
    """Hold the initiative, so that voices and closing come one after another; then read anew."""
    initiative = locked(decision.initiative)
    fresh = Decision.objects.get(pk=decision.pk)
    fresh.initiative = initiative
    return fresh


def happened(what: str, decision: Decision, by: Person) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(what, by=by.pseudonym_key, about=decision, within=decision.initiative)
    ledger.touch(decision.initiative.account)


def tell_carriers(decision: Decision, *, label: str | Promise, but: Person) -> None:
    """Tell everybody who carries the initiative, but whoever did it."""
    for person in carriers_of(decision.initiative):
        if person.pk != but.pk:
            tell(
                person=person,
                municipality=decision.initiative.municipality,
                kind="initiatives.decision",
                label=label,
                text=decision.reasons,
                path=decision.get_absolute_url(),
            )
