"""Add reports, verdicts and appeals. Going back loses them, and shows nothing that was hidden."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0001_initial"),
        ("municipalities", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="comment",
            name="state",
            field=models.CharField(
                choices=[
                    ("shown", "Shown"),
                    ("hidden", "Hidden by a moderator"),
                    ("removed", "Removed by its author"),
                ],
                default="shown",
                max_length=7,
            ),
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hides", models.BooleanField(verbose_name="the comment is hidden")),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("attack", "It attacks or threatens somebody"),
                            ("hate", "It spreads hatred against a group"),
                            ("private", "It tells something private about somebody"),
                            ("illegal", "It breaks the law in another way"),
                            ("advertising", "It is advertising, or sent in great numbers"),
                            ("astray", "It has nothing to do with the matter"),
                        ],
                        max_length=11,
                        verbose_name="ground",
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
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
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verdicts",
                        to="conversations.comment",
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
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("attack", "It attacks or threatens somebody"),
                            ("hate", "It spreads hatred against a group"),
                            ("private", "It tells something private about somebody"),
                            ("illegal", "It breaks the law in another way"),
                            ("advertising", "It is advertising, or sent in great numbers"),
                            ("astray", "It has nothing to do with the matter"),
                        ],
                        max_length=11,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="tell more")),
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
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="conversations.comment",
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
                (
                    "verdict",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="reports",
                        to="conversations.verdict",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Appeal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="why should it be otherwise?")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "changes",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="the verdict is changed"
                    ),
                ),
                ("reasons", models.TextField(blank=True, verbose_name="reasons")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appeals",
                        to="conversations.verdict",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="verdict",
            field=models.ForeignKey(
                blank=True,
                help_text="what a moderator decided last",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="conversations.verdict",
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(fields=["municipality", "at"], name="verdict_in_time"),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hides", False), models.Q(("ground", ""), _negated=True), _connector="OR"
                ),
                name="hidden_on_a_ground",
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("verdict", None)),
                fields=["municipality", "comment"],
                name="report_waits",
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["municipality", "at"], name="report_in_time"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                condition=models.Q(("verdict", None)),
                fields=("comment", "by"),
                name="comment_reported_once_at_a_time",
            ),
        ),
        migrations.AddIndex(
            model_name="appeal",
            index=models.Index(fields=["municipality", "at"], name="appeal_in_time"),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.UniqueConstraint(
                fields=("verdict", "by"), name="verdict_appealed_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("changes", None), ("decided_at", None)),
                    models.Q(("changes__isnull", False), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="decided_appeal_says_when",
            ),
        ),
    ]
