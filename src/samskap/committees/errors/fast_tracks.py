"""How the fast track and pilots say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotOfThisCommittee(Refusal):
    """Only what was given to the committee’s own initiative is on its fast track."""

    code = "committees.not_of_this_committee"
    text = _("Choose an idea that was given to the initiative of “%(committee)s”.")


class SayWhyItIsGood(Refusal):
    """What is obvious can be said in a sentence."""

    code = "committees.say_why_it_is_good"
    text = _("Write why it is obviously good. Those who let it through read it.")


class MarkedAlready(Refusal):
    """An idea is on one fast track at a time."""

    code = "committees.marked_already"
    text = _("This idea is on the fast track already. See how it stands on its page.")


class NotYoursToAccept(Refusal):
    """Two offices let an idea through."""

    code = "committees.not_yours_to_accept"
    status = 403
    text = _(
        "Only whoever speaks for the standing committee today, and the chief executive, answer"
        " here. Ask them."
    )


class FastTrackIsOver(Refusal):
    """What was answered, or not answered in time, takes no answer."""

    code = "committees.fast_track_is_over"
    text = _(
        "It no longer waits for an answer: %(status)s. The committee can mark the idea anew,"
        " or recommend it."
    )


class AuthorityIsMissing(Refusal):
    """Nobody decides by an authority that is not on record."""

    code = "committees.authority_is_missing"
    text = _(
        "Write which delegation lets you decide this, who gave it, and on which day it was given."
    )


class AcceptedForThisOffice(Refusal):
    """Each office accepts once."""

    code = "committees.accepted_for_this_office"
    text = _("It is accepted for this office already. Now it waits for the other one.")


class OneHandForEachOffice(Refusal):
    """Nobody accepts for both offices: two pairs of eyes are the point of it."""

    code = "committees.one_hand_for_each_office"
    text = _("You have accepted it already. Somebody else answers for the other office.")


class SayWhyNot(Refusal):
    """A refusal says why."""

    code = "committees.say_why_not"
    text = _("Write why it has to wait. The committee reads it, and can propose it otherwise.")


class NotAccepted(Refusal):
    """Only what was let through starts."""

    code = "committees.not_accepted"
    text = _("It cannot start yet: %(status)s.")


class StartsBeforeItWasAccepted(Refusal):
    """Nothing starts before it is let through."""

    code = "committees.starts_before_it_was_accepted"
    text = _("It starts on the day it was accepted at the earliest. Choose a later day.")


class PilotEndsBeforeItStarts(Refusal):
    """A pilot has a first day and a later last one."""

    code = "committees.pilot_ends_before_it_starts"
    text = _("Choose a last day that lies after the first one.")


class StopRuleIsMissing(Refusal):
    """What makes a pilot stop is written down before it begins."""

    code = "committees.stop_rule_is_missing"
    text = _("Write what you try, and what makes you stop at once.")


class MoreShapeThanTakePart(Refusal):
    """Those who help to shape a pilot take part in it."""

    code = "committees.more_shape_than_take_part"
    text = _("Those who shape it are among those who take part. Count them there, too.")


class PilotIsDecided(Refusal):
    """What was decided about a pilot stays as it is."""

    code = "committees.pilot_is_decided"
    text = _("It is decided what becomes of this pilot. Begin a new one to try more.")


class SayWhatCameOut(Refusal):
    """A decision about a pilot rests on what it showed."""

    code = "committees.say_what_came_out"
    text = _("Write first what you found out. The committee decides on that ground.")
