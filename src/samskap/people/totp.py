"""Codes that change every half minute (RFC 6238), as an app on a telephone shows them.

Written with the values that every such app takes for granted: SHA-1, six digits, thirty seconds.
"""

import base64
import hashlib
import hmac
import io
import secrets
import struct
import time
from urllib.parse import quote, urlencode

import qrcode
from qrcode.image.svg import SvgPathFillImage

SECONDS, DIGITS, MODULUS = 30, 6, 10**6
BESIDE = (0, -1, 1)  # a clock may be half a minute slow or fast


def new_secret() -> str:
    """Draw a secret, as apps read it (base32)."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def code_at(secret: str, step: int) -> str:
    """The code of one half minute (RFC 4226, 5.3)."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1).digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % MODULUS:0{DIGITS}d}"


def step_of(secret: str, typed: str, *, after: int, at: float | None = None) -> int | None:
    """The half minute that a code belongs to; None where it is wrong or was used before.

    after  the last half minute of which a code was used
    """
    now = int((time.time() if at is None else at) // SECONDS)
    for step in (now + beside for beside in BESIDE):
        fits = hmac.compare_digest(code_at(secret, step).encode(), typed.encode())
        if fits and step > after:
            return step
    return None


def address(secret: str, *, account: str, issuer: str) -> str:
    """What an app reads to know a secret."""
    asked = urlencode({"secret": secret, "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{quote(f'{issuer}:{account}')}?{asked}"


def picture(of: str) -> str:
    """A QR code as an address that a page can draw without asking anybody."""
    drawn = io.BytesIO()
    qrcode.make(of, image_factory=SvgPathFillImage, border=2).save(drawn)
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.getvalue()).decode()}"
