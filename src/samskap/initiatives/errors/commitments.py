"""How commitments, hours and resources say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class DayLiesBehind(Refusal):
    """A promise, or the last day for voices, is about a day to come."""

    code = "initiatives.day_lies_behind"
    text = _("Choose today or a day ahead of us.")


class NotYourCommitment(Refusal):
    """Only the partner’s people and the facilitators act on a promise."""

    code = "initiatives.not_your_commitment"
    status = 403
    text = _("This promise belongs to “%(partner)s”. Ask them, or a facilitator, to do it.")


class NotYoursToAccept(Refusal):
    """A promise is accepted by the other party, never by whoever offered it."""

    code = "initiatives.not_yours_to_accept"
    status = 403
    text = _("A promise is accepted by the other party. Ask another partner to accept it.")


class NotWaitingForThis(Refusal):
    """The promise stands elsewhere by now."""

    code = "initiatives.not_waiting_for_this"
    text = _("This promise is marked “%(status)s”, so this can no longer be done. See the list.")


class SayWhyReleased(Refusal):
    """Nobody is let off a promise without a word."""

    code = "initiatives.say_why_released"
    text = _("Write why the promise is released.")


class NotAnAmount(Refusal):
    """What was given is more than nothing, and within reason."""

    code = "initiatives.not_an_amount"
    text = _("Write a number above 0 and up to %(most)s.")


class NotAResource(Refusal):
    """We know money, premises, equipment and help from an expert."""

    code = "initiatives.not_a_resource"
    text = _("Choose one of the things on the list.")


class NotYoursToWriteDown(Refusal):
    """Only facilitators write down what somebody else gave."""

    code = "initiatives.not_yours_to_write_down"
    status = 403
    text = _("You can write down what you did yourself. For others, ask a facilitator.")
