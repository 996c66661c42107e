"""How the ledger says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class MayNotSpeakFor(Refusal):
    """No mandate for that organisation, or not that role."""

    code = "ledger.may_not_speak_for"
    text = _(
        "You cannot act in that name here. Choose yourself, or ask the organisation for a mandate."
    )


class ReasonIsMissing(Refusal):
    """A contribution is turned down without a reason."""

    code = "ledger.reason_is_missing"
    text = _("Write why it was not used. Whoever gave it deserves a reason.")


class FateDoesNotGoBack(Refusal):
    """An answered contribution cannot become unread."""

    code = "ledger.fate_does_not_go_back"
    text = _("This has been answered already. You can give a new answer, but not take one back.")


class NotYours(Refusal):
    """Somebody withdraws what another gave."""

    code = "ledger.not_yours"
    text = _("Only whoever gave this can withdraw it.")


class WithdrawItWhereItStands(Refusal):
    """What has a page of its own is withdrawn there."""

    code = "ledger.withdraw_it_where_it_stands"
    text = _("Open the page of what you gave, and withdraw it there.")


class TheFutureIsNotGivenYet(Refusal):
    """A contribution is dated after now."""

    code = "ledger.the_future_is_not_given_yet"
    text = _("The day lies ahead of us. Write the day it was given.")


class AnsweredBeforeItWasGiven(Refusal):
    """An answer is dated before what it answers."""

    code = "ledger.answered_before_it_was_given"
    text = _("This was given later than that. Write a day after it was given.")
