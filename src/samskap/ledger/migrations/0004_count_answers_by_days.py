"""Count how long the answers took that were given before they were counted by days.

Going back loses nothing: what is counted here can be counted again from the rows.
"""

from collections import Counter, defaultdict

from django.db import migrations


def fill(apps, schema_editor):
    """Count the first answers to inputs of the non-public side, account by account."""
    Contribution = apps.get_model("ledger", "Contribution")
    PhaseSum = apps.get_model("ledger", "PhaseSum")
    for account in PhaseSum.objects.values_list("account", flat=True).distinct():
        answered = Contribution.objects.filter(
            account=account, is_input=True, side="non_public", standing__answered_at__isnull=False
        ).values_list("phase", "at", "standing__answered_at")
        days = defaultdict(Counter)
        for phase, at, answered_at in answered.iterator(chunk_size=2000):
            days[phase][str((answered_at - at).days)] += 1
        for phase, counted in days.items():
            PhaseSum.objects.filter(account=account, phase=phase).update(answers_by_days=counted)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_answers_by_days")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
