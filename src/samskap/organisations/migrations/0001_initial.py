import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
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
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('name', models.CharField(max_length=160, verbose_name='name')),
                ('slug', models.SlugField()),
                ('kind', models.CharField(choices=[('association', 'Association'), ('business', 'Business'), ('social_entrepreneur', 'Social entrepreneur'), ('academia', 'Academia'), ('faith_community', 'Faith community'), ('public_unit', 'Public unit'), ('council', 'Municipal council'), ('committee', 'Political committee')], max_length=20, verbose_name='kind')),
                ('also_kinds', models.JSONField(blank=True, default=list, help_text='of a hybrid', verbose_name='also')),
                ('number', models.CharField(blank=True, max_length=9, verbose_name='organisation number')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='organisations.organisation')),
                ('about', models.TextField(blank=True, verbose_name='about')),
                ('language', models.CharField(blank=True, max_length=5, verbose_name='written in')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('registered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('registered_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['name'],
                'indexes': [models.Index(fields=['municipality', 'name'], name='organisation_by_name')],
                'constraints': [models.UniqueConstraint(fields=('municipality', 'slug'), name='organisation_slug_once'), models.UniqueConstraint(models.F('municipality'), django.db.models.functions.text.Lower('name'), name='organisation_name_once', violation_error_message='An organisation of this name is registered already.'), models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('municipality', 'number'), name='organisation_number_once', violation_error_message='This organisation is registered already.'), models.CheckConstraint(condition=models.Q(('parent', None), models.Q(('parent', models.F('id')), _negated=True), _connector='OR'), name='organisation_is_no_part_of_itself', violation_error_message='An organisation cannot be part of itself.')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('is_administrator', models.BooleanField(default=False, verbose_name='looks after the organisation')),
                ('may_speak', models.BooleanField(default=False, verbose_name='may speak for it')),
                ('mandate_from', models.DateField(blank=True, null=True, verbose_name='mandate from')),
                ('mandate_until', models.DateField(blank=True, null=True, verbose_name='mandate until')),
                ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reminded_of', models.DateField(blank=True, help_text='the end that was told of', null=True)),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['organisation', 'pk'],
                'indexes': [models.Index(condition=models.Q(('ended_at', None), ('may_speak', True)), fields=['mandate_until'], name='mandate_that_runs_out')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('organisation', 'person'), name='member_once'), models.CheckConstraint(condition=models.Q(('may_speak', False), models.Q(('mandate_from__isnull', False), ('mandate_until__gte', models.F('mandate_from')), ('mandate_until__isnull', False)), _connector='OR'), name='mandate_has_an_end', violation_error_message='Say from when and until when the mandate holds.')],
            },
        ),
        migrations.CreateModel(
            name='JoinRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='join_requests', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='join_requests', to=settings.AUTH_USER_MODEL)),
                ('words', models.CharField(blank=True, max_length=300, verbose_name='who you are')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['asked_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'person'), name='asked_to_join_once')],
            },
        ),
    ]

    operations = [Together(*tables)]
