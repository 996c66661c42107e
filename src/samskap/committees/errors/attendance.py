"""How attendance and hours say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class SayWhatWasDone(Refusal):
    """An alarm is answered by saying what was done."""

    code = "committees.say_what_was_done"
    text = _("Write what you did, for instance whom you called and what they need to come.")


class NotYourHours(Refusal):
    """Hours are written by whoever works them, and seen by the leader."""

    code = "committees.not_your_hours"
    status = 403
    text = _("Those who facilitate write their own hours. Only they and leaders see them.")


class NotAMeetingOfThis(Refusal):
    """Hours belong to a meeting of the committee."""

    code = "committees.not_a_meeting_of_this"
    text = _("Choose a meeting of “%(committee)s”.")


class NotHours(Refusal):
    """Hours are counted from nought to a hundred for each part."""

    code = "committees.not_hours"
    text = _("Write hours between 0 and %(most)s for each part.")
