"""What the tests of pages and of lost words begin with."""

import pytest

from samskap.testing.factories.drafting import document, paragraph


@pytest.fixture
def text():
    """A joint text."""
    return document()


@pytest.fixture
def bus(text):
    """Its first paragraph, on the bus."""
    return paragraph(text)
