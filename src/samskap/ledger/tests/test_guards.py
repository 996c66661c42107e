"""Nobody writes the ledger anew: not through the models, not by SQL, not from its end."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from samskap.ledger import actions, triggers
from samskap.ledger.models import Account, Adoption, Contribution, Fate, Sum
from samskap.ledger.triggers import SAYS
from samskap.testing.factories.ledger import AccountFactory, contribution
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def adopted():
    """A contribution that a decision took in."""
    given = contribution()
    actions.adopt(contribution=given, phase="define", decision_key="a:1", by=PersonFactory())
    return given


def refuses(act):
    """Do it in a savepoint of its own, and expect the database to say no."""
    with pytest.raises(DatabaseError, match=SAYS), transaction.atomic():
        act()


def sql(words):
    """Run one statement as somebody at the database’s own prompt would."""
    with connection.cursor() as cursor:
        cursor.execute(words)


@pytest.mark.parametrize("model", [Contribution, Fate, Adoption])
def test_no_row_is_deleted_saved_again_or_written_over_through_the_models(adopted, model):
    row = model._base_manager.get()

    refuses(lambda: model._base_manager.all()._raw_delete("default"))
    refuses(row.save)
    refuses(
        lambda: model._base_manager.bulk_create(
            [row], update_conflicts=True, unique_fields=["id"], update_fields=["municipality"]
        )
    )


@pytest.mark.parametrize("table", triggers.GUARDED)
def test_no_row_is_changed_or_deleted_by_sql(adopted, table):
    column = (triggers.GUARDED[table] or ("municipality_id",))[-1]

    refuses(lambda: sql(f"UPDATE {table} SET {column} = {column}"))  # noqa: S608
    refuses(lambda: sql(f"DELETE FROM {table}"))  # noqa: S608


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only PostgreSQL has TRUNCATE")
@pytest.mark.parametrize("table", triggers.GUARDED)
def test_no_table_is_emptied_at_one_stroke(adopted, table):
    sql("SET CONSTRAINTS ALL IMMEDIATE")  # else PostgreSQL refuses for another reason

    refuses(lambda: sql(f"TRUNCATE {table} CASCADE"))


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite has OR REPLACE")
@pytest.mark.parametrize("table", triggers.GUARDED)
def test_no_row_is_replaced(adopted, table):
    refuses(lambda: sql(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"))  # noqa: S608


def test_a_ledger_that_lost_its_end_is_not_whole():
    account = AccountFactory()
    contribution(account=account)
    last = contribution(account=account)
    triggers.remove(connection)
    try:
        last.standing.delete()
        Contribution.objects.filter(pk=last.pk).delete()
    finally:
        triggers.install(connection)
    Sum.objects.filter(account=account).update(rows=1, units=1)

    with pytest.raises(CommandError, match="it was given 2 rows, and 1 are there"):
        call_command("check_ledger")


def test_a_ledger_that_lost_a_sum_is_not_whole():
    contribution()
    Sum.objects.all().delete()

    with pytest.raises(CommandError, match=r"has 1.* units, but its sum says 0"):
        call_command("check_ledger")


def test_a_ledger_whose_account_was_given_another_end_is_not_whole():
    given = contribution()
    Account.objects.filter(pk=given.account_id).update(last_hash="0" * 64)

    with pytest.raises(CommandError, match="it was given 1 rows, and 1 are there"):
        call_command("check_ledger")
