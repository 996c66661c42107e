"""Documents that many write together: new tables; going back loses them."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('initiatives', '0002_statement'),
        ('ledger', '0004_fewer_indexes'),
        ('municipalities', '0003_least_levels'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    tables = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=120, verbose_name='what is the text called?')),
                ('purpose', models.TextField(blank=True, verbose_name='what is the text for?')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('rule', models.CharField(choices=[('writers', 'The writers named here'), ('partners', 'The partners together, by the rule of their agreement')], default='writers', max_length=8, verbose_name='who decides about proposed changes?')),
                ('state', models.CharField(choices=[('writing', 'Being written'), ('settled', 'Settled: it changes no more')], default='writing', max_length=7)),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('paragraphs_ever', models.PositiveIntegerField(default=0, help_text='the number of the newest paragraph; numbers are never used again')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('writers', models.ManyToManyField(blank=True, related_name='documents_written', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-started_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Paragraph',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('number', models.PositiveIntegerField(help_text='1, 2, 3 … within the document; never changes')),
                ('kind', models.CharField(choices=[('heading', 'Heading'), ('text', 'Text'), ('item', 'Item of the plan')], default='text', max_length=7, verbose_name='what is it?')),
                ('place', models.BigIntegerField(help_text='where it stands among the others; with gaps')),
                ('version', models.PositiveIntegerField(default=1, help_text='of the wording that holds now')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('document', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='paragraphs', to='drafting.document')),
                ('municipality', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['document', 'place', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='paragraph_numbered')],
                'indexes': [models.Index(fields=['document', 'place', 'id'], name='paragraph_in_place')],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(help_text='1, 2, 3 … within the paragraph')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('why', models.TextField(verbose_name='why does it change?')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contribution', models.ForeignKey(help_text='of whoever worded it: a writer, or who proposed the change', on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='ledger.contribution')),
                ('municipality', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('paragraph', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='wordings', to='drafting.paragraph')),
            ],
            options={
                'ordering': ['paragraph', '-version'],
                'constraints': [models.UniqueConstraint(fields=('paragraph', 'version'), name='wording_once_in_a_version')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('what', models.CharField(choices=[('reword', 'New wording'), ('add', 'New paragraph'), ('remove', 'Take the paragraph out')], default='reword', max_length=6)),
                ('kind', models.CharField(blank=True, choices=[('heading', 'Heading'), ('text', 'Text'), ('item', 'Item of the plan')], max_length=7)),
                ('text', models.TextField(blank=True, verbose_name='how should it read?')),
                ('reason', models.TextField(blank=True, verbose_name='why?')),
                ('rests_on', models.JSONField(blank=True, default=list, help_text='ledger ids of other contributions that it rests on')),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('state', models.CharField(choices=[('open', 'Waits for an answer'), ('accepted', 'Accepted'), ('changed', 'Accepted with changes'), ('rejected', 'Not accepted'), ('withdrawn', 'Withdrawn by whoever proposed it')], default='open', max_length=9)),
                ('put_text', models.TextField(blank=True, help_text='what the partners are asked about, where it differs from the text')),
                ('answer', models.TextField(blank=True, verbose_name='your reasons')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('contribution', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='text_change', to='ledger.contribution')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.OneToOneField(blank=True, help_text='the question to the partners, where they decide together', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='text_change', to='initiatives.decision')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('document', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='drafting.document')),
                ('after', models.ForeignKey(blank=True, help_text='a new paragraph comes after this one; none means at the end', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='drafting.paragraph')),
                ('paragraph', models.ForeignKey(blank=True, help_text='the one it is about; of a new one only once it is accepted', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='drafting.paragraph')),
                ('base', models.ForeignKey(blank=True, help_text='the wording it was written on', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='drafting.wording')),
                ('became', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='came_of', to='drafting.wording')),
            ],
            options={
                'ordering': ['-proposed_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('what', 'add'), models.Q(('paragraph', None), _negated=True), _connector='OR'), name='change_is_about_a_paragraph'), models.CheckConstraint(condition=models.Q(('state', 'open'), ('decided_at__isnull', False), _connector='OR'), name='change_that_is_decided_says_when')],
                'indexes': [models.Index(fields=['document', '-proposed_at', '-id'], name='change_newest'), models.Index(condition=models.Q(('state', 'open')), fields=['municipality', 'proposed_at'], name='change_that_waits')],
            },
        ),
        migrations.CreateModel(
            name='Cause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contribution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings_caused', to='ledger.contribution')),
                ('municipality', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('wording', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='causes', to='drafting.wording')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('wording', 'contribution'), name='cause_once_a_wording')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(help_text='1, 2, 3 … within the document')),
                ('name', models.CharField(max_length=120, verbose_name='what do you call this edition?')),
                ('why', models.TextField(verbose_name='why is it made?')),
                ('contents', models.JSONField(default=list, help_text='[[key of a paragraph, version of its wording], …] in order')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='drafting.document')),
                ('municipality', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['document', '-number'],
                'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='edition_numbered')],
            },
        ),
    ]

    operations = [Together(*tables)]
