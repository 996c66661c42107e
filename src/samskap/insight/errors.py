"""How insight says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class SayWhy(Refusal):
    """A contest without a reason."""

    code = "insight.say_why"
    text = _("Write what you think is wrong, and how you know. Then others can look into it.")


class NotYoursToAnswer(Refusal):
    """The objection is not answered by whoever asks."""

    code = "insight.not_yours_to_answer"
    text = _("Those who lead the initiative answer objections. You can add one of your own.")


class ObjectionIsAnswered(Refusal):
    """An answer is given once, and stays as it was given."""

    code = "insight.objection_is_answered"
    text = _("This objection has its answer. Is it wrong? Object anew, and say what you know.")
