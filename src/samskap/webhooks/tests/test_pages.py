"""Administrators look after webhooks; nobody else does."""

import socket

import html5lib
import pytest
from django.db import connection
from django.urls import reverse

from samskap.base.queue.engine import engine
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import RoleFactory
from samskap.testing.factories.webhooks import DeliveryFactory, HookFactory
from samskap.webhooks import actions, signing
from samskap.webhooks.errors import HookIsOff, NotYourHooks, TooManyHooks
from samskap.webhooks.events import EVENTS
from samskap.webhooks.models import Delivery, Hook

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, administrator):
    """The browser of an administrator."""
    client.force_login(administrator)
    return client


def test_an_administrator_registers_an_address_tries_it_and_sees_the_answer(signed_in, listening):
    page = signed_in.post(
        reverse("webhooks:settings"),
        {"url": listening.url, "hears": ["ideas.idea_given", "initiatives.raised"]},
        follow=True,
    )
    hook = Hook.objects.get()
    listening.secret = signing.secret_of(hook)
    signed_in.post(reverse("webhooks:try_out", args=[hook.public_id]))
    engine().work_off()

    assert listening.secret in page.text
    assert hook.events == ["initiatives.raised", "ideas.idea_given"]
    assert listening.taken[0]["type"] == "samskap.trial"
    shown = signed_in.get(hook.get_absolute_url()).text
    assert "A trial" in shown
    assert "taken" in shown


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://receiver.example/", "must begin with https://"),
        ("https://localhost/", "does not lead to a public server"),
        ("https://169.254.169.254/latest/meta-data/", "does not lead to a public server"),
    ],
)
def test_an_address_that_is_not_safe_is_told_why_and_stays_in_the_form(signed_in, url, says):
    page = signed_in.post(reverse("webhooks:settings"), {"url": url, "hears": ["ideas.idea_given"]})

    assert says in page.text
    assert f'value="{url}"' in page.text
    assert not Hook.objects.exists()


def test_what_it_may_hear_of_stands_under_the_part_it_comes_from(signed_in):
    page = html5lib.parse(
        signed_in.get(reverse("webhooks:settings")).text, namespaceHTMLElements=False
    )

    groups = {
        group.findtext("legend"): [box.get("value") for box in group.iter("input")]
        for group in page.iterfind(".//fieldset//fieldset")
    }
    assert groups["Ideas"] == ["ideas.idea_given", "ideas.idea_answered", "ideas.question_asked"]
    assert groups["Events"] == [name for name in EVENTS if name.startswith("meetings.")]
    assert [name for names in groups.values() for name in names] == list(EVENTS)


def test_a_name_is_looked_up_while_the_database_is_free(
    municipality, administrator, here, monkeypatch
):
    depths = []
    outside = len(connection.savepoint_ids)
    real = socket.getaddrinfo

    def asked(*where, **how):
        depths.append(len(connection.savepoint_ids))
        return real(*where, **how)

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    actions.register(
        municipality=municipality,
        url="http://127.0.0.1:9/",
        hears=["ideas.idea_given"],
        by=administrator,
    )

    assert depths == [outside]


def test_secret_renewed_switched_off_and_taken_away(signed_in, hook):
    before = signing.secret_of(hook)
    for name in ("renew", "switch"):
        signed_in.post(reverse(f"webhooks:{name}", args=[hook.public_id]))
    changed = Hook.objects.get()
    page = signed_in.get(hook.get_absolute_url()).text
    signed_in.post(reverse("webhooks:take_away", args=[hook.public_id]))

    assert signing.secret_of(changed) != before
    assert changed.off == "by_hand"
    assert "switched off by an administrator" in page
    assert not Hook.objects.exists()


def test_nobody_else_and_no_other_municipality_gets_in(client, municipality, administrator, hook):
    sent = DeliveryFactory(hook=hook)
    employee = RoleFactory(municipality=municipality, role="employee").person
    for act in (
        lambda: actions.renew_secret(hook=hook, by=employee),
        lambda: actions.switch(hook=hook, is_on=False, by=employee),
        lambda: actions.take_away(hook=hook, by=employee),
        lambda: actions.try_out(hook=hook, by=employee),
        lambda: actions.send_again(delivery=sent, by=employee),
        lambda: actions.register(
            municipality=municipality, url=hook.url, hears=hook.events, by=employee
        ),
    ):
        with pytest.raises(NotYourHooks):
            act()

    far = HookFactory(municipality=MunicipalityFactory())
    client.force_login(administrator)
    assert client.get(far.get_absolute_url()).status_code == 404


def test_what_is_off_sends_nothing_and_there_is_an_end_to_how_many(hook, administrator):
    HookFactory.create_batch(actions.MOST_HOOKS - 1, municipality=hook.municipality)
    with pytest.raises(TooManyHooks):
        actions.register(
            municipality=hook.municipality, url=hook.url, hears=hook.events, by=administrator
        )
    off = actions.switch(hook=hook, is_on=False, by=administrator)
    with pytest.raises(HookIsOff):
        actions.try_out(hook=off, by=administrator)


@pytest.mark.parametrize("rows", [1, 3, 30])
def test_the_page_asks_as_often_for_many_messages(
    signed_in, hook, rows, django_assert_max_num_queries
):
    DeliveryFactory.create_batch(rows, hook=hook)

    with django_assert_max_num_queries(12):
        page = signed_in.get(hook.get_absolute_url())

    assert page.text.count("again</button>") == min(rows, 20)
    assert Delivery.objects.count() == rows
