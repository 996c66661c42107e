"""An administrator, and the real files that stand beside the project, where they do."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

from samskap.municipalities.actions import name_administrator

FILES = Path(__file__).resolve().parents[4] / ".." / "shared" / "data"


@pytest.fixture
def real_file():
    """Find a file of the mapping authorities or statistics offices; skip where it is not."""

    def find(name):
        path = (FILES / name).resolve()
        if not path.exists():
            pytest.skip(f"{name} is not here; it stays outside the repository")
        return path

    return find


@pytest.fixture
def administrator(db):
    """Make the administrator of a municipality."""

    def make(municipality):
        name_administrator(municipality=municipality, email=f"admin@{municipality.slug}.example")
        return get_user_model().objects.get(email=f"admin@{municipality.slug}.example")

    return make
