"""A code on its way to a mobile number, until it is typed or too old.

It lives in the session of whoever asked for it; the number is kept for good only when the code
has come back.
"""

import time

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.notices import sms
from samskap.notices.errors import NoGatewayForSms

KEY = "notices_phone"  # in the session
SECONDS = 900
MOST_TRIES = 5


def send_code(request: HttpRequest, number: str, *, sender: str) -> None:
    """Send a new code to a number, and remember in the session what was sent where.

    Refuses with NoGatewayForSms or TooOften.
    """
    if not sms.is_set_up():
        raise NoGatewayForSms
    count(request, "letters")
    count(number, "letters_to_one_address")
    code = get_random_string(6, "0123456789")
    request.session[KEY] = {
        "number": number,
        "hash": _hash_of(code, number),
        "until": time.time() + SECONDS,
        "tries": 0,
    }
    words = _("%(code)s is your code for %(municipality)s") % {
        "code": code,
        "municipality": sender,
    }
    sms.deliver_sms.enqueue(to=number, text=words, reference=get_random_string(16))


def number_waiting(request: HttpRequest) -> str:
    """The number that a code is on its way to; empty where there is none, or it is too old."""
    kept = request.session.get(KEY)
    if not kept or kept["until"] < time.time() or kept["tries"] >= MOST_TRIES:
        return ""
    return str(kept["number"])


def fits(request: HttpRequest, typed: str) -> bool:
    """Say whether this is the code, and count the try."""
    number = number_waiting(request)
    if not number:
        return False
    count(f"code to {number}", "code_tried")
    kept = request.session[KEY]
    kept["tries"] += 1
    request.session[KEY] = kept
    return constant_time_compare(kept["hash"], _hash_of("".join(typed.split()), number))


def let_go(request: HttpRequest) -> None:
    """Forget the code."""
    request.session.pop(KEY, None)


def _hash_of(code: str, number: str) -> str:
    """Hash a code, so that whoever reads the sessions cannot use it."""
    return salted_hmac("samskap.notices.phone_codes", f"{number} {code}").hexdigest()
