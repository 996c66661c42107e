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
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='initiatives.initiative')),
                ('phase', models.CharField(choices=[('define', 'Define'), ('design', 'Design'), ('implement', 'Implement'), ('drive', 'Drive forward')], max_length=9)),
                ('text', models.CharField(max_length=200, verbose_name='question')),
                ('more', models.TextField(blank=True, verbose_name='what we know, and what we wonder')),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('is_hearing', models.BooleanField(default=False, verbose_name='a formal hearing')),
                ('opens_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('closes_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-opens_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('closes_at', None), ('closes_at__gt', models.F('opens_at')), _connector='OR'), name='question_closes_after_it_opens', violation_error_message='A question must close after it opens.')],
            },
        ),
        migrations.CreateModel(
            name='Idea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ideas', to='initiatives.initiative')),
                ('contribution', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='idea', to='ledger.contribution')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('question', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='answers', to='ideas.question')),
                ('kind', models.CharField(choices=[('story', 'Story'), ('problem_statement', 'Problem'), ('evidence', 'Knowledge'), ('idea', 'Idea'), ('draft', 'Draft')], max_length=17, verbose_name='kind')),
                ('phase', models.CharField(choices=[('define', 'Define'), ('design', 'Design'), ('implement', 'Implement'), ('drive', 'Drive forward')], max_length=9)),
                ('title', models.CharField(max_length=120, verbose_name='in one line')),
                ('text', models.TextField(blank=True, verbose_name='tell more')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('supports', models.PositiveIntegerField(default=0)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-given_at', '-pk'],
                'indexes': [models.Index(fields=['initiative', '-given_at', '-id'], name='idea_newest'), models.Index(fields=['initiative', '-supports', '-id'], name='idea_most_supported')],
            },
        ),
        migrations.CreateModel(
            name='Support',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supporters', to='ideas.idea')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supports', to=settings.AUTH_USER_MODEL)),
                ('contribution', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='support', to='ledger.contribution')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('idea', 'person'), name='support_once_per_person')],
            },
        ),
    ]

    operations = [Together(*tables)]
