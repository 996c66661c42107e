# What search keeps. The database keeps the words of entries in its own way: SQLite by triggers, which
# a table that is made anew for a change of its columns loses, so whoever changes it installs them
# again. Going back loses nothing that `reindex` does not find again.

import django.db.models.deletion
from django.db import migrations, models

from samskap.base.migrating import Together
from samskap.search import index


def install(apps, schema_editor):
    index.install(schema_editor.connection)


def remove(apps, schema_editor):
    index.remove(schema_editor.connection)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('initiatives', '0001_initial'),
        ('municipalities', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Bookmark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('happening', models.PositiveBigIntegerField(default=0, help_text='the last line that was read')),
                ('read_whole_at', models.DateTimeField(help_text='when everything that can be found was last read', null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('place', models.BigIntegerField(primary_key=True, serialize=False)),
                ('kind', models.CharField(help_text='what it is, e.g. idea', max_length=20)),
                ('key', models.PositiveBigIntegerField(help_text='the number of what can be found')),
                ('words', models.TextField(help_text='stems and marks, see `search.marks`')),
                ('initiative', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'key'), name='entry_once')],
            },
        ),
    ]

    operations = [
        Together(*tables),
        migrations.RunPython(install, remove),
    ]
