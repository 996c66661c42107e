"""Who may do what with deliberations."""

from collections.abc import Container

from samskap.deliberation.models import Deliberation, Participant, Standing, Statement, Writers
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import KEEPERS, may_enter_for_others
from samskap.initiatives.permissions.initiative import may_change as may_lead
from samskap.people.models import Level, Person
from samskap.people.permissions import Reader, has_role, least_level, level_of

VOTING, WRITING = "deliberation.vote", "deliberation.state"


def may_start(by: Reader, initiative: Initiative) -> bool:
    """Those who lead the initiative: who raised it, its partners, its facilitators."""
    return may_lead(by, initiative)


def may_keep(by: Reader, deliberation: Deliberation) -> bool:
    """The same people: the process belongs to those who carry it."""
    return may_lead(by, deliberation.initiative)


def may_enter_cards(by: Reader, deliberation: Deliberation) -> bool:
    """Whoever works for the municipality, and those who keep it."""
    return may_enter_for_others(by, deliberation.municipality) or may_keep(by, deliberation)


def may_take_in(by: Reader, deliberation: Deliberation) -> bool:
    """The municipality’s own people: nobody else can say that a file is no invented crowd."""
    return has_role(by, deliberation.municipality, *KEEPERS)


def level_to_vote(deliberation: Deliberation) -> Level:
    """How surely we must know who votes: as the process says, or as the municipality does."""
    return Level(max(deliberation.least, least_level(VOTING, deliberation.municipality)))


def level_to_write(deliberation: Deliberation) -> Level:
    """How surely we must know who writes a statement."""
    asked = Level.ANONYMOUS
    if deliberation.share_statements == Writers.REACHABLE:
        asked = Level.REACHABLE
    ours = least_level(WRITING, deliberation.municipality)
    return Level(max(level_to_vote(deliberation), asked, ours))


def may_write(by: Reader, deliberation: Deliberation) -> bool:
    """Whoever the process lets write statements, once they are known surely enough."""
    if deliberation.share_statements == Writers.KEEPERS:
        return may_keep(by, deliberation)
    needed = level_to_write(deliberation)
    municipality = deliberation.municipality if needed == Level.IDENTIFIED else None
    return level_of(by, municipality) >= needed


def may_translate(by: Reader, deliberation: Deliberation) -> bool:
    """Whoever may write statements and has signed in, while it is open; and those who keep it."""
    if not isinstance(by, Person):
        return False
    is_open = deliberation.is_open and deliberation.initiative.is_open
    return (is_open and may_write(by, deliberation)) or may_keep(by, deliberation)


def may_decide_appeal(by: Reader, statement: Statement, *, aside_before: Container[int]) -> bool:
    """Those who keep it, but neither the writer nor whoever set it aside, now or before.

    aside_before  keys of the statements that they have set aside (`set_aside_by`)
    """
    if not isinstance(by, Person) or not may_keep(by, statement.deliberation):
        return False
    given = statement.contribution
    writer = given.giver.person_id if given else None
    return by.pk not in (statement.read_by_id, writer) and statement.pk not in aside_before


def may_appeal(by: Participant | None, statement: Statement) -> bool:
    """Whoever wrote it, once for each time that it was set aside."""
    is_theirs = by is not None and statement.by_id == by.pk
    return is_theirs and statement.state == Standing.SET_ASIDE and statement.appealed_at is None
