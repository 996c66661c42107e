"""How often one person, or one address, may do the same thing.

Times are counted in fixed windows in the cache that all processes share. What is kept is a number
under a keyed hash, never an address or a name, and only until its window ends.
"""

import ipaddress
import time

from django.conf import settings
from django.core.cache import cache
from django.db.models import Model
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from samskap.base.errors import TooOften


def count(who: HttpRequest | Model | str, what: str) -> None:
    """Count one more time that someone does something, or refuse with TooOften.

    who   a request (its person where one is signed in, else its address), a person, or a text
          that stands for one, such as the e-mail address a code is asked for
    what  a name in settings.RATES, e.g. “post”
    """
    most, seconds = settings.RATES[what]
    if not settings.RATES_ARE_KEPT:
        return
    window, gone = divmod(int(time.time()), seconds)
    hashed = salted_hmac("samskap.base.rates", f"{what} {window} {_name_of(who)}").hexdigest()
    key = f"rate:{hashed}"
    cache.add(key, 0, timeout=seconds)
    try:
        times = cache.incr(key)
    except ValueError:  # the cache forgot it between the two lines: it is the first time again
        cache.set(key, 1, timeout=seconds)
        times = 1
    if times > most:
        raise TooOften(seconds=seconds - gone)


def _name_of(who: HttpRequest | Model | str) -> str:
    """Name whoever is counted; the name is hashed before it is kept."""
    if isinstance(who, str):
        return who.strip().casefold()
    if isinstance(who, HttpRequest):
        person = getattr(who, "user", None)
        if person is None or not person.is_authenticated:
            return f"address {address_of(who)}"
        return _name_of(person)
    return f"{who._meta.label} {who.pk}"


def address_of(request: HttpRequest) -> str:
    """Return the network address that asked, cut to what one household holds.

    Behind a proxy it is the address that our own proxy saw, the last in X-Forwarded-For: those
    before it can be written by anyone. Of IPv6 the first 64 bits count, as every line has them all.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        address = request.headers.get("X-Forwarded-For", address).rsplit(",", 1)[-1].strip()
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((int(parsed), 64), strict=False))
    return str(parsed)
