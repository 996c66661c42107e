"""Let a committee be asked in words of its own: what the problem is, what the solution is.

Going back loses the words of such questions; the decisions that came of them stay.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('committees', '0003_answers'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='motion',
            name='motion_is_about_one_thing',
        ),
        migrations.AddField(
            model_name='motion',
            name='text',
            field=models.TextField(blank=True, verbose_name='what we decide, in full'),
        ),
        migrations.AddField(
            model_name='motion',
            name='title',
            field=models.CharField(blank=True, max_length=160, verbose_name='what we decide, in one line'),
        ),
        migrations.AlterField(
            model_name='motion',
            name='what',
            field=models.CharField(choices=[('recommend', 'Do we recommend it?'), ('fast_track', 'Is it so good that it should be done at once?'), ('keep', 'Do we keep what we tried?'), ('stop', 'Do we stop what we tried?'), ('problem', 'Is this the problem we solve?'), ('solution', 'Is this the solution we propose?'), ('other', 'Do we decide this?')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='motion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('fast_track__isnull', True), ('pilot__isnull', True), ('recommendation__isnull', False), ('what', 'recommend')), models.Q(('fast_track__isnull', False), ('pilot__isnull', True), ('recommendation__isnull', True), ('what', 'fast_track')), models.Q(('fast_track__isnull', True), ('pilot__isnull', False), ('recommendation__isnull', True), ('what__in', ('keep', 'stop'))), models.Q(('fast_track__isnull', True), ('pilot__isnull', True), ('recommendation__isnull', True), ('what__in', ('problem', 'solution', 'other')), models.Q(('title', ''), _negated=True), models.Q(('text', ''), _negated=True)), _connector='OR'), name='motion_is_about_one_thing'),
        ),
    ]
