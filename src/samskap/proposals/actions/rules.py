"""Setting the rules of a municipality."""

from typing import Any

from django.db import transaction

from samskap.base.memory import remember
from samskap.kernels.errors import LooserThanTheFormula
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.proposals.errors import HarderThanTheLaw, NotYoursToSetUp
from samskap.proposals.models import Rules
from samskap.proposals.permissions import may_set_rules


@transaction.atomic
def set_rules(*, municipality: Municipality, by: Person, **chosen: Any) -> Rules:
    """Choose the rules of proposals; the law’s own numbers may only be made easier.

    chosen  fields of `Rules`; what is left out becomes as the scheme says

    Refuses with NotYoursToSetUp or HarderThanTheLaw.
    """
    if not may_set_rules(by, municipality):
        raise NotYoursToSetUp
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
    before = Rules.objects.of(municipality).values_list("pk", flat=True).first()
    rules = Rules(pk=before, municipality=municipality, **chosen)
    if not can_be(rules):
        raise HarderThanTheLaw
    rules.save()
    remember("proposals.rules_set", by=by.pseudonym_key, about=rules)
    return rules


def can_be(rules: Rules) -> bool:
    """Whether rules ask for no more than the law does."""
    try:
        return bool(rules.scheme)
    except LooserThanTheFormula:
        return False
