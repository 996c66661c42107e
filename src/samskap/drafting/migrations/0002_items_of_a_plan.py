"""Items of a plan, with what they came from and what became of them: new tables."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("drafting", "0001_initial"),
        ("initiatives", "0004_a_day_that_a_rule_gives"),
        ("ledger", "0004_fewer_indexes"),
        ("municipalities", "0003_least_levels"),
        ("organisations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    tables = [
        migrations.CreateModel(
            name="Item",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(help_text="1, 2, 3 … within the document"),
                ),
                (
                    "title",
                    models.CharField(
                        max_length=160, verbose_name="what is to be done, in one line"
                    ),
                ),
                (
                    "cost_kroner",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="what it costs, in whole kroner"
                    ),
                ),
                (
                    "responsible_says",
                    models.CharField(
                        blank=True,
                        help_text="an office or a body, never a person’s name",
                        max_length=160,
                        verbose_name="responsible, in your own words",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("decided", "Decided"),
                            ("under_way", "Under way"),
                            ("in_force", "In force"),
                            ("dropped", "Dropped"),
                        ],
                        default="planned",
                        max_length=9,
                    ),
                ),
                (
                    "in_force_on",
                    models.DateField(blank=True, help_text="the day it came into force", null=True),
                ),
                (
                    "follow_up_on",
                    models.DateField(
                        blank=True,
                        help_text="the day on which somebody says how it goes",
                        null=True,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="plan_items",
                        to="initiatives.commitment",
                        verbose_name="the promise behind it",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="drafting.document",
                    ),
                ),
                (
                    "made_by",
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
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "paragraph",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="item",
                        to="drafting.paragraph",
                    ),
                ),
                (
                    "recommendation",
                    models.OneToOneField(
                        blank=True,
                        help_text="as it lies before an elected body, or lay before it last",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="plan_item",
                        to="initiatives.recommendation",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="plan_items",
                        to="organisations.organisation",
                        verbose_name="who is responsible",
                    ),
                ),
            ],
            options={
                "ordering": ["document", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("document", "number"), name="item_numbered"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "in_force"), _negated=True),
                            ("in_force_on__isnull", False),
                            _connector="OR",
                        ),
                        name="item_in_force_says_since_when",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("follow_up_on__isnull", False)),
                        fields=["municipality", "follow_up_on"],
                        name="item_to_follow_up",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_whole",
                    models.BooleanField(
                        default=True, help_text="all of it is in the item, not a part"
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
                        related_name="plan_sources",
                        to="ledger.contribution",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="drafting.item",
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
                "ordering": ["item", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "contribution"), name="source_once_an_item"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("made", "It became an item of the plan"),
                            ("changed", "It was changed"),
                            ("laid", "It was laid before an elected body"),
                            ("answered", "The elected body answered"),
                            ("under_way", "It is under way"),
                            ("in_force", "It is in force"),
                            ("dropped", "It was dropped"),
                            ("followed_up", "Somebody said how it goes"),
                        ],
                        max_length=11,
                    ),
                ),
                ("says", models.TextField(blank=True, verbose_name="in words")),
                (
                    "link",
                    models.URLField(
                        blank=True, max_length=300, verbose_name="address of what is in force"
                    ),
                ),
                ("on", models.DateField(help_text="the day it is about")),
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
                    "item",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="drafting.item",
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
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="initiatives.recommendation",
                    ),
                ),
            ],
            options={
                "ordering": ["item", "at", "pk"],
                "indexes": [
                    models.Index(fields=["item", "at", "id"], name="item_step_in_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Money",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kroner",
                    models.PositiveBigIntegerField(
                        verbose_name="how much money there is, in whole kroner"
                    ),
                ),
                ("says", models.TextField(blank=True, verbose_name="what it may be used for")),
                (
                    "said_by",
                    models.CharField(
                        help_text="a body or a budget, never a person’s name",
                        max_length=160,
                        verbose_name="who has said so",
                    ),
                ),
                ("said_on", models.DateField(verbose_name="on which day")),
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
                    "document",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="money",
                        to="drafting.document",
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
                "ordering": ["document", "-said_on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "said_on", "said_by"), name="money_said_once_a_day"
                    ),
                ],
            },
        ),
    ]

    operations = [Together(*tables)]
