"""A guardian’s leave: asked for, given or refused by letter, taken back by either."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from samskap.base.queue.worker import work_off
from samskap.people.actions import (
    answer_leave,
    ask_guardian,
    delete_account,
    withdraw_consent,
    withdraw_leave,
)
from samskap.people.errors import (
    AskedTooOften,
    ConsentIsGiven,
    GuardianIsAsked,
    LeaveIsClosed,
    NotYourOwnAddress,
    OldEnough,
    UnknownPurpose,
)
from samskap.people.models import Consent, Leave
from samskap.people.queries import has_consent
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import LeaveFactory, PersonFactory

pytestmark = pytest.mark.django_db

STORIES = Consent.Purpose.STORIES


def aged(years, **facts):
    """Somebody who has just become so old."""
    today = timezone.localdate()
    return PersonFactory(born_on=today - timedelta(days=years * 365.25 + 3), **facts)


def asked(child, municipality, **more):
    """The child’s question to a guardian."""
    facts = {"purpose": STORIES, "email": "guardian@example.org", **more}
    return ask_guardian(by=child, municipality=municipality, **facts)


def test_the_guardian_gets_a_letter_with_a_link_and_says_yes_for_a_year(municipality, client):
    child = aged(12, given_name="Ask")
    leave = asked(child, municipality)
    work_off()
    (letter,) = mail.outbox
    link = re.search(r"http://[^/]+(/people/guardian/\S+)", letter.body)[1]

    read = client.get(link)
    client.post(link, {"answer": "yes"})

    leave.refresh_from_db()
    assert (letter.to, letter.subject) == (["guardian@example.org"], "Ask asks for your leave")
    assert "Retell my story" in read.text
    assert read["Referrer-Policy"] == "same-origin"  # with “no-referrer” the form is refused
    assert has_consent(child, municipality, STORIES)
    assert leave.consent.ends_on == timezone.localdate() + timedelta(days=365)
    assert (leave.is_given, leave.guardian_email) == (True, "")


def test_a_no_gives_nothing_and_closes_the_question(municipality, client):
    leave = LeaveFactory(municipality=municipality)
    address = reverse("people:guardian", args=[leave.key])

    client.post(address, {"answer": "no"})

    assert "You said no." in client.get(address).text
    assert not has_consent(leave.child, municipality, STORIES)
    with pytest.raises(LeaveIsClosed):
        answer_leave(leave=leave, is_given=True)


@pytest.mark.parametrize(("country", "years"), [("NO", 13), ("DK", 15)])
def test_the_law_of_the_country_says_who_needs_leave(country, years):
    municipality = MunicipalityFactory(country=country)

    with pytest.raises(OldEnough):
        asked(aged(years), municipality)
    assert asked(aged(years - 1), municipality).is_waiting


def test_asking_refuses_in_order(municipality):
    child = aged(10)

    with pytest.raises(UnknownPurpose):
        asked(child, municipality, purpose="money")
    with pytest.raises(NotYourOwnAddress):
        asked(child, municipality, email=child.email.upper())
    answer_leave(leave=asked(child, municipality), is_given=True)
    with pytest.raises(ConsentIsGiven):
        asked(child, municipality)
    asked(child, municipality, purpose=Consent.Purpose.NEWS)
    with pytest.raises(GuardianIsAsked):
        asked(child, municipality, purpose=Consent.Purpose.NEWS)
    asked(child, municipality, purpose=Consent.Purpose.HELP)
    Leave.objects.filter(purpose=Consent.Purpose.HELP).update(is_given=False)
    with pytest.raises(AskedTooOften):
        asked(child, municipality, purpose=Consent.Purpose.HELP)


def test_a_question_that_waits_too_long_is_closed_and_can_be_asked_anew(municipality, client):
    leave = LeaveFactory(
        municipality=municipality, asked_at=timezone.now() - timedelta(days=14, minutes=1)
    )

    page = client.get(reverse("people:guardian", args=[leave.key])).text
    with pytest.raises(LeaveIsClosed):
        answer_leave(leave=leave, is_given=True)

    assert "This question is closed." in page
    assert asked(leave.child, municipality).is_waiting
    leave.refresh_from_db()
    assert leave.guardian_email == ""


def test_the_guardian_takes_leave_back_with_the_same_link(municipality, client):
    leave = answer_leave(leave=LeaveFactory(municipality=municipality), is_given=True)
    address = reverse("people:guardian", args=[leave.key])

    client.post(address, {"answer": "back"})

    assert not has_consent(leave.child, municipality, STORIES)
    with pytest.raises(LeaveIsClosed):
        withdraw_leave(leave=leave)


def test_the_child_takes_it_back_too_and_can_ask_again(municipality):
    leave = answer_leave(leave=LeaveFactory(municipality=municipality), is_given=True)

    withdraw_consent(consent=leave.consent, by=leave.child)

    leave.refresh_from_db()
    assert not leave.holds
    assert asked(leave.child, municipality).is_waiting


def test_the_child_asks_on_a_page(municipality, client):
    child = aged(12)
    client.force_login(child)
    address = reverse("people:ask_guardian")

    assert address in client.get(reverse("people:consents")).text
    said = {"purpose": "news", "email": "guardian@example.org"}
    client.post(address, said)
    client.force_login(aged(40))
    refused = client.post(address, said)

    assert Leave.objects.get().child == child
    assert refused.status_code == 409


def test_nothing_of_it_is_kept_when_the_account_is_deleted(municipality):
    leave = answer_leave(leave=LeaveFactory(municipality=municipality), is_given=True)

    delete_account(by=leave.child, is_sure=True)

    assert not Leave.objects.exists()
    assert not Consent.objects.exists()


def test_nobody_floods_a_mailbox_with_the_questions_of_many_children(
    client, municipality, rates_are_kept
):
    said = {"purpose": STORIES, "email": "guardian@example.org"}

    def ask_as_another_child():
        client.force_login(aged(12))
        return client.post("/people/me/consents/guardian/", said).status_code

    assert [ask_as_another_child() for _child in range(4)] == [302, 302, 302, 429]
