"""Posting to an address that somebody wrote, without being led into our own house.

The name is looked up once, each address behind it must be public, and we connect to the very
address that we looked at: whoever changes the name meanwhile changes nothing. Only https, no
redirect, a limit on time and on what is read.

Source: OWASP, “Server Side Request Forgery Prevention Cheat Sheet”.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from samskap.webhooks.errors import AddressIsNotSafe, AddressIsWithin

SECONDS = 10  # to connect, and for each piece of an answer
SECONDS_IN_ALL = 20
MOST_READ = 4096  # bytes of an answer
AGENT = "Samskap-Webhooks/1"
# Networks that carry another address inside, by which a private one could be reached.
CARRIERS = [ipaddress.ip_network(each) for each in ("64:ff9b::/96", "2002::/16", "2001::/32")]


@dataclass(frozen=True)
class Answer:
    """What came back: a status, or why there was none."""

    status: int | None
    fault: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether the receiver has the message."""
        return self.status is not None and 200 <= self.status < 300


def post(url: str, body: str, headers: dict[str, str]) -> Answer:
    """Post one message; whatever goes wrong on the way is an answer too."""
    try:
        parts = parts_of(url)
        address = open_address_of(parts)
    except (AddressIsNotSafe, AddressIsWithin) as refusal:
        return Answer(None, type(refusal).__name__)
    connection = _Pinned(parts, address)
    # Each piece may come in time and all of it never end: then the line is cut.
    clock = threading.Timer(SECONDS_IN_ALL, connection.cut)
    clock.start()
    try:
        target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        sent = {"Content-Type": "application/json", "User-Agent": AGENT, "Connection": "close"}
        connection.request("POST", target, body.encode(), sent | headers)
        answer = connection.getresponse()
        answer.read(MOST_READ)
        return Answer(None, "TimeoutError") if connection.is_cut else Answer(answer.status)
    except (OSError, http.client.HTTPException, ValueError) as fault:
        return Answer(None, type(fault).__name__)
    finally:
        clock.cancel()
        connection.close()


def parts_of(url: str) -> SplitResult:
    """Read an address. Refuses with AddressIsNotSafe."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise AddressIsNotSafe from None
    schemes = {"https", "http"} if settings.WEBHOOKS_STAY_HERE else {"https"}
    if parts.scheme not in schemes or not parts.hostname or "@" in parts.netloc or port == 0:
        raise AddressIsNotSafe
    if any(not each.isprintable() or each.isspace() for each in url):
        raise AddressIsNotSafe
    return parts


def open_address_of(parts: SplitResult) -> str:
    """Look an address up; each that its name leads to must be public. Refuses with AddressIsWithin.

    A name that leads nowhere is refused too: nobody can be reached there.
    """
    try:
        found = socket.getaddrinfo(parts.hostname, _port_of(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise AddressIsWithin from None
    addresses = [str(each[4][0]) for each in found]
    if not addresses or not all(map(is_open, addresses)):
        raise AddressIsWithin
    return addresses[0]


def is_open(written: str) -> bool:
    """Whether an address is one of the public internet."""
    address = ipaddress.ip_address(written.partition("%")[0])
    if settings.WEBHOOKS_STAY_HERE and address.is_loopback:
        return True
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_open(str(address.ipv4_mapped))
        if any(address in network for network in CARRIERS):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _port_of(parts: SplitResult) -> int:
    """The port that an address asks for."""
    return parts.port or (443 if parts.scheme == "https" else 80)


class _Pinned(http.client.HTTPConnection):
    """A connection to one address; the name is only said, and looked at in the certificate."""

    def __init__(self, parts: SplitResult, address: str) -> None:
        super().__init__(parts.hostname or "", _port_of(parts), timeout=SECONDS)
        self.address = address
        self.is_secure = parts.scheme == "https"
        self.is_cut = False

    def connect(self) -> None:
        """Connect to the address that was looked at, and speak as its name."""
        line = socket.create_connection((self.address, self.port), self.timeout)
        if self.is_secure:
            context = ssl.create_default_context()
            try:
                line = context.wrap_socket(line, server_hostname=self.host)
            except BaseException:
                line.close()
                raise
        self.sock = line

    def cut(self) -> None:
        """End it, whatever is being waited for."""
        self.is_cut = True
        line = self.sock
        if line is not None:
            try:
                line.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it had ended by itself
