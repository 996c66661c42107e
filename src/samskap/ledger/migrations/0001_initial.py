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
        ('organisations', '0001_initial'),
        ('people', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveBigIntegerField(default=0)),
                ('rows', models.PositiveBigIntegerField(default=0)),
                ('last_hash', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Giver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='givers', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(blank=True, help_text='of someone without an account', max_length=120, verbose_name='name')),
                ('reach', models.CharField(blank=True, help_text='for the answer', max_length=200, verbose_name='how to reach them')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('person__isnull', False)), fields=('municipality', 'person'), name='giver_once_per_person')],
            },
        ),
        migrations.CreateModel(
            name='Contribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='ledger.account')),
                ('number', models.PositiveBigIntegerField(help_text='1, 2, 3 … within the account')),
                ('at', models.DateTimeField(help_text='when it was given; decides what came before what')),
                ('written_at', models.DateTimeField(auto_now_add=True)),
                ('phase', models.CharField(choices=[('define', 'Define'), ('design', 'Design'), ('implement', 'Implement'), ('drive', 'Drive forward')], max_length=9)),
                ('side', models.CharField(choices=[('public', 'Public'), ('non_public', 'Residents and their organisations')], max_length=10)),
                ('actor_kind', models.CharField(choices=[('employee', 'Employee'), ('facilitator', 'Facilitator'), ('leader', 'Leader'), ('politician', 'Elected representative'), ('public_unit', 'Public unit'), ('council', 'Municipal council'), ('resident', 'Resident'), ('service_user', 'Service user'), ('relative', 'Relative'), ('volunteer', 'Volunteer'), ('association', 'Association'), ('business', 'Business'), ('social_entrepreneur', 'Social entrepreneur'), ('academia', 'Academia'), ('faith_community', 'Faith community')], max_length=20)),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='ledger.giver')),
                ('speaking_for', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='organisations.organisation')),
                ('party', models.CharField(help_text='the same for those not independent', max_length=80)),
                ('kind', models.CharField(max_length=24)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('units', models.DecimalField(decimal_places=4, max_digits=12)),
                ('is_independent', models.BooleanField(help_text='own initiative, not an answer to a question')),
                ('beneficiary', models.CharField(choices=[('self', 'For myself'), ('other', 'For others'), ('community', 'For the community')], max_length=9)),
                ('is_input', models.BooleanField(help_text='asks for an answer')),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], max_length=7)),
                ('entered_on_behalf', models.BooleanField(help_text='written down by somebody else')),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['account', 'number'],
                'indexes': [models.Index(fields=['giver', '-id'], name='contribution_of_giver'), models.Index(fields=['account', 'at'], name='contribution_in_time')],
                'constraints': [models.UniqueConstraint(fields=('account', 'number'), name='contribution_numbered')],
            },
        ),
        migrations.CreateModel(
            name='Fate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('contribution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fates', to='ledger.contribution')),
                ('status', models.CharField(choices=[('received', 'Received'), ('read', 'Read'), ('used', 'Used'), ('partly_used', 'Partly used'), ('not_used', 'Not used'), ('forwarded', 'Forwarded'), ('withdrawn', 'Withdrawn by the giver')], max_length=11)),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('decision_key', models.CharField(blank=True, help_text='the decision behind it, e.g. initiatives.Decision:4', max_length=80)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['contribution', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='ledger.account')),
                ('key', models.CharField(max_length=80)),
                ('side', models.CharField(choices=[('public', 'Public'), ('non_public', 'Residents and their organisations')], max_length=10)),
                ('first_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('account', 'key', 'side'), name='party_once')],
            },
        ),
        migrations.CreateModel(
            name='PhaseSum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phase_sums', to='ledger.account')),
                ('phase', models.CharField(choices=[('define', 'Define'), ('design', 'Design'), ('implement', 'Implement'), ('drive', 'Drive forward')], max_length=9)),
                ('inputs', models.PositiveBigIntegerField(default=0)),
                ('answered', models.PositiveBigIntegerField(default=0)),
                ('answered_in_30_days', models.PositiveBigIntegerField(default=0)),
                ('closed', models.PositiveBigIntegerField(default=0)),
                ('used', models.PositiveBigIntegerField(default=0, help_text='used or partly used')),
                ('adopted', models.PositiveBigIntegerField(default=0)),
                ('adopted_by_non_public', models.PositiveBigIntegerField(default=0)),
                ('answers_by_days', models.JSONField(blank=True, default=dict, help_text='whole days to the first answer → answers')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('account', 'phase'), name='phase_sum_once')],
            },
        ),
        migrations.CreateModel(
            name='Sum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sums', to='ledger.account')),
                ('phase', models.CharField(choices=[('define', 'Define'), ('design', 'Design'), ('implement', 'Implement'), ('drive', 'Drive forward')], max_length=9)),
                ('side', models.CharField(choices=[('public', 'Public'), ('non_public', 'Residents and their organisations')], max_length=10)),
                ('actor_kind', models.CharField(max_length=20)),
                ('kind', models.CharField(max_length=24)),
                ('is_independent', models.BooleanField()),
                ('beneficiary', models.CharField(max_length=9)),
                ('is_input', models.BooleanField()),
                ('rows', models.PositiveBigIntegerField(default=0)),
                ('units', models.DecimalField(decimal_places=4, default=0, max_digits=16)),
                ('first_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('account', 'phase', 'side', 'actor_kind', 'kind', 'is_independent', 'beneficiary', 'is_input'), name='sum_once')],
            },
        ),
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('contribution', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='standing', serialize=False, to='ledger.contribution')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standings', to='ledger.account')),
                ('caption', models.CharField(blank=True, help_text='its title, for lists', max_length=200)),
                ('path', models.CharField(blank=True, help_text='its page', max_length=200)),
                ('status', models.CharField(choices=[('received', 'Received'), ('read', 'Read'), ('used', 'Used'), ('partly_used', 'Partly used'), ('not_used', 'Not used'), ('forwarded', 'Forwarded'), ('withdrawn', 'Withdrawn by the giver')], default='received', max_length=11)),
                ('reason', models.TextField(blank=True)),
                ('answer_due_on', models.DateField(help_text='the promised day of an answer', null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('answer_due_on__isnull', False), ('answered_at', None)), fields=['municipality', 'answer_due_on', 'contribution'], name='standing_waits')],
            },
        ),
        migrations.CreateModel(
            name='Adoption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('contribution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adoptions', to='ledger.contribution')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adoptions', to='ledger.account')),
                ('phase', models.CharField(choices=[('define', 'Define'), ('design', 'Design'), ('implement', 'Implement'), ('drive', 'Drive forward')], max_length=9)),
                ('decision_key', models.CharField(max_length=80)),
                ('by_non_public', models.BooleanField(help_text='at least one author stands outside the public')),
                ('with_changes', models.BooleanField(default=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('contribution', 'decision_key'), name='adopted_once_by_a_decision')],
            },
        ),
    ]

    operations = [Together(*tables)]
