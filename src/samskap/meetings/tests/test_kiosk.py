from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.ideas.models import Idea
from samskap.ledger.models import Giver
from samskap.meetings.actions.kiosks import close_kiosk, hash_of, open_kiosk
from samskap.meetings.errors.tables import EndsTooLate, NotYoursToOpen
from samskap.meetings.models import Event, Kiosk, Note
from samskap.testing.factories.ideas import question
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meeting_tables import kiosk
from samskap.testing.factories.meetings import event
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality, title="The square")


@pytest.fixture
def facilitator(municipality):
    return RoleFactory(municipality=municipality, role="facilitator").person


def test_from_the_code_to_an_idea_that_reaches_its_giver(client, initiative, facilitator):
    client.force_login(facilitator)
    day = timezone.localdate() + timedelta(days=30)
    told = {"place": "ByLab", "initiative": initiative.pk, "ends_on": day.isoformat()}
    page = client.post(reverse("meetings:kiosks"), told)
    code = page.context["code"]
    assert code in page.text
    assert page.headers["Cache-Control"] == "private, no-store"
    client.logout()

    answer = client.post(reverse("meetings:kiosk_door"), {"code": code.lower().replace("-", " ")})
    tablet = answer.url
    left = client.post(
        tablet, {"kind": "story", "title": "I sat here as a child", "reach": "12 34 56 78"}
    )

    assert left.url == f"{tablet}?left=yes"
    shown = client.get(left.url)
    assert "A facilitator reads it" in shown.text
    assert "I sat here as a child" not in shown.text  # typed words are gone, and nobody reads them
    assert "no-store" in shown.headers["Cache-Control"]
    assert "_auth_user_id" not in client.session
    waiting = Note.objects.get()
    client.force_login(facilitator)
    settle = reverse("meetings:settle_note", args=[waiting.pk])
    page = client.get(settle).text
    assert "It becomes a contribution" in page
    assert "table" not in page.split("<main", 1)[1].split("</main>", 1)[0].lower()
    client.post(settle, {"become": "contribution"})
    given = Idea.objects.get().contribution
    assert (given.kind, given.giver.person, given.giver.reach) == ("story", None, "12 34 56 78")
    assert given.entered_on_behalf
    waiting.refresh_from_db()
    assert waiting.reach == ""
    client.logout()
    assert "I sat here as a child" in client.get(tablet).text


def test_a_tablet_shows_what_is_on_today_and_what_is_asked_and_no_way_out(client, initiative):
    now = timezone.now()
    today = event(initiative=initiative, title="Soup and talk")
    Event.objects.filter(pk=today.pk).update(
        starts_at=now - timedelta(minutes=1), ends_at=now + timedelta(minutes=1)
    )
    event(
        initiative=initiative,
        title="Later",
        starts_at=now + timedelta(days=3),
        ends_at=now + timedelta(days=4),
    )
    question(initiative=initiative, text="Where should benches stand?")

    page = client.get(kiosk(initiative=initiative).get_absolute_url()).text

    assert "Soup and talk" in page
    assert "Later" not in page
    assert "Where should benches stand?" in page
    assert "/people/sign-in/" not in page


def test_a_kiosk_ends_is_closed_and_is_opened_by_no_other_code(client, initiative, facilitator):
    mine = kiosk(initiative=initiative)
    door = reverse("meetings:kiosk_door")
    assert client.post(door, {"code": "WRONG-CODES"}).status_code == 409
    assert mine.code_hash == hash_of("fjord2026", initiative.municipality)

    Kiosk.objects.filter(pk=mine.pk).update(ends_on=timezone.localdate() - timedelta(days=1))
    assert client.get(mine.get_absolute_url()).status_code == 409
    Kiosk.objects.filter(pk=mine.pk).update(ends_on=timezone.localdate())
    assert client.get(mine.get_absolute_url()).status_code == 200
    close_kiosk(kiosk=mine, by=facilitator)
    assert client.post(mine.get_absolute_url(), {"kind": "idea", "title": "x"}).status_code == 409
    assert not Note.objects.exists()


def test_facilitators_open_kiosks_for_a_year_at_most(initiative, facilitator):
    today = timezone.localdate()
    with pytest.raises(NotYoursToOpen):
        open_kiosk(initiative=initiative, by=PersonFactory(), place="ByLab", ends_on=today)
    for wrong in (today - timedelta(days=1), today + timedelta(days=367)):
        with pytest.raises(EndsTooLate):
            open_kiosk(initiative=initiative, by=facilitator, place="ByLab", ends_on=wrong)


def test_a_sheet_leads_to_the_same_page(client, initiative, facilitator):
    client.force_login(facilitator)
    page = client.get(reverse("meetings:print_kiosk", args=[kiosk(initiative=initiative).pk])).text
    assert "data:image/svg+xml;base64," in page
    assert not Giver.objects.exists()
