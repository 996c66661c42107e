"""A real mail server on this machine, which can be down and come up."""

import email
import socket
from email import policy

from aiosmtpd.controller import Controller


class Postbox:
    """Keeps what a mail server was handed, and refuses whom it is told to refuse."""

    def __init__(self):
        self.letters = []
        self.refuses = {}  # address → answer
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.server = None

    def come_up(self):
        """Begin to take mail."""
        self.server = Controller(self, hostname="127.0.0.1", port=self.port)
        self.server.start()

    def go_down(self):
        """Take no more mail."""
        if self.server:
            self.server.stop()
            self.server = None

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):  # noqa: N802
        """Say whether somebody lives at this address."""
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        """Take one letter."""
        self.letters.append(email.message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    @property
    def addresses(self):
        """To whom letters came, in the order of the alphabet."""
        return sorted(letter["To"] for letter in self.letters)
