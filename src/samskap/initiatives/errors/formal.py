"""How formal decisions say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotAnElectedBody(Refusal):
    """Recommendations are answered by a council or a political committee of this municipality."""

    code = "initiatives.not_an_elected_body"
    text = _("“%(name)s” is not an elected body here. Choose the council or one of its committees.")


class NothingRecommended(Refusal):
    """A body has nothing to answer."""

    code = "initiatives.nothing_recommended"
    text = _("Write at least one recommendation, each on its own.")


class PromiseLiesBehind(Refusal):
    """An answer is promised for a day to come."""

    code = "initiatives.promise_lies_behind"
    text = _("Choose a day ahead of us for the answer.")


class PromiseIsTooLate(Refusal):
    """Nobody promises to break the law."""

    code = "initiatives.promise_is_too_late"
    text = _("The promised day lies after the law’s last day, %(day)s. Choose an earlier one.")


class NotYoursToAnswer(Refusal):
    """Only people of the body answer for it."""

    code = "initiatives.not_yours_to_answer"
    status = 403
    text = _(
        "Only elected representatives, case officers and leaders of “%(body)s” answer here."
        " Ask one of them."
    )


class AnsweredAlready(Refusal):
    """A recommendation is answered once."""

    code = "initiatives.answered_already"
    text = _("This recommendation has its answer. Lay it before the body again to get a new one.")


class AnswerNeedsReasons(Refusal):
    """Every answer is reasoned (domain.md 2.4)."""

    code = "initiatives.answer_needs_reasons"
    text = _("Write the reasons for the answer. Those who recommended it will read them.")
