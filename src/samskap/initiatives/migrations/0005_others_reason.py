"""Why a decision leaves other inputs out, so that the queue can tell them. Going back loses it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0004_reminders"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="others_reason",
            field=models.TextField(blank=True, verbose_name="why the other inputs are not used"),
        ),
    ]
