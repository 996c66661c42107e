"""Since when others are not told who gave something: a new column; back loses it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0004_fewer_indexes")]

    operations = [
        migrations.AddField(
            model_name="standing",
            name="unnamed_at",
            field=models.DateTimeField(
                help_text="since when others are not told who gave it", null=True
            ),
        ),
    ]
