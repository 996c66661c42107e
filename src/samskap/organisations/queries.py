"""Reading organisations."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Person


def mandates_of(
    person: Person, municipality: Municipality, on: date | None = None
) -> list[Organisation]:
    """The organisations a person may speak for on a day (today), by name."""
    day = on or timezone.localdate()
    return list(
        Organisation.objects.of(municipality)
        .filter(
            memberships__person=person,
            memberships__ended_at=None,
            memberships__may_speak=True,
            memberships__mandate_from__lte=day,
            memberships__mandate_until__gte=day,
        )
        .select_related("parent")
        .order_by("name")
    )


def root_of(organisation: Organisation) -> Organisation:
    """The topmost declared parent of an organisation; itself where it declares none."""
    seen = {organisation.pk}
    while organisation.parent is not None and organisation.parent.pk not in seen:
        organisation = organisation.parent
        seen.add(organisation.pk)
    return organisation


def organisations_of(municipality: Municipality) -> QuerySet[Organisation]:
    """All organisations of a municipality, by name."""
    return Organisation.objects.of(municipality).select_related("parent")


def elected_bodies(municipality: Municipality) -> QuerySet[Organisation]:
    """The council and its committees, by name."""
    return organisations_of(municipality).filter(kind__in=Organisation.ELECTED_KINDS)
