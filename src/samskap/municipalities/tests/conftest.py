"""An administrator, and somebody who is none."""

import pytest
from django.contrib.auth import get_user_model

from samskap.municipalities.actions import name_administrator


@pytest.fixture
def administrator(municipality):
    """The administrator of the municipality at “testserver”."""
    name_administrator(municipality=municipality, email="admin@fjordvik.example")
    return get_user_model().objects.get(email="admin@fjordvik.example")


@pytest.fixture
def resident(db):
    """Somebody with an account and no role."""
    return get_user_model().objects.create_person("ada@fjordvik.example")
