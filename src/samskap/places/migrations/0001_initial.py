import django.db.models.deletion
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('municipalities', '0001_initial'),
    ]

    tables = [
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('kind', models.CharField(choices=[('municipality', 'Municipality'), ('district', 'District'), ('village', 'Village'), ('estate', 'Housing estate'), ('building', 'Building')], max_length=12, verbose_name='kind')),
                ('code', models.CharField(blank=True, max_length=16, verbose_name='the statistics office’s code')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('slug', models.SlugField()),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='places.area', verbose_name='lies in')),
            ],
            options={
                'ordering': ['name'],
                'indexes': [models.Index(fields=['municipality', 'name', 'id'], name='area_by_name')],
                'constraints': [models.UniqueConstraint(fields=('municipality', 'slug'), name='area_slug_once'), models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('municipality', 'code'), name='area_code_once', violation_error_message='Another area has this code.')],
            },
        ),
        migrations.CreateModel(
            name='Border',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='borders', to='places.area')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, help_text='the first day on which it no longer holds', null=True, verbose_name='valid to')),
                ('shape', models.JSONField(help_text='GeoJSON MultiPolygon, WGS 84', verbose_name='shape')),
                ('west', models.FloatField()),
                ('south', models.FloatField()),
                ('east', models.FloatField()),
                ('north', models.FloatField()),
                ('is_drawn', models.BooleanField(default=False, verbose_name='drawn by hand')),
                ('source', models.CharField(max_length=300, verbose_name='source')),
                ('changed_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'ordering': ['area', '-valid_from'],
                'constraints': [models.UniqueConstraint(fields=('area', 'valid_from'), name='border_begins_once'), models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='border_ends_after_it_begins', violation_error_message='A border must end after it begins.')],
            },
        ),
        migrations.CreateModel(
            name='Population',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='population', to='places.area')),
                ('counted_on', models.DateField(verbose_name='counted on')),
                ('sex', models.CharField(choices=[('all', 'All'), ('women', 'Women'), ('men', 'Men')], default='all', max_length=5, verbose_name='sex')),
                ('age_from', models.PositiveSmallIntegerField(default=0, verbose_name='from age')),
                ('age_to', models.PositiveSmallIntegerField(default=150, help_text='inclusive; 150 means “and over”', verbose_name='to age')),
                ('persons', models.PositiveIntegerField(verbose_name='persons')),
                ('is_whole', models.BooleanField(default=True, help_text='counts everybody; else some, and serves for shares only')),
                ('source', models.CharField(max_length=300, verbose_name='source')),
            ],
            options={
                'ordering': ['area', '-counted_on', 'sex', 'age_from'],
                'constraints': [models.UniqueConstraint(fields=('area', 'counted_on', 'sex', 'age_from', 'age_to', 'is_whole'), name='population_counted_once'), models.CheckConstraint(condition=models.Q(('age_to__gte', models.F('age_from'))), name='population_ages_go_upwards')],
            },
        ),
    ]

    operations = [Together(*tables)]
