import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    tables = [
        migrations.CreateModel(
            name='Municipality',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('short_name', models.CharField(max_length=60, verbose_name='short name')),
                ('slug', models.SlugField(unique=True)),
                ('code', models.CharField(blank=True, max_length=8, verbose_name='the statistics office’s code')),
                ('country', models.CharField(choices=[('NO', 'Norway'), ('DK', 'Denmark')], max_length=2, verbose_name='country')),
                ('languages', models.JSONField(default=list, verbose_name='languages')),
                ('default_language', models.CharField(default='nb', max_length=5, verbose_name='first language')),
                ('colour', models.CharField(default='#0b4f5c', max_length=7, validators=[django.core.validators.RegexValidator('^#[0-9a-fA-F]{6}$', 'Write a colour like #0b4f5c.')], verbose_name='colour')),
                ('accent_colour', models.CharField(default='#c8451f', max_length=7, validators=[django.core.validators.RegexValidator('^#[0-9a-fA-F]{6}$', 'Write a colour like #0b4f5c.')], verbose_name='second colour')),
                ('coat_of_arms', models.ImageField(blank=True, upload_to='arms/', verbose_name='coat of arms')),
                ('welcome', models.JSONField(blank=True, default=dict, verbose_name='welcome text')),
                ('about', models.JSONField(blank=True, default=dict, verbose_name='about us')),
                ('privacy', models.JSONField(blank=True, default=dict, verbose_name='more about privacy')),
                ('accessibility', models.JSONField(blank=True, default=dict, verbose_name='more about accessibility')),
                ('accessibility_url', models.URLField(blank=True, verbose_name='accessibility statement')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='contact e-mail')),
                ('contact', models.TextField(blank=True, verbose_name='how to reach a person')),
                ('data_protection_contact', models.TextField(blank=True, verbose_name='how to reach the data protection officer')),
                ('answer_days', models.PositiveSmallIntegerField(default=30, verbose_name='days to answer')),
                ('ladder_strictness', models.JSONField(blank=True, default=dict, verbose_name='stricter ladder')),
                ('is_set_up', models.BooleanField(default=False, verbose_name='set up')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('answer_days__gte', 1), ('answer_days__lte', 365)), name='municipality_answers_within_a_year', violation_error_message='Promise an answer within 1 to 365 days.')],
            },
        ),
        migrations.CreateModel(
            name='HostName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='host_names', to='municipalities.municipality')),
                ('host', models.CharField(max_length=253, unique=True, verbose_name='host name')),
                ('is_primary', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['-is_primary', 'host'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_primary', True)), fields=('municipality',), name='municipality_has_one_primary_host')],
            },
        ),
    ]

    operations = [Together(*tables)]
