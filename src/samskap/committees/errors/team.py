"""How committees refuse what has to do with charter, call and members."""

from django.utils.translation import ngettext_lazy

from samskap.base.refusals import Refusal


class StillToDeclare(Refusal):
    """Whoever sits declares interests, and not to be locked to a solution, before the work."""

    code = "committees.still_to_declare"
    text = ngettext_lazy(
        "%(persons)s member has not declared interests and openness yet. See who, under members.",
        "%(persons)s members have not declared interests and openness yet. See who, under members.",
        "persons",
    )
