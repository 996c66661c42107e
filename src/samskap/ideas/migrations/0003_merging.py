# Ideas that go on as one. Going back loses which ideas were put together, and leaves their supports
# with the one that went on.

import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import CASCADE, PROTECT, SET_NULL, Q

from samskap.base.migrating import Together

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def owned():
    """The municipality that owns a row."""
    return models.ForeignKey(
        editable=False, on_delete=CASCADE, related_name="+", to="municipalities.municipality"
    )


def person():
    """Somebody who acted, and may delete their account."""
    return models.ForeignKey(
        null=True, on_delete=SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
    )


def came_from():
    """The idea that a support was given to first."""
    return models.ForeignKey(
        blank=True,
        db_index=False,
        null=True,
        on_delete=SET_NULL,
        related_name="+",
        to="ideas.idea",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("ideas", "0002_on_paper"),
        ("initiatives", "0001_initial"),
        ("municipalities", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    tables = [
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", KEY.clone()),
                ("municipality", owned()),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=CASCADE,
                        related_name="idea_merges",
                        to="initiatives.initiative",
                    ),
                ),
                (
                    "into",
                    models.ForeignKey(on_delete=CASCADE, related_name="merges", to="ideas.idea"),
                ),
                ("reason", models.TextField(verbose_name="why")),
                ("by", person()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "title_before",
                    models.CharField(
                        blank=True, help_text="of the one that goes on", max_length=120
                    ),
                ),
                ("text_before", models.TextField(blank=True)),
                ("language_before", models.CharField(blank=True, max_length=5)),
                (
                    "due_before",
                    models.DateField(help_text="when an answer to it was promised", null=True),
                ),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("undone_by", person()),
                ("undone_because", models.TextField(blank=True)),
            ],
            options={"ordering": ["-at", "-pk"]},
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                ("id", KEY.clone()),
                ("municipality", owned()),
                (
                    "merge",
                    models.ForeignKey(on_delete=CASCADE, related_name="parts", to="ideas.merge"),
                ),
                (
                    "idea",
                    models.ForeignKey(on_delete=CASCADE, related_name="went_into", to="ideas.idea"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("merge", "idea"), name="part_once_in_a_merge")
                ]
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", KEY.clone()),
                ("municipality", owned()),
                (
                    "merge",
                    models.ForeignKey(
                        on_delete=CASCADE, related_name="objections", to="ideas.merge"
                    ),
                ),
                ("by", person()),
                ("text", models.TextField(verbose_name="why should it stand by itself?")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("answer", models.TextField(blank=True, verbose_name="your answer")),
                ("answered_by", person()),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("merge", "by"), name="objected_once_to_a_merge")
                ],
                "indexes": [
                    models.Index(
                        condition=Q(("answered_at", None)),
                        fields=["municipality", "at"],
                        name="objection_that_waits",
                    )
                ],
            },
        ),
    ]

    operations = [
        migrations.AddField(
            model_name="idea",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=PROTECT,
                related_name="+",
                to="ideas.idea",
            ),
        ),
        migrations.AddField(
            model_name="idea",
            name="joined",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="others that go on as a part"
            ),
        ),
        migrations.AddIndex(
            model_name="idea",
            index=models.Index(
                condition=Q(("merged_into__isnull", False)),
                fields=["merged_into"],
                name="idea_parts",
            ),
        ),
        migrations.AddField(model_name="support", name="came_from", field=came_from()),
        migrations.AddField(model_name="papersupport", name="came_from", field=came_from()),
        Together(*tables),
    ]
