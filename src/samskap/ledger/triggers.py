"""The database’s own guard: no row of the ledger is changed, deleted or written over."""

from django.db.backends.base.base import BaseDatabaseWrapper

# table → columns that never change; all of them where None. A fate’s reason and author may be
# blanked when a person is forgotten; what happened may not.
GUARDED: dict[str, tuple[str, ...] | None] = {
    "ledger_contribution": None,
    "ledger_fate": tuple("id municipality_id contribution_id status decision_key side at".split()),
    "ledger_adoption": None,
}
# What names a row. SQLite writes over a row of the same name by INSERT OR REPLACE, and fires no
# trigger for the row that goes.
NAMES: dict[str, tuple[tuple[str, ...], ...]] = {
    "ledger_contribution": (("id",), ("public_id",), ("account_id", "number")),
    "ledger_fate": (("id",),),
    "ledger_adoption": (("id",), ("contribution_id", "decision_key")),
}
SAYS = "the ledger is append-only"


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the guards up. A column that a later migration brings is guarded by that one."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS"
                f" $$ BEGIN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'restrict_violation'; END $$"
            )
        for table in GUARDED:
            found = connection.introspection.get_table_description(cursor, table)
            there = frozenset(column.name for column in found)
            for verb, when in guards_of(table, connection.vendor, there).items():
                cursor.execute(f"CREATE TRIGGER {table}_no_{verb} BEFORE {when}")


def guards_of(table: str, vendor: str, there: frozenset[str]) -> dict[str, str]:
    """The triggers of one table: what each refuses → when it fires, and what it does.

    there   the columns that the table has
    """
    columns = [column for column in GUARDED[table] or () if column in there]
    of = f" OF {', '.join(columns)}" if columns else ""
    if vendor == "postgresql":
        refuse = "EXECUTE FUNCTION ledger_refuses()"
        return {
            "update": f"UPDATE{of} ON {table} FOR EACH ROW {refuse}",
            "delete": f"DELETE ON {table} FOR EACH ROW {refuse}",
            "truncate": f"TRUNCATE ON {table} FOR EACH STATEMENT {refuse}",
        }
    refuse = f"BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
    taken = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE {' AND '.join(f'{c} = NEW.{c}' for c in name)})"  # noqa: S608
        for name in NAMES[table]
    )
    return {
        "update": f"UPDATE{of} ON {table} FOR EACH ROW {refuse}",
        "delete": f"DELETE ON {table} FOR EACH ROW {refuse}",
        "replace": f"INSERT ON {table} FOR EACH ROW WHEN {taken} {refuse}",
    }


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the guards down: going back in a migration, and emptying a test database."""
    with connection.cursor() as cursor:
        for table in GUARDED:
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            for verb in guards_of(table, connection.vendor, frozenset()):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}")
