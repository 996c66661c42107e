"""Give conversations their tables. Going back loses all that was said."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('initiatives', '0002_sharing'),
        ('ledger', '0002_guard_the_rows'),
        ('municipalities', '0001_initial'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Thread',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(help_text='what it is about, e.g. idea', max_length=20)),
                ('key', models.PositiveBigIntegerField(help_text='the number of what it is about')),
                ('label', models.CharField(blank=True, help_text='the title of what it is about', max_length=200)),
                ('language', models.CharField(blank=True, help_text='of the label', max_length=5)),
                ('path', models.CharField(help_text='the page it stands on', max_length=200)),
                ('has_columns', models.BooleanField(default=False, verbose_name='three columns: for, against, what would make it work')),
                ('is_quiet', models.BooleanField(default=False, verbose_name='quiet: no notices, no counts')),
                ('is_closed', models.BooleanField(default=False, verbose_name='closed: nothing more is written')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('summary_language', models.CharField(blank=True, max_length=5, verbose_name='written in')),
                ('summarised_at', models.DateTimeField(blank=True, null=True)),
                ('comments_shown', models.PositiveIntegerField(default=0)),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='threads', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('summarised_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-opened_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('actor_kind', models.CharField(choices=[('employee', 'Employee'), ('facilitator', 'Facilitator'), ('leader', 'Leader'), ('politician', 'Elected representative'), ('public_unit', 'Public unit'), ('council', 'Municipal council'), ('resident', 'Resident'), ('service_user', 'Service user'), ('relative', 'Relative'), ('volunteer', 'Volunteer'), ('association', 'Association'), ('business', 'Business'), ('social_entrepreneur', 'Social entrepreneur'), ('academia', 'Academia'), ('faith_community', 'Faith community')], max_length=20)),
                ('channel', models.CharField(choices=[('web', 'On the web'), ('paper', 'On paper'), ('phone', 'By telephone'), ('meeting', 'At a meeting')], default='web', max_length=7)),
                ('form_key', models.UUIDField(default=uuid.uuid4, help_text='one for each form that is shown')),
                ('column', models.CharField(blank=True, choices=[('for', 'For'), ('against', 'Against'), ('works', 'What would make it work')], max_length=7, verbose_name='column')),
                ('text', models.TextField(verbose_name='what do you think?')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('pinned_at', models.DateTimeField(blank=True, null=True)),
                ('state', models.CharField(choices=[('shown', 'Shown'), ('removed', 'Removed by its author')], default='shown', max_length=7)),
                ('answers_shown', models.PositiveIntegerField(default=0)),
                ('above', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='conversations.comment')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='comments', to=settings.AUTH_USER_MODEL)),
                ('contribution', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comment', to='ledger.contribution')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='ledger.giver')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('speaking_for', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='organisations.organisation')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='conversations.thread')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('language', models.CharField(max_length=5)),
                ('at', models.DateTimeField(help_text='since when it read so')),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wordings', to='conversations.comment')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='thread',
            constraint=models.UniqueConstraint(fields=('municipality', 'kind', 'key'), name='thread_once'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('above', None)), fields=['thread', '-at', '-id'], name='comment_newest'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['above', 'at', 'id'], name='comment_answers'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('pinned_at__isnull', False)), fields=['thread'], name='comment_pinned'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.UniqueConstraint(fields=('thread', 'form_key'), name='comment_once_per_form'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'removed'), _negated=True), ('text', ''), _connector='OR'), name='removed_comment_has_no_words'),
        ),
    ]
