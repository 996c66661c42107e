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
        ('organisations', '0001_initial'),
        ('people', '__first__'),
        ('places', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Committee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(max_length=80)),
                ('title', models.CharField(max_length=120, verbose_name='name of the committee')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('chartered', 'Charter adopted'), ('recruiting', 'Looking for members'), ('appointed', 'Members appointed'), ('working', 'At work'), ('delivered', 'Delivered'), ('in_formal_treatment', 'Before the elected body'), ('answered', 'Answered'), ('implementing', 'Being carried out'), ('closed', 'Closed'), ('evaluated', 'Evaluated'), ('paused', 'Paused'), ('scrapped', 'Stopped'), ('merged', 'Joined with another')], default='proposed', max_length=19, verbose_name='state')),
                ('state_before', models.CharField(blank=True, choices=[('proposed', 'Proposed'), ('chartered', 'Charter adopted'), ('recruiting', 'Looking for members'), ('appointed', 'Members appointed'), ('working', 'At work'), ('delivered', 'Delivered'), ('in_formal_treatment', 'Before the elected body'), ('answered', 'Answered'), ('implementing', 'Being carried out'), ('closed', 'Closed'), ('evaluated', 'Evaluated'), ('paused', 'Paused'), ('scrapped', 'Stopped'), ('merged', 'Joined with another')], max_length=19)),
                ('result', models.TextField(blank=True, verbose_name='what came of it')),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('body', models.ForeignKey(help_text='the elected body that appoints it and answers it', on_delete=django.db.models.deletion.PROTECT, related_name='committees', to='organisations.organisation')),
                ('facilitator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('initiative', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='committee', to='initiatives.initiative')),
                ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='committees.committee')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('parents', models.ManyToManyField(blank=True, help_text='the standing committees it belongs under', related_name='task_committees', to='organisations.organisation')),
                ('proposed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('secretary', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('theme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='committees', to='initiatives.topic')),
            ],
            options={
                'ordering': ['-proposed_at', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('municipality', 'slug'), name='committee_slug_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'merged'), _negated=True), ('merged_into__isnull', False), _connector='OR'), name='committee_merged_has_a_target')],
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('role', models.CharField(choices=[('politician', 'Elected representative'), ('resident', 'Resident'), ('professional', 'Professional')], max_length=12, verbose_name='role')),
                ('perspective', models.CharField(max_length=80, verbose_name='perspective')),
                ('profile', models.TextField(blank=True, verbose_name='what whoever sits here should bring')),
                ('is_essential', models.BooleanField(default=True, verbose_name='we cannot do without it')),
                ('is_new', models.BooleanField(default=False, verbose_name='it was not at the table before')),
                ('least_age', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='from age')),
                ('most_age', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='to age')),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='committees.committee')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['committee', 'number'],
                'constraints': [models.UniqueConstraint(fields=('committee', 'number'), name='seat_numbered'), models.CheckConstraint(condition=models.Q(('least_age', None), ('most_age', None), ('most_age__gte', models.F('least_age')), _connector='OR'), name='seat_ages_go_upward', violation_error_message='The highest age is not below the lowest.')],
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('politician', 'Elected representative'), ('resident', 'Resident'), ('professional', 'Professional')], max_length=12, verbose_name='role')),
                ('is_chair', models.BooleanField(default=False, verbose_name='leads the meetings')),
                ('is_substitute', models.BooleanField(default=False, verbose_name='substitute')),
                ('way', models.CharField(choices=[('council', 'By the elected body'), ('politicians', 'By the committee’s elected members'), ('lot', 'By lot')], max_length=11, verbose_name='chosen')),
                ('chosen_because', models.TextField(blank=True, verbose_name='why')),
                ('perspectives', models.JSONField(blank=True, default=list)),
                ('sex', models.CharField(blank=True, choices=[('woman', 'Woman'), ('man', 'Man'), ('other', 'Another gender')], max_length=5, verbose_name='sex')),
                ('birth_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year of birth')),
                ('since', models.DateField(default=django.utils.timezone.localdate, verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('left_because', models.TextField(blank=True, verbose_name='why they left')),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.area')),
                ('chosen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='committees.committee')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sits_in', to='ledger.giver')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sits_in', to=settings.AUTH_USER_MODEL)),
                ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='replaced_by', to='committees.member')),
                ('seat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='members', to='committees.seat')),
            ],
            options={
                'ordering': ['committee', 'is_substitute', 'role', 'since', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('committee', 'giver'), name='member_of_a_committee_once'), models.UniqueConstraint(condition=models.Q(('is_substitute', False), ('seat__isnull', False), ('until', None)), fields=('seat',), name='seat_is_held_once')],
            },
        ),
        migrations.CreateModel(
            name='Declaration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_open', models.BooleanField(verbose_name='not locked to a solution')),
                ('interests', models.TextField(blank=True, verbose_name='interests')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='declarations', to='committees.committee')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='declarations', to='ledger.giver')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Charter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField()),
                ('legal_form', models.CharField(choices=[('advisory_method', 'A way of taking part, which advises'), ('committee_under_law', 'A committee under the law')], default='advisory_method', max_length=19, verbose_name='legal form')),
                ('balances_sexes', models.BooleanField(default=True, verbose_name='each sex has at least 40 % of the seats')),
                ('background', models.TextField(verbose_name='background and purpose')),
                ('task', models.TextField(verbose_name='the task')),
                ('deliveries', models.TextField(verbose_name='what it delivers, in which form, and to whom')),
                ('composition', models.TextField(blank=True, verbose_name='composition')),
                ('involvement', models.TextField(blank=True, verbose_name='process, and how others are involved')),
                ('time_plan', models.TextField(blank=True, verbose_name='time plan')),
                ('economy', models.TextField(blank=True, verbose_name='economy')),
                ('borders', models.TextField(blank=True, verbose_name='borders to other bodies')),
                ('organisation', models.TextField(blank=True, verbose_name='organisation and secretariat')),
                ('communication', models.TextField(blank=True, verbose_name='communication and openness')),
                ('evaluation', models.TextField(blank=True, verbose_name='evaluation')),
                ('may_stop', models.TextField(blank=True, verbose_name='what may stop to make room')),
                ('seats', models.JSONField(default=list, help_text='the seats as they stood in this version, in the order of numbers')),
                ('why_new', models.TextField(blank=True, verbose_name='what changed since the last version, and why')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adopted on')),
                ('adopted_as', models.CharField(blank=True, max_length=120, verbose_name='the case, or the minutes')),
                ('adopted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('adopted_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='charters_adopted', to='organisations.organisation')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('frame', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='charters', to='initiatives.frame')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='charters', to='committees.committee')),
            ],
            options={
                'ordering': ['committee', '-version'],
                'constraints': [models.UniqueConstraint(fields=('committee', 'version'), name='charter_version_once')],
            },
        ),
        migrations.CreateModel(
            name='CharterReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('charter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='committees.charter')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='committees.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('charter', 'member'), name='charter_read_once')],
            },
        ),
        migrations.CreateModel(
            name='Call',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='what we look for')),
                ('questions', models.JSONField(default=list, help_text='what we ask everybody who registers')),
                ('way', models.CharField(choices=[('council', 'By the elected body'), ('politicians', 'By the committee’s elected members'), ('lot', 'By lot')], max_length=11, verbose_name='how members are chosen')),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('closes_on', models.DateField(verbose_name='last day')),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('opened_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calls', to='committees.committee')),
            ],
            options={
                'ordering': ['-opened_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('committee',), name='committee_calls_once_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('words', models.TextField(blank=True, verbose_name='why you would like to take part')),
                ('answers', models.JSONField(default=list, help_text='in the order of the questions')),
                ('perspectives', models.JSONField(default=list, help_text='as the seats call them')),
                ('sex', models.CharField(blank=True, choices=[('woman', 'Woman'), ('man', 'Man'), ('other', 'Another gender')], max_length=5, verbose_name='sex')),
                ('birth_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year of birth')),
                ('role', models.CharField(choices=[('politician', 'Elected representative'), ('resident', 'Resident'), ('professional', 'Professional')], default='resident', max_length=12, verbose_name='role')),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7)),
                ('registered_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('assessment', models.TextField(blank=True, verbose_name='how they suit the seat')),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.area')),
                ('assessed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registrations', to='committees.call')),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registrations', to='committees.committee')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to='ledger.giver')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('suits', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='suited', to='committees.seat')),
            ],
            options={
                'ordering': ['registered_at', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('call', 'giver'), name='registered_once_in_a_call')],
            },
        ),
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('member', 'Member'), ('substitute', 'Substitute'), ('not_chosen', 'Not chosen')], max_length=10, verbose_name='choice')),
                ('way', models.CharField(choices=[('council', 'By the elected body'), ('politicians', 'By the committee’s elected members'), ('lot', 'By lot')], max_length=11, verbose_name='chosen')),
                ('reason', models.TextField(verbose_name='reason')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('registration', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='committees.registration')),
                ('seat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='committees.seat')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(blank=True, choices=[('proposed', 'Proposed'), ('chartered', 'Charter adopted'), ('recruiting', 'Looking for members'), ('appointed', 'Members appointed'), ('working', 'At work'), ('delivered', 'Delivered'), ('in_formal_treatment', 'Before the elected body'), ('answered', 'Answered'), ('implementing', 'Being carried out'), ('closed', 'Closed'), ('evaluated', 'Evaluated'), ('paused', 'Paused'), ('scrapped', 'Stopped'), ('merged', 'Joined with another')], max_length=19)),
                ('after', models.CharField(choices=[('proposed', 'Proposed'), ('chartered', 'Charter adopted'), ('recruiting', 'Looking for members'), ('appointed', 'Members appointed'), ('working', 'At work'), ('delivered', 'Delivered'), ('in_formal_treatment', 'Before the elected body'), ('answered', 'Answered'), ('implementing', 'Being carried out'), ('closed', 'Closed'), ('evaluated', 'Evaluated'), ('paused', 'Paused'), ('scrapped', 'Stopped'), ('merged', 'Joined with another')], max_length=19)),
                ('reason', models.TextField(verbose_name='reason')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='committees.committee')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
    ]

    operations = [Together(*tables)]
