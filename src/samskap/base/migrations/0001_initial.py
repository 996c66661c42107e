import django.utils.timezone
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    tables = [
        migrations.CreateModel(
            name='Happening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality_key', models.BigIntegerField(help_text='the tenant’s key', null=True)),
                ('what', models.CharField(help_text='module.past_tense, e.g. ideas.idea_given', max_length=80)),
                ('by', models.UUIDField(help_text='pseudonym of the actor; empty for the clock', null=True)),
                ('about', models.CharField(help_text='model label and key, e.g. ideas.Idea:17', max_length=80)),
                ('within', models.CharField(blank=True, help_text='the larger thing, if any', max_length=80)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['about'], name='happening_about'), models.Index(fields=['within', '-id'], name='happening_within'), models.Index(fields=['municipality_key', '-id'], name='happening_of_municipality')],
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('task', models.CharField(help_text='dotted path of the task', max_length=200)),
                ('arguments', models.JSONField(help_text='args and kwargs; may hold an address to write to')),
                ('priority', models.SmallIntegerField(default=0, help_text='the larger, the sooner')),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now, help_text='when done or taken again')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('taken_by', models.CharField(blank=True, help_text='the worker that has it', max_length=32)),
                ('failed_at', models.DateTimeField(blank=True, help_text='when it was given up', null=True)),
                ('fault', models.CharField(blank=True, help_text='kind of the last fault', max_length=200)),
            ],
            options={
                'ordering': ['-priority', 'due_at', 'pk'],
                'indexes': [models.Index(condition=models.Q(('failed_at', None)), fields=['-priority', 'due_at', 'id'], name='job_waiting')],
            },
        ),
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('schedule', models.CharField(help_text='dotted path of the schedule', max_length=200)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['schedule', '-at'],
                'constraints': [models.UniqueConstraint(fields=('schedule', 'at'), name='slot_starts_a_task_once')],
            },
        ),
    ]

    operations = [Together(*tables)]
