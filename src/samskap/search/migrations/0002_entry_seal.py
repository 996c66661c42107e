# What an entry was made of, so that the night leaves alone what has not changed. Nothing is filled
# in: an entry without a seal is written once more the next time it is read. The column comes
# without making the table anew, so SQLite keeps its triggers. Going back loses no
# entry, only seals.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="seal",
            field=models.BigIntegerField(
                editable=False, help_text="what it was made of, see `search.marks`", null=True
            ),
        ),
    ]
