"""How the work of a committee says no."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samskap.base.refusals import Refusal


class NotYoursToWork(Refusal):
    """The tools of a committee belong to its members."""

    code = "committees.not_yours_to_work"
    status = 403
    text = _(
        "This is for the members of “%(committee)s”. Give the committee an idea instead, on the"
        " page of its initiative."
    )


class NotAtWork(Refusal):
    """Members propose, vote and try things out while the committee is at work."""

    code = "committees.not_at_work"
    text = _(
        "“%(committee)s” is not at work now: %(state)s. Those who keep it can take it back to work,"
        " and say why."
    )


class WordsAreMissing(Refusal):
    """A recommendation says what and why."""

    code = "committees.words_are_missing"
    text = _("Write what you recommend, and why. Whoever answers reads both.")


class AskedAlready(Refusal):
    """The committee is asked one question about a thing at a time."""

    code = "committees.asked_already"
    text = _("The committee is voting on this already. Give your vote on its page.")


class NotToBeAsked(Refusal):
    """What was decided, delivered or taken back is not put to the vote."""

    code = "committees.not_to_be_asked"
    text = _("This cannot be put to the vote as it stands: %(status)s.")


class NotYoursToRun(Refusal):
    """Putting a question and closing it is for whoever leads the meetings."""

    code = "committees.not_yours_to_run"
    status = 403
    text = _(
        "Whoever leads the meetings of “%(committee)s”, and those who keep it, do this. Ask them."
    )


class NotYourVote(Refusal):
    """Each member has one vote, and gives it."""

    code = "committees.not_your_vote"
    status = 403
    text = _("Members vote for themselves. Those who keep the committee write down paper votes.")


class VotingIsOver(Refusal):
    """A question that is closed takes no votes."""

    code = "committees.voting_is_over"
    text = _("The vote is over. Read on its page how it ended.")


class OnlyForTheMinority(Refusal):
    """A minority note is by somebody who was not for it."""

    code = "committees.only_for_the_minority"
    text = _("Only those who voted against it, or stood aside, write a minority note. Vote first.")


class NoteIsMissing(Refusal):
    """A minority note says why."""

    code = "committees.note_is_missing"
    text = _("Write why you disagree. Your note goes along with the recommendation.")


class NoteComesTooLate(Refusal):
    """What was laid before the elected body is not changed afterwards."""

    code = "committees.note_comes_too_late"
    text = _("It has been laid before the elected body already. Talk to them, or write below it.")


class SayHowItEnded(Refusal):
    """Closing a vote gives reasons."""

    code = "committees.say_how_it_ended"
    text = _("Write the reasons in a sentence or two. Those who were against it read them too.")


class NothingToDeliver(Refusal):
    """A delivery has at least one recommendation that was agreed on."""

    code = "committees.nothing_to_deliver"
    text = _(
        "The committee has not agreed on any recommendation that is not delivered yet."
        " Vote on one first."
    )


class StillVoting(Refusal):
    """What is voted on is not delivered yet."""

    code = "committees.still_voting"
    text = ngettext_lazy(
        "The committee is still voting on %(count)s recommendation. Close it first.",
        "The committee is still voting on %(count)s recommendations. Close them first.",
        "count",
    )
