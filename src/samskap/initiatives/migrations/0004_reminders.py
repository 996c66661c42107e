"""What people were reminded of. Going back lets them be reminded of it once more."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0003_on_paper"),
        ("municipalities", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "about",
                    models.CharField(help_text="what sort of thing, e.g. answers", max_length=20),
                ),
                ("thing", models.PositiveBigIntegerField(help_text="its key among those")),
                (
                    "stage",
                    models.CharField(
                        choices=[("soon", "Soon due"), ("late", "Overdue")], max_length=4
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("about", "thing", "stage"), name="reminded_once"
                    )
                ],
            },
        ),
    ]
