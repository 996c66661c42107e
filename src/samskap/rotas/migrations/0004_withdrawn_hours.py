"""Take hours that were withdrawn before out of the running sums (decision 87).

From now on the action does it at once. Going back puts them in again.
"""

from django.db import migrations

OF_THE_SUM = """
    FROM ledger_contribution c JOIN ledger_standing s ON s.contribution_id = c.id
    WHERE s.status = 'withdrawn' AND c.account_id = ledger_sum.account_id
    AND c.phase = ledger_sum.phase AND c.side = ledger_sum.side
    AND c.actor_kind = ledger_sum.actor_kind AND c.kind = ledger_sum.kind
    AND c.is_independent = ledger_sum.is_independent
    AND c.beneficiary = ledger_sum.beneficiary AND c.is_input = ledger_sum.is_input
"""
MOVED = f"""
    UPDATE ledger_sum SET rows = rows {{sign}} (SELECT COUNT(*) {OF_THE_SUM}),
    units = units {{sign}} (SELECT SUM(c.units) {OF_THE_SUM})
    WHERE kind = 'work' AND NOT is_independent AND EXISTS (SELECT 1 {OF_THE_SUM})
"""  # noqa: S608


class Migration(migrations.Migration):
    dependencies = [("rotas", "0003_moved"), ("ledger", "0003_whose_answer_it_is")]
    operations = [migrations.RunSQL(MOVED.format(sign="-"), MOVED.format(sign="+"))]
