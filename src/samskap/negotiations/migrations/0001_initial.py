"""Negotiations, their maps and tables: new tables; going back loses them."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('drafting', '0001_initial'),
        ('initiatives', '0003_laid_again'),
        ('ledger', '0004_fewer_indexes'),
        ('municipalities', '0003_least_levels'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('places', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Negotiation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('matter', models.CharField(max_length=160, verbose_name='What is to be agreed?')),
                ('about', models.TextField(blank=True, verbose_name='What is known, and what is at stake?')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('state', models.CharField(choices=[('mapping', 'We find out who should sit at the table'), ('table', 'The parties negotiate'), ('agreed', 'Agreed, and followed up'), ('closed', 'Over')], default='mapping', max_length=7)),
                ('is_open', models.BooleanField(default=True, verbose_name='Everybody may read the options and what the parties say of them')),
                ('review_months', models.PositiveSmallIntegerField(default=3, verbose_name='Months between reviews of what was promised')),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('agreed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_because', models.TextField(blank=True, verbose_name='Why is it over?')),
                ('agreed_on', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='drafting.edition')),
                ('document', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='negotiation', to='drafting.document')),
                ('initiative', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='negotiation', to='initiatives.initiative')),
                ('mediator', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='negotiations_led', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['-started_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('review_months__gte', 1), ('review_months__lte', 24)), name='negotiation_is_reviewed_now_and_then', violation_error_message='Choose from 1 to 24 months between reviews.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), _negated=True), models.Q(('closed_because', ''), _negated=True), _connector='OR'), name='negotiation_that_is_over_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(help_text='as all may read it; under a pseudonym it says nothing else', max_length=120, verbose_name='What is the group called?')),
                ('sort', models.CharField(choices=[('public', 'Public'), ('association', 'Association'), ('business', 'Business'), ('knowledge', 'Research and schools'), ('unorganised', 'Unorganised'), ('other', 'Other')], default='unorganised', max_length=11, verbose_name='What sort of group is it?')),
                ('actor_kind', models.CharField(choices=[('employee', 'Employee'), ('facilitator', 'Facilitator'), ('leader', 'Leader'), ('politician', 'Elected representative'), ('public_unit', 'Public unit'), ('council', 'Municipal council'), ('resident', 'Resident'), ('service_user', 'Service user'), ('relative', 'Relative'), ('volunteer', 'Volunteer'), ('association', 'Association'), ('business', 'Business'), ('social_entrepreneur', 'Social entrepreneur'), ('academia', 'Academia'), ('faith_community', 'Faith community')], default='resident', max_length=20)),
                ('is_touched', models.BooleanField(default=False, verbose_name='is touched by it')),
                ('knows', models.BooleanField(default=False, verbose_name='knows something about it')),
                ('can_help', models.BooleanField(default=False, verbose_name='can help')),
                ('can_block', models.BooleanField(default=False, verbose_name='can block')),
                ('was_first', models.BooleanField(default=False, help_text='stood on the list before anybody asked who is missing')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('invited_on', models.DateField(blank=True, null=True, verbose_name='asked on')),
                ('invited_how', models.CharField(blank=True, max_length=160, verbose_name='How did you ask them?')),
                ('came_on', models.DateField(blank=True, null=True, verbose_name='Took part from')),
                ('missing_because', models.CharField(blank=True, max_length=200, verbose_name='Why are they missing?')),
                ('joined_on', models.DateField(blank=True, null=True, verbose_name='At the table from')),
                ('left_on', models.DateField(blank=True, null=True, verbose_name='Left on')),
                ('left_because', models.TextField(blank=True, verbose_name='Why do you leave?')),
                ('left_open', models.TextField(blank=True, verbose_name='What stays open?')),
                ('came_back_on', models.DateField(blank=True, null=True)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='places.area')),
                ('giver', models.ForeignKey(blank=True, help_text='of a party without an organisation: its name, and never a person', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='ledger.giver')),
                ('invited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('negotiation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='negotiations.negotiation')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='organisations.organisation')),
            ],
            options={
                'verbose_name_plural': 'parties',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('negotiation', 'name'), name='party_name_once', violation_error_message='A group of this name is on the map already.'), models.UniqueConstraint(condition=models.Q(('organisation__isnull', False)), fields=('negotiation', 'organisation'), name='organisation_is_party_once', violation_error_message='This organisation is on the map already.'), models.CheckConstraint(condition=models.Q(('joined_on', None), ('came_on__isnull', False), _connector='OR'), name='party_at_the_table_took_part'), models.CheckConstraint(condition=models.Q(('left_on', None), models.Q(('joined_on__isnull', False), models.Q(('left_because', ''), _negated=True)), _connector='OR'), name='party_that_left_was_there_and_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Assent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('says', models.CharField(choices=[('yes', 'Yes, we agree'), ('no', 'No, we do not agree')], max_length=3, verbose_name='Does your party agree to this edition?')),
                ('reason', models.TextField(blank=True, verbose_name='Why?')),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assents', to='drafting.edition')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assents', to='negotiations.party')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('party', 'edition'), name='assent_once_per_party'), models.CheckConstraint(condition=models.Q(('says', 'yes'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='assent_that_is_a_no_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Pledge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('commitment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pledged_at_table', to='initiatives.commitment')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='negotiations.party')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('interest', 'Interest: what we need, and why'), ('offer', 'Offer: what we can give'), ('limit', 'Limit: what we cannot go beyond')], max_length=8, verbose_name='What is it?')),
                ('text', models.TextField(verbose_name='In your own words')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('readers', models.CharField(choices=[('all', 'Everybody'), ('parties', 'The parties at the table'), ('mediator', 'Only we and the mediator')], default='parties', max_length=8, verbose_name='Who may read it?')),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('contribution', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='position', to='ledger.contribution')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='negotiations.party')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('readers', 'all'), ('contribution', None), _connector='OR'), name='confidential_position_is_not_in_the_ledger')],
            },
        ),
        migrations.CreateModel(
            name='Option',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=160, verbose_name='The option, in one line')),
                ('text', models.TextField(blank=True, verbose_name='How would it work?')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('laid_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('contribution', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='option', to='ledger.contribution')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('negotiation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='options', to='negotiations.negotiation')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='options_laid', to='negotiations.party')),
                ('meets', models.ManyToManyField(blank=True, related_name='met_by', to='negotiations.position')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_on', models.DateField(verbose_name='When do we look next?')),
                ('held_on', models.DateField(blank=True, null=True)),
                ('words', models.TextField(blank=True, verbose_name='What did we see?')),
                ('due', models.PositiveSmallIntegerField(default=0, help_text='promises kept, or past their day')),
                ('kept', models.PositiveSmallIntegerField(default=0)),
                ('late', models.PositiveSmallIntegerField(default=0)),
                ('released', models.PositiveSmallIntegerField(default=0)),
                ('running', models.PositiveSmallIntegerField(default=0)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('negotiation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='negotiations.negotiation')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['due_on', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('held_on', None)), fields=('negotiation',), name='negotiation_has_one_review_ahead')],
            },
        ),
        migrations.CreateModel(
            name='Spokesperson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('called', models.CharField(blank=True, max_length=80, verbose_name='What are they called at the table?')),
                ('is_hidden', models.BooleanField(default=False, verbose_name='Under a pseudonym: nobody but the mediator knows who it is')),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7, verbose_name='How do they take part?')),
                ('key', models.CharField(blank=True, help_text='hash of the key in a letter that nobody answered yet', max_length=64)),
                ('key_until', models.DateField(blank=True, null=True)),
                ('joined_at', models.DateTimeField(blank=True, null=True)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spokespersons', to='negotiations.party')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='seats_spoken_for', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('person__isnull', False)), fields=('party', 'person'), name='speaks_for_a_party_once'), models.CheckConstraint(condition=models.Q(('is_hidden', False), models.Q(('called', ''), _negated=True), _connector='OR'), name='pseudonym_is_a_name'), models.UniqueConstraint(condition=models.Q(('key', ''), _negated=True), fields=('key',), name='key_of_a_seat_once')],
            },
        ),
        migrations.CreateModel(
            name='Behind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, verbose_name='Who is it?')),
                ('reach', models.CharField(blank=True, max_length=200, verbose_name='How to reach them')),
                ('why', models.CharField(blank=True, max_length=200, verbose_name='Why under a pseudonym?')),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('spokesperson', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='behind', to='negotiations.spokesperson')),
            ],
            options={
                'verbose_name_plural': 'behind',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Stance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('says', models.CharField(choices=[('live', 'We can live with it'), ('change', 'With a change'), ('not', 'We cannot live with it')], max_length=6, verbose_name='Can you live with it?')),
                ('reason', models.TextField(blank=True, verbose_name='Why, or what must change?')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('option', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stances', to='negotiations.option')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stances', to='negotiations.party')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('option', 'party'), name='stance_once_per_party'), models.CheckConstraint(condition=models.Q(('says', 'live'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='stance_against_says_why')],
            },
        ),
    ]

    operations = [Together(*tables)]
