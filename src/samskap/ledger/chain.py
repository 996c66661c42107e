"""The chain of hashes that shows whether a ledger has been tampered with."""

import json
from collections.abc import Iterable
from datetime import UTC
from hashlib import sha256

from samskap.ledger.models import Contribution


def hash_of(row: Contribution, before: str) -> str:
    """Hash the impersonal part of a row together with the hash of the row before.

    before   the hash of the row before, "" for the first
    returns  64 hexadecimal digits

    Person, party and text are left out, so that they can be forgotten without breaking the chain.
    """
    facts = {
        "before": before,
        "id": str(row.public_id),
        "number": row.number,
        "at": row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "phase": row.phase,
        "side": row.side,
        "actor_kind": row.actor_kind,
        "speaking_for": row.speaking_for_id,
        "kind": row.kind,
        "amount": None if row.amount is None else f"{row.amount:.2f}",
        "units": f"{row.units:.4f}",
        "is_independent": row.is_independent,
        "beneficiary": row.beneficiary,
        "is_input": row.is_input,
        "channel": row.channel,
        "entered_on_behalf": row.entered_on_behalf,
    }
    return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def first_broken(rows: Iterable[Contribution]) -> Contribution | None:
    """Find the first row, in the order of numbers, whose hash does not fit; None if all do."""
    before = ""
    for number, row in enumerate(rows, start=1):
        if row.number != number or row.hash != hash_of(row, before):
            return row
        before = row.hash
    return None
