"""Sessions with the person who is signed in. Here, and going back, everybody signs in anew."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_e_id"),
    ]

    operations = [
        migrations.CreateModel(
            name="Session",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("kept", models.JSONField(default=dict)),
                ("began_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("seen_on", models.DateField(default=django.utils.timezone.localdate)),
                ("ends_at", models.DateTimeField(db_index=True)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-seen_on", "-began_at"],
            },
        ),
    ]
