"""Maps that were drawn, and what was made of what they show: new tables; going back loses them."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("deliberation", "0001_initial"),
        ("ledger", "0004_fewer_indexes"),
        ("municipalities", "0003_least_levels"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    tables = [
        migrations.CreateModel(
            name="Drawing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(help_text="1, 2, 3 … within its deliberation"),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "seen",
                    models.CharField(
                        help_text="hash of the sums that it was drawn from", max_length=64
                    ),
                ),
                ("document", models.BinaryField(help_text="JSON, packed by zlib")),
                ("sha256", models.CharField(help_text="of the document, unpacked", max_length=64)),
                ("figures", models.JSONField(help_text="what the document says was drawn")),
                (
                    "groups",
                    models.JSONField(
                        default=dict,
                        help_text="number of a participant → number of their group,"
                        " so that numbers last",
                    ),
                ),
                (
                    "centres",
                    models.JSONField(
                        default=list, help_text="[x, y] of each group, small ones too"
                    ),
                ),
                (
                    "weights",
                    models.JSONField(
                        default=dict,
                        help_text="number of a statement → how much one more vote on it tells",
                    ),
                ),
                (
                    "deliberation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drawings",
                        to="deliberation.deliberation",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ["deliberation", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("deliberation", "number"), name="drawing_numbered"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Outcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("problem_statement", "A problem"),
                            ("draft", "A paragraph of the joint text"),
                        ],
                        max_length=17,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.contribution",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outcomes",
                        to="deliberation.statement",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "kind"), name="statement_became_it_once"
                    )
                ],
            },
        ),
    ]

    operations = [Together(*tables)]
