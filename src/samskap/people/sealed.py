"""Secrets that lie in the database so that only this house can read them.

They are sealed with a key made of the instance’s own. Whoever has a copy of the database alone
cannot open them. A new key of the instance opens what an old one sealed for as long as the old one
stands in SECRET_KEY_FALLBACKS.
"""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from samskap.people.errors import SealIsBroken


def seal(text: str) -> str:
    """Seal a text."""
    return _sealer().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Open what was sealed. Refuses with SealIsBroken where the instance has another key now."""
    try:
        return _sealer().decrypt(sealed.encode()).decode()
    except InvalidToken as broken:
        raise SealIsBroken from broken


def _sealer() -> MultiFernet:
    """What seals with the newest key, and opens with each."""
    keys = [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    hashed = [hashlib.sha256(b"samskap.people.sealed " + key.encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in hashed])
