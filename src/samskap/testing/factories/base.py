"""Builds what happened."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from factory import Sequence
from factory.django import DjangoModelFactory

from samskap.base.models import Happening


class HappeningFactory(DjangoModelFactory):
    """Something that the clock did at noon."""

    class Meta:
        model = Happening

    what = "base.tried"
    by: UUID | None = None
    about = Sequence(lambda number: f"base.Happening:{number}")
    at = datetime(2026, 5, 17, 12, tzinfo=UTC)


def samples(municipality: Any, people: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """No route of the ground floor asks for a row."""
    return {}
