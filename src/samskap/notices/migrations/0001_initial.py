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
        ('people', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Limits',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='limits', to=settings.AUTH_USER_MODEL)),
                ('mail', models.CharField(choices=[('at_once', 'At once'), ('daily', 'Once a day, all in one e-mail'), ('weekly', 'Once a week, on Mondays, all in one e-mail'), ('catch_up', 'Only when I have not read something here for a week'), ('never', 'Never: I look here myself')], default='at_once', max_length=8, verbose_name='e-mail')),
                ('mails_a_week', models.PositiveSmallIntegerField(default=7, verbose_name='at most this many e-mails a week')),
                ('phone', models.CharField(blank=True, help_text='as +4791234567, once confirmed', max_length=16, verbose_name='mobile number')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('mails_a_week__gte', 1), ('mails_a_week__lte', 50)), name='limits_allow_one_to_fifty_mails_a_week', violation_error_message='Choose between 1 and 50 e-mails a week.')],
            },
        ),
        migrations.CreateModel(
            name='CaughtUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='caught_up', to=settings.AUTH_USER_MODEL)),
                ('until', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'municipality'), name='caught_up_once')],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to=settings.AUTH_USER_MODEL)),
                ('carrier', models.CharField(choices=[('mail', 'Mail'), ('sms', 'Sms')], default='mail', max_length=4)),
                ('cause', models.CharField(help_text='what calls for it: notice:17, or digest:2026-11-22', max_length=40)),
                ('number', models.UUIDField(default=uuid.uuid4, editable=False, help_text='its Message-ID: a second copy is known by it')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('taken_until', models.DateTimeField(blank=True, help_text='a worker is busy sending it, until this moment at most', null=True)),
                ('outcome', models.CharField(choices=[('waiting', 'Waiting'), ('sent', 'Sent'), ('refused', 'Refused'), ('dropped', 'Dropped')], default='waiting', max_length=7)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['person', 'carrier', 'made_at'], name='letter_lately'), models.Index(condition=models.Q(('outcome', 'waiting')), fields=['made_at'], name='letter_waiting')],
                'constraints': [models.UniqueConstraint(fields=('person', 'municipality', 'carrier', 'cause'), name='letter_once_for_a_cause')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
                ('kind', models.CharField(help_text='what happened, e.g. ideas.answered', max_length=60)),
                ('label', models.CharField(help_text='in the reader’s language', max_length=200)),
                ('text', models.TextField(blank=True)),
                ('path', models.CharField(max_length=200)),
                ('language', models.CharField(help_text='of label and text', max_length=5)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('goes_out', models.BooleanField(default=True, help_text='whether the person wants it told outside this place too')),
                ('letter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='notices', to='notices.letter')),
            ],
            options={
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['person', 'municipality', '-id'], name='notice_newest'), models.Index(condition=models.Q(('read_at', None)), fields=['person', 'municipality'], name='notice_unread'), models.Index(condition=models.Q(('goes_out', True), ('letter', None), ('read_at', None)), fields=['person', 'at'], name='notice_held_back')],
            },
        ),
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to=settings.AUTH_USER_MODEL)),
                ('subject', models.CharField(help_text='key of the module that tells it', max_length=40)),
                ('way', models.CharField(choices=[('mail', 'By e-mail, as chosen above'), ('sms', 'By SMS at once'), ('here', 'Only here')], default='mail', max_length=4)),
            ],
            options={
                'ordering': ['person', 'subject'],
                'constraints': [models.UniqueConstraint(fields=('person', 'subject'), name='wish_once_for_a_subject')],
            },
        ),
    ]

    operations = [Together(*tables)]
