"""Mail, over a real mail server on this machine."""

import logging
import socket
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.db import transaction

from samskap.base.mail import send_mail_later
from samskap.base.queue.engine import engine
from samskap.base.queue.worker import work_off

pytestmark = pytest.mark.django_db


class Postbox:
    """Takes what comes, except for one address that does not exist."""

    def __init__(self):
        self.letters = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address.startswith("gone@"):
            return "550 5.1.1 No such person"
        if address.startswith("full@"):
            return "452 4.2.2 Mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        letter = message_from_bytes(envelope.content, policy=policy.default)
        self.letters.append((envelope.rcpt_tos, letter))
        return "250 OK"


@pytest.fixture
def port(settings):
    """A port on which nothing listens yet, and to which mail is sent."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", number, 10
    settings.DEFAULT_FROM_EMAIL = "Samskap <samskap@example.org>"
    return number


@pytest.fixture
def postbox(port):
    """A mail server that listens."""
    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    yield box
    server.stop()


def test_a_letter_arrives_as_it_was_written(postbox):
    send_mail_later(
        "kari@example.org",
        "Takk for\nideen, Åse",
        "Vi svarer innen 17. mai.",
        html="<p>Vi svarer innen 17. mai.</p>",
        headers={"List-Unsubscribe": "<https://example.org/x>"},
    )
    assert work_off() == 1

    [(to, letter)] = postbox.letters
    assert to == ["kari@example.org"]
    assert letter["Subject"] == "Takk for ideen, Åse"
    assert letter["From"] == "Samskap <samskap@example.org>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["List-Unsubscribe"] == "<https://example.org/x>"
    assert letter["Message-ID"].endswith("@example.org>")
    assert letter.get_body(("plain",)).get_content().strip() == "Vi svarer innen 17. mai."
    assert letter.get_body(("html",)).get_content().strip() == "<p>Vi svarer innen 17. mai.</p>"


def test_a_server_that_is_down_gets_it_once_it_is_back(port, table):
    send_mail_later("kari@example.org", "Hei", "Du har fått svar.")
    assert work_off() == 1  # nobody listens
    assert engine().state().waiting == 1

    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    try:
        assert work_off() == 0  # it is not time yet
        table.make_due()
        assert work_off() == 1
    finally:
        server.stop()

    assert [to for to, _letter in box.letters] == [["kari@example.org"]]
    assert engine().state().waiting == 0


def test_each_address_gets_its_own_letter_and_sees_no_other(postbox):
    send_mail_later(["kari@example.org", "gone@example.org", "bo@example.org"], "Hei", "Hei!")

    assert work_off() == 3

    assert [to for to, _letter in postbox.letters] == [["kari@example.org"], ["bo@example.org"]]
    assert "bo@example.org" not in str(postbox.letters[0][1])
    assert len({letter["Message-ID"] for _to, letter in postbox.letters}) == 2


def test_an_address_that_is_refused_for_good_is_not_tried_again(postbox, caplog):
    send_mail_later("gone@example.org", "Hei", "Hei!")
    work_off()
    state = engine().state()
    assert (state.waiting, state.failed) == (0, 1)
    ours = [record for record in caplog.records if record.name.startswith("samskap")]
    assert len(ours) == 1
    assert "gone@" not in logging.Formatter().format(ours[0])


def test_a_full_mailbox_is_tried_again(postbox):
    send_mail_later("full@example.org", "Hei", "Hei!")
    work_off()
    state = engine().state()
    assert (state.waiting, state.failed) == (1, 0)


def test_no_letter_leaves_when_what_caused_it_did_not_happen(postbox):
    with transaction.atomic():
        send_mail_later("kari@example.org", "Hei", "Hei!")
        transaction.set_rollback(True)
    work_off()
    assert postbox.letters == []


def test_other_tests_find_their_letters_in_the_outbox():
    send_mail_later("kari@example.org", "Hei", "Hei!")
    assert mail.outbox == []
    work_off()
    assert [letter.to for letter in mail.outbox] == [["kari@example.org"]]
