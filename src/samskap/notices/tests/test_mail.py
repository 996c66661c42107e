"""The mail as a real mail server gets it."""

import re

import pytest
from django.test import Client

from samskap.base.queue.worker import work_off
from samskap.notices.actions import tell
from samskap.notices.models import Limits
from samskap.testing.factories.people import PersonFactory


@pytest.mark.django_db
def test_a_notice_arrives_whole_and_its_button_ends_all_mail(postbox, municipality):
    ada = PersonFactory(language="en")
    tell(
        person=ada,
        municipality=municipality,
        kind="ideas.answered",
        label="Svar på idéen din: blåbær og æbler",
        text="Takk! Vi gjør det.",
        path="/ideas/7/",
    )
    work_off()

    [letter] = postbox.letters
    assert letter["To"] == ada.email
    subject = f"{municipality.short_name}: Svar på idéen din: blåbær og æbler"
    assert letter["Subject"].strip() == subject
    text = letter.get_content()
    assert "Takk! Vi gjør det." in text
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = re.fullmatch(r"<http://testserver(/\S+)>", letter["List-Unsubscribe"].strip())[1]
    assert f"http://testserver{link}" in text

    # RFC 8058: the mail program posts this, without cookies and without our form.
    machine = Client(enforce_csrf_checks=True)
    answer = machine.post(link, {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert Limits.objects.get(person=ada).mail == "never"


@pytest.mark.django_db
def test_a_person_reads_the_link_before_pressing(postbox, municipality, client):
    ada = PersonFactory()
    tell(person=ada, municipality=municipality, kind="x.y", label="Hello", path="/")
    work_off()
    link = re.search(r"http://testserver(/notices/no-more/\S+)", postbox.letters[0].get_content())[
        1
    ]

    page = client.get(link)

    assert page.status_code == 200
    assert "Stop all e-mail to me" in page.content.decode()
    assert Limits.objects.get(person=ada).mail == "at_once"
    client.post(link, {"instead": "weekly"})
    assert Limits.objects.get(person=ada).mail == "weekly"
    assert client.post(link).status_code == 200
    assert Limits.objects.get(person=ada).mail == "never"
    assert client.get(link[:-3] + "/").status_code == 404
