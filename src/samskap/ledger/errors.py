"""How the ledger says no."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

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


class AnswersAreOwed(Refusal):
    """Somebody asks for more input while answers to earlier input are late."""

    code = "ledger.answers_are_owed"
    text = ngettext_lazy(
        "%(late)s person waits here for an answer past the promised day. Answer, or say why it"
        " takes longer; then ask for more.",
        "%(late)s people wait here for an answer past the promised day. Answer them, or say why"
        " it takes longer; then ask for more.",
        "late",
    )


class NothingIsWaiting(Refusal):
    """An answer is put off where nobody waits for one."""

    code = "ledger.nothing_is_waiting"
    text = _("Nobody waits for an answer to this any more. Reload the list to see what is left.")


class NewDayIsNotLater(Refusal):
    """An answer is put off to a day that does not lie ahead."""

    code = "ledger.new_day_is_not_later"
    text = _("Choose a day that lies ahead, and at most %(days)s days from now.")


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
