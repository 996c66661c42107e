"""Who hears of what is due."""

from samskap.initiatives.models import (
    Agreement,
    Commitment,
    Deadline,
    Decision,
    FormalDecision,
    Invitation,
    Sharing,
)
from samskap.initiatives.models.formal import ANSWERING
from samskap.initiatives.queries.decisions import waiting_for_voice
from samskap.initiatives.queries.due.watch import LATE
from samskap.initiatives.queries.partnership import agreed, carriers_of, joined_partners, people_of
from samskap.ledger.models import Standing
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Membership
from samskap.people.models import Person, Role
from samskap.people.queries import people_with_role


def _leaders(municipality: Municipality, stage: str) -> list[Person]:
    """The leaders, and only once something is overdue."""
    return list(people_with_role(municipality, Role.Name.LEADER)) if stage == LATE else []


def of_answer(standing: Standing, stage: str) -> list[Person]:
    """Who leads the initiative, else the municipality’s facilitators and case officers."""
    here = standing.municipality
    own = list(standing.account.initiative.facilitators.filter(is_active=True))
    answering = (Role.Name.FACILITATOR, Role.Name.CASE_OFFICER)
    return [*(own or people_with_role(here, *answering)), *_leaders(here, stage)]


def of_formal(formal: FormalDecision, stage: str) -> list[Person]:
    """Those of the elected body who may answer; once it is overdue who carries it, too."""
    here = formal.municipality
    members = Membership.objects.filter(organisation=formal.body_id, ended_at=None)
    belong = people_with_role(here, *ANSWERING).filter(pk__in=members.values("person"))
    carriers = carriers_of(formal.initiative) if stage == LATE else []
    return [*belong, *carriers, *_leaders(here, stage)]


def of_deadline(deadline: Deadline, stage: str) -> list[Person]:
    """Those who carry the initiative, and the leaders once the day has passed."""
    return [*carriers_of(deadline.initiative), *_leaders(deadline.municipality, stage)]


def of_promise(promise: Commitment, stage: str) -> list[Person]:
    """The partner’s people; once it is late those who carry the initiative, too."""
    carriers = carriers_of(promise.initiative) if stage == LATE else []
    return [*people_of(promise.partner), *carriers]


def of_voice(decision: Decision, stage: str) -> list[Person]:
    """The people of partners who have not been heard."""
    return [person for one in waiting_for_voice(decision) for person in people_of(one)]


def of_agreement(agreement: Agreement, stage: str) -> list[Person]:
    """The people of every partner, while the agreement is the one in force."""
    if agreed(agreement.initiative).in_force != agreement:
        return []
    return [
        person for partner in joined_partners(agreement.initiative) for person in people_of(partner)
    ]


def of_municipality(asked: Invitation | Sharing, stage: str) -> list[Person]:
    """Facilitators, and leaders once it is overdue."""
    here = asked.municipality
    return [*people_with_role(here, Role.Name.FACILITATOR), *_leaders(here, stage)]
