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
        ('places', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('pseudonym_key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail')),
                ('given_name', models.CharField(blank=True, max_length=80, verbose_name='first name')),
                ('family_name', models.CharField(blank=True, max_length=80, verbose_name='last name')),
                ('pseudonym', models.CharField(blank=True, max_length=80, verbose_name='a name I choose')),
                ('shown_as', models.CharField(choices=[('name', 'Full name'), ('first_name', 'First name'), ('pseudonym', 'A name I choose')], default='first_name', max_length=10, verbose_name='show me as')),
                ('language', models.CharField(blank=True, max_length=5, verbose_name='language')),
                ('born_on', models.DateField(blank=True, null=True, verbose_name='date of birth')),
                ('home', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.area')),
                ('household', models.CharField(blank=True, help_text='a key that people of one household share', max_length=64)),
                ('level', models.PositiveSmallIntegerField(choices=[(0, 'Not signed in'), (1, 'Confirmed by e-mail'), (2, 'Identified by national e-ID')], default=1)),
                ('has_protected_address', models.BooleanField(default=False, verbose_name='protected address')),
                ('shows_home', models.BooleanField(default=False, verbose_name='show where I live')),
                ('is_active', models.BooleanField(default=True)),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(condition=models.Q(('household', ''), _negated=True), fields=['household'], name='person_household')],
                'constraints': [models.CheckConstraint(condition=models.Q(('has_protected_address', False), ('shows_home', False), _connector='OR'), name='protected_address_is_never_shown', violation_error_message='A protected address is never shown.')],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to=settings.AUTH_USER_MODEL)),
                ('purpose', models.CharField(choices=[('news', 'Tell me about new initiatives'), ('help', 'Ask me for help'), ('stories', 'Retell my story')], max_length=60, verbose_name='purpose')),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ends_on', models.DateField(verbose_name='ends on')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-given_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('municipality', 'person', 'purpose'), name='consent_given_once')],
            },
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='profile', to=settings.AUTH_USER_MODEL)),
                ('needs', models.TextField(blank=True, verbose_name='what I need')),
                ('goals', models.TextField(blank=True, verbose_name='what I want to reach')),
                ('wishes', models.TextField(blank=True, verbose_name='what I wish for')),
                ('resources', models.TextField(blank=True, verbose_name='what I can give')),
                ('needs_seen_by', models.CharField(choices=[('private', 'Only me'), ('partners', 'Those I work with'), ('everyone', 'Everyone')], default='private', max_length=8)),
                ('goals_seen_by', models.CharField(choices=[('private', 'Only me'), ('partners', 'Those I work with'), ('everyone', 'Everyone')], default='private', max_length=8)),
                ('wishes_seen_by', models.CharField(choices=[('private', 'Only me'), ('partners', 'Those I work with'), ('everyone', 'Everyone')], default='private', max_length=8)),
                ('resources_seen_by', models.CharField(choices=[('private', 'Only me'), ('partners', 'Those I work with'), ('everyone', 'Everyone')], default='private', max_length=8)),
            ],
        ),
        migrations.CreateModel(
            name='Role',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to=settings.AUTH_USER_MODEL)),
                ('role', models.CharField(choices=[('resident', 'Resident'), ('employee', 'Employee'), ('facilitator', 'Facilitator'), ('case_officer', 'Case officer'), ('leader', 'Leader'), ('politician', 'Elected representative'), ('administrator', 'Administrator'), ('data_protection_officer', 'Data protection officer')], max_length=24, verbose_name='role')),
                ('since', models.DateField(default=django.utils.timezone.localdate, verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['person', 'role'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('municipality', 'person', 'role'), name='role_held_once'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='role_ends_after_it_begins', violation_error_message='A role must end after it begins.')],
            },
        ),
        migrations.CreateModel(
            name='Leave',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='leaves', to=settings.AUTH_USER_MODEL)),
                ('purpose', models.CharField(choices=[('news', 'Tell me about new initiatives'), ('help', 'Ask me for help'), ('stories', 'Retell my story')], max_length=60, verbose_name='purpose')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('guardian_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail of a parent or guardian')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('is_given', models.BooleanField(blank=True, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('consent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='leaves', to='people.consent')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_given', None), ('withdrawn_at', None)), fields=('municipality', 'child', 'purpose'), name='guardian_is_asked_once_at_a_time')],
            },
        ),
    ]

    operations = [Together(*tables)]
