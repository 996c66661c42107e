"""Write a letter for each e-mail that was sent: a moment shared by the notices that it told.

Going back loses which notices were in which letter; `mailed_at` is still there.
"""

from django.conf import settings
from django.db import migrations

BATCH = 500


def fill(apps, schema_editor):
    """Give each mailed notice the letter that took it along."""
    notices = apps.get_model("notices", "Notice")
    letters = apps.get_model("notices", "Letter")
    mailed = notices.objects.filter(letter=None).exclude(mailed_at=None).order_by("pk")
    while rows := list(mailed[:BATCH]):
        for notice in rows:
            letter, _is_new = letters.objects.get_or_create(
                person_id=notice.person_id,
                municipality_id=notice.municipality_id,
                carrier="mail",
                cause=f"mailed:{notice.mailed_at:%Y-%m-%dT%H:%M:%S.%f}",
                defaults={
                    "made_at": notice.mailed_at,
                    "outcome": "sent",
                    "ended_at": notice.mailed_at,
                },
            )
            notices.objects.filter(pk=notice.pk).update(letter=letter)


class Migration(migrations.Migration):
    """Fill in small batches: nobody waits for a locked table."""

    atomic = False

    dependencies = [
        ("notices", "0002_letters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
