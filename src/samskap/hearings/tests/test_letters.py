from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from samskap.hearings.letters import Mail, NoMail, day_in, mail_in_file, mail_in_words
from samskap.hearings.models import HearingStatement
from samskap.testing.factories.hearings import opened, steward_of
from samskap.testing.factories.municipalities import MunicipalityFactory

OSLO = "Europe/Oslo"
FILE = (
    b"Received: from a.example by b.example\r\nFrom: =?utf-8?Q?=C3=85se_Vik?= <ase@vik.example>\r\n"
    b"To: post@vik.example\r\nCc: neighbour@vik.example\r\nSubject: Lamps\r\n"
    b"Date: Sun, 25 Oct 2026 00:30:00 +0000\r\n"
    b"Content-Type: multipart/mixed; boundary=q\r\n\r\n"
    b"--q\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n"
    b"<style>p {}</style><p>Mind the <b>\xf8</b>!</p><script>alert(1)</script><p>A &amp; B</p>\r\n"
    b"--q\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n"
    b"\r\n%PDF\r\n--q--\r\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "From: Ola Vik <ola@vik.example>\nDate: Fri, 20 Nov 2026 10:15:00 +0100\nSubject: Lamps",
        "Fra: Ola Vik <ola@vik.example>\nSendt: fredag 20. november 2026 10:15\nEmne: Lamps",
        "Frå: Ola Vik [mailto:ola@vik.example]\nDato: 20.11.2026 kl. 10.15\nTil: A\nEmne: Lamps",
        "Fra: Ola Vik <ola@vik.example>\nDato: 20. nov. 2026\nTil: A,\n B\nEmne: Lamps",
        "From: Ola Vik <ola@vik.example>\nSent: Friday, November 20, 2026 10:15 AM\nSubject: Lamps",
    ],
)
def test_an_e_mail_is_read_as_each_mail_program_copies_it(head):
    read = mail_in_words(f"\n{head}\n\nMore light, please.\n\nOla", OSLO)

    text = "Lamps\n\nMore light, please.\n\nOla"
    assert read == Mail("Ola Vik", "ola@vik.example", date(2026, 11, 20), text)


@pytest.mark.parametrize(
    "words", ["", "From: my window I see no lamp.", "Hello!\nFrom: Ola\nDate: today", "1: 2\n3: 4"]
)
def test_words_without_the_head_of_an_e_mail_stay_words(words):
    assert mail_in_words(words, OSLO) is None


def test_a_file_gives_what_is_asked_for_and_nothing_else():
    read = mail_in_file(FILE, OSLO)

    # Half past midnight in universal time, on the night when summer time ends.
    day, text = date(2026, 10, 25), "Lamps\n\nMind the ø!\n\nA & B"
    assert read == Mail("Åse Vik", "ase@vik.example", day, text, attachments=1)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"%PDF-1.7 a map",
        bytes(range(256)),
        b"From: a@b.example\n\n",
        b"From: a\nContent-Type: multipart/mixed; boundary=q\n" + b"\n--q\n\nb" * 3000,
        b"From: a\nSubject: b\n" + b"Content-Type: message/rfc822\n\n" * 3000,
    ],
)
def test_what_is_no_e_mail_is_refused(sent):
    with pytest.raises(NoMail):
        mail_in_file(sent, OSLO)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Fri, 20 Nov 2026 23:30:00 +0000", date(2026, 11, 21)),
        ("fre. 1. mai 2026", date(2026, 5, 1)),
        ("den 24 dec. 2026 kl. 10.15", date(2026, 12, 24)),
        ("2028-02-29 10:00", date(2028, 2, 29)),
        ("11/20/2026", None),  # nobody can be sure which is the month
        ("31.02.2026", None),
        ("31 Dec 9999 23:59:59 -2359", None),
        ("soon", None),
    ],
)
def test_the_day_is_the_one_where_it_is_read_and_none_where_it_is_not_sure(words, day):
    assert day_in(words, OSLO) == day


@pytest.fixture
def place(db):
    return MunicipalityFactory(host="testserver", default_language="en", country="NO")


def entering(client, place):
    """The page on which a case officer writes down what came in, and what its form starts with."""
    steward = steward_of(place)
    made = opened(municipality=place, by=steward)
    client.force_login(steward)
    way = f"{reverse('hearings:state', args=[made.slug])}?given=other"
    today = timezone.localdate().isoformat()
    plain = {"way": "paper", "received_on": today, "actor_kind": "resident", "language": "en"}
    return way, plain


def test_a_pasted_e_mail_comes_back_to_be_checked_and_is_then_saved(client, place):
    way, plain = entering(client, place)
    day = timezone.localdate()
    mail = (
        f"Fra: Ola Vik <ola@vik.example>\nSendt: {day:%d.%m.%Y}\nTil: post@vik.example;"
        " neighbour@vik.example\nEmne: Lamps\n\nMore light, please."
    )

    page = client.post(way, {**plain, "text": mail})

    assert not HearingStatement.objects.exists()
    assert "Check what was read, then write it down" in page.text
    assert "neighbour@vik.example" not in page.text
    form = page.context["form"]
    filled = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    assert (filled["name"], filled["reach"], filled["way"]) == (
        "Ola Vik",
        "ola@vik.example",
        "email",
    )
    client.post(way, filled)
    only = HearingStatement.objects.get()
    words = "Lamps\n\nMore light, please."
    assert (only.text, only.way, only.received_on) == (words, "email", day)
    assert only.contribution.giver.reach == "ola@vik.example"
    said_to_all = client.get(f"/api/v1/hearings/{only.hearing.slug}/statements").text
    assert words.split()[1] in said_to_all
    assert "ola@vik.example" not in said_to_all


def test_a_file_is_read_beside_what_was_typed_and_is_not_kept(client, place):
    way, plain = entering(client, place)
    file = SimpleUploadedFile("lamps.eml", FILE, "message/rfc822")

    page = client.post(way, {**plain, "text": "It came on Monday.", "mail": file})

    form = page.context["form"]
    assert form["text"].value() == "It came on Monday.\n\nLamps\n\nMind the ø!\n\nA & B"
    assert form["received_on"].value() == date(2026, 10, 25)
    assert "A file came with it, and is not taken along." in page.text
    assert not HearingStatement.objects.exists()


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (b"%PDF-1.7 a map", "This file is not an e-mail that can be read."),
        (b"From: a@b.example\n\n" + b"x" * 10_485_760, "This e-mail is larger than 10 MB."),
    ],
)
def test_a_file_that_is_no_e_mail_or_too_large_is_refused_and_what_was_typed_stays(
    client, place, sent, says
):
    way, plain = entering(client, place)

    page = client.post(
        way, {**plain, "text": "Lamps.", "mail": SimpleUploadedFile("lamps.eml", sent)}
    )

    assert says in page.text
    assert page.context["form"]["text"].value() == "Lamps."
    assert not HearingStatement.objects.exists()
