"""How agendas say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotTakingPart(Refusal):
    """Only whoever takes part proposes, speaks and approves."""

    code = "meetings.not_taking_part"
    text = _("Say on the page of the event that you are coming. Then you take part in it.")


class NotForThisAgenda(Refusal):
    """The item stands on another agenda, or is not on it."""

    code = "meetings.not_for_this_agenda"
    text = _("This does not stand on the agenda. Load the page again, and look there.")


class SayWhyLeftOut(Refusal):
    """Nobody’s proposal is left out without a reason."""

    code = "meetings.say_why_left_out"
    text = _("Write why it is not on the agenda this time. Whoever proposed it will read it.")
