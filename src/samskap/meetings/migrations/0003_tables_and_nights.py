"""Tables with their notes, kiosks, how events were run, nights: new tables; back loses them."""

import uuid
from decimal import Decimal

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samskap.base.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0003_laid_again"),
        ("ledger", "0004_fewer_indexes"),
        ("meetings", "0002_around_an_event"),
        ("municipalities", "0003_least_levels"),
        ("people", "__first__"),
    ]

    tables = [
        migrations.CreateModel(
            name="Kiosk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=120)),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "code_hash",
                    models.CharField(help_text="SHA-256 of the code", max_length=64, unique=True),
                ),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ends_on", models.DateField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kiosks",
                        to="initiatives.initiative",
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
            ],
            options={
                "ordering": ["-opened_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Night",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "age_least",
                    models.PositiveSmallIntegerField(default=13, verbose_name="from which age?"),
                ),
                (
                    "age_most",
                    models.PositiveSmallIntegerField(default=19, verbose_name="up to which age?"),
                ),
                ("says", models.TextField(verbose_name="what do guardians say yes to?")),
                (
                    "persons_per_host",
                    models.PositiveSmallIntegerField(
                        default=10,
                        verbose_name="how many young people for one adult who is awake, at most?",
                    ),
                ),
                (
                    "hosts_least",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="how many adults, at least?"
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "confirmed_by",
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="night",
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
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("age_most__gte", models.F("age_least"))),
                        name="night_ages_are_in_order",
                        violation_error_message="The highest age is not below the lowest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hosts_least__gte", 2),
                            ("persons_per_host__gte", 1),
                            ("persons_per_host__lte", 10),
                        ),
                        name="night_has_two_adults",
                        violation_error_message=(
                            "At least two adults, and one for every ten of the young."
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NightHost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_awake", models.BooleanField(default=True)),
                (
                    "rule",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NO", "politiregisterforskriften § 34-1"),
                            ("DK", "the act on børneattester"),
                        ],
                        max_length=2,
                    ),
                ),
                ("purpose", models.CharField(blank=True, max_length=120)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                    "night",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hosts",
                        to="meetings.night",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nights_watched",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "seen_by",
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
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("night", "person"), name="night_host_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("seen_at", None),
                            models.Q(
                                models.Q(("rule", ""), _negated=True),
                                models.Q(("purpose", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="certificate_seen_says_by_which_rule",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Running",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        help_text="key in the catalogue",
                        max_length=40,
                        verbose_name="which method did you use?",
                    ),
                ),
                (
                    "learnt",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what did you learn about it?"
                    ),
                ),
                (
                    "staff_before",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=6,
                        verbose_name="staff, before",
                    ),
                ),
                (
                    "staff_during",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=6,
                        verbose_name="staff, during",
                    ),
                ),
                (
                    "staff_after",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=6,
                        verbose_name="staff, after",
                    ),
                ),
                (
                    "volunteers_before",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=6,
                        verbose_name="volunteers, before",
                    ),
                ),
                (
                    "volunteers_during",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=6,
                        verbose_name="volunteers, during",
                    ),
                ),
                (
                    "volunteers_after",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=6,
                        verbose_name="volunteers, after",
                    ),
                ),
                ("told_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="running",
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
                    "told_by",
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
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Stay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120)),
                ("age", models.PositiveSmallIntegerField()),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("guardian_email", models.EmailField(blank=True, max_length=254)),
                ("contact_name", models.CharField(blank=True, max_length=120)),
                ("contact_phone", models.CharField(blank=True, max_length=40)),
                ("must_know", models.CharField(blank=True, max_length=500)),
                ("is_given", models.BooleanField(blank=True, null=True)),
                (
                    "came_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("link", "By the link"),
                            ("account", "Signed in"),
                            ("paper", "On paper"),
                        ],
                        max_length=7,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "guardian",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="stays_allowed",
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
                    "night",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stays",
                        to="meetings.night",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stays",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "seen_by",
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
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", False)),
                        fields=("night", "person"),
                        name="stay_once_per_person",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Table",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "name",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="what do you talk about there?"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "actor_kind",
                    models.CharField(
                        choices=[
                            ("employee", "Employee"),
                            ("facilitator", "Facilitator"),
                            ("leader", "Leader"),
                            ("politician", "Elected representative"),
                            ("public_unit", "Public unit"),
                            ("council", "Municipal council"),
                            ("resident", "Resident"),
                            ("service_user", "Service user"),
                            ("relative", "Relative"),
                            ("volunteer", "Volunteer"),
                            ("association", "Association"),
                            ("business", "Business"),
                            ("social_entrepreneur", "Social entrepreneur"),
                            ("academia", "Academia"),
                            ("faith_community", "Faith community"),
                        ],
                        default="resident",
                        max_length=20,
                        verbose_name="who sits there, mostly?",
                    ),
                ),
                (
                    "seated",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="how many sat there?"
                    ),
                ),
                (
                    "seated_new",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="how many of them for the first time?"
                    ),
                ),
                (
                    "from_public",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        verbose_name="how many of them from the municipality or the council?",
                    ),
                ),
                (
                    "listened",
                    models.BooleanField(default=False, verbose_name="those only listened"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tables",
                        to="meetings.event",
                    ),
                ),
                (
                    "giver",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="table",
                        to="ledger.giver",
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="tables_hosted",
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
                "ordering": ["event", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "number"), name="table_numbered_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("seated_new", None),
                            ("seated_new__lte", models.F("seated")),
                            _connector="OR",
                        ),
                        name="table_new_ones_sat_there",
                        violation_error_message="Those who are new are among those who sat there.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_public", None),
                            ("from_public__lte", models.F("seated")),
                            _connector="OR",
                        ),
                        name="table_public_ones_sat_there",
                        violation_error_message="Those from there are among those who sat there.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("idea", "Idea"),
                            ("problem_statement", "Problem"),
                            ("story", "Story"),
                            ("evidence", "Knowledge"),
                            ("draft", "Draft"),
                        ],
                        max_length=17,
                        verbose_name="what is it?",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="in one line")),
                ("text", models.TextField(blank=True, verbose_name="more about it")),
                ("language", models.CharField(max_length=5, verbose_name="written in")),
                ("reach", models.CharField(blank=True, max_length=200)),
                ("is_from_paper", models.BooleanField(default=False)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "is_first",
                    models.BooleanField(default=False, help_text="the contribution was made of it"),
                ),
                ("set_aside_because", models.CharField(blank=True, max_length=200)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "contribution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="ledger.contribution",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="initiatives.initiative",
                    ),
                ),
                (
                    "kiosk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="meetings.kiosk",
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
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "table",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="meetings.table",
                    ),
                ),
            ],
            options={
                "ordering": ["written_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kiosk__isnull", False), ("table", None)),
                            models.Q(("kiosk", None), ("table__isnull", False)),
                            _connector="OR",
                        ),
                        name="note_is_of_a_table_or_a_kiosk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("contribution", None),
                                ("set_aside_because", ""),
                                ("settled_at", None),
                            ),
                            models.Q(
                                ("contribution__isnull", False),
                                ("set_aside_because", ""),
                                ("settled_at__isnull", False),
                            ),
                            models.Q(
                                ("contribution", None),
                                ("settled_at__isnull", False),
                                models.Q(("set_aside_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="note_is_settled_one_way",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_first", True)),
                        fields=("contribution",),
                        name="contribution_of_one_first_note",
                    ),
                ],
            },
        ),
    ]
    operations = [Together(*tables)]
