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
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    tables = [
        migrations.CreateModel(
            name='File',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(help_text='the key of what a module takes in', max_length=40)),
                ('name', models.CharField(max_length=200, verbose_name='file')),
                ('encoding', models.CharField(max_length=20)),
                ('delimiter', models.CharField(max_length=1)),
                ('headings', models.JSONField(default=list, help_text='the first row')),
                ('mapping', models.JSONField(default=dict, help_text='key of a column → its place in the file')),
                ('about', models.JSONField(default=dict, help_text='what was said of all rows')),
                ('state', models.CharField(choices=[('read', 'Say what stands in its columns'), ('rehearsing', 'The rehearsal is running'), ('rehearsed', 'Rehearsed: nothing is written yet'), ('taking', 'It is being taken in'), ('taken', 'Taken in'), ('undoing', 'It is being undone'), ('undone', 'Undone')], default='read', max_length=10)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('gone_through', models.PositiveIntegerField(default=0, help_text='in the step it is in')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('taken_at', models.DateTimeField(null=True)),
                ('undone_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['municipality', '-at', '-id'], name='file_newest')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('address_key', models.CharField(help_text='keyed hash of the address', max_length=64)),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('given_name', models.CharField(blank=True, max_length=80, verbose_name='first name')),
                ('family_name', models.CharField(blank=True, max_length=80, verbose_name='last name')),
                ('language', models.CharField(blank=True, max_length=5, verbose_name='language')),
                ('basis', models.CharField(choices=[('consent', 'They have said yes to being written to'), ('task', 'It is part of a public task (GDPR art. 6(1)(e))'), ('agreement', 'They work or volunteer here under an agreement')], max_length=9, verbose_name='legal basis')),
                ('source', models.CharField(max_length=200, verbose_name='where the list comes from')),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('is_accepted', models.BooleanField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality')),
            ],
            options={
                'ordering': ['-sent_at', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('municipality', 'address_key'), name='invited_once_by_a_file'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('is_accepted', None)), models.Q(('answered_at__isnull', False), ('is_accepted__isnull', False)), _connector='OR'), name='invitation_answered_or_not')],
                'indexes': [models.Index(condition=models.Q(('answered_at', None)), fields=['sent_at'], name='invitation_unanswered')],
            },
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(help_text='of the row in the file; the headings are 1')),
                ('cells', models.TextField(blank=True, help_text='what stands in it, as a list in JSON')),
                ('fate', models.CharField(choices=[('waiting', 'Waits'), ('new', 'New'), ('same', 'There already'), ('wrong', 'To mend'), ('taken', 'Taken in'), ('undone', 'Taken away again'), ('stays', 'Stays')], default='waiting', max_length=8)),
                ('says', models.TextField(blank=True, help_text='why, in a sentence')),
                ('path', models.CharField(blank=True, help_text='the page of what is meant', max_length=200)),
                ('thing', models.CharField(blank=True, help_text='what was made of it', max_length=80)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='imports.file')),
            ],
            options={
                'ordering': ['file', 'number'],
                'constraints': [models.UniqueConstraint(fields=('file', 'number'), name='line_once_in_a_file')],
                'indexes': [models.Index(fields=['file', 'fate', 'number'], name='line_by_fate')],
            },
        ),
    ]

    operations = [Together(*tables)]
