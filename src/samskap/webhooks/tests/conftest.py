"""A receiver on this machine, and an administrator who has registered it."""

import pytest

from samskap.testing.factories.people import RoleFactory
from samskap.testing.receiver import receiver
from samskap.webhooks import actions, signing


@pytest.fixture
def administrator(municipality):
    """Whoever looks after webhooks."""
    return RoleFactory(municipality=municipality, role="administrator").person


@pytest.fixture
def here(settings):
    """Let webhooks go to this machine."""
    settings.WEBHOOKS_STAY_HERE = True


@pytest.fixture
def listening(here):
    """A receiver that listens on this machine."""
    with receiver() as server:
        yield server


@pytest.fixture
def hook(municipality, administrator, listening):
    """A hook that hears of ideas, whose receiver knows the secret."""
    made = actions.register(
        municipality=municipality, url=listening.url, hears=["ideas.idea_given"], by=administrator
    )
    listening.secret = signing.secret_of(made)
    return made
