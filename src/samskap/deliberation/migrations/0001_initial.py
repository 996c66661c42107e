"""Deliberations, statements, who takes part, and votes: new tables; going back loses them."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('initiatives', '0003_laid_again'),
        ('ledger', '0004_fewer_indexes'),
        ('municipalities', '0003_least_levels'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    tables = [
        migrations.CreateModel(
            name='Deliberation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('question', models.CharField(max_length=200, verbose_name='what is the question?')),
                ('about', models.TextField(blank=True, verbose_name='what should people know before they vote?')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('opens_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='opens')),
                ('closes_at', models.DateTimeField(blank=True, null=True, verbose_name='closes')),
                ('state', models.CharField(choices=[('open', 'Open'), ('closed', 'Closed')], default='open', max_length=6)),
                ('least', models.PositiveSmallIntegerField(choices=[(0, 'Not signed in'), (1, 'Confirmed by e-mail'), (2, 'Identified by national e-ID')], default=0, verbose_name='who may vote?')),
                ('longest', models.PositiveSmallIntegerField(default=280, help_text='characters', verbose_name='how long may a statement be?')),
                ('moderation', models.CharField(choices=[('before', 'Somebody reads each statement before others see it'), ('after', 'Others see a statement at once; somebody reads it afterwards')], default='before', max_length=6, verbose_name='when are statements read?')),
                ('rules', models.TextField(blank=True, verbose_name='what was agreed about statements?')),
                ('share_statements', models.CharField(choices=[('voters', 'Everybody who may vote'), ('reachable', 'Those who have signed in'), ('keepers', 'Only those who keep the deliberation')], default='voters', max_length=9, verbose_name='who may write statements?')),
                ('shared_places', models.JSONField(blank=True, default=list, help_text='[{name, key: keyed hash of an address, most a day}]')),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_at', models.DateTimeField(blank=True, help_text='closed or opened again', null=True)),
                ('taken_in_at', models.DateTimeField(blank=True, help_text='when a conversation from Polis came in', null=True)),
                ('changed_because', models.CharField(blank=True, max_length=300, verbose_name='why')),
                ('changed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliberations', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('started_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['municipality', '-opens_at', '-id'], name='deliberation_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('closes_at', None), ('closes_at__gt', models.F('opens_at')), _connector='OR'), name='deliberation_closes_after_it_opens', violation_error_message='It must close after it opens.'), models.CheckConstraint(condition=models.Q(('longest__gte', 40), ('longest__lte', 1000)), name='deliberation_statements_have_a_length', violation_error_message='Let a statement be between 40 and 1,000 characters.')],
                'ordering': ['-opens_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(help_text='1, 2, 3 … within its deliberation')),
                ('key', models.CharField(blank=True, help_text='keyed hash of what a cookie holds', max_length=64)),
                ('source', models.CharField(blank=True, help_text='keyed hash of a network address, blanked at the end', max_length=64)),
                ('card', models.CharField(blank=True, max_length=40, verbose_name='number of the card')),
                ('level', models.PositiveSmallIntegerField(choices=[(0, 'Not signed in'), (1, 'Confirmed by e-mail'), (2, 'Identified by national e-ID')], default=0)),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On a paper card'), ('kiosk', 'At a shared place'), ('polis', 'In a conversation from Polis')], default='web', max_length=5)),
                ('set_aside', models.BooleanField(default=False, help_text='votes as others do, and is left out of every figure')),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('contribution', models.OneToOneField(blank=True, help_text='none for whoever was never counted, or came with a conversation', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participant', to='ledger.contribution')),
                ('deliberation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='deliberation.deliberation')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='deliberations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('source', ''), _negated=True), fields=['deliberation', 'source'], name='participant_of_source')],
                'constraints': [models.UniqueConstraint(fields=('deliberation', 'number'), name='participant_numbered'), models.UniqueConstraint(condition=models.Q(('person__isnull', False)), fields=('deliberation', 'person'), name='participant_once_per_person'), models.UniqueConstraint(condition=models.Q(('key', ''), _negated=True), fields=('deliberation', 'key'), name='participant_once_per_cookie'), models.UniqueConstraint(condition=models.Q(('card', ''), _negated=True), fields=('deliberation', 'card'), name='participant_once_per_card')],
                'ordering': ['deliberation', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('number', models.PositiveIntegerField(help_text='1, 2, 3 … within its deliberation')),
                ('text', models.CharField(max_length=1000, verbose_name='statement')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('is_seed', models.BooleanField(default=False, help_text='it was there from the start')),
                ('state', models.CharField(choices=[('awaiting', 'Waits until somebody has read it'), ('shown', 'Shown'), ('set_aside', 'Set aside')], default='awaiting', max_length=9)),
                ('reason', models.TextField(blank=True, help_text='the writer reads it', verbose_name='why')),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('appeal', models.TextField(blank=True, verbose_name='why should it be shown?')),
                ('appealed_at', models.DateTimeField(blank=True, null=True)),
                ('appeal_answer', models.TextField(blank=True, verbose_name='your answer')),
                ('appeal_at', models.DateTimeField(blank=True, help_text='when it was decided', null=True)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('agrees', models.PositiveIntegerField(default=0)),
                ('disagrees', models.PositiveIntegerField(default=0)),
                ('passes', models.PositiveIntegerField(default=0)),
                ('appeal_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='statements', to='deliberation.participant')),
                ('contribution', models.OneToOneField(blank=True, help_text='none for what came with a conversation from elsewhere', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statement', to='ledger.contribution')),
                ('deliberation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='deliberation.deliberation')),
                ('municipality', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('read_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'awaiting'), models.Q(('appeal_at', None), ('appealed_at__isnull', False)), _connector='OR'), fields=['deliberation', 'given_at', 'id'], name='statement_that_waits')],
                'constraints': [models.UniqueConstraint(fields=('deliberation', 'number'), name='statement_once_in_a_deliberation')],
                'ordering': ['deliberation', 'number'],
            },
        ),
        migrations.CreateModel(
            name='StatementText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=5, verbose_name='language')),
                ('text', models.CharField(max_length=1500, verbose_name='translation')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('statement', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='deliberation.statement')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('statement', 'language'), name='statement_once_in_a_language')],
                'ordering': ['statement', 'language'],
            },
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.SmallIntegerField(choices=[(1, 'Agree'), (-1, 'Disagree'), (0, 'Pass')])),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('municipality', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('participant', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='votes', to='deliberation.participant')),
                ('statement', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='given_votes', to='deliberation.statement')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('participant', 'statement'), name='vote_once_on_a_statement'), models.CheckConstraint(condition=models.Q(('value__in', [-1, 0, 1])), name='vote_is_agree_disagree_or_pass')],
            },
        ),
    ]

    operations = [Together(*tables)]
