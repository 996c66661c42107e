"""Indexes that longer ones begin with, or that nothing is searched by, go: each write writes less.

Nothing is lost; going back makes the indexes again.
"""

from django.db import migrations, models
from django.db.models import Q

from samskap.base.migrating import DropKeyIndexes, Together


class Migration(migrations.Migration):
    dependencies = [("ideas", "0003_merging")]

    operations = [
        Together(
            DropKeyIndexes("Idea", "initiative", "question"),
            DropKeyIndexes("Support", "idea", "municipality"),
            migrations.AddIndex(
                "Idea",
                models.Index(
                    fields=["question"], condition=Q(question__isnull=False), name="idea_answers"
                ),
            ),
        )
    ]
