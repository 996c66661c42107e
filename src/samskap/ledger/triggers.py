"""The database’s own guard: no row of the ledger is changed or deleted."""

from django.db.backends.base.base import BaseDatabaseWrapper

# table → columns that never change; all of them where None. A fate’s reason and author may be
# blanked when a person is forgotten; what happened may not.
GUARDED: dict[str, tuple[str, ...] | None] = {
    "ledger_contribution": None,
    "ledger_fate": ("contribution_id", "status", "decision_key", "at"),
    "ledger_adoption": None,
}
SAYS = "the ledger is append-only"


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the guards up."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS"
                f" $$ BEGIN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'restrict_violation'; END $$"
            )
        for table, columns in GUARDED.items():
            of = f" OF {', '.join(columns)}" if columns else ""
            for verb in (f"UPDATE{of}", "DELETE"):
                name = f"{table}_no_{verb.split()[0].lower()}"
                if connection.vendor == "postgresql":
                    then = "EXECUTE FUNCTION ledger_refuses()"
                else:
                    then = f"BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
                cursor.execute(
                    f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW {then}"
                )


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the guards down: going back in a migration, and emptying a test database."""
    with connection.cursor() as cursor:
        for table in GUARDED:
            for verb in ("update", "delete"):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}")
