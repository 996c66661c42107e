# Under which licence open data are given away, and the number that public registers know the
# municipality by. Empty is right for every municipality there is: the country’s own licence.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("municipalities", "0001_initial")]

    operations = [
        migrations.AddField(
            "municipality",
            "licence",
            models.CharField(
                blank=True,
                choices=[("NLOD-2.0", "NLOD 2.0"), ("CC-BY-4.0", "CC BY 4.0")],
                default="",
                help_text="empty for the one that the country uses",
                max_length=9,
                verbose_name="licence of open data",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "municipality",
            "organisation_number",
            models.CharField(
                blank=True, default="", max_length=9, verbose_name="organisation number"
            ),
            preserve_default=False,
        ),
    ]
