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
        ('people', '__first__'),
    ]

    tables = [
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=120, verbose_name='what should the council do?')),
                ('text', models.TextField(verbose_name='why, and how?')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('collecting', 'Collecting signatures'), ('threshold_met', 'Enough signatures'), ('submitted', 'Submitted to the council'), ('accepted', 'The council takes it up'), ('outside_activity', 'Not within the municipality’s activity'), ('same_content', 'The same as an earlier proposal'), ('treated_this_period', 'Treated in this election period already'), ('referred_to_plan_case', 'Referred to a plan case'), ('treated', 'Treated by the council'), ('decided', 'Decided'), ('proposers_informed', 'Decided, and the proposers are informed'), ('followed_up', 'Followed up'), ('expired', 'Not enough signatures in time'), ('withdrawn', 'Withdrawn')], default='draft', max_length=21)),
                ('actor_kind', models.CharField(choices=[('employee', 'Employee'), ('facilitator', 'Facilitator'), ('leader', 'Leader'), ('politician', 'Elected representative'), ('public_unit', 'Public unit'), ('council', 'Municipal council'), ('resident', 'Resident'), ('service_user', 'Service user'), ('relative', 'Relative'), ('volunteer', 'Volunteer'), ('association', 'Association'), ('business', 'Business'), ('social_entrepreneur', 'Social entrepreneur'), ('academia', 'Academia'), ('faith_community', 'Faith community')], max_length=20)),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7)),
                ('drafted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('window_ends_on', models.DateField(blank=True, null=True, verbose_name='last day to sign')),
                ('submitted_on', models.DateField(blank=True, null=True)),
                ('needed', models.PositiveIntegerField(blank=True, help_text='when it was submitted', null=True)),
                ('population', models.PositiveIntegerField(blank=True, null=True)),
                ('population_on', models.DateField(blank=True, null=True)),
                ('population_source', models.CharField(blank=True, max_length=300)),
                ('counted', models.JSONField(blank=True, default=dict, help_text='validity → signatures then')),
                ('legal_due_on', models.DateField(blank=True, null=True, verbose_name='the law’s last day')),
                ('legal_moved_by', models.CharField(blank=True, max_length=14)),
                ('promised_on', models.DateField(blank=True, null=True, verbose_name='promised answer by')),
                ('plan_case', models.CharField(blank=True, max_length=160, verbose_name='which plan case?')),
                ('referred_on', models.DateField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, choices=[('adopted', 'Adopted'), ('adopted_changed', 'Adopted with changes'), ('rejected', 'Rejected'), ('returned', 'Returned for more work')], max_length=15, verbose_name='answer')),
                ('reasons', models.TextField(blank=True, verbose_name='reasons')),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('informed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, help_text='when nobody needs the signatures any more', null=True)),
                ('formal', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposal', to='initiatives.formaldecision')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='ledger.giver')),
                ('initiative', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposal', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('proposer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals_made', to=settings.AUTH_USER_MODEL)),
                ('speaking_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-drafted_at', '-pk'],
                'indexes': [models.Index(condition=models.Q(('opened_at__isnull', False)), fields=['municipality', '-opened_at', '-id'], name='proposal_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'withdrawn']), models.Q(('initiative__isnull', False), ('opened_at__isnull', False)), _connector='OR'), name='proposal_is_open_on_an_initiative'), models.CheckConstraint(condition=models.Q(('submitted_on', None), ('needed__isnull', False), _connector='OR'), name='proposal_is_submitted_with_a_number'), models.CheckConstraint(condition=models.Q(('answer', ''), models.Q(('reasons', ''), _negated=True), _connector='OR'), name='proposal_answer_has_reasons')],
            },
        ),
        migrations.CreateModel(
            name='PaperList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='what is the list called?')),
                ('scan', models.FileField(blank=True, upload_to='proposals/', verbose_name='scan')),
                ('keep_until', models.DateField(verbose_name='keep the scan until')),
                ('entered_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lists', to='proposals.proposal')),
            ],
            options={
                'ordering': ['entered_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('proposal', 'name'), name='paper_list_registered_once')],
            },
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=200, verbose_name='what is done?')),
                ('due_on', models.DateField(verbose_name='by when?')),
                ('done_on', models.DateField(blank=True, null=True)),
                ('says', models.CharField(blank=True, max_length=300, verbose_name='how did it go?')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='proposals.proposal')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Rules',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme_key', models.CharField(max_length=20, verbose_name='which rules?')),
                ('share', models.PositiveSmallIntegerField(blank=True, help_text='hundredths of a percent of the residents', null=True)),
                ('always_enough', models.PositiveIntegerField(blank=True, null=True, verbose_name='so many signatures always suffice')),
                ('window_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='months to collect signatures')),
                ('window_days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='days to collect signatures')),
                ('least_age', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='least age to sign')),
                ('needs_e_id', models.BooleanField(blank=True, null=True, verbose_name='a national e-ID is needed to sign')),
                ('takes_paper', models.BooleanField(blank=True, null=True, verbose_name='names on paper count')),
                ('promised_days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='days in which the council promises an answer')),
                ('period_from', models.DateField(blank=True, null=True, verbose_name='the election period began on')),
                ('period_to', models.DateField(blank=True, null=True, verbose_name='the election period ends on')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'verbose_name_plural': 'rules',
                'constraints': [models.UniqueConstraint(fields=('municipality',), name='proposal_rules_once'), models.CheckConstraint(condition=models.Q(('period_from', None), ('period_to', None), ('period_to__gt', models.F('period_from')), _connector='OR'), name='election_period_ends_after_it_begins', violation_error_message='An election period must end after it begins.')],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='full name')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='address')),
                ('born_on', models.DateField(blank=True, null=True, verbose_name='date of birth')),
                ('signed_on', models.DateField(verbose_name='signed on')),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7)),
                ('key', models.CharField(help_text='keyed hash of name and day of birth', max_length=32)),
                ('name_key', models.CharField(help_text='keyed hash of name and address', max_length=32)),
                ('subject', models.CharField(blank=True, help_text='of the national e-ID', max_length=64)),
                ('validity', models.CharField(choices=[('valid', 'Valid'), ('unchecked', 'To be checked'), ('not_resident', 'Does not live here'), ('duplicate', 'Stands there already'), ('under_age', 'Too young'), ('unreadable', 'Cannot be read'), ('outside_window', 'Signed at another time')], max_length=14)),
                ('has_died', models.BooleanField(default=False, verbose_name='has died since')),
                ('checked_at', models.DateTimeField(blank=True, null=True)),
                ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('paper_list', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='proposals.paperlist')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals_signed', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='proposals.proposal')),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['proposal', 'validity'], name='signature_validity'), models.Index(fields=['proposal', 'name_key'], name='signature_name')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('validity', 'duplicate'), _negated=True), fields=('proposal', 'key'), name='signed_once_by_name'), models.UniqueConstraint(condition=models.Q(('person__isnull', False), models.Q(('validity', 'duplicate'), _negated=True)), fields=('proposal', 'person'), name='signed_once_by_account'), models.UniqueConstraint(condition=models.Q(models.Q(('subject', ''), _negated=True), models.Q(('validity', 'duplicate'), _negated=True)), fields=('proposal', 'subject'), name='signed_once_by_e_id')],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(blank=True, choices=[('draft', 'Draft'), ('collecting', 'Collecting signatures'), ('threshold_met', 'Enough signatures'), ('submitted', 'Submitted to the council'), ('accepted', 'The council takes it up'), ('outside_activity', 'Not within the municipality’s activity'), ('same_content', 'The same as an earlier proposal'), ('treated_this_period', 'Treated in this election period already'), ('referred_to_plan_case', 'Referred to a plan case'), ('treated', 'Treated by the council'), ('decided', 'Decided'), ('proposers_informed', 'Decided, and the proposers are informed'), ('followed_up', 'Followed up'), ('expired', 'Not enough signatures in time'), ('withdrawn', 'Withdrawn')], max_length=21)),
                ('after', models.CharField(choices=[('draft', 'Draft'), ('collecting', 'Collecting signatures'), ('threshold_met', 'Enough signatures'), ('submitted', 'Submitted to the council'), ('accepted', 'The council takes it up'), ('outside_activity', 'Not within the municipality’s activity'), ('same_content', 'The same as an earlier proposal'), ('treated_this_period', 'Treated in this election period already'), ('referred_to_plan_case', 'Referred to a plan case'), ('treated', 'Treated by the council'), ('decided', 'Decided'), ('proposers_informed', 'Decided, and the proposers are informed'), ('followed_up', 'Followed up'), ('expired', 'Not enough signatures in time'), ('withdrawn', 'Withdrawn')], max_length=21)),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(help_text='empty: the clock', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='proposals.proposal')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
    ]

    operations = [Together(*tables)]
