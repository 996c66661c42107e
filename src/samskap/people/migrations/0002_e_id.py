"""Providers of e-ID, and whom they know. Going back forgets which e-ID opens which account."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("municipalities", "0001_initial"),
        ("people", "0001_initial"),
    ]

    tables = [
        migrations.CreateModel(
            name="Provider",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name on the button")),
                ("issuer", models.URLField(verbose_name="issuer")),
                ("client_id", models.CharField(max_length=200, verbose_name="client id")),
                (
                    "proof",
                    models.CharField(
                        choices=[
                            (
                                "key",
                                "With a key pair: Samskap makes it, and you register the open half",
                            ),
                            ("secret", "With a secret that the provider gave you"),
                        ],
                        default="key",
                        max_length=6,
                        verbose_name="how do you prove who you are?",
                    ),
                ),
                ("sealed_secret", models.TextField(blank=True)),
                ("sealed_key", models.TextField(blank=True)),
                (
                    "acr_values",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="levels of assurance (acr)"
                    ),
                ),
                (
                    "subject_claim",
                    models.CharField(
                        default="sub", max_length=60, verbose_name="claim that says who it is"
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[(2, "As national e-ID"), (1, "As an e-mail address")],
                        default=2,
                        verbose_name="how sure does it make us?",
                    ),
                ),
                ("sign_out_url", models.URLField(blank=True, max_length=500)),
                (
                    "is_open",
                    models.BooleanField(default=True, verbose_name="offered where people sign in"),
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
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "issuer", "client_id"),
                        name="provider_is_set_up_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Identity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identities",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identities",
                        to="people.provider",
                    ),
                ),
            ],
            options={
                "ordering": ["provider", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("provider", "subject"), name="identity_belongs_to_one_account"
                    ),
                    models.UniqueConstraint(
                        fields=("person", "provider"), name="account_has_one_identity_of_a_provider"
                    ),
                ],
            },
        ),
    ]

    operations = [Together(*tables)]
