"""Factories for insight."""

from samskap.initiatives.models import Initiative
from samskap.insight import actions
from samskap.insight.models import Contest
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import contribution
from samskap.testing.factories.people import PersonFactory


def contest(*, initiative: Initiative | None = None, person: Person | None = None) -> Contest:
    """An objection without an answer."""
    return actions.contest(
        initiative=initiative or InitiativeFactory(),
        by=person or PersonFactory(),
        reason="Our two meetings are not written down.",
    )


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of insight names."""
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["resident"])
    objection = contest(initiative=initiative, person=people["resident"])
    given = contribution(
        account=initiative.account, person=people["resident"], kind="work", amount=3
    )
    actions.keep_placing(initiative)
    to = [{"slug": initiative.slug}]
    return {
        "insight:evidence": to,
        "insight:contest": to,
        "insight:document": to,
        "insight:contributions": to,
        "insight:hours": to,
        "insight:curve": to,
        "insight:dominance": to,
        "insight:dominance_csv": to,
        "insight:flow": to,
        "insight:flow_csv": to,
        "insight:trace": [{"public_id": given.public_id}],
        "insight:answer_contest": [{"pk": objection.pk}],
        "api:placement": to,
        "api:list_objections": to,
    }
