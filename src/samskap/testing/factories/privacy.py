"""Factories for privacy."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import factory
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from samskap.ledger.models import Giver
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.privacy.models import READY_FOR, Archive, Erasure, Forewarning, RetentionRule, Sight
from samskap.testing.factories.people import MUNICIPALITY, PersonFactory


class ArchiveFactory(factory.django.DjangoModelFactory):
    """An archive that the queue has not made yet."""

    class Meta:
        model = Archive

    municipality = factory.SubFactory(MUNICIPALITY)
    person = factory.SubFactory(PersonFactory)
    language = "en"
    file_name = factory.Sequence(lambda n: f"privacy/archive{n}.zip")


def ready_archive(**facts: Any) -> Archive:
    """An archive that can be fetched."""
    now = timezone.now() - timedelta(minutes=1)
    archive: Archive = ArchiveFactory(ready_at=now, ends_at=now + READY_FOR, size=22, **facts)
    default_storage.save(archive.file_name, ContentFile(b"a zip"))
    return archive


class SightFactory(factory.django.DjangoModelFactory):
    """That somebody of the staff opened the list of roles."""

    class Meta:
        model = Sight

    municipality = factory.SubFactory(MUNICIPALITY)
    by = factory.SubFactory(PersonFactory)
    about = factory.SubFactory(PersonFactory)
    what = "people.roles"


class RetentionRuleFactory(factory.django.DjangoModelFactory):
    """That a municipality keeps what was read for half a year."""

    class Meta:
        model = RetentionRule

    municipality = factory.SubFactory(MUNICIPALITY)
    key = "notices.read"
    days = 180
    why = "The data protection officer asked for it."


class ForewarningFactory(factory.django.DjangoModelFactory):
    """That somebody was told today that their account goes unless they sign in."""

    class Meta:
        model = Forewarning

    municipality = factory.SubFactory(MUNICIPALITY)
    person = factory.SubFactory(PersonFactory)


def erasure(*, municipality: Municipality, by: Person) -> Erasure:
    """That somebody who gave on paper was forgotten."""
    return Erasure.objects.create(
        municipality=municipality, giver_key=uuid4(), reason="Asked by telephone.", by=by
    )


def samples(
    municipality: Municipality, people: dict[str, Person]
) -> dict[str, list[dict[str, Any]]]:
    """Name an object for each address that needs one."""
    somebody = people.get("resident") or PersonFactory()
    # Its time is over: whoever walks by is told so, and gets no file.
    archive = ArchiveFactory(
        municipality=municipality,
        person=somebody,
        ready_at=timezone.now() - READY_FOR,
        ends_at=timezone.now(),
    )
    officer = people.get("data_protection_officer") or PersonFactory()
    SightFactory(municipality=municipality, by=officer, about=somebody)
    RetentionRuleFactory(municipality=municipality, changed_by=officer)
    erasure(municipality=municipality, by=officer)
    ForewarningFactory(municipality=municipality)
    giver = Giver.objects.create(municipality=municipality, name="Kari Paper", reach="+4790000000")
    return {
        "privacy:archive": [{"key": archive.key}],
        "privacy:rule": [{"key": "notices.read"}],
        "privacy:forget_giver": [{"public_id": giver.public_id}],
    }
