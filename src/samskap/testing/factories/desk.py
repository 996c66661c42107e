"""Factories for the desk."""

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone

from samskap.desk.models import Charge, Wording, WorkloadLimit
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import MUNICIPALITY, PersonFactory


class WordingFactory(factory.django.DjangoModelFactory):
    """A prepared answer with a gap."""

    class Meta:
        model = Wording

    municipality = factory.SubFactory(MUNICIPALITY)
    title = factory.Sequence(lambda n: f"Thanks, no. {n}")
    text = "Thank you for this. We use it for [what we use it for]."
    language = "en"


def errand(*, municipality: Municipality, days_late: int = 0, **more: Any) -> Contribution:
    """An idea that waits for an answer, as many days past its promise as is said."""
    if days_late:
        more["at"] = timezone.now() - timedelta(days=municipality.answer_days + days_late)
    initiative = more.pop("initiative", None) or InitiativeFactory(municipality=municipality)
    given: Contribution = idea(initiative=initiative, **more).contribution
    return given


def samples(
    municipality: Municipality, people: dict[str, Person]
) -> dict[str, list[dict[str, Any]]]:
    """Name an object for each address that needs one."""
    somebody = people.get("facilitator") or PersonFactory()
    given = errand(municipality=municipality, days_late=3)
    Charge.objects.create(
        municipality=municipality, contribution=given, person=somebody, handed_by=somebody
    )
    WorkloadLimit.objects.get_or_create(municipality=municipality)
    wording = WordingFactory(municipality=municipality, changed_by=somebody)
    return {
        "desk:wording": [{"pk": wording.pk}],
        "desk:throw_wording_away": [{"pk": wording.pk}],
    }
