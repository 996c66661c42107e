"""The design has no tables; its one address with arguments names two colours."""

from typing import Any


def samples(municipality: Any, people: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The colours of the house itself."""
    return {"design:theme": [{"main": "0b4f5c", "accent": "c8451f"}]}
