"""Partners, voices and signatures on paper. Going back forgets how each came in, and by whom."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0002_sharing"),
        ("ledger", "0002_guard_the_rows"),
        ("municipalities", "0001_initial"),
        ("organisations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="partner",
            name="called",
            field=models.CharField(
                blank=True,
                help_text="of somebody without an account",
                max_length=120,
                verbose_name="name",
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="giver",
            field=models.ForeignKey(
                blank=True,
                help_text="of somebody without an account, who joined on paper or by telephone",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="partnerships",
                to="ledger.giver",
            ),
        ),
        migrations.AddField(
            model_name="signature",
            name="channel",
            field=models.CharField(
                choices=[
                    ("web", "On the web"),
                    ("paper", "On paper"),
                    ("phone", "By telephone"),
                    ("meeting", "At a meeting"),
                ],
                default="web",
                max_length=7,
                verbose_name="how it came in",
            ),
        ),
        migrations.AddField(
            model_name="voice",
            name="channel",
            field=models.CharField(
                choices=[
                    ("web", "On the web"),
                    ("paper", "On paper"),
                    ("phone", "By telephone"),
                    ("meeting", "At a meeting"),
                ],
                default="web",
                max_length=7,
                verbose_name="how it came in",
            ),
        ),
        migrations.AddField(
            model_name="voice",
            name="contribution",
            field=models.OneToOneField(
                help_text="its row in the ledger; none for voices from before they had one",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="voice",
                to="ledger.contribution",
            ),
        ),
        migrations.AddConstraint(
            model_name="partner",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("giver__isnull", False), ("status__in", ["asked", "offered", "joined"])
                ),
                fields=("initiative", "giver"),
                name="giver_is_partner_once",
            ),
        ),
    ]
