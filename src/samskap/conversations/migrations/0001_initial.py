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
            name='Thread',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='threads', to='initiatives.initiative')),
                ('kind', models.SlugField(help_text='what it is about, e.g. idea', max_length=20)),
                ('key', models.PositiveBigIntegerField(help_text='the number of what it is about')),
                ('label', models.CharField(blank=True, help_text='the title of what it is about', max_length=200)),
                ('language', models.CharField(blank=True, help_text='of the label', max_length=5)),
                ('path', models.CharField(help_text='the page it stands on', max_length=200)),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('has_columns', models.BooleanField(default=False, verbose_name='three columns: for, against, what would make it work')),
                ('is_quiet', models.BooleanField(default=False, verbose_name='quiet: no notices, no counts')),
                ('is_closed', models.BooleanField(default=False, verbose_name='closed: nothing more is written')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('summary_language', models.CharField(blank=True, max_length=5, verbose_name='written in')),
                ('summarised_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('summarised_at', models.DateTimeField(blank=True, null=True)),
                ('comments_shown', models.PositiveIntegerField(default=0)),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-opened_at', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('municipality', 'kind', 'key'), name='thread_once')],
            },
        ),
        migrations.CreateModel(
            name='Rules',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('first_comments', models.CharField(choices=[('open', 'They stand at once'), ('limited', 'They stand at once: at most three a day, and without links'), ('held', 'A facilitator reads the first one before everybody sees it')], default='limited', max_length=7, verbose_name='the first comments of a new account')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('municipality',), name='conversation_rules_once')],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='conversations.thread')),
                ('above', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='conversations.comment')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('contribution', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comment', to='ledger.contribution')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='comments', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='ledger.giver')),
                ('actor_kind', models.CharField(choices=[('employee', 'Employee'), ('facilitator', 'Facilitator'), ('leader', 'Leader'), ('politician', 'Elected representative'), ('public_unit', 'Public unit'), ('council', 'Municipal council'), ('resident', 'Resident'), ('service_user', 'Service user'), ('relative', 'Relative'), ('volunteer', 'Volunteer'), ('association', 'Association'), ('business', 'Business'), ('social_entrepreneur', 'Social entrepreneur'), ('academia', 'Academia'), ('faith_community', 'Faith community')], max_length=20)),
                ('speaking_for', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='organisations.organisation')),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7)),
                ('form_key', models.UUIDField(default=uuid.uuid4, help_text='one for each form that is shown')),
                ('column', models.CharField(blank=True, choices=[('for', 'For'), ('against', 'Against'), ('works', 'What would make it work')], max_length=7, verbose_name='column')),
                ('text', models.TextField(verbose_name='what do you think?')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('pinned_at', models.DateTimeField(blank=True, null=True)),
                ('state', models.CharField(choices=[('shown', 'Shown'), ('held', 'Waits for a first reading'), ('hidden', 'Hidden by a moderator'), ('removed', 'Removed by its author')], default='shown', max_length=7)),
                ('alike_to', models.ForeignKey(blank=True, help_text='the first of those that say nearly the same, which may be itself', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='alike_ones', to='conversations.comment')),
                ('alike', models.PositiveIntegerField(default=0, help_text='how many say nearly the same, this one included; 0 for none')),
                ('answers_shown', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(condition=models.Q(('above', None)), fields=['thread', '-at', '-id'], name='comment_newest'), models.Index(fields=['above', 'at', 'id'], name='comment_answers'), models.Index(condition=models.Q(('state', 'held')), fields=['municipality', 'at'], name='comment_held'), models.Index(condition=models.Q(('alike__gt', 0)), fields=['municipality', '-alike', '-id'], name='comment_alike'), models.Index(condition=models.Q(('pinned_at__isnull', False)), fields=['thread'], name='comment_pinned')],
                'constraints': [models.UniqueConstraint(fields=('thread', 'form_key'), name='comment_once_per_form'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'removed'), _negated=True), ('text', ''), _connector='OR'), name='removed_comment_has_no_words')],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wordings', to='conversations.comment')),
                ('text', models.TextField()),
                ('language', models.CharField(max_length=5)),
                ('at', models.DateTimeField(help_text='since when it read so')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Verdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verdicts', to='conversations.comment')),
                ('hides', models.BooleanField(verbose_name='the comment is hidden')),
                ('ground', models.CharField(blank=True, choices=[('attack', 'It attacks or threatens somebody'), ('hate', 'It spreads hatred against a group'), ('private', 'It tells something private about somebody'), ('illegal', 'It breaks the law in another way'), ('advertising', 'It is advertising, or sent in great numbers'), ('astray', 'It has nothing to do with the matter')], max_length=11, verbose_name='ground')),
                ('reason', models.TextField(verbose_name='reason')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['municipality', 'at'], name='verdict_in_time')],
                'constraints': [models.CheckConstraint(condition=models.Q(('hides', False), models.Q(('ground', ''), _negated=True), _connector='OR'), name='hidden_on_a_ground')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='conversations.comment')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ground', models.CharField(choices=[('attack', 'It attacks or threatens somebody'), ('hate', 'It spreads hatred against a group'), ('private', 'It tells something private about somebody'), ('illegal', 'It breaks the law in another way'), ('advertising', 'It is advertising, or sent in great numbers'), ('astray', 'It has nothing to do with the matter')], max_length=11, verbose_name='what is wrong?')),
                ('text', models.TextField(blank=True, verbose_name='tell more')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('verdict', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reports', to='conversations.verdict')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'indexes': [models.Index(condition=models.Q(('verdict', None)), fields=['municipality', 'comment'], name='report_waits'), models.Index(fields=['municipality', 'at'], name='report_in_time')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('verdict', None)), fields=('comment', 'by'), name='comment_reported_once_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('verdict', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appeals', to='conversations.verdict')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('text', models.TextField(verbose_name='why should it be otherwise?')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changes', models.BooleanField(blank=True, null=True, verbose_name='the verdict is changed')),
                ('reasons', models.TextField(blank=True, verbose_name='reasons')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['at', 'pk'],
                'indexes': [models.Index(fields=['municipality', 'at'], name='appeal_in_time')],
                'constraints': [models.UniqueConstraint(fields=('verdict', 'by'), name='verdict_appealed_once'), models.CheckConstraint(condition=models.Q(models.Q(('changes', None), ('decided_at', None)), models.Q(('changes__isnull', False), ('decided_at__isnull', False)), _connector='OR'), name='decided_appeal_says_when')],
            },
        ),
    ]

    operations = [
        Together(*tables),
        migrations.AddField(
            model_name='comment',
            name='verdict',
            field=models.ForeignKey(blank=True, help_text='what a moderator decided last', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='conversations.verdict'),
        ),
    ]
