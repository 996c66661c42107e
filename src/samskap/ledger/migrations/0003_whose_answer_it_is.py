# Each fate says on which side whoever gave it stands, and the first answer of the public side is
# kept beside the first of all (decision 83). The guards come down while the column comes in, and
# go up again with it. Going back loses the sides.

from datetime import timedelta

from django.db import migrations, models
from django.db.models import Min, OuterRef, Subquery

from samskap.ledger import triggers

SIDES = [("public", "Public"), ("non_public", "Residents and their organisations")]
ANSWERS = ["used", "partly_used", "not_used", "forwarded"]
IN_TIME = timedelta(days=30)
AT_ONCE = 500


def guard(apps, schema_editor):
    triggers.install(schema_editor.connection)


def unguard(apps, schema_editor):
    triggers.remove(schema_editor.connection)


def fill(apps, schema_editor):
    Fate, Standing = (apps.get_model("ledger", name) for name in ("Fate", "Standing"))  # noqa: N806
    PhaseSum = apps.get_model("ledger", "PhaseSum")
    if not Fate.objects.exists():
        return
    # What residents and their organisations decided alone; everything else was the public side’s
    # by the rule that held until now.
    alone = apps.get_model("initiatives", "Decision").objects.filter(mode="delegated")
    keys = [f"initiatives.Decision:{pk}" for pk in alone.values_list("pk", flat=True)]
    for first in range(0, len(keys), AT_ONCE):
        here = Fate.objects.filter(decision_key__in=keys[first : first + AT_ONCE])
        here.update(side="non_public")

    answers = Fate.objects.filter(contribution=OuterRef("pk"), side="public", status__in=ANSWERS)
    earliest = answers.order_by().values("contribution").annotate(first=Min("at")).values("first")
    Standing.objects.exclude(answered_at=None).update(publicly_answered_at=Subquery(earliest))

    in_time = (
        Standing.objects.filter(
            contribution__is_input=True,
            contribution__side="non_public",
            publicly_answered_at__lte=models.F("contribution__at") + IN_TIME,
        )
        .order_by()
        .values_list("account", "contribution__phase")
        .annotate(n=models.Count("pk"))
    )
    for account, phase, n in list(in_time):
        sums = PhaseSum.objects.filter(account=account, phase=phase)
        sums.update(publicly_answered_in_30_days=n)


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0002_guard_the_rows"),
        ("initiatives", "0001_initial"),  # the modes of decisions, for what is there already
    ]

    operations = [
        migrations.RunPython(unguard, guard),
        migrations.AddField(
            "fate",
            "side",
            models.CharField(
                choices=SIDES,
                default="public",
                help_text="of whoever says so; what residents tell each other is no public answer",
                max_length=10,
            ),
        ),
        migrations.AddField(
            "phasesum",
            "publicly_answered_in_30_days",
            models.PositiveBigIntegerField(
                default=0,
                help_text="of them, those that the public side answered, or had a part in",
            ),
        ),
        migrations.AlterField(
            "standing",
            "answered_at",
            models.DateTimeField(help_text="by whomever", null=True),
        ),
        migrations.AddField(
            "standing",
            "publicly_answered_at",
            models.DateTimeField(
                help_text="when the public side answered, or had a part in the answer", null=True
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
