"""How long committees keep what people told, for whom they wait, and what is found of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.committees.actions.charter import adopt_charter, write_charter
from samskap.committees.findable import committees
from samskap.committees.models import Registration, State
from samskap.committees.personal import TOLD, awaited, keeps
from samskap.privacy.actions.keeping import clear_up
from samskap.testing.factories.committees import (
    charter,
    committee,
    member,
    open_call_of,
    registration,
)

pytestmark = pytest.mark.django_db


def test_what_those_told_who_are_not_in_it_goes_after_a_year():
    made = committee(state=State.WORKING)
    call = open_call_of(made)
    sits, waits = registration(call, sex="woman"), registration(call, sex="man", birth_year=1990)
    member(made, person=sits.giver.person)
    fresh = registration(open_call_of(committee(), closed_at=None))
    type(call).objects.filter(pk=call.pk).update(closed_at=timezone.now() - timedelta(days=400))
    made.declarations.update(at=timezone.now() - timedelta(days=400), interests="A shop.")

    before = timezone.now() - timedelta(days=365)
    told = {keeping.key: set(keeping.rows(before)) for keeping in keeps}
    clear_up(made.municipality)

    assert told["committees.registrations"] == {waits}
    assert {each.giver for each in told["committees.interests"]} == {waits.giver}
    kept = {each.pk: each for each in Registration.objects.all()}
    assert {name: getattr(kept[waits.pk], name) for name in TOLD} == TOLD
    assert (kept[sits.pk].sex, kept[fresh.pk].words) == ("woman", "I would like to.")


def test_whoever_sits_in_a_living_committee_is_waited_for():
    living, over = committee(state=State.WORKING), committee(state=State.EVALUATED)
    sitting, gone = member(living), member(living, until=timezone.localdate())
    before = member(over)
    everybody = [one.person_id for one in (sitting, gone, before)]

    found = awaited([*everybody, living.facilitator_id, over.facilitator_id])

    assert found == {sitting.person_id, living.facilitator_id}


def test_a_committee_is_found_by_the_task_that_holds():
    made = committee(state=State.WORKING)
    charter(made)
    second = write_charter(
        committee=made, by=made.facilitator, task="Work first.", why_new="The council asks."
    )
    assert "Find out how they find work" in committees([made.pk])[0].text

    adopt_charter(charter=second, by=made.facilitator, on=timezone.localdate())

    assert "Work first." in committees([made.pk])[0].text
