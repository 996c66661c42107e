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
    ]

    tables = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('kind', models.CharField(choices=[('culture', 'Culture evening'), ('games', 'Gaming night'), ('open_space', 'Open space'), ('workshop', 'Workshop'), ('meeting', 'Meeting'), ('review', 'Review'), ('visit', 'Visit'), ('other', 'Something else')], max_length=10, verbose_name='what sort of event is it?')),
                ('text', models.TextField(blank=True, verbose_name='what happens there?')),
                ('place', models.CharField(max_length=160, verbose_name='where?')),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('for_whom', models.CharField(blank=True, max_length=160, verbose_name='for whom is it?')),
                ('capacity', models.PositiveSmallIntegerField(blank=True, help_text='empty: as many as like', null=True, verbose_name='how many can come?')),
                ('actor_kind', models.CharField(choices=[('employee', 'Employee'), ('facilitator', 'Facilitator'), ('leader', 'Leader'), ('politician', 'Elected representative'), ('public_unit', 'Public unit'), ('council', 'Municipal council'), ('resident', 'Resident'), ('service_user', 'Service user'), ('relative', 'Relative'), ('volunteer', 'Volunteer'), ('association', 'Association'), ('business', 'Business'), ('social_entrepreneur', 'Social entrepreneur'), ('academia', 'Academia'), ('faith_community', 'Faith community')], max_length=20)),
                ('side', models.CharField(choices=[('public', 'Public'), ('non_public', 'Residents and their organisations')], max_length=10)),
                ('announced_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveSmallIntegerField(default=0, help_text='how often it has changed')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('cancelled_because', models.CharField(blank=True, max_length=200, verbose_name='why is it called off?')),
                ('told_at', models.DateTimeField(blank=True, help_text='when somebody said how it was', null=True)),
                ('came', models.PositiveIntegerField(blank=True, null=True, verbose_name='how many came?')),
                ('came_new', models.PositiveIntegerField(blank=True, null=True, verbose_name='how many of them for the first time?')),
                ('changed', models.CharField(blank=True, max_length=300, verbose_name='what has it changed?')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='ledger.giver')),
                ('grown_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='ledger.contribution')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('speaking_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='organisations.organisation')),
                ('work', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='event_held', to='ledger.contribution')),
            ],
            options={
                'ordering': ['starts_at', 'pk'],
                'indexes': [models.Index(fields=['municipality', 'starts_at', 'id'], name='event_in_time'), models.Index(fields=['initiative', 'starts_at', 'id'], name='event_of_initiative')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='event_ends_after_it_starts', violation_error_message='An event must end after it starts.'), models.CheckConstraint(condition=models.Q(('capacity', None), ('capacity__gte', 1), _connector='OR'), name='event_has_room_for_somebody', violation_error_message='There must be room for at least one.'), models.CheckConstraint(condition=models.Q(('came_new', None), ('came_new__lte', models.F('came')), _connector='OR'), name='event_new_ones_are_among_those_who_came', violation_error_message='Those who are new are among those who came.')],
            },
        ),
        migrations.CreateModel(
            name='Coming',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comings', to=settings.AUTH_USER_MODEL)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comings', to='meetings.event')),
            ],
            options={
                'verbose_name_plural': 'coming',
                'constraints': [models.UniqueConstraint(fields=('event', 'person'), name='coming_once_per_person')],
            },
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contribution', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='came_out_of', to='ledger.contribution')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='meetings.event')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
    ]

    operations = [Together(*tables)]
