"""Remember how long answers took without reading every row again. Going back loses nothing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_guard_the_rows")]

    operations = [
        migrations.AddField(
            model_name="phasesum",
            name="answers_by_days",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="whole days to the first answer → answers",
            ),
        ),
    ]
