"""What a provider says of itself: where its doors are, and which keys it signs with."""

from dataclasses import asdict, dataclass
from typing import Any

from django.core.cache import cache
from jwt import PyJWK, PyJWKSet
from jwt.exceptions import PyJWTError

from samskap.people.oidc.wire import Unreachable, ask, may_ask

KEPT = 600  # seconds; a key that is not known is asked for at once
DOORS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, kw_only=True)
class Discovery:
    """The doors of one provider."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    end_session_endpoint: str = ""


def discover(issuer: str) -> Discovery:
    """Find the doors of an issuer. Raises Unreachable.

    It must call itself what we call it (OpenID Connect Discovery 1.0, 4.3), and open all its doors
    where we may ask.
    """
    key = f"people.oidc.doors:{issuer}"
    kept = cache.get(key)
    if kept:
        return Discovery(**kept)
    said = ask(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if said.get("issuer") != issuer:
        raise Unreachable("another issuer")
    doors = {name: str(said.get(name, "")) for name in DOORS}
    if not all(may_ask(door) for door in doors.values()):
        raise Unreachable("a door is missing")
    last = str(said.get("end_session_endpoint", ""))
    found = Discovery(issuer=issuer, **doors, end_session_endpoint=last if may_ask(last) else "")
    cache.set(key, asdict(found), KEPT)
    return found


def key_named(found: Discovery, name: str | None) -> PyJWK:
    """Find the key that a token says it is signed with. Raises Unreachable.

    A provider changes its keys now and then: one that is not known is asked for once.
    """
    kept_under = f"people.oidc.keys:{found.jwks_uri}"
    kept: dict[str, Any] | None = cache.get(kept_under)
    key = _among(kept, name) if kept else None
    if key is None:
        said = ask(found.jwks_uri)
        cache.set(kept_under, said, KEPT)
        key = _among(said, name)
    if key is None:
        raise Unreachable("no such key")
    return key


def _among(said: dict[str, Any], name: str | None) -> PyJWK | None:
    """The key of this name; where a token names none, the only key there is."""
    try:
        keys = [key for key in PyJWKSet.from_dict(said).keys if key.public_key_use != "enc"]
    except PyJWTError:
        return None
    named = keys if name is None else [key for key in keys if key.key_id == name]
    return named[0] if len(named) == 1 else None
