"""Hearings, who is asked, statements and answers: new tables; going back loses them."""

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
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    tables = [
        migrations.CreateModel(
            name='Hearing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(max_length=80)),
                ('title', models.CharField(max_length=120, verbose_name='what is it about?')),
                ('about', models.TextField(verbose_name='what do you propose, and what do you wonder?')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('preset', models.CharField(max_length=24, verbose_name='what kind of matter is it?')),
                ('inspected_at', models.CharField(blank=True, max_length=200, verbose_name='where can the papers be read on paper?')),
                ('answers_to', models.TextField(blank=True, verbose_name='how else can one answer?')),
                ('young_secured', models.TextField(blank=True, verbose_name='how do children and young people take part?')),
                ('others_secured', models.TextField(blank=True, verbose_name='how do others take part who cannot do it directly?')),
                ('opens_on', models.DateField(verbose_name='it opens on')),
                ('closes_on', models.DateField(verbose_name='last day to say something')),
                ('law_closes_on', models.DateField(blank=True, help_text='empty: no law gives it', null=True, verbose_name='the earliest last day by law')),
                ('law_moved_by', models.CharField(blank=True, max_length=14)),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('open', 'Open'), ('closed', 'Closed'), ('answering', 'Being answered'), ('answered', 'Answered'), ('reported', 'Reported')], default='planned', max_length=9)),
                ('planned_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('solution_locked_at', models.DateTimeField(blank=True, help_text='where the solution was locked when it opened', null=True)),
                ('summary', models.TextField(blank=True, verbose_name='what did the hearing show?')),
                ('reported_at', models.DateTimeField(blank=True, null=True)),
                ('formal', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='hearing', to='initiatives.formaldecision')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hearings', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('planned_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['municipality', '-opens_on', '-id'], name='hearing_newest'),
                    models.Index(condition=models.Q(('state', 'open')), fields=['closes_on'], name='hearing_that_closes'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('municipality', 'slug'), name='hearing_slug_once'),
                    models.CheckConstraint(condition=models.Q(('closes_on__gt', models.F('opens_on'))), name='hearing_closes_after_it_opens', violation_error_message='The last day must lie after the day it opens.'),
                    models.CheckConstraint(condition=models.Q(('state', 'planned'), ('opened_at__isnull', False), _connector='OR'), name='hearing_was_opened'),
                ],
                'ordering': ['-opens_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('used', 'Used'), ('partly_used', 'Partly used'), ('not_used', 'Not used'), ('forwarded', 'Forwarded')], max_length=11, verbose_name='what becomes of it?')),
                ('text', models.TextField(verbose_name='your assessment')),
                ('changes', models.CharField(blank=True, max_length=300, verbose_name='what is changed because of it?')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('hearing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='hearings.hearing')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='hearing_answer_has_words'),
                ],
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=160, verbose_name='what is the paper called?')),
                ('url', models.URLField(blank=True, max_length=400, verbose_name='where is it?')),
                ('file', models.FileField(blank=True, upload_to='hearings/', verbose_name='file')),
                ('hearing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='hearings.hearing')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('url', ''), _negated=True), models.Q(('file', ''), _negated=True), _connector='OR'), name='paper_is_somewhere'),
                ],
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Recipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('elderly_council', 'Council for the elderly'), ('disability_council', 'Council for people with disabilities'), ('youth_council', 'Youth council'), ('children', 'Whoever speaks for children in plan cases'), ('authority', 'Public authority'), ('neighbour', 'Neighbours and owners'), ('association', 'Association'), ('business', 'Business'), ('other', 'Others')], max_length=18, verbose_name='who is it?')),
                ('name', models.CharField(max_length=160, verbose_name='name')),
                ('way', models.CharField(choices=[('email', 'By e-mail'), ('letter', 'By letter'), ('meeting', 'At a meeting'), ('notice', 'By public notice'), ('phone', 'By telephone')], default='email', max_length=7, verbose_name='how are they asked?')),
                ('people', models.PositiveIntegerField(default=1, verbose_name='how many got it?')),
                ('is_required', models.BooleanField(default=False, help_text='the law says that they are asked')),
                ('invited_on', models.DateField(blank=True, null=True, verbose_name='asked on')),
                ('hearing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recipients', to='hearings.hearing')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('organisation__isnull', False)), fields=('hearing', 'organisation'), name='organisation_is_asked_once'),
                    models.CheckConstraint(condition=models.Q(('people__gte', 1)), name='recipient_is_somebody'),
                ],
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='HearingStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('number', models.PositiveIntegerField(help_text='1, 2, 3 … within the hearing')),
                ('text', models.TextField(verbose_name='what do you want to say?')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('attachment', models.FileField(blank=True, upload_to='hearing-statements/', verbose_name='attachment')),
                ('way', models.CharField(choices=[('web', 'On the web'), ('email', 'By e-mail'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7)),
                ('received_on', models.DateField(verbose_name='came in on')),
                ('is_late', models.BooleanField(default=False, help_text='after the last day')),
                ('changed_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('access', models.CharField(choices=[('open', 'Open to everybody'), ('withheld', 'Withheld by law')], default='open', max_length=8)),
                ('basis', models.CharField(blank=True, max_length=160, verbose_name='by which law?')),
                ('open_text', models.TextField(blank=True, verbose_name='what everybody may read of it')),
                ('answer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='hearings.answer')),
                ('contribution', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='hearing_statement', to='ledger.contribution')),
                ('hearing', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='hearings.hearing')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('withheld_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recipient', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='statements', to='hearings.recipient')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('hearing', 'number'), name='hearing_statement_numbered'),
                    models.CheckConstraint(condition=models.Q(('access', 'open'), models.Q(('basis', ''), _negated=True), _connector='OR'), name='withheld_by_a_law'),
                ],
                'ordering': ['hearing', 'number'],
            },
        ),
    ]

    operations = [Together(*tables)]
