"""Memory."""

from uuid import UUID

import pytest
from django.db import transaction

from samskap.base.memory import key_of, remember
from samskap.base.models import Happening
from samskap.testing.factories.base import HappeningFactory

pytestmark = pytest.mark.django_db

ADA = UUID("00000000-0000-4000-8000-00000000ada0")


def test_what_happened_is_told_by_pseudonym_and_key():
    idea, initiative = HappeningFactory(), HappeningFactory()

    told = remember("ideas.idea_given", by=ADA, about=idea, within=initiative, municipality_id=7)

    told.refresh_from_db()
    assert (told.what, told.by) == ("ideas.idea_given", ADA)
    assert told.about == f"base.Happening:{idea.pk}" == key_of(idea)
    assert told.within == key_of(initiative)
    assert told.municipality_key == 7


def test_the_tenant_is_taken_from_what_it_is_about():
    idea = HappeningFactory()
    idea.municipality_id = 9
    assert remember("ideas.idea_given", by=None, about=idea).municipality_key == 9


def test_what_is_deleted_stays_told():
    idea = HappeningFactory()
    told = remember("ideas.idea_given", by=ADA, about=idea)
    idea.delete()
    assert Happening.objects.get(pk=told.pk).about == told.about


def test_what_was_rolled_back_did_not_happen():
    idea = HappeningFactory()
    with transaction.atomic():
        remember("ideas.idea_given", by=ADA, about=idea)
        transaction.set_rollback(True)
    assert not Happening.objects.filter(what="ideas.idea_given").exists()
