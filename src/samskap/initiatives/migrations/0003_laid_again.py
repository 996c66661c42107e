"""Which recommendation takes the place of one that came back; going back loses that link alone."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0002_statement")]

    operations = [
        migrations.AddField(
            model_name="recommendation",
            name="instead_of",
            field=models.OneToOneField(
                blank=True,
                help_text="the one that was returned, and whose place this one takes",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="laid_again",
                to="initiatives.recommendation",
            ),
        ),
    ]
