import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('initiatives', '0001_initial'),
        ('municipalities', '0001_initial'),
        ('people', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Contest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contests', to='initiatives.initiative')),
                ('formula', models.CharField(max_length=20)),
                ('rung', models.CharField(help_text='as published when it was contested', max_length=20)),
                ('reason', models.TextField(verbose_name='why it is wrong')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Placing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('initiative', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='placing', to='initiatives.initiative')),
                ('version', models.PositiveBigIntegerField(help_text='of the account when it was placed')),
                ('formula', models.CharField(max_length=20)),
                ('rung', models.CharField(max_length=20)),
                ('cci', models.FloatField(help_text='0…100')),
                ('history', models.JSONField(default=list, help_text='[moment, index] from the first day on')),
                ('placed_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]

    operations = [Together(*tables)]
