"""Archives of one person, sights, and how long things are kept. Going back forgets all of it."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('municipalities', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    tables = [
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('giver_key', models.UUIDField(help_text='the giver’s public key, which leads to no name')),
                ('reason', models.TextField(verbose_name='reason')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Archive',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('file_name', models.CharField(help_text='known before the file is written', max_length=100)),
                ('language', models.CharField(max_length=5, verbose_name='language')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='asked for')),
                ('ready_at', models.DateTimeField(blank=True, null=True, verbose_name='ready')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='can be fetched until')),
                ('size', models.PositiveBigIntegerField(default=0, verbose_name='bytes')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='archives', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
                'indexes': [models.Index(fields=['ends_at'], name='archive_ends')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ready_at', None)), fields=('municipality', 'person'), name='archive_is_made_once_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Removal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60)),
                ('on', models.DateField(default=django.utils.timezone.localdate)),
                ('rows', models.PositiveBigIntegerField(default=0)),
                ('municipality', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['-on', 'key'],
                'constraints': [models.UniqueConstraint(fields=('municipality', 'key', 'on'), name='removals_are_counted_by_day'), models.UniqueConstraint(condition=models.Q(('municipality', None)), fields=('key', 'on'), name='removals_of_nobodys_are_counted_by_day')],
            },
        ),
        migrations.CreateModel(
            name='RetentionRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(help_text='the kind of thing, e.g. notices.read', max_length=60)),
                ('days', models.PositiveSmallIntegerField(verbose_name='days')),
                ('why', models.TextField(verbose_name='why')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['key'],
                'constraints': [models.UniqueConstraint(fields=('municipality', 'key'), name='rule_once_for_a_kind')],
            },
        ),
        migrations.CreateModel(
            name='Sight',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(help_text='the key of the page, e.g. people.roles', max_length=60)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='seen_in', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sights', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['municipality', '-id'], name='sight_of_municipality'), models.Index(condition=models.Q(('about__isnull', False)), fields=['about', '-id'], name='sight_of_person')],
            },
        ),
    ]

    operations = [Together(*tables)]
