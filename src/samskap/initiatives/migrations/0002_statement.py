import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0001_initial"),
        ("municipalities", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("by_whom", models.CharField(max_length=160, verbose_name="who says it?")),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("agrees", "Agrees"),
                            ("on_terms", "Agrees, on these terms"),
                            ("disagrees", "Disagrees"),
                        ],
                        max_length=9,
                        verbose_name="where do they stand?",
                    ),
                ),
                ("says", models.TextField(verbose_name="in their words")),
                ("said_on", models.DateField(verbose_name="when did they say it?")),
                (
                    "source",
                    models.URLField(
                        blank=True, max_length=300, verbose_name="where is the whole document?"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
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
                "ordering": ["said_on", "pk"],
            },
        ),
    ]
