import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('initiatives', '0001_initial'),
        ('ledger', '0001_initial'),
        ('municipalities', '0001_initial'),
        ('organisations', '0001_initial'),
        ('people', '0001_initial'),
        ('places', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Rota',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rotas', to='initiatives.initiative')),
                ('slug', models.SlugField(max_length=80)),
                ('title', models.CharField(max_length=120, verbose_name='name of the rota')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('about', models.TextField(blank=True, verbose_name='what it is about')),
                ('place', models.CharField(max_length=160, verbose_name='place')),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.area', verbose_name='area')),
                ('hours_before', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='opening hours a week before')),
                ('hours_wanted', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='opening hours a week that you want')),
                ('hours_source', models.CharField(blank=True, max_length=200, verbose_name='where the hours before are from')),
                ('cost_before_kr', models.PositiveIntegerField(blank=True, null=True, verbose_name='cost a year before, in kroner')),
                ('cost_now_kr', models.PositiveIntegerField(blank=True, null=True, verbose_name='cost a year now, in kroner')),
                ('cost_source', models.CharField(blank=True, max_length=200, verbose_name='where the costs are from')),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('coordinators', models.ManyToManyField(blank=True, help_text='who keep the rota', related_name='coordinates', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['title', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('municipality', 'slug'), name='rota_slug_once')],
            },
        ),
        migrations.CreateModel(
            name='Requirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('rota', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='rotas.rota')),
                ('kind', models.CharField(choices=[('training', 'Training'), ('key', 'Key'), ('certificate', 'Certificate that is shown, never kept')], max_length=11, verbose_name='kind')),
                ('name', models.CharField(max_length=120, verbose_name='what one must have')),
                ('how', models.CharField(blank=True, max_length=300, verbose_name='how one gets it')),
            ],
            options={
                'ordering': ['rota', 'name', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('rota', 'name'), name='requirement_once')],
            },
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('rota', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plans', to='rotas.rota')),
                ('first_on', models.DateField(verbose_name='from')),
                ('last_on', models.DateField(verbose_name='until')),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('figures', models.JSONField(blank=True, default=dict, help_text='places, filled, gini …')),
                ('worked_out_at', models.DateTimeField(blank=True, help_text='the queue is done', null=True)),
                ('asked_at', models.DateTimeField(blank=True, help_text='the helpers are asked; only coordinators see it before', null=True)),
                ('put_away_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['rota', '-made_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_on__gte', models.F('first_on'))), name='plan_ends_after_it_begins', violation_error_message='The last day must not come before the first.')],
            },
        ),
        migrations.CreateModel(
            name='Helper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('rota', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='helpers', to='rotas.rota')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='helps', to=settings.AUTH_USER_MODEL)),
                ('is_staff', models.BooleanField(default=False, verbose_name='paid staff')),
                ('most_a_week', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='shifts a week, at most')),
                ('most_a_month', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='shifts in four weeks, at most')),
                ('rest_hours', models.PositiveSmallIntegerField(default=11, verbose_name='hours of rest between two shifts, at least')),
                ('reach_km', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='how far I go, in kilometres')),
                ('wants_suggestions', models.BooleanField(default=True, verbose_name='suggest shifts to me')),
                ('learnt', models.TextField(blank=True, verbose_name='what I have learnt here')),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('not_with', models.ManyToManyField(blank=True, related_name='+', to='rotas.helper', verbose_name='with whom I would rather not share a shift')),
            ],
            options={
                'ordering': ['rota', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('rota', 'person'), name='helper_once')],
            },
        ),
        migrations.CreateModel(
            name='FeedKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='feed_keys', to=settings.AUTH_USER_MODEL)),
                ('rota', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='feed_keys', to='rotas.rota')),
                ('key_hash', models.CharField(help_text='SHA-256 of the key', max_length=64, unique=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('read_on', models.DateField(blank=True, help_text='the last day it was read', null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['person', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_at', None), ('rota', None)), fields=('person', 'municipality'), name='one_feed_of_own_turns'), models.UniqueConstraint(condition=models.Q(('revoked_at', None), ('rota__isnull', False)), fields=('person', 'rota'), name='one_feed_of_a_rota')],
            },
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('rota', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='rotas.rota')),
                ('name', models.CharField(max_length=80, verbose_name='duty')),
                ('about', models.CharField(blank=True, max_length=300, verbose_name='what one does')),
                ('is_staff', models.BooleanField(default=False, help_text='who stand beside the volunteers', verbose_name='for paid staff')),
                ('requirements', models.ManyToManyField(blank=True, related_name='duties', to='rotas.requirement', verbose_name='what it takes')),
            ],
            options={
                'verbose_name_plural': 'duties',
                'ordering': ['rota', 'is_staff', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('rota', 'name'), name='duty_once')],
            },
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('rota', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='series', to='rotas.rota')),
                ('title', models.CharField(blank=True, max_length=120, verbose_name='what happens')),
                ('rule', models.CharField(help_text='RFC 5545, e.g. FREQ=WEEKLY', max_length=300, verbose_name='rule')),
                ('first_on', models.DateField(verbose_name='first day')),
                ('last_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('opens', models.TimeField(help_text='by the clock on the wall', verbose_name='from')),
                ('closes', models.TimeField(help_text='at or before `opens`: the day after', verbose_name='until')),
                ('skips_holidays', models.BooleanField(default=True, verbose_name='not on public holidays')),
                ('opens_place', models.BooleanField(default=True, verbose_name='the place is open to everybody')),
                ('made_until', models.DateField(blank=True, help_text='shifts are made up to here', null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name_plural': 'series',
                'ordering': ['rota', 'first_on', 'opens', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_on', None), ('last_on__gte', models.F('first_on')), _connector='OR'), name='series_ends_after_it_begins', violation_error_message='The last day must not come before the first.')],
            },
        ),
        migrations.CreateModel(
            name='SeriesNeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='needs', to='rotas.series')),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rotas.duty')),
                ('people', models.PositiveSmallIntegerField(default=1, verbose_name='people needed')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('series', 'duty'), name='series_need_once'), models.CheckConstraint(condition=models.Q(('people__gte', 1)), name='series_need_is_somebody', violation_error_message='A shift needs at least one person.')],
            },
        ),
        migrations.CreateModel(
            name='Shift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('rota', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shifts', to='rotas.rota')),
                ('series', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='shifts', to='rotas.series')),
                ('day', models.DateField(help_text='the day on which it begins, by the calendar there')),
                ('starts_at', models.DateTimeField(verbose_name='starts at')),
                ('ends_at', models.DateTimeField(verbose_name='ends at')),
                ('title', models.CharField(blank=True, max_length=120, verbose_name='what happens')),
                ('opens_place', models.BooleanField(default=True, verbose_name='the place is open to everybody')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('cancelled_because', models.CharField(blank=True, max_length=200, verbose_name='why it is called off')),
                ('cancelled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['starts_at', 'pk'],
                'indexes': [models.Index(fields=['rota', 'starts_at', 'id'], name='shift_of_rota_in_time'), models.Index(fields=['municipality', 'starts_at', 'id'], name='shift_in_time')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='shift_ends_after_it_starts', violation_error_message='A shift must end after it starts.'), models.UniqueConstraint(fields=('series', 'day'), name='shift_of_a_series_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Need',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='needs', to='rotas.shift')),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='needs', to='rotas.duty')),
                ('people', models.PositiveSmallIntegerField(default=1, verbose_name='people needed')),
            ],
            options={
                'ordering': ['shift', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('shift', 'duty'), name='need_once'), models.CheckConstraint(condition=models.Q(('people__gte', 1)), name='need_is_somebody', violation_error_message='A shift needs at least one person.')],
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='rotas.plan')),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='rotas.need')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to=settings.AUTH_USER_MODEL)),
                ('why', models.JSONField(blank=True, default=dict, help_text='what the choice rests on')),
                ('status', models.CharField(choices=[('suggested', 'Suggested'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('passed', 'No longer possible')], default='suggested', max_length=9)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['plan', 'need', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('plan', 'need', 'person'), name='suggested_once')],
            },
        ),
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='turns', to='rotas.shift')),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='turns', to='rotas.need')),
                ('number', models.PositiveSmallIntegerField(help_text='the place: 1 … people needed')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='ledger.giver')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='turns', to=settings.AUTH_USER_MODEL)),
                ('side', models.CharField(choices=[('public', 'Public'), ('non_public', 'Residents and their organisations')], max_length=10)),
                ('actor_kind', models.CharField(choices=[('employee', 'Employee'), ('facilitator', 'Facilitator'), ('leader', 'Leader'), ('politician', 'Elected representative'), ('public_unit', 'Public unit'), ('council', 'Municipal council'), ('resident', 'Resident'), ('service_user', 'Service user'), ('relative', 'Relative'), ('volunteer', 'Volunteer'), ('association', 'Association'), ('business', 'Business'), ('social_entrepreneur', 'Social entrepreneur'), ('academia', 'Academia'), ('faith_community', 'Faith community')], max_length=20)),
                ('speaking_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='organisations.organisation')),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7)),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('is_companion', models.BooleanField(default=False, help_text='comes with whoever took it')),
                ('is_staff_cover', models.BooleanField(default=False, help_text='paid staff on a place meant for a volunteer')),
                ('status', models.CharField(choices=[('taken', 'Taken'), ('confirmed', 'There now'), ('done', 'Done'), ('no_show', 'Could not come'), ('handed_back', 'Handed back'), ('swapped', 'Swapped'), ('cancelled', 'The shift was called off')], default='taken', max_length=11)),
                ('minutes', models.PositiveIntegerField(blank=True, help_text='worked; when done', null=True)),
                ('contribution', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='turn', to='ledger.contribution')),
                ('taken_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('checked_in_at', models.DateTimeField(blank=True, null=True)),
                ('settled_at', models.DateTimeField(blank=True, help_text='done, not come, handed back, swapped or called off', null=True)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('asked_at', models.DateTimeField(blank=True, help_text='when we asked afterwards how it went', null=True)),
            ],
            options={
                'ordering': ['need', 'number', 'pk'],
                'indexes': [models.Index(fields=['person', 'status'], name='turn_of_person'), models.Index(fields=['shift', 'status'], name='turn_of_shift')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status__in', ['taken', 'confirmed', 'done'])), fields=('need', 'number'), name='place_is_held_once'), models.UniqueConstraint(condition=models.Q(('is_companion', False), ('status__in', ['taken', 'confirmed', 'done'])), fields=('shift', 'giver'), name='turn_once_per_giver'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='turn_has_a_place'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'done'), _negated=True), models.Q(('minutes__isnull', False), ('settled_at__isnull', False)), _connector='OR'), name='done_turn_says_how_long')],
            },
        ),
        migrations.CreateModel(
            name='Swap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('turn', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='swaps', to='rotas.turn')),
                ('asked', models.ForeignKey(blank=True, help_text='whoever is asked; nobody: anybody may', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('in_return', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rotas.turn')),
                ('words', models.CharField(blank=True, max_length=200, verbose_name='a few words')),
                ('status', models.CharField(choices=[('asked', 'Asked'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('withdrawn', 'Taken back')], default='asked', max_length=9)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['asked_at', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'asked')), fields=('turn',), name='swap_asked_once'), models.CheckConstraint(condition=models.Q(('in_return', None), models.Q(('in_return', models.F('turn')), _negated=True), _connector='OR'), name='swap_is_for_another_turn')],
            },
        ),
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('helper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='rotas.helper')),
                ('shift', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='rotas.shift')),
                ('series', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='rotas.series')),
                ('is_wanted', models.BooleanField(default=True, verbose_name='I would like to')),
            ],
            options={
                'verbose_name_plural': 'wishes',
                'ordering': ['helper', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('series__isnull', False), ('shift', None)), models.Q(('series', None), ('shift__isnull', False)), _connector='OR'), name='wish_is_for_a_shift_or_a_series'), models.UniqueConstraint(condition=models.Q(('series', None)), fields=('helper', 'shift'), name='wish_once_a_shift'), models.UniqueConstraint(condition=models.Q(('shift', None)), fields=('helper', 'series'), name='wish_once_a_series')],
            },
        ),
        migrations.CreateModel(
            name='Availability',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('helper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='availability', to='rotas.helper')),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='day')),
                ('starts', models.TimeField(verbose_name='from')),
                ('ends', models.TimeField(verbose_name='until')),
                ('is_free', models.BooleanField(default=True, verbose_name='I can')),
            ],
            options={
                'verbose_name_plural': 'availability',
                'ordering': ['helper', 'weekday', 'starts', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='availability_ends_after_it_starts', violation_error_message='The end must come after the beginning.')],
            },
        ),
        migrations.CreateModel(
            name='InLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='line', to='rotas.need')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='ledger.giver')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='in_line', to=settings.AUTH_USER_MODEL)),
                ('side', models.CharField(choices=[('public', 'Public'), ('non_public', 'Residents and their organisations')], max_length=10)),
                ('actor_kind', models.CharField(choices=[('employee', 'Employee'), ('facilitator', 'Facilitator'), ('leader', 'Leader'), ('politician', 'Elected representative'), ('public_unit', 'Public unit'), ('council', 'Municipal council'), ('resident', 'Resident'), ('service_user', 'Service user'), ('relative', 'Relative'), ('volunteer', 'Volunteer'), ('association', 'Association'), ('business', 'Business'), ('social_entrepreneur', 'Social entrepreneur'), ('academia', 'Academia'), ('faith_community', 'Faith community')], max_length=20)),
                ('speaking_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('need', 'person'), name='in_line_once')],
            },
        ),
        migrations.CreateModel(
            name='Clearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('requirement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clearances', to='rotas.requirement')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clearances', to=settings.AUTH_USER_MODEL)),
                ('seen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seen_on', models.DateField(verbose_name='seen on')),
                ('holds_until', models.DateField(blank=True, null=True, verbose_name='holds until')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
            ],
            options={
                'ordering': ['requirement', '-seen_on', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('requirement', 'person'), name='cleared_once_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Spark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('rota', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sparks', to='rotas.rota')),
                ('initiative', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='spark', to='initiatives.initiative')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
    ]

    operations = [Together(*tables)]
