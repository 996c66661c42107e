"""The archive is made once for many who ask, and holds nothing of anybody else."""

from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage

from samskap.api import actions
from samskap.api.errors import ArchiveIsFresh
from samskap.api.models import Archive
from samskap.api.tests.reading import archive_of
from samskap.base.queue.engine import engine
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def test_no_person_stands_in_the_archive_and_nobody_else_s_data(municipality, far):
    ada = PersonFactory(given_name="Adalmina", household="the-yellow-house")
    idea(initiative=InitiativeFactory(municipality=municipality, raised_by=ada), person=ada)
    idea(initiative=InitiativeFactory(municipality=far), title="A bench far away")

    archive = archive_of(municipality)

    text = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "A bench by the fjord" in text
    for secret in ("Adalmina", ada.email, "the-yellow-house", str(ada.public_id), "far away"):
        assert secret not in text


def test_asked_for_by_many_it_is_made_once_and_then_fresh(municipality):
    for _asked in range(2):
        actions.ask_for_archive(municipality=municipality)
    engine().work_off()

    made = Archive.objects.get()
    assert default_storage.size(made.path) == made.size
    with pytest.raises(ArchiveIsFresh):
        actions.ask_for_archive(municipality=municipality)


def test_a_new_archive_takes_the_place_of_the_one_before(municipality):
    actions.make_archive.call(municipality.pk)
    before = Archive.objects.get().path

    actions.make_archive.call(municipality.pk)
    engine().work_off()

    after = Archive.objects.get()
    assert (default_storage.exists(before), default_storage.exists(after.path)) == (False, True)
    with default_storage.open(after.path) as file:
        assert ZipFile(file).testzip() is None
