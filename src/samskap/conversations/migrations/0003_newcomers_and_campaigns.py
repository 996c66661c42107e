"""Hold first comments, and mark what says nearly the same. Going back shows what was held."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0002_moderation"),
        ("ledger", "0004_count_answers_by_days"),
        ("municipalities", "0001_initial"),
        ("organisations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Rules",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "first_comments",
                    models.CharField(
                        choices=[
                            ("open", "They stand at once"),
                            (
                                "limited",
                                "They stand at once: at most three a day, and without links",
                            ),
                            ("held", "A facilitator reads the first one before everybody sees it"),
                        ],
                        default="limited",
                        max_length=7,
                        verbose_name="the first comments of a new account",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="comment",
            name="alike",
            field=models.PositiveIntegerField(
                default=0, help_text="how many say nearly the same, this one included; 0 for none"
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="alike_to",
            field=models.ForeignKey(
                blank=True,
                help_text="the first of those that say nearly the same, which may be itself",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="alike_ones",
                to="conversations.comment",
            ),
        ),
        migrations.AlterField(
            model_name="comment",
            name="state",
            field=models.CharField(
                choices=[
                    ("shown", "Shown"),
                    ("held", "Waits for a first reading"),
                    ("hidden", "Hidden by a moderator"),
                    ("removed", "Removed by its author"),
                ],
                default="shown",
                max_length=7,
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("state", "held")),
                fields=["municipality", "at"],
                name="comment_held",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("alike__gt", 0)),
                fields=["municipality", "-alike", "-id"],
                name="comment_alike",
            ),
        ),
        migrations.AddField(
            model_name="rules",
            name="municipality",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="municipalities.municipality",
            ),
        ),
        migrations.AddConstraint(
            model_name="rules",
            constraint=models.UniqueConstraint(
                fields=("municipality",), name="conversation_rules_once"
            ),
        ),
    ]
