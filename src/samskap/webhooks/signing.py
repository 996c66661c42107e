"""Signatures, by which a receiver knows that a message is ours, whole and fresh.

Over `id.timestamp.body` a HMAC-SHA256, written as `v1,` and base64. While a secret is being
renewed, there are two signatures apart by a blank, one by each secret.

Source: https://github.com/standard-webhooks/standard-webhooks, “Signature scheme”.
"""

import base64
import hmac
from datetime import datetime, timedelta
from hashlib import sha256

from django.utils.crypto import salted_hmac

from samskap.webhooks.models import Delivery, Hook

BOTH_HOLD = timedelta(hours=24)  # after a renewal, so that receivers have a day to change over


def secret_of(hook: Hook, generation: int | None = None) -> str:
    """The secret of a hook as receivers write it down: `whsec_` and 32 bytes as base64."""
    return f"whsec_{base64.b64encode(_key_of(hook, generation or hook.generation)).decode()}"


def headers_of(delivery: Delivery, *, now: datetime) -> dict[str, str]:
    """The three headers of a message."""
    hook = delivery.hook
    generations = [hook.generation]
    if hook.renewed_at and now - hook.renewed_at < BOTH_HOLD:
        generations.append(hook.generation - 1)
    name, moment = f"msg_{delivery.public_id.hex}", str(int(now.timestamp()))
    signed = f"{name}.{moment}.{delivery.body}".encode()
    signatures = [
        base64.b64encode(hmac.new(_key_of(hook, each), signed, sha256).digest()).decode()
        for each in generations
    ]
    return {
        "webhook-id": name,
        "webhook-timestamp": moment,
        "webhook-signature": " ".join(f"v1,{each}" for each in signatures),
    }


def _key_of(hook: Hook, generation: int) -> bytes:
    """The key behind a secret; the database does not hold it."""
    named = f"{hook.public_id} {generation}"
    return salted_hmac("samskap.webhooks.secret", named, algorithm="sha256").digest()
