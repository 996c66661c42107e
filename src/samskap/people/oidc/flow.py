"""There and back: what is sent along to a provider, and what must come back."""

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import jwt
from django.conf import settings
from django.utils.crypto import salted_hmac
from jwt.exceptions import PyJWTError

from samskap.people.errors import ProviderDoesNotAnswer, SignInIsTooWeak, SignInNotConfirmed
from samskap.people.models import Provider
from samskap.people.oidc.discovery import Discovery, discover, key_named
from samskap.people.oidc.keys import proof
from samskap.people.oidc.wire import Unreachable, ask

LASTS = 900  # seconds from leaving to coming back
LEEWAY = 60  # seconds that two clocks may differ
SIGNED_WITH = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """One way to a provider, as the browser’s session keeps it until somebody comes back.

    errand  “sign_in”, or “add” where somebody who is signed in adds an e-ID to their account
    by      the key of whoever is signed in; None for nobody
    back    the page of ours to come back to
    """

    provider: int
    errand: str
    by: int | None
    back: str
    state: str
    nonce: str
    verifier: str
    began: float

    @property
    def is_too_old(self) -> bool:
        """Whether whoever left has been away too long."""
        return time.time() > self.began + LASTS


def begin(provider: Provider, *, errand: str, by: int | None, back: str) -> Attempt:
    """Draw what nobody can guess: the state, the nonce, and the verifier of PKCE."""
    return Attempt(
        provider=provider.pk,
        errand=errand,
        by=by,
        back=back,
        state=secrets.token_urlsafe(24),
        nonce=secrets.token_urlsafe(24),
        verifier=secrets.token_urlsafe(48),
        began=time.time(),
    )


def way_there(provider: Provider, attempt: Attempt, *, return_to: str, language: str) -> str:
    """The address at the provider to send somebody to. Refuses with ProviderDoesNotAnswer.

    Only the first level of assurance is asked for: ID-porten takes one. Everybody signs in anew
    there, so that on a shared computer nobody comes in as whoever sat there before.
    """
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": return_to,
        "scope": "openid",
        "state": attempt.state,
        "nonce": attempt.nonce,
        "code_challenge": _challenge(attempt.verifier),
        "code_challenge_method": "S256",
        "prompt": "login",
        "ui_locales": language,
    }
    if provider.acr_values:
        asked["acr_values"] = provider.acr_values.split()[0]
    door = doors_of(provider).authorization_endpoint
    return f"{door}{'&' if '?' in door else '?'}{urlencode(asked)}"


def subjects_of(provider: Provider, attempt: Attempt, *, code: str, return_to: str) -> list[str]:
    """Change a code for a token, see that all of it is right, and return whom it is about.

    What is returned is keyed hashes; everything else that the token says is forgotten. Refuses with
    ProviderDoesNotAnswer, SignInNotConfirmed or SignInIsTooWeak.
    """
    doors = doors_of(provider)
    fields, headers = proof(provider)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": return_to,
        "code_verifier": attempt.verifier,
    }
    try:
        said = ask(doors.token_endpoint, form=form | fields, headers=headers)
        claims = _checked(provider, doors, str(said.get("id_token", "")))
    except Unreachable as silent:
        raise ProviderDoesNotAnswer(name=provider.name) from silent
    except PyJWTError as wrong:
        raise SignInNotConfirmed from wrong
    if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), attempt.nonce.encode()):
        raise SignInNotConfirmed
    accepted = provider.acr_values.split()
    if accepted and claims.get("acr") not in accepted:
        raise SignInIsTooWeak(name=provider.name)
    subject = claims.get(provider.subject_claim)
    if not isinstance(subject, str) or not subject:
        raise SignInNotConfirmed
    return hashed(provider, subject)


def hashed(provider: Provider, subject: str) -> list[str]:
    """Whom a provider means, as a hash with this municipality’s own key.

    The newest key of the instance makes the first; the others find who was known before it changed.
    """
    salt = f"samskap.people.identity {provider.municipality_id}"
    told = f"{provider.issuer} {subject}"
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [salted_hmac(salt, told, secret=key, algorithm="sha256").hexdigest() for key in keys]


def doors_of(provider: Provider) -> Discovery:
    """Where a provider’s doors are. Refuses with ProviderDoesNotAnswer."""
    try:
        return discover(provider.issuer)
    except Unreachable as silent:
        raise ProviderDoesNotAnswer(name=provider.name) from silent


def way_out(provider: Provider, *, return_to: str) -> str:
    """Where to sign out at the provider too; empty where it offers no way (RP-Initiated Logout).

    No token is sent along: it could name the person, and is not kept.
    """
    door = provider.sign_out_url
    if not door:
        return ""
    asked = {"client_id": provider.client_id, "post_logout_redirect_uri": return_to}
    return f"{door}{'&' if '?' in door else '?'}{urlencode(asked)}"


def _challenge(verifier: str) -> str:
    """What proves later that whoever brings the code is who asked for it (RFC 7636, S256)."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _checked(provider: Provider, doors: Discovery, token: str) -> dict[str, Any]:
    """Read a token: signed by the issuer, for us, now (OpenID Connect Core 1.0, 3.1.3.7).

    Raises PyJWTError or Unreachable.
    """
    key = key_named(doors, jwt.get_unverified_header(token).get("kid"))
    claims: dict[str, Any] = jwt.decode(
        token,
        key,
        algorithms=SIGNED_WITH,
        audience=provider.client_id,
        issuer=provider.issuer,
        leeway=LEEWAY,
        options={"require": ["iss", "sub", "aud", "exp", "iat"]},
    )
    if claims.get("azp", provider.client_id) != provider.client_id:
        raise jwt.InvalidAudienceError("made for another")
    return claims
