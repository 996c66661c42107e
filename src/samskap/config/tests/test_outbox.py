"""On a machine that sends no mail, letters become files, and the demo shows them."""

import pytest
from django.core import mail

from samskap.config.command.demo import Postbox
from samskap.config.outbox import letters


@pytest.fixture
def outbox(settings, tmp_path):
    settings.EMAIL_BACKEND = "samskap.config.outbox.Outbox"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    return settings.EMAIL_FILE_PATH


def test_a_letter_comes_back_as_it_was_sent(outbox):
    mail.send_mail("Koden din – æøå", "Kode: ABCD-EFGH", "s@b.example", ["ada@b.example"])
    ((name, letter),) = letters(outbox)
    assert name.endswith(".eml")
    assert (letter["to"], letter["subject"]) == ("ada@b.example", "Koden din – æøå")
    assert letter.get_body(("plain",)).get_content().strip() == "Kode: ABCD-EFGH"


def test_letters_lie_in_the_order_they_were_sent_and_can_be_read_on_from_one(outbox):
    for number in range(3):
        mail.send_mail(f"Letter {number}", "…", "s@b.example", ["ada@b.example"])
    names = [name for name, _letter in letters(outbox)]
    assert [letter["subject"] for _name, letter in letters(outbox, newer_than=names[0])] == [
        "Letter 1",
        "Letter 2",
    ]


def test_the_demo_shows_each_new_letter_once(outbox, capsys):
    mail.send_mail("Old", "…", "s@b.example", ["ada@b.example"])
    post = Postbox(outbox)
    mail.send_mail("Your code", "Here it is:\n\nABCD-EFGH\n", "s@b.example", ["bo@b.example"])
    post.show_new()
    post.show_new()
    assert capsys.readouterr().out == (
        "  ✉ to bo@b.example: Your code\n      Here it is:\n      ABCD-EFGH\n"
    )
