"""The twelve weeks of the library: turns, a swap, a letter, a calendar, and who was there."""

import re
import urllib.request
from datetime import timedelta

import icalendar
from django.test import Client

from journeys import library
from journeys.library import at
from samskap.base.queue.worker import work_off
from samskap.notices.models import Limits
from samskap.notices.tests.postbox import Postbox
from samskap.rotas.tasks import tell_of_turns
from samskap.testing.calendars import read_calendar


def enters(visit, neighbour, **how):
    """Let somebody of the story come by with a browser."""
    return visit(neighbour.person.email, **how).is_signed_in_as(neighbour.person)


def path_of(visitor):
    """Where somebody is, without the host."""
    return "/" + visitor.page.url.split("/", 3)[3]


def twelve_weeks_of_shifts(place, rota):
    """Series by rules, keys that somebody has seen, and one press for each turn."""
    library.add_series(place, rota)
    shifts = library.all_shifts(place)
    assert len(shifts) == 12 * 11
    library.see_keys_and_training(place, rota)
    assert "seen on 25 August by Ada" in place.friends.reads(f"{rota}set-up/")
    library.take_all(place, shifts)
    return shifts


def twelve_weeks_pass(place, visit, shifts, initiative, live_server, settings):
    """Somebody swaps, some are reminded; and each says who was there, twice in those weeks."""
    at("2026-08-31 09:00")
    place.facilitator.sends(f"{initiative}steps/", to="driving")
    somebody_swaps_on_a_phone(place, visit)
    at("2026-10-11 21:00")
    library.everybody_confirms(place, shifts)
    library.staff_stepped_in(place, shifts)
    a_reminder_arrives(place, settings)
    calendars_are_read(enters(visit, place.library), live_server)
    at("2026-11-22 21:00")
    library.everybody_confirms(place, shifts)


def somebody_swaps_on_a_phone(place, visit):
    """A neighbour asks whether anybody can take her turn; another can."""
    at("2026-09-01 19:00")
    asks = enters(visit, place.residents[0], width=360).opens("/rotas/mine/")
    asks.page.locator("main a[href^='/rotas/shift/']").first.click()
    asks.follows("Ask others to take it").chooses("Anybody who can").presses("Ask")
    asks.reads("Others are asked to take it. It is yours until somebody says yes.")
    can = enters(visit, place.residents[9], width=360).opens(path_of(asks))
    can.page.get_by_role("button", name=re.compile("^I can")).click()
    can.reads("You are on this shift")
    asks.opens(path_of(asks)).does_not_read("You are on this shift")


def a_reminder_arrives(place, settings):
    """On the evening before, a letter in the reader's language, whose links and header work."""
    at("2026-10-16 12:30")
    work_off()  # what was on its way before
    box = Postbox()
    box.come_up()
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = smtp, "127.0.0.1", box.port
    tell_of_turns.enqueue()
    work_off()

    languages = set()
    for volunteer in place.volunteers:
        language = volunteer.person.language_in(place.municipality)
        for letter in box.letters:
            subject = letter["Subject"]
            if letter["To"] == volunteer.person.email and library.is_reminder(subject):
                assert library.REMINDS[language] in subject
                link = re.search(r"http://testserver(/rotas/shift/\d+/)", letter.get_content())[1]
                assert "The library at Strand" in volunteer.reads(link)
                languages.add(language)
                reminded = volunteer
    assert languages == {"nn", "en"}

    [letter] = [each for each in box.letters if each["To"] == reminded.person.email]
    header = letter["List-Unsubscribe"].strip("<> ")
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    machine = Client(enforce_csrf_checks=True)
    answer = machine.post(
        header.removeprefix("http://testserver"), {"List-Unsubscribe": "One-Click"}
    )
    assert answer.status_code == 200
    assert Limits.objects.get(person=reminded.person).mail == "never"
    box.go_down()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def calendars_are_read(siri, live_server):
    """The private address is fetched over HTTP, and two parsers read every shift of the series."""
    siri.opens("/rotas/calendars/").presses("Make an address for my shifts")
    address = siri.page.locator("#feed-address").input_value()
    path = "/" + address.split("/", 3)[3]
    with urllib.request.urlopen(live_server.url + path) as answer:  # noqa: S310
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        text = answer.read().decode()

    calendar = read_calendar(text)
    events = sorted(calendar.vevent_list, key=lambda event: event.dtstart.value)
    assert len(events) == 12 * 5
    assert {event.summary.value for event in events} == {"Librarian · The library at Strand"}
    tuesdays = {
        event.dtstart.value.date().isoformat(): event.dtstart.value
        for event in events
        if event.dtstart.value.weekday() == 1
    }
    # The clock on the wall stays at noon; its distance to UTC moves on 25 October.
    summer, winter = tuesdays["2026-10-20"], tuesdays["2026-10-27"]
    assert (summer.hour, winter.hour) == (12, 12)
    assert (summer.utcoffset(), winter.utcoffset()) == (timedelta(hours=2), timedelta(hours=1))
    read_too = icalendar.Calendar.from_ical(text)
    assert len(read_too.walk("VEVENT")) == len(events)
