import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
        ('municipalities', '0001_initial'),
        ('people', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Charge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('contribution', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='charge', to='ledger.contribution')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='charges', to=settings.AUTH_USER_MODEL)),
                ('handed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('note', models.TextField(blank=True, verbose_name='what to know')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('title', models.CharField(max_length=80, verbose_name='title')),
                ('status', models.CharField(blank=True, choices=[('received', 'Received'), ('read', 'Read'), ('used', 'Used'), ('partly_used', 'Partly used'), ('not_used', 'Not used'), ('forwarded', 'Forwarded'), ('withdrawn', 'Withdrawn by the giver')], max_length=11, verbose_name='what becomes of it')),
                ('text', models.TextField(verbose_name='text')),
                ('language', models.CharField(max_length=5, verbose_name='written in')),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['title', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('municipality', 'title'), name='wording_titled_once')],
            },
        ),
        migrations.CreateModel(
            name='WorkloadLimit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='workload_limit', to='municipalities.municipality')),
                ('promises', models.PositiveSmallIntegerField(default=40, verbose_name='open promises')),
                ('hours', models.PositiveSmallIntegerField(default=38, verbose_name='hours in seven days')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('hours__gte', 1), ('hours__lte', 100), ('promises__gte', 1), ('promises__lte', 500)), name='workload_has_a_sensible_limit', violation_error_message='Choose 1 to 500 promises, and 1 to 100 hours.')],
            },
        ),
    ]

    operations = [Together(*tables)]
