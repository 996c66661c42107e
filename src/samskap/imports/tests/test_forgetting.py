"""Whoever leaves is forgotten in files; nobody else is."""

import json

import pytest

from samskap.imports.models import Line
from samskap.people.actions import delete_account
from samskap.testing.factories.imports import brought
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db


def test_only_rows_that_name_the_whole_address_are_forgotten(municipality):
    others = [
        "nicola@example.org",
        "ni.la@example.org",
        "o'la@example.org",
        "la@example.org.uk",
        "la@example.orgs",
    ]
    theirs = [
        "LA@example.org",
        "Ring Lars, la@example.org.",
        "Lars <la@example.org>",
        "12345678/la@example.org",
        "'la@example.org'",
    ]
    text = "Navn\n" + "\n".join(f'"{cell}"' for cell in others + theirs)
    kari = person_with("administrator", municipality)
    brought(municipality=municipality, by=kari, text=text)

    delete_account(by=PersonFactory(email="la@example.org"), is_sure=True)

    kept = Line.objects.exclude(cells="").values_list("cells", flat=True)
    assert [json.loads(cells) for cells in kept] == [[cell] for cell in others]
