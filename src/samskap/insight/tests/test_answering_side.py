import json

import pytest

from samskap.ideas.actions import answer
from samskap.initiatives.models import Initiative
from samskap.initiatives.models.initiative import State
from samskap.insight import queries
from samskap.insight.document import document_of
from samskap.kernels import ladder
from samskap.ledger.hands import answering_side
from samskap.ledger.models import Fate, PhaseSum
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import MembershipFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def given():
    """An idea to an initiative that a resident raised, and leads."""
    return idea(initiative=InitiativeFactory(state=State.DEFINING))


def answered_share(given):
    """R of define from the sums; anyone counts the same from the rows."""
    initiative = Initiative.objects.get(pk=given.initiative.pk)
    placement = queries.placement_of(initiative)
    assert ladder.recompute(json.loads("".join(document_of(initiative)))) == placement
    return placement.terms[ladder.Phase.DEFINE].answered_share


def test_a_resident_who_leads_gives_no_public_answer(given):
    answer(ideas=[given], status="used", by=given.initiative.raised_by)

    assert Fate.objects.get(contribution=given.contribution).side == "non_public"
    assert answered_share(given) == 0
    assert PhaseSum.objects.get().answered_in_30_days == 1  # its giver heard what became of it


def test_the_public_side_may_answer_what_residents_answered_before(given):
    answer(ideas=[given], status="used", by=given.initiative.raised_by)
    employee = RoleFactory(municipality=given.initiative.municipality, role="employee").person

    for status in ("partly_used", "used"):
        answer(ideas=[given], status=status, by=employee)

    assert answered_share(given) == 1
    sums = PhaseSum.objects.get()
    assert (sums.answered_in_30_days, sums.publicly_answered_in_30_days) == (1, 1)


def test_whoever_carries_a_mandate_of_the_public_side_answers_for_it():
    unit = MembershipFactory(organisation__kind="public_unit")
    here = unit.organisation.municipality
    choir = MembershipFactory(organisation__municipality=here)

    sides = [answering_side(by, here) for by in (unit.person, choir.person, PersonFactory())]

    assert sides == ["public", "non_public", "non_public"]
