"""Whether members without an account came: a new table; back loses it."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0004_fewer_indexes"),
        ("meetings", "0003_tables_and_nights"),
        ("municipalities", "0003_least_levels"),
    ]

    operations = [
        Together(
            migrations.CreateModel(
                name="GuestAttendance",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("came", models.BooleanField()),
                    (
                        "at",
                        models.DateTimeField(
                            default=django.utils.timezone.now,
                            help_text="when it was written down",
                        ),
                    ),
                    (
                        "event",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="guest_attendances",
                            to="meetings.event",
                        ),
                    ),
                    (
                        "giver",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="ledger.giver",
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
                    "ordering": ["event", "pk"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("event", "giver"), name="attendance_once_per_guest"
                        )
                    ],
                },
            ),
        )
    ]
