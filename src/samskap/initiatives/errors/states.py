"""How the steps of an initiative say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NoSuchStep(Refusal):
    """The state machine knows no way from here to there (domain.md 5.0)."""

    code = "initiatives.no_such_step"
    text = _("“%(before)s” cannot become “%(after)s”. Choose one of the steps on the list.")


class TakenByADecision(Refusal):
    """Only a decision agrees on a problem or a solution."""

    code = "initiatives.taken_by_a_decision"
    text = _("“%(after)s” follows from a decision. Open a decision, and let the partners be heard.")


class SayWhy(Refusal):
    """A step back, or out, is never silent (domain.md 5.0)."""

    code = "initiatives.say_why"
    text = _("Write why. Those who gave to the initiative will read it.")


class SayWhatWasLearnt(Refusal):
    """What is stopped leaves its learning behind."""

    code = "initiatives.say_what_was_learnt"
    text = _("Write what was learnt, and who sees to it that it ends well.")


class AgreeOnTheProblemFirst(Refusal):
    """A solution waits for the problem (S4:59)."""

    code = "initiatives.agree_on_the_problem_first"
    text = _("Agree on what the problem is before you decide on the solution.")


class TextIsMissing(Refusal):
    """An empty problem or solution cannot be agreed on."""

    code = "initiatives.text_is_missing"
    text = _("Write the text that you agree on.")


class NotIntoItself(Refusal):
    """An initiative cannot become a part of itself, nor of its own part."""

    code = "initiatives.not_into_itself"
    text = _("An initiative cannot be joined with itself. Choose another one.")


class NotMerged(Refusal):
    """There is nothing to take apart."""

    code = "initiatives.not_merged"
    text = _("“%(initiative)s” stands on its own already. There is nothing to undo.")
