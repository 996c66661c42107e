"""What tables, notes, kiosks and nights hold about one person, and how long it is kept."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, GIVEN, OF_ANOTHER, ON_PAPER, Held, Keeping
from samskap.meetings.models import NightHost, Note, Stay

held = (
    Held(
        model="meetings.Running",
        title=_("Events of which you told how they were run"),
        by=("told_by",),
        shows=("municipality", "event", "told_at"),
    ),
    Held(
        model="meetings.Table",
        title=_("Tables that you hosted"),
        by=("host",),
        shows=("municipality", "event", "number", "name"),
    ),
    Held(
        model="meetings.Note",
        title=_("Notes that you wrote at a table"),
        by=("written_by",),
        shows=("municipality", "kind", "title", "text", "written_at", "settled_at"),
        leaves_out={"reach": ON_PAPER},
        stays={"title": GIVEN, "text": GIVEN},
    ),
    Held(
        model="meetings.Note",
        title=_("Notes that you went through"),
        by=("settled_by",),
        shows=("municipality", "kind", "settled_at"),
    ),
    Held(
        model="meetings.Kiosk",
        title=_("Kiosks that you opened"),
        by=("opened_by",),
        shows=("municipality", "place", "opened_at", "ends_on", "closed_at"),
        leaves_out={"code_hash": A_KEY},
    ),
    Held(
        model="meetings.Night",
        title=_("Nights that you confirmed"),
        by=("confirmed_by",),
        shows=("municipality", "event", "confirmed_at"),
    ),
    Held(
        model="meetings.Stay",
        title=_("Nights that you stay"),
        by=("person",),
        shows=(
            *("municipality", "night", "age", "is_given", "came_by", "answered_at"),
            *("withdrawn_at", "contact_name", "contact_phone", "must_know", "at"),
        ),
        reads=("night__event",),
        leaves_out={"key": A_KEY, "guardian_email": OF_ANOTHER, "name": ON_PAPER},
    ),
    Held(
        model="meetings.Stay",
        title=_("Nights for which you answered as a guardian"),
        by=("guardian",),
        shows=("municipality", "night", "is_given", "came_by", "answered_at", "withdrawn_at"),
        reads=("night__event",),
    ),
    Held(
        model="meetings.Stay",
        title=_("Guardians’ answers on paper that you wrote down"),
        by=("seen_by",),
        shows=("municipality", "night", "answered_at"),
        reads=("night__event",),
    ),
    Held(
        model="meetings.NightHost",
        title=_("Nights over which you watch"),
        by=("person",),
        shows=("municipality", "night", "is_awake", "rule", "purpose", "seen_at"),
        reads=("night__event",),
    ),
    Held(
        model="meetings.NightHost",
        title=_("Certificates of others that you have seen"),
        by=("seen_by",),
        shows=("municipality", "night", "rule", "purpose", "seen_at"),
        reads=("night__event",),
    ),
)


def awaited(keys: Collection[int]) -> set[int]:
    """Of some people those who watch over a night that is not over."""
    watching = NightHost.objects.filter(person__in=keys, night__event__ends_at__gt=timezone.now())
    return set(watching.order_by().values_list("person", flat=True))


def contacts_of_the_past(before: datetime) -> QuerySet[Stay]:
    """Whom to call, and what to know, of nights that were over before a moment."""
    said = ~Q(contact_name="", contact_phone="", must_know="", guardian_email="", name="")
    return Stay.objects.filter(said, night__event__ends_at__lt=before)


def stays_of_the_past(before: datetime) -> QuerySet[Stay]:
    """Who stayed nights that were over before a moment."""
    return Stay.objects.filter(night__event__ends_at__lt=before)


def hosts_of_the_past(before: datetime) -> QuerySet[NightHost]:
    """Who watched over nights that were over before a moment, and whose papers were seen."""
    return NightHost.objects.filter(night__event__ends_at__lt=before)


def notes_set_aside(before: datetime) -> QuerySet[Note]:
    """Notes that were set aside before a moment."""
    return Note.objects.filter(settled_at__lt=before).exclude(set_aside_because="")


keeps = (
    Keeping(
        key="meetings.contacts",
        title=_("Whom to call at night, and what those on watch must know"),
        why=_("The night is over. It may tell about somebody’s health."),
        days=2,
        least=1,
        most=14,
        rows=contacts_of_the_past,
        blanks={
            "contact_name": "",
            "contact_phone": "",
            "must_know": "",
            "guardian_email": "",
            "name": "",
        },
    ),
    Keeping(
        key="meetings.stays",
        title=_("Who stayed a night, and that a guardian said yes"),
        why=_("To be able to show that there was a yes, and to see what the young went on with."),
        days=400,
        least=30,
        most=1095,
        rows=stays_of_the_past,
    ),
    Keeping(
        key="meetings.hosts",
        title=_("Who watched over a night, and that their certificate was seen"),
        why=_("To be able to show that whoever was on watch had what it needs."),
        days=365,
        least=30,
        most=1825,
        rows=hosts_of_the_past,
    ),
    Keeping(
        key="meetings.notes",
        title=_("Notes that were set aside"),
        why=_("So that those who sat at the table can ask why."),
        days=365,
        least=30,
        most=1095,
        rows=notes_set_aside,
    ),
)
