"""Indexes that longer ones begin with, or that nothing is searched by, go: each write writes less.

Two keys that are mostly empty get an index of the rows where they are not. Nothing is lost; going
back makes the indexes again.
"""

from django.db import migrations, models
from django.db.models import Q

from samskap.base.migrating import DropKeyIndexes, Together


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_whose_answer_it_is")]

    operations = [
        Together(
            DropKeyIndexes("Contribution", "account", "giver", "speaking_for"),
            DropKeyIndexes("Standing", "municipality", "entered_by"),
            DropKeyIndexes("Sum", "account"),
            DropKeyIndexes("PhaseSum", "account"),
            migrations.AddIndex(
                "Contribution",
                models.Index(
                    fields=["speaking_for"],
                    condition=Q(speaking_for__isnull=False),
                    name="contribution_spoken_for",
                ),
            ),
            migrations.AddIndex(
                "Standing",
                models.Index(
                    fields=["entered_by"],
                    condition=Q(entered_by__isnull=False),
                    name="standing_entered_by",
                ),
            ),
        )
    ]
