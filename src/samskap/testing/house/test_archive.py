"""The archive of a person holds every personal field of every table, or says why not."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import ForeignKey, Model

from samskap.people.models import Person
from samskap.privacy.queries.held import announced_sections, sections
from samskap.testing.house.test_floors import our_models


def personal_fields() -> Iterator[tuple[type[Model], str]]:
    """Every personal field of the house, with its table."""
    for model in our_models():
        for name in getattr(model, "personal_fields", ()):
            yield model, name


def test_every_personal_field_is_in_the_archive_or_its_module_says_why_not():
    shown = {(section.model, name) for section in sections() for name in section.shows}
    # The first step of a way leads from the row to the person: it is what the archive is about.
    shown |= {(section.model, way.split("__")[0]) for section in sections() for way in section.by}
    excused = {
        (apps.get_model(held.model), name)
        for held in announced_sections()
        for name in held.leaves_out
    }
    tables = {section.model for section in sections()}
    between = {
        (model, field.name)
        for model, name in personal_fields()
        for field in model._meta.many_to_many
        if field.name == name and field.remote_field.through in tables
    }

    missing = set(personal_fields()) - shown - excused - between
    assert sorted(f"{model._meta.label}.{name}" for model, name in missing) == []


def test_every_field_that_leads_to_a_person_is_followed():
    links = {
        (model, field.name)
        for model in our_models()
        for field in model._meta.concrete_fields
        if field.related_model is Person
    }

    assert links - {(section.model, way) for section in sections() for way in section.by} == set()


def test_no_part_of_the_archive_shows_another_person():
    wrong = {
        f"{section.key}: {field.name}"
        for section in sections()
        for field in section.fields()
        if field.related_model is Person
    }

    assert wrong == set()


def test_ways_to_the_person_go_forward_so_that_no_row_is_found_twice():
    for section in sections():
        for way in section.by:
            model = section.model
            *steps, last = way.split("__")
            for step in steps:
                link = model._meta.get_field(step)
                assert isinstance(link, ForeignKey), f"{section.key}: {step}"
                model = link.related_model
            field = model._meta.pk if last == "pk" else model._meta.get_field(last)
            assert field is not None


def test_what_modules_announce_is_there():
    wrong = []
    for held in announced_sections():
        model = apps.get_model(held.model)
        names = {field.name for field in model._meta.get_fields()}
        wrong += [
            f"{held.model}.{name}" for name in {*held.shows, *held.leaves_out, *held.stays} - names
        ]
    assert wrong == []
