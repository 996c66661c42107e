"""Lots, their pools and their draws: new tables; going back loses them."""

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
        ('people', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Lot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=120, verbose_name='what is drawn?')),
                ('about', models.TextField(blank=True, verbose_name='what are those who are drawn asked to do?')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('size', models.PositiveSmallIntegerField(verbose_name='how many are drawn?')),
                ('pool', models.CharField(choices=[('everybody', 'Everybody who says yes'), ('invited', 'Those who are invited at random from a list'), ('given', 'Those who registered elsewhere, such as for a task committee')], default='everybody', max_length=9, verbose_name='who can be drawn?')),
                ('way', models.CharField(choices=[('leximin', 'As even chances as the targets allow'), ('maximin', 'As large as possible for whoever has the smallest chance'), ('legacy_greedy', 'Seat by seat, the way it was done before')], default='leximin', max_length=13, verbose_name='how are the chances shared?')),
                ('features', models.JSONField(blank=True, default=list, help_text='[{title, source, values: [{title, least, most …}]}]')),
                ('one_per_household', models.BooleanField(default=False, verbose_name='at most one of each household')),
                ('pause_months', models.PositiveSmallIntegerField(default=0, help_text='0: nobody is left out', verbose_name='leave out those who were drawn or invited in the last months')),
                ('youngest', models.PositiveSmallIntegerField(default=16, verbose_name='from which age?')),
                ('closes_on', models.DateField(blank=True, null=True, verbose_name='last day to say yes')),
                ('state', models.CharField(choices=[('open', 'Open: people say yes to being drawn'), ('closed', 'Closed: nobody enters any more'), ('planned', 'Planned: the panels are worked out'), ('committed', 'Sealed: nobody can change the panels any more'), ('drawn', 'Drawn'), ('replacing', 'Somebody left: a replacement is to be drawn')], default='open', max_length=9)),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lots', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('stewards', models.ManyToManyField(blank=True, related_name='lots_kept', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-started_at', '-pk'],
                'indexes': [models.Index(fields=['municipality', '-started_at', '-id'], name='lot_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('size__gte', 1)), name='lot_draws_somebody', violation_error_message='At least one must be drawn.')],
            },
        ),
        migrations.CreateModel(
            name='Invitee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='address')),
                ('features', models.JSONField(blank=True, default=dict, help_text='as the list tells them')),
                ('household', models.CharField(blank=True, help_text='keyed hash of the address', max_length=64)),
                ('key', models.CharField(help_text='keyed hash of name and address', max_length=64)),
                ('code', models.CharField(blank=True, help_text='stands in the letter', max_length=12)),
                ('invited_at', models.DateTimeField(blank=True, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('said_yes', models.BooleanField(blank=True, null=True)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitees', to='lottery.lot')),
            ],
            options={
                'ordering': ['lot', 'pk'],
                'indexes': [models.Index(condition=models.Q(('invited_at__isnull', False)), fields=['municipality', 'key'], name='invitee_asked_before')],
                'constraints': [models.UniqueConstraint(fields=('lot', 'key'), name='invitee_once_on_a_list'), models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('lot', 'code'), name='invitee_has_own_code')],
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(help_text='1, 2, 3 …; the first fills every seat')),
                ('seats', models.PositiveSmallIntegerField()),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('worked_out_at', models.DateTimeField(blank=True, help_text='the queue is done', null=True)),
                ('features', models.JSONField(blank=True, default=list, help_text='the targets as they were')),
                ('codes', models.JSONField(blank=True, default=list, help_text='the entrants, by code')),
                ('shown', models.JSONField(blank=True, default=dict, help_text='code → the few features that five or more share')),
                ('panels', models.JSONField(blank=True, default=list, help_text='places in `codes`, by panel')),
                ('figures', models.JSONField(blank=True, default=dict, help_text='bound, least, version …')),
                ('relaxation', models.JSONField(blank=True, default=list, help_text='the smallest widening that works, where none does')),
                ('secret', models.CharField(blank=True, help_text='shown once it is drawn', max_length=64)),
                ('commitment', models.CharField(blank=True, help_text='SHA-256 of the secret', max_length=64)),
                ('panels_digest', models.CharField(blank=True, help_text='SHA-256 of the panels', max_length=64)),
                ('committed_at', models.DateTimeField(blank=True, null=True)),
                ('source', models.CharField(choices=[('lottery', 'The numbers of a public lottery on a later day'), ('dice', 'Dice that are thrown while others look on')], default='dice', max_length=7, verbose_name='where do the public numbers come from?')),
                ('source_words', models.CharField(blank=True, max_length=200, verbose_name='which one, exactly?')),
                ('source_on', models.DateField(blank=True, null=True, verbose_name='on which day?')),
                ('typed', models.CharField(blank=True, help_text='by the first, until the second', max_length=200)),
                ('drawn_number', models.PositiveIntegerField(blank=True, null=True)),
                ('drawn_at', models.DateTimeField(blank=True, null=True)),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='lottery.lot')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('typed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['lot', 'number'],
                'constraints': [models.UniqueConstraint(fields=('lot', 'number'), name='round_once_in_a_lot'), models.CheckConstraint(condition=models.Q(('seats__gte', 1)), name='round_draws_somebody'), models.CheckConstraint(condition=models.Q(('drawn_at', None), ('committed_at__isnull', False), _connector='OR'), name='round_is_committed_before_it_is_drawn')],
            },
        ),
        migrations.CreateModel(
            name='Entrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(help_text='stands for the person in what is published', max_length=12)),
                ('features', models.JSONField(blank=True, default=dict, help_text='feature → value')),
                ('household', models.CharField(blank=True, help_text='keyed hash', max_length=64)),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7)),
                ('reference', models.CharField(blank=True, help_text='what it is elsewhere, e.g. committees.Registration:7', max_length=80)),
                ('entered_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('chance', models.FloatField(blank=True, help_text='of being drawn next, 0 … 1', null=True)),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('left_because', models.CharField(blank=True, max_length=200)),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lot_entries', to='ledger.giver')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='lot_entries', to=settings.AUTH_USER_MODEL)),
                ('invitee', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='entrant', to='lottery.invitee')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entrants', to='lottery.lot')),
                ('drawn_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='panel', to='lottery.round')),
            ],
            options={
                'ordering': ['lot', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('lot', 'giver'), name='entrant_once_in_a_pool'), models.UniqueConstraint(fields=('lot', 'code'), name='entrant_has_own_code'), models.CheckConstraint(condition=models.Q(('chance', None), models.Q(('chance__gte', 0), ('chance__lte', 1)), _connector='OR'), name='entrant_chance_is_a_share')],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('started', 'The lot was started'), ('targets', 'The targets were changed'), ('invited', 'People were invited at random'), ('closed', 'The pool was closed'), ('reopened', 'The pool was opened again'), ('asked', 'The panels are being worked out'), ('planned', 'The panels were worked out'), ('no_panel', 'The targets could not be kept'), ('relaxed', 'Wider targets were accepted'), ('committed', 'The panels were sealed'), ('typed', 'The numbers were typed in by the first'), ('differed', 'The second typed other numbers: both begin again'), ('drawn', 'The panel was drawn'), ('left', 'Somebody left the panel'), ('replacing', 'A replacement is to be drawn')], max_length=9)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('facts', models.JSONField(blank=True, default=dict, help_text='counts and seeds; never people')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='lottery.lot')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
    ]

    operations = [Together(*tables)]
