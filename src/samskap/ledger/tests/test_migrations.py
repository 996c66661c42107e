from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from samskap.base.memory import key_of
from samskap.ledger import actions, triggers
from samskap.ledger.models import Fate, PhaseSum, Standing
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import contribution
from samskap.testing.factories.partnership import DecisionFactory

pytestmark = pytest.mark.django_db
fill = import_module("samskap.ledger.migrations.0003_whose_answer_it_is").fill


def test_answers_from_before_there_were_sides_get_theirs():
    initiative = InitiativeFactory()
    alone = key_of(DecisionFactory(initiative=initiative, mode="delegated"))
    among, by_employee = (contribution(account=initiative.account) for _ in range(2))
    actions.settle(contribution=among, status="used", by=None, decision_key=alone)
    actions.settle(contribution=by_employee, status="used", by=None)
    Standing.objects.update(publicly_answered_at=None)
    PhaseSum.objects.update(publicly_answered_in_30_days=0)

    triggers.remove(connection)
    try:
        fill(apps, None)
    finally:
        triggers.install(connection)

    assert list(Fate.objects.order_by("pk").values_list("side", flat=True)) == [
        "non_public",
        "public",
    ]
    assert not Standing.objects.get(pk=among.pk).publicly_answered_at
    answered = Standing.objects.get(pk=by_employee.pk)
    assert answered.publicly_answered_at == answered.answered_at
    assert PhaseSum.objects.get().publicly_answered_in_30_days == 1
