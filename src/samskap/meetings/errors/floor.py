"""How the floor of a meeting says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotNow(Refusal):
    """Nobody asks for the floor before or long after a meeting."""

    code = "meetings.not_now"
    text = _("Hands are put up while the meeting is on. Come back when it begins.")


class NoSuchHand(Refusal):
    """The hand is down already, or somebody else was quicker."""

    code = "meetings.no_such_hand"
    text = _("This hand is down already. Look at the list again.")
