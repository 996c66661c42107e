"""Days that a rule gives, counted down on an initiative: a new table; going back loses it."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0003_laid_again"),
        ("municipalities", "0003_least_levels"),
    ]

    operations = [
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=160, verbose_name="what must be ready?")),
                (
                    "before",
                    models.CharField(max_length=120, verbose_name="before whom must it be laid?"),
                ),
                ("due_on", models.DateField(verbose_name="by which day?")),
                ("rule", models.CharField(max_length=300, verbose_name="which rule says so?")),
                (
                    "source",
                    models.CharField(max_length=300, verbose_name="where does the rule stand?"),
                ),
                (
                    "is_yearly",
                    models.BooleanField(default=False, verbose_name="it comes back each year"),
                ),
                ("set_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "It is being counted down"),
                            ("met", "It was laid before them in time"),
                            ("missed", "It was not laid before them in time"),
                            ("dropped", "It holds no more"),
                        ],
                        default="running",
                        max_length=7,
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("says", models.TextField(blank=True, verbose_name="what happened?")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deadlines",
                        to="initiatives.initiative",
                    ),
                ),
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
                "ordering": ["due_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "what", "due_on"), name="deadline_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("state", "running")),
                            models.Q(
                                models.Q(("state", "running"), _negated=True),
                                ("settled_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="deadline_that_is_over_says_when",
                    ),
                ],
            },
        ),
    ]
