"""How the desk says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotYourDesk(Refusal):
    """Somebody without a part in answering looks for errands."""

    code = "desk.not_your_desk"
    text = _(
        "Errands are for those who answer for the municipality. Ask an administrator for the role."
    )
    status = 403


class WordingIsNotEdited(Refusal):
    """An answer is sent as the wording has it."""

    code = "desk.wording_is_not_edited"
    text = _(
        "This is a prepared answer, word for word. Write something of your own, so that people"
        " hear that they were read."
    )


class GapIsLeft(Refusal):
    """A gap of a wording is still there."""

    code = "desk.gap_is_left"
    text = _("The answer still holds “%(gap)s”. Write what belongs there, or take it away.")


class MayNotTakeIt(Refusal):
    """An errand is handed to somebody who may not answer it."""

    code = "desk.may_not_take_it"
    text = _("%(person)s may not answer this. Choose somebody who works with the initiative.")


class TooManyAtOnce(Refusal):
    """More errands are chosen than anyone can read."""

    code = "desk.too_many_at_once"
    text = _("Choose at most %(most)s at a time, so that each of them is really read.")
