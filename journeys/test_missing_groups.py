"""Sixty came to the public meeting, four of them young; so families get a workshop of their own.

SC-11, steps 1 and 4 (S2:58–63): paper cards that name nobody, then a workshop on a Saturday with
somebody to mind the children and an interpreter, to which eighteen come, and minutes that those who
came approve. Told through the pages, without a browser: nothing here depends on one.
"""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from samskap.config.demo import clock
from samskap.initiatives.models import Decision
from samskap.meetings.carding import shown
from samskap.meetings.models import Coming, Event
from samskap.meetings.queries.attendance import attendance_of
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory

CAME = 18
SVELVIK = {"age_0-19": 4, "age_20-64": 30, "age_65-": 26}


@pytest.fixture
def now():
    """Noon today; `clock.stand_at` lets time pass."""
    with clock.borrowed():
        yield timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    clock.stand_at(clock.NOW)


def by(person):
    """The browser in which somebody is signed in, at this moment."""
    client = Client()
    client.force_login(person)
    return client


def read(answer):
    """What somebody reads on a page."""
    inside = answer.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(strip_tags(f"<main{inside}".replace("</dt>", " ")).split())


def sends(person, name, key, /, **said):
    """Send a form, and see that it was taken."""
    answer = by(person).post(reverse(f"meetings:{name}", args=[key]), said)
    assert answer.status_code == 302, (name, read(answer))


def announced(person, initiative, day, **said):
    """Announce an event from ten to twelve, and give it."""
    plain = {"kind": "workshop", "opens": "10:00", "closes": "12:00", "language": "en"}
    plain["day"] = day.date().isoformat()
    sends(person, "announce", initiative.slug, **plain | said)
    return Event.objects.get(title=said["title"])


def test_those_who_were_missing_get_a_workshop_of_their_own(here, now):
    clock.stand_at(now)
    leads = PersonFactory(given_name="Siv")
    initiative = InitiativeFactory(municipality=here, raised_by=leads, title="A square for all")
    meeting = announced(leads, initiative, now + timedelta(days=3), title="All are welcome",
                        kind="meeting", place="The town hall")  # fmt: skip

    # 1. Sixty people hand in a card; the page shows what names nobody.
    clock.stand_at(now + timedelta(days=3, hours=1))
    sends(leads, "cards", meeting.pk, cards="60", **SVELVIK)
    page = read(Client().get(meeting.get_absolute_url()))
    assert "60 people handed in a card." in page
    assert "Under 20 hidden" in page
    assert "65 or older hidden" in page  # else the four could be worked out
    meeting.refresh_from_db()
    assert meeting.card_sheet.counts["age"] == {"0-19": 4, "20-64": 30, "65-": 26}
    assert shown(meeting.card_sheet)["age"].count_of["20-64"] == 30

    # 4. Families are asked on a day of their own, with what they need.
    workshop = announced(
        leads, initiative, now + timedelta(days=10), title="A square for children",
        place="The school", capacity=str(CAME), for_whom="Families with children",
        offers=["childcare", "interpreter"],
    )  # fmt: skip
    families = [PersonFactory() for _ in range(CAME + 1)]
    for person in families[:CAME]:
        sends(person, "come", workshop.pk)
    sends(families[0], "needs", workshop.pk, needs=["childcare", "interpreter"], speaks="Somali",
          children="3")  # fmt: skip
    sends(families[CAME], "wait", workshop.pk)
    needed = read(by(leads).get(reverse("meetings:support", args=[workshop.pk])))
    assert "Language: Somali" in needed
    assert "3 children come along." in needed
    sends(families[1], "stay_away", workshop.pk)
    there = set(Coming.objects.filter(event=workshop).values_list("person", flat=True))
    assert there == {person.pk for person in families} - {families[1].pk}

    # Those who came approve what was said, and it becomes a decision that says where it was made.
    clock.stand_at(now + timedelta(days=10, hours=3))
    sends(leads, "attendance", workshop.pk, came=sorted(there))
    assert attendance_of(initiative, families) == [(workshop, CAME, CAME)]
    sends(leads, "write_minutes", workshop.pk, text="The children want water and shade.")
    in_a_week = (timezone.localdate() + timedelta(days=7)).isoformat()
    sends(leads, "send_minutes", workshop.pk, answer_by=in_a_week)
    sends(
        leads,
        "write_decision",
        workshop.pk,
        title="Water and shade",
        text="The square gets a fountain and trees.",
        reasons="The children asked for it.",
    )
    for person in families:
        if person != families[1]:
            sends(person, "minutes", workshop.pk, answer="yes")
    minutes = read(Client().get(reverse("meetings:minutes", args=[workshop.pk])))
    assert "The children want water and shade." in minutes
    assert "Those who came have approved them." in minutes
    decision = read(Client().get(Decision.objects.get().get_absolute_url()))
    assert "A square for children" in decision
