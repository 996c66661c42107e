"""A provider of OpenID Connect on this machine, strict as a real one, that can also be made to lie.

It gives a code for what a browser brings, changes it once for a token, and asks for the verifier of
PKCE and for proof of who asks: a secret, or a statement signed with a key that was registered.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote_plus, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "samskap in Fjordvik", "a secret: with signs & spaces"


def _key() -> Any:
    """Make a key pair."""
    return generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Issuer:
    """What the provider knows, and the lies it is told to tell.

    twisted     claims that replace the right ones; None leaves one out
    signs_with  the key it signs with, which may be another than the one it shows
    registered  the open half of a client’s key, as JSON
    """

    port: int = 0
    key: Any = field(default_factory=_key)
    signs_with: Any = None
    twisted: dict[str, Any] = field(default_factory=dict)
    registered: str = ""
    says_it_is: str = ""
    codes: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """What it calls itself."""
        return f"http://localhost:{self.port}"

    def let_in(self, way: str, *, sub: str = "pseudonym-of-ada", **claims: Any) -> dict[str, str]:
        """Sign somebody in who comes this way; return what the browser brings back."""
        parts = urlsplit(way)
        sent = {name: values[0] for name, values in parse_qs(parts.query).items()}
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{self.address}/authorize"  # noqa: S101
        assert sent["response_type"] == "code"  # noqa: S101
        assert sent["code_challenge_method"] == "S256"  # noqa: S101
        assert sent["prompt"] == "login", "it never lets in whoever was signed in before"  # noqa: S101
        code = secrets.token_urlsafe(8)
        acr = sent.get("acr_values")
        self.codes[code] = sent | {
            "claims": {"sub": sub, **({"acr": acr} if acr else {}), **claims}
        }
        return {"code": code, "state": sent["state"], "iss": self.address}

    def configuration(self) -> dict[str, str]:
        """Say where its doors are."""
        return {
            "issuer": self.says_it_is or self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "end_session_endpoint": f"{self.address}/sign-out",
        }

    def keys(self) -> dict[str, Any]:
        """Show the open half of its key."""
        shown = RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [shown | {"kid": "first", "use": "sig", "alg": "RS256"}]}

    def token(self, form: dict[str, str], authorization: str) -> dict[str, str] | None:
        """Change a code for a token, once; None for whoever brings something wrong."""
        sent = self.codes.pop(form.get("code", ""), None)
        if sent is None or form.get("redirect_uri") != sent["redirect_uri"]:
            return None
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != sent["code_challenge"]:
            return None
        if not (self._knows_secret(authorization) or self._knows_key(form)):
            return None
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": sent["client_id"],
            "iat": now,
            "exp": now + 120,
            "nonce": sent.get("nonce"),
            **sent["claims"],
            **self.twisted,
        }
        told = {name: value for name, value in claims.items() if value is not None}
        signed = jwt.encode(told, self.signs_with or self.key, "RS256", headers={"kid": "first"})
        return {"access_token": "unused", "token_type": "Bearer", "id_token": signed}

    def _knows_secret(self, authorization: str) -> bool:
        """Whether a header has the right name and secret (RFC 6749, 2.3.1)."""
        if not authorization.startswith("Basic "):
            return False
        name, secret = base64.b64decode(authorization.removeprefix("Basic ")).decode().split(":")
        return (unquote_plus(name), unquote_plus(secret)) == (CLIENT, SECRET)

    def _knows_key(self, form: dict[str, str]) -> bool:
        """Whether a statement is signed with the key that was registered (RFC 7523)."""
        if not self.registered:
            return False
        stated = jwt.decode(
            form["client_assertion"],
            jwt.PyJWK.from_json(self.registered),
            algorithms=["RS256"],
            audience=self.address,
            options={"require": ["iss", "sub", "jti", "exp"]},
        )
        return stated["iss"] == stated["sub"] == CLIENT


@contextmanager
def issuer() -> Iterator[Issuer]:
    """Let a provider answer on a free port until the block ends."""
    one = Issuer()

    class Answers(BaseHTTPRequestHandler):
        """Answers one question."""

        def do_GET(self) -> None:
            """Show what is open to all."""
            one.asked.append(self.path)
            shown = {
                "/.well-known/openid-configuration": one.configuration,
                "/keys": one.keys,
            }.get(self.path)
            self.say(shown() if shown else None)

        def do_POST(self) -> None:
            """Give a token."""
            one.asked.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self.say(one.token(form, self.headers.get("Authorization", "")))

        def say(self, what: dict[str, Any] | None) -> None:
            """Send JSON, or a plain no."""
            body = json.dumps(what or {"error": "invalid_request"}).encode()
            self.send_response(200 if what else 400)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    one.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield one
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
