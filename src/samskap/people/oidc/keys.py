"""How the municipality proves itself to a provider: with a secret, or with a key of its own."""

import base64
import json
import secrets
import time
from urllib.parse import quote_plus

import jwt
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

from samskap.people.models import Provider
from samskap.people.sealed import seal, unseal

LASTS = 60  # seconds that one proof can be used
JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def new_key() -> str:
    """Make a key pair, and return it sealed."""
    made = generate_private_key(public_exponent=65537, key_size=2048)
    return seal(
        made.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ).decode()
    )


def open_half(provider: Provider) -> str:
    """The open half of a provider’s key pair, as a JSON Web Key to register there."""
    key = _key_of(provider).public_key()
    said = RSAAlgorithm.to_jwk(key, as_dict=True)
    said |= {"use": "sig", "alg": "RS256", "kid": _name_of(provider)}
    said.pop("key_ops", None)
    return json.dumps(said, indent=2)


def proof(provider: Provider) -> tuple[dict[str, str], dict[str, str]]:
    """What to send along to prove who asks: fields of the form, and headers.

    A key signs a short statement for the issuer, as ID-porten asks (RFC 7523). A secret goes into
    a header (RFC 6749, 2.3.1).
    """
    if provider.proof == Provider.Proof.KEY:
        now = int(time.time())
        statement = {
            "iss": provider.client_id,
            "sub": provider.client_id,
            "aud": provider.issuer,
            "jti": secrets.token_urlsafe(16),
            "iat": now,
            "exp": now + LASTS,
        }
        signed = jwt.encode(
            statement, _key_of(provider), "RS256", headers={"kid": _name_of(provider)}
        )
        fields = {"client_id": provider.client_id, "client_assertion_type": JWT_BEARER}
        return fields | {"client_assertion": signed}, {}
    pair = f"{quote_plus(provider.client_id)}:{quote_plus(unseal(provider.sealed_secret))}"
    return {}, {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _key_of(provider: Provider) -> RSAPrivateKey:
    """The whole key pair."""
    key = serialization.load_pem_private_key(unseal(provider.sealed_key).encode(), None)
    assert isinstance(key, RSAPrivateKey)  # noqa: S101 - we make no other
    return key


def _name_of(provider: Provider) -> str:
    """What the key is called: a name that changes when the key does."""
    numbers = _key_of(provider).public_key()
    raw = numbers.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    digest = hashes.Hash(hashes.SHA256())
    digest.update(raw)
    return base64.urlsafe_b64encode(digest.finalize()[:12]).decode()
