"""How deadlines that a rule gives say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class DayHasPassed(Refusal):
    """A deadline lies ahead."""

    code = "initiatives.day_has_passed"
    text = _("%(day)s has passed already. Choose the next day that the rule gives.")


class DeadlineIsOver(Refusal):
    """Somebody said before what became of it."""

    code = "initiatives.deadline_is_over"
    text = _("Somebody has told already what became of “%(what)s”. Read it on the list.")
