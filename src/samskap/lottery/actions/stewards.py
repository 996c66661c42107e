"""Who keeps a lot."""

from django.db import transaction

from samskap.lottery.actions.steps import held
from samskap.lottery.errors import NoSuchColleague, NotYoursToKeep
from samskap.lottery.models import Lot
from samskap.lottery.permissions import holds_office, may_name_stewards
from samskap.people.models import Person


@transaction.atomic
def name_steward(*, lot: Lot, by: Person, email: str) -> Person:
    """Let a colleague keep the lot too. Refuses with NotYoursToKeep or NoSuchColleague."""
    lot = held(lot)
    if not may_name_stewards(by, lot):
        raise NotYoursToKeep
    person = Person.objects.filter(email=email.strip().lower(), is_active=True).first()
    if person is None or not holds_office(person, lot.municipality):
        raise NoSuchColleague
    lot.stewards.add(person)
    return person
