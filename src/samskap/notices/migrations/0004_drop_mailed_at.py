"""The letter says now when a notice was mailed."""

from django.db import migrations


class Migration(migrations.Migration):
    """Drop what the letter has taken over."""

    dependencies = [("notices", "0003_fill_letters")]

    operations = [
        migrations.RemoveIndex(model_name="notice", name="notice_mailed"),
        migrations.RemoveField(model_name="notice", name="mailed_at"),
    ]
