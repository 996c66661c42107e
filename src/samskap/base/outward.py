"""Going out to an address that somebody wrote, without being led into our own house.

The name is looked up once, each address behind it must be public, and we connect to the very
address that we looked at: whoever changes the name meanwhile changes nothing. What takes too long
is cut, whatever it waits for.

Source: OWASP, “Server Side Request Forgery Prevention Cheat Sheet”.
"""

import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import SplitResult

SECONDS = 10  # to connect, and for each piece of an answer
SECONDS_IN_ALL = 20
# Networks that carry another address inside, by which a private one could be reached.
CARRIERS = [ipaddress.ip_network(each) for each in ("64:ff9b::/96", "2002::/16", "2001::/32")]


class LeadsWithin(OSError):
    """An address leads nowhere, or into a closed network."""


@contextmanager
def line_to(parts: SplitResult, *, stay_here: bool) -> Iterator[HTTPConnection]:
    """Give a connection to where an address leads, which is cut when its time is over.

    parts      an address of http or https
    stay_here  go to this machine, and nowhere else

    Raises LeadsWithin, TimeoutError, or what the network and http.client raise.
    """
    line = _Pinned(parts, open_address_of(parts, stay_here=stay_here))
    # Each piece may come in time and all of it never end.
    clock = threading.Timer(SECONDS_IN_ALL, line.cut)
    clock.start()
    try:
        yield line
    finally:
        clock.cancel()
        line.close()
        if line.is_cut:
            raise TimeoutError  # whatever else went wrong came of the cut


def open_address_of(parts: SplitResult, *, stay_here: bool) -> str:
    """Look an address up; each that its name leads to must be open. Raises LeadsWithin.

    A name that leads nowhere is refused too: nobody can be reached there.
    """
    try:
        found = socket.getaddrinfo(parts.hostname, _port_of(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise LeadsWithin from None
    addresses = [str(each[4][0]) for each in found]
    if not addresses or not all(is_open(each, stay_here=stay_here) for each in addresses):
        raise LeadsWithin
    return addresses[0]


def is_open(written: str, *, stay_here: bool = False) -> bool:
    """Whether an address is one of the public internet; of this machine, where we stay here."""
    address = ipaddress.ip_address(written.partition("%")[0])
    if stay_here:
        return address.is_loopback
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_open(str(address.ipv4_mapped))
        if address.is_site_local or any(address in network for network in CARRIERS):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _port_of(parts: SplitResult) -> int:
    """The port that an address asks for."""
    return parts.port or (443 if parts.scheme == "https" else 80)


class _Pinned(HTTPConnection):
    """A connection to one address; the name is only said, and looked at in the certificate."""

    def __init__(self, parts: SplitResult, address: str) -> None:
        super().__init__(parts.hostname or "", _port_of(parts), timeout=SECONDS)
        self.address = address
        self.is_secure = parts.scheme == "https"
        self.is_cut = False
        self.wire: socket.socket | None = None  # kept where http.client has let go of `sock`

    def connect(self) -> None:
        """Connect to the address that was looked at, and speak as its name."""
        self.sock = self.wire = socket.create_connection((self.address, self.port), self.timeout)
        if self.is_secure:
            context = ssl.create_default_context()
            # The greeting waits until the line can be cut: it, too, may never end.
            self.sock = self.wire = context.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
        if self.is_cut:
            raise TimeoutError
        if isinstance(self.sock, ssl.SSLSocket):
            self.sock.do_handshake()

    def cut(self) -> None:
        """End it, whatever is being waited for."""
        self.is_cut = True
        if self.wire is not None:
            try:
                # Not the shutdown of SSLSocket, which takes away what another thread reads by.
                socket.socket.shutdown(self.wire, socket.SHUT_RDWR)
            except OSError:
                return  # it had ended by itself
