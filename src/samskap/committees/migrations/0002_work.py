import uuid
from decimal import Decimal

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("committees", "0001_initial"),
        ("ideas", "0004_fewer_indexes"),
        ("initiatives", "0002_statement"),
        ("ledger", "0004_fewer_indexes"),
        ("meetings", "0001_initial"),
        ("municipalities", "0003_least_levels"),
        ("organisations", "0001_initial"),
        ("people", "__first__"),
    ]

    tables = [
        migrations.CreateModel(
            name="FastTrack",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("why", models.TextField(verbose_name="why it is obviously good")),
                ("marked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("marked", "Marked by a member"),
                            ("not_agreed", "The committee did not agree"),
                            ("asked", "Waits for the chair and the chief executive"),
                            ("accepted", "Accepted"),
                            ("refused", "Refused: it goes back to the committee"),
                            ("expired", "Not answered in time: it goes back to the committee"),
                            ("started", "Started"),
                        ],
                        default="marked",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "ended_at",
                    models.DateTimeField(
                        blank=True, help_text="refused, or not answered", null=True
                    ),
                ),
                ("refused_because", models.TextField(blank=True, verbose_name="why not now")),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "started_on",
                    models.DateField(blank=True, null=True, verbose_name="it starts on"),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fast_tracks",
                        to="committees.committee",
                    ),
                ),
                (
                    "idea",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fast_tracks",
                        to="ideas.idea",
                    ),
                ),
                (
                    "marked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="fast_tracks",
                        to="committees.member",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "refused_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-marked_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status__in", ("marked", "asked", "accepted", "started"))
                        ),
                        fields=("committee", "idea"),
                        name="idea_is_on_one_fast_track",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "started"), _negated=True),
                            models.Q(("accepted_at__isnull", False), ("started_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="started_fast_track_was_accepted",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Acceptance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("chair", "For the standing committee"),
                            ("executive", "For the chief executive"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "delegation",
                    models.CharField(
                        max_length=200, verbose_name="by which delegation you may decide this"
                    ),
                ),
                ("given_by", models.CharField(max_length=120, verbose_name="who gave it")),
                ("given_on", models.DateField(verbose_name="when it was given")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        help_text="the standing committee that is spoken for",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "fast_track",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acceptances",
                        to="committees.fasttrack",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("fast_track", "office"), name="office_accepts_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("by__isnull", False)),
                        fields=("fast_track", "by"),
                        name="nobody_accepts_for_both_offices",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("delegation", ""), _negated=True),
                            models.Q(("given_by", ""), _negated=True),
                        ),
                        name="acceptance_names_its_authority",
                        violation_error_message="Say which delegation it is, and who gave it.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Group",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=80, verbose_name="name of the working group")),
                ("task", models.TextField(verbose_name="what it works out")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("result", models.TextField(blank=True, verbose_name="what came out of it")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="groups",
                        to="committees.committee",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ["made_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("committee", "name"), name="group_named_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Dialogue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("whom", models.TextField(verbose_name="whom you invited")),
                (
                    "invited",
                    models.PositiveSmallIntegerField(verbose_name="how many others you invited"),
                ),
                (
                    "came",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="without the members",
                        null=True,
                        verbose_name="how many others came",
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dialogues",
                        to="committees.committee",
                    ),
                ),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dialogue",
                        to="meetings.event",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dialogues",
                        to="committees.group",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GroupPlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "comes_from",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="where they come from"
                    ),
                ),
                ("since", models.DateField(default=django.utils.timezone.localdate)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_places",
                        to="ledger.giver",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="committees.group",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="group_places",
                        to="committees.member",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("group", "giver"),
                        name="in_a_group_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="material",
                        to="committees.committee",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="material",
                        to="committees.group",
                    ),
                ),
                (
                    "idea",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="material",
                        to="ideas.idea",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Authorship",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "contribution",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorship",
                        to="ledger.contribution",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wrote",
                        to="committees.member",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "material",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authors",
                        to="committees.material",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("material", "member"), name="author_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Pilot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "title",
                    models.CharField(max_length=120, verbose_name="what is tried, in one line"),
                ),
                ("tries", models.TextField(verbose_name="what you try, and with whom")),
                ("stop_rule", models.TextField(verbose_name="what makes you stop at once")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                (
                    "participants",
                    models.PositiveSmallIntegerField(default=0, verbose_name="how many take part"),
                ),
                (
                    "co_designers",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="how many of them help to shape it"
                    ),
                ),
                (
                    "interpreted_into",
                    models.CharField(
                        blank=True,
                        max_length=120,
                        verbose_name="which languages is it interpreted into",
                    ),
                ),
                (
                    "is_in_plain_language",
                    models.BooleanField(
                        default=False, verbose_name="everything is in plain language"
                    ),
                ),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "stopped_on",
                    models.DateField(blank=True, help_text="where the rule stopped it", null=True),
                ),
                ("stopped_because", models.TextField(blank=True, verbose_name="what happened")),
                ("result", models.TextField(blank=True, verbose_name="what you found out")),
                ("result_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("keep", "It is kept"), ("stop", "It stops")],
                        max_length=4,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pilots",
                        to="committees.committee",
                    ),
                ),
                (
                    "fast_track",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="pilots",
                        to="committees.fasttrack",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                        name="pilot_ends_after_it_starts",
                        violation_error_message="A pilot must end after it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stop_rule", ""), _negated=True),
                        name="pilot_has_a_stop_rule",
                        violation_error_message="Say what makes you stop.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("co_designers__lte", models.F("participants"))),
                        name="those_who_shape_a_pilot_take_part",
                        violation_error_message="Those who shape it are among those who take part.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("outcome", "")),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                ("decided_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="pilot_is_decided_on_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField(verbose_name="what you recommend")),
                ("why", models.TextField(verbose_name="why")),
                (
                    "costs",
                    models.TextField(blank=True, verbose_name="what it costs, and what it saves"),
                ),
                (
                    "carried_by",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="who could carry it out"
                    ),
                ),
                ("proposed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("recommended", "Recommended"),
                            ("not_recommended", "Not recommended"),
                            ("withdrawn", "Taken back"),
                        ],
                        default="proposed",
                        max_length=15,
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recommendations",
                        to="committees.committee",
                    ),
                ),
                (
                    "contribution",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committee_recommendation",
                        to="ledger.contribution",
                    ),
                ),
                (
                    "laid_as",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommended_as",
                        to="initiatives.recommendation",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="recommendations",
                        to="committees.member",
                    ),
                ),
            ],
            options={
                "ordering": ["committee", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("committee", "number"), name="committee_recommendation_numbered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("laid_as", None), ("status", "recommended"), _connector="OR"
                        ),
                        name="only_what_is_recommended_is_laid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Motion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("recommend", "Do we recommend it?"),
                            ("fast_track", "Is it so good that it should be done at once?"),
                            ("keep", "Do we keep what we tried?"),
                            ("stop", "Do we stop what we tried?"),
                            ("problem", "Is this the problem we solve?"),
                            ("solution", "Is this the solution we propose?"),
                            ("other", "Do we decide this?"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="what we decide, in one line"
                    ),
                ),
                (
                    "text",
                    models.TextField(blank=True, verbose_name="what we decide, in full"),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("consensus", "Everybody who takes part agrees"),
                            ("vote", "More are for it than against it"),
                        ],
                        max_length=9,
                        verbose_name="how we decide",
                    ),
                ),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "members_then",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="members who sat when it was closed", null=True
                    ),
                ),
                (
                    "lapsed_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("quorum", "Too few partners took part"),
                            ("objection", "A partner has a reasoned objection"),
                            ("disagreement", "Not everybody agreed"),
                            ("no_majority", "It had no majority"),
                            ("withdrawn", "Taken back by the partners"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reasons", models.TextField(blank=True, verbose_name="reasons")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="motions",
                        to="committees.committee",
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="motion",
                        to="initiatives.decision",
                    ),
                ),
                (
                    "fast_track",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="motions",
                        to="committees.fasttrack",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pilot",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="motions",
                        to="committees.pilot",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="motions",
                        to="committees.recommendation",
                    ),
                ),
            ],
            options={
                "ordering": ["opened_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("fast_track__isnull", True),
                                ("pilot__isnull", True),
                                ("recommendation__isnull", False),
                                ("what", "recommend"),
                            ),
                            models.Q(
                                ("fast_track__isnull", False),
                                ("pilot__isnull", True),
                                ("recommendation__isnull", True),
                                ("what", "fast_track"),
                            ),
                            models.Q(
                                ("fast_track__isnull", True),
                                ("pilot__isnull", False),
                                ("recommendation__isnull", True),
                                ("what__in", ("keep", "stop")),
                            ),
                            models.Q(
                                ("fast_track__isnull", True),
                                ("pilot__isnull", True),
                                ("recommendation__isnull", True),
                                ("what__in", ("problem", "solution", "other")),
                                models.Q(("title", ""), _negated=True),
                                models.Q(("text", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="motion_is_about_one_thing",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None)),
                        fields=("recommendation",),
                        name="recommendation_is_asked_of_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None)),
                        fields=("fast_track",),
                        name="fast_track_is_asked_of_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None)),
                        fields=("pilot",),
                        name="pilot_is_asked_of_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at", None), ("decision", None), ("lapsed_because", "")
                            ),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("decision__isnull", False),
                                ("lapsed_because", ""),
                            ),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("decision", None),
                                models.Q(("lapsed_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="closed_motion_ended_one_way",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MinorityNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="why you disagree")),
                (
                    "is_named",
                    models.BooleanField(default=False, verbose_name="show my name beside it"),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="committees.member",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "motion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="committees.motion",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("motion", "member"), name="one_note_a_member")
                ],
            },
        ),
        migrations.CreateModel(
            name="Vote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("for", "For"),
                            ("against", "Against"),
                            ("aside", "I stand aside"),
                        ],
                        max_length=7,
                        verbose_name="your vote",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("web", "On the web"),
                            ("paper", "On paper"),
                            ("phone", "By telephone"),
                            ("meeting", "At a meeting"),
                        ],
                        default="web",
                        max_length=7,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="committees.member",
                    ),
                ),
                (
                    "motion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="committees.motion",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("motion", "member"), name="one_vote_a_member")
                ],
            },
        ),
        migrations.CreateModel(
            name="Workload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "planned_before",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=5,
                        verbose_name="planned for preparing",
                    ),
                ),
                (
                    "planned_during",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=5,
                        verbose_name="planned for the meeting itself",
                    ),
                ),
                (
                    "planned_after",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=5,
                        verbose_name="planned for the work after it",
                    ),
                ),
                (
                    "used_before",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=5,
                        verbose_name="used for preparing",
                    ),
                ),
                (
                    "used_during",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=5,
                        verbose_name="used for the meeting itself",
                    ),
                ),
                (
                    "used_after",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=5,
                        verbose_name="used for the work after it",
                    ),
                ),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="workloads",
                        to="committees.committee",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="workloads",
                        to="meetings.event",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="workloads",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "work",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="workload",
                        to="ledger.contribution",
                    ),
                ),
            ],
            options={
                "ordering": ["event", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "person"), name="workload_once_a_meeting"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("planned_after__gte", 0),
                            ("planned_before__gte", 0),
                            ("planned_during__gte", 0),
                            ("used_after__gte", 0),
                            ("used_before__gte", 0),
                            ("used_during__gte", 0),
                        ),
                        name="hours_are_not_below_nought",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Alarm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("raised_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("done", models.TextField(blank=True, verbose_name="what was done about it")),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="alarms",
                        to="committees.committee",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="committee_alarms",
                        to="meetings.event",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="municipalities.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ["raised_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("committee", "event"), name="alarm_once_a_meeting"
                    )
                ],
            },
        ),
    ]

    operations = [Together(*tables)]
