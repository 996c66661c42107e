from importlib import import_module

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from samskap.ledger.models import FateStatus, Standing
from samskap.testing.factories.ledger import AccountFactory, contribution

pytestmark = pytest.mark.django_db

withdrawn_hours = import_module("samskap.rotas.migrations.0004_withdrawn_hours")


def test_hours_that_were_withdrawn_before_leave_the_sums():
    account = AccountFactory()
    for hours in (2, 3, 4):
        given = contribution(
            account=account, kind="work", amount=hours, is_independent=False, is_input=False
        )
    contribution(account=account)
    Standing.objects.filter(pk=given.pk).update(status=FateStatus.WITHDRAWN)
    with pytest.raises(CommandError, match="but its sum says"):
        call_command("check_ledger")

    with connection.cursor() as cursor:
        cursor.execute(withdrawn_hours.MOVED.format(sign="-"))

    call_command("check_ledger")
    assert sorted(account.sums.values_list("kind", "rows", "units")) == [
        ("idea", 1, 1),
        ("work", 2, 2.5),
    ]
