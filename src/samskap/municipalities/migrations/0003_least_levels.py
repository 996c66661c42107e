# For which acts a municipality asks for a surer sign-in than their modules do. Empty is right for
# every municipality there is. Going back lets everybody do them who could before.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("municipalities", "0002_open_data")]

    operations = [
        migrations.AddField(
            "municipality",
            "least_levels",
            models.JSONField(
                blank=True,
                default=dict,
                help_text="the level of each act for which it is more than the module asks",
                verbose_name="stricter sign-in",
            ),
        ),
    ]
