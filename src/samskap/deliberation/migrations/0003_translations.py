"""Questions in other languages, and translations that wait: new columns; going back loses them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deliberation", "0002_maps")]

    # Both may be empty, so that neither table is written anew.
    operations = [
        migrations.AddField(
            model_name="deliberation",
            name="said_in",
            field=models.JSONField(
                blank=True,
                help_text="language → {question, about}, as those who keep it have translated them",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="statementtext",
            name="waiting_since",
            field=models.DateTimeField(
                blank=True, help_text="others see it once somebody has read it", null=True
            ),
        ),
    ]
