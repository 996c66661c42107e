"""The page of a rota is kept for all readers, and shows each of them their own."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samskap.rotas.actions.rotas import name_coordinator
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import (
    HelperFactory,
    RunningInitiativeFactory,
    TurnFactory,
    a_need,
    rota,
    tomorrow_at,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(municipality):
    return rota(RunningInitiativeFactory(municipality=municipality, raised_by=PersonFactory()))


@pytest.fixture
def readers():
    """A browser of their own for each who reads."""

    def reader(person=None):
        browser = Client()
        if person:
            browser.force_login(person)
        return browser

    return reader


def page_of(browser, here):
    return browser.get(here.get_absolute_url()).text


def test_a_page_that_is_kept_asks_little_however_many_shifts_there_are(
    client, here, django_assert_max_num_queries
):
    for shifts in (1, 3, 40):
        while here.shifts.count() < shifts:
            need = a_need(rota=here, people=2, starts_at=tomorrow_at(9, days=here.shifts.count()))
            TurnFactory(need=need)
        ada = PersonFactory()
        client.force_login(ada)
        with django_assert_max_num_queries(15):
            page_of(client, here)
        with django_assert_max_num_queries(7):
            page_of(client, here)


def test_what_is_kept_for_one_reader_is_not_shown_to_another(client, readers, here):
    need = a_need(rota=here, people=2)
    ada = HelperFactory(rota=here, person__given_name="Adalheidr").person
    TurnFactory(need=need, person=ada)
    client.force_login(ada)

    page = page_of(client, here)
    assert re.search(r'class="soft">\s*Adalheidr', page)
    assert "You are on it" in page

    for reader in (readers(), readers(PersonFactory())):
        page = page_of(reader, here)
        assert "Adalheidr" not in page
        assert "You are on it" not in page
        assert "Take it" in page


def test_a_turn_that_is_taken_and_a_line_that_grows_show_at_once(client, readers, here):
    need = a_need(rota=here)
    other = readers(PersonFactory())
    client.force_login(PersonFactory())
    assert "1 of 1 place is free" in page_of(client, here)
    assert "1 of 1 place is free" in page_of(other, here)

    client.post(reverse("rotas:take", args=[need.pk]))
    assert "You are on it" in page_of(client, here)
    assert "Stand in line" in page_of(other, here)

    other.post(reverse("rotas:stand_in_line", args=[need.pk]))
    assert "Leave the line" in page_of(other, here)
    assert "1 waits" in page_of(client, here)


def test_a_shift_goes_from_the_page_when_it_is_over(client, here, monkeypatch):
    now, minute = timezone.now(), timedelta(minutes=1)
    for minutes in (2, 30):
        a_need(rota=here, starts_at=now, ends_at=now + minutes * minute)
    first, second = (f'id="shift-{shift.pk}"' for shift in here.shifts.order_by("ends_at"))
    assert first in page_of(client, here)

    monkeypatch.setattr(timezone, "now", lambda: now + 3 * minute)
    page = page_of(client, here)

    assert first not in page
    assert second in page


def test_whoever_becomes_coordinator_finds_the_planner_at_once(client, here):
    bo, planner = PersonFactory(), reverse("rotas:planner", args=[here.slug])
    client.force_login(bo)
    assert planner not in page_of(client, here)

    name_coordinator(rota=here, person=bo, by=here.initiative.raised_by)

    assert planner in page_of(client, here)


def test_later_pages_show_who_is_on_too(client, here):
    for days in range(1, 11):
        a_need(rota=here, starts_at=tomorrow_at(16, days=days))
    last = here.shifts.order_by("starts_at").last()
    ada = PersonFactory()
    TurnFactory(need=last.needs.get(), person=ada)
    client.force_login(ada)

    later = re.search(r'href="([^"]*\?after=[^"]*)"', page_of(client, here))
    page = client.get(unescape(later[1])).text

    assert f'id="shift-{last.pk}"' in page
    assert page.count("You are on it") == 1
