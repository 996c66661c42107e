"""Levels: how surely a municipality must know who does what."""

from django.db import transaction

from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.people.errors import NoEIdHere, NotYoursToSetUp
from samskap.people.models import Level, Person
from samskap.people.permissions import acts, may_set_up_sign_in
from samskap.people.queries import has_e_id


@transaction.atomic
def set_least_levels(*, municipality: Municipality, levels: dict[str, int], by: Person) -> None:
    """Ask for a surer sign-in for some acts; what is no more than a module asks is left out.

    levels  the level of each act that may be raised, by key

    Refuses with NotYoursToSetUp or NoEIdHere.
    """
    if not may_set_up_sign_in(by, municipality):
        raise NotYoursToSetUp
    raised = {key: levels[key] for key, act in acts().items() if levels.get(key, 0) > act.least}
    if Level.IDENTIFIED in raised.values() and not has_e_id(municipality):
        raise NoEIdHere
    municipality.least_levels = raised
    municipality.save(update_fields=["least_levels"])
    remember("people.least_levels_set", by=by.pseudonym_key, about=municipality)
