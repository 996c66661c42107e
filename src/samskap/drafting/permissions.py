"""Who may do what with joint texts."""

from samskap.drafting.models import Change, Document
from samskap.initiatives.models import Decision, Initiative
from samskap.initiatives.permissions.decisions import may_open_decision
from samskap.initiatives.permissions.initiative import may_change as may_carry
from samskap.initiatives.permissions.initiative import may_facilitate
from samskap.people.models import Level, Person
from samskap.people.permissions import Reader, level_of

Rule = Document.Rule


def may_start(by: Reader, initiative: Initiative) -> bool:
    """Those who carry the initiative."""
    return may_carry(by, initiative)


def may_name_writers(by: Reader, document: Document) -> bool:
    """Those who carry the initiative."""
    return may_carry(by, document.initiative)


def is_writer(by: Reader, document: Document) -> bool:
    """Whether somebody is one of the writers named."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return document.writers.filter(pk=by.pk).exists()


def may_write(by: Reader, document: Document) -> bool:
    """The writers; where the partners decide, only until an edition lies before them."""
    if document.rule == Rule.PARTNERS and document.editions.exists():
        return False
    return is_writer(by, document)


def may_propose(by: Reader) -> bool:
    """Anyone who can be reached with an answer."""
    return level_of(by) >= Level.REACHABLE


def may_enter_for_others(by: Reader, document: Document) -> bool:
    """Those who facilitate the initiative write down what came on paper."""
    return may_facilitate(by, document.initiative)


def is_own(by: Reader, change: Change) -> bool:
    """Whether somebody proposed it themself, not wrote it down for somebody else."""
    given = change.contribution
    return isinstance(by, Person) and given.giver.person_id == by.pk and not given.entered_on_behalf


def may_decide(by: Reader, change: Change) -> bool:
    """Only those whom the rule of the text names, and nobody else whatever their role.

    Nobody answers their own proposal, or what one says to oneself would count as an answer. Where
    the partners decide together, their decision moves the change by itself. What they have said yes
    to and what no longer fits the text, the writers put into words.
    """
    if change.document.rule == Rule.PARTNERS:
        said_yes = change.decision and change.decision.status == Decision.Status.DECIDED
        return bool(said_yes) and is_writer(by, change.document)
    return is_writer(by, change.document) and not is_own(by, change)


def needs_another_writer(by: Reader, change: Change) -> bool:
    """Whether somebody would decide about it, had they not proposed it themself."""
    is_theirs = change.document.rule == Rule.WRITERS and is_own(by, change)
    return is_theirs and is_writer(by, change.document)


def may_put_to_partners(by: Reader, change: Change) -> bool:
    """Those who put questions to the partners, where the partners decide."""
    is_theirs = change.document.rule == Rule.PARTNERS and change.decision_id is None
    return (
        is_theirs and isinstance(by, Person) and may_open_decision(by, change.document.initiative)
    )


def may_withdraw(by: Reader, change: Change) -> bool:
    """Whoever proposed it, until it is answered."""
    if not isinstance(by, Person) or not change.is_open:
        return False
    return change.contribution.giver.person_id == by.pk


def may_keep(by: Reader, document: Document) -> bool:
    """The writers, and those who carry the initiative, make editions and settle the text."""
    return is_writer(by, document) or may_carry(by, document.initiative)
