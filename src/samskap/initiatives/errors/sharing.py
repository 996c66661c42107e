"""How sharing an initiative with another municipality says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotThisMunicipality(Refusal):
    """An initiative is shared with another municipality, and one that stands open."""

    code = "initiatives.not_a_municipality_to_ask"
    text = _("Choose another municipality that uses Samskap. The initiative is at home here.")


class AskedAlready(Refusal):
    """One question at a time to each municipality."""

    code = "initiatives.municipality_is_asked_already"
    text = _("%(municipality)s has been asked already. You see its answer on this page.")


class NotYoursToShare(Refusal):
    """Only those who answer for a municipality let it take part."""

    code = "initiatives.sharing_is_not_yours_to_answer"
    text = _("Leaders and facilitators answer for %(municipality)s. Send them this address.")
    status = 403


class SharedAnswerStands(Refusal):
    """An answer is given once."""

    code = "initiatives.sharing_answered_already"
    text = _("This has its answer. Those who carry the initiative can ask again.")


class SharedNoNeedsAReason(Refusal):
    """Whoever says no says why."""

    code = "initiatives.sharing_no_needs_a_reason"
    text = _("Write why your municipality does not take part, and what would change that.")


class NotAPlaceHere(Refusal):
    """A municipality names places of its own."""

    code = "initiatives.not_a_place_here"
    text = _("Choose places in %(municipality)s.")


class NotShared(Refusal):
    """There is nothing to end."""

    code = "initiatives.not_shared"
    text = _("%(municipality)s does not take part in this, and has no question to answer.")
