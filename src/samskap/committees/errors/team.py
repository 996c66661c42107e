"""How committees refuse what has to do with charter, call and members."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samskap.base.refusals import Refusal


class StillToDeclare(Refusal):
    """Whoever sits declares interests, and not to be locked to a solution, before the work."""

    code = "committees.still_to_declare"
    text = ngettext_lazy(
        "%(persons)s member has not declared interests and openness yet. See who, under members.",
        "%(persons)s members have not declared interests and openness yet. See who, under members.",
        "persons",
    )


class NothingChanged(Refusal):
    """A new version of the charter must differ from the last one."""

    code = "committees.nothing_changed"
    text = _("Nothing is different from version %(version)s. Change something, or leave it so.")


class SayWhatChanged(Refusal):
    """A charter that changes says what is new, and why."""

    code = "committees.say_what_changed"
    text = _("Write what changed and why. Every member reads it, and confirms the new version.")


class ThisIsMissing(Refusal):
    """A charter needs a purpose, a task and something to deliver."""

    code = "committees.this_is_missing"
    text = _("A charter needs a purpose, a task, and what is to be delivered. Write all three.")


class AdoptedAlready(Refusal):
    """A version is adopted once, and never after a newer one."""

    code = "committees.adopted_already"
    text = _("This version, or a newer one, is adopted already. Write a new version to change it.")


class DayLiesAhead(Refusal):
    """What has been done was not done on a day to come."""

    code = "committees.day_lies_ahead"
    text = _("The day lies ahead of us. Write the day on which it was done.")


class OnlyMembersConfirm(Refusal):
    """Members confirm that they have read the charter."""

    code = "committees.only_members_confirm"
    text = _("Members of the committee confirm that they have read the charter. You can read it.")


class NewerCharter(Refusal):
    """A newer version holds."""

    code = "committees.newer_charter"
    text = _("A newer version of the charter holds now. Read that one.")


class CallIsClosed(Refusal):
    """Nobody registers any more."""

    code = "committees.call_is_closed"
    text = _("The call is closed. Follow the committee: others are often invited along the way.")


class CalledAlready(Refusal):
    """One call at a time."""

    code = "committees.called_already"
    text = _("A call is open already. Close it before you open another.")


class LastDayHasPassed(Refusal):
    """The last day of a call lies ahead."""

    code = "committees.last_day_has_passed"
    text = _("The last day has passed. Choose one that gives people time to register.")


class NotYoursToChoose(Refusal):
    """The call says who chooses."""

    code = "committees.not_yours_to_choose"
    text = _("Members are chosen another way here: %(way)s. The call says so.")


class NotDeclaredYet(Refusal):
    """Nobody is appointed before they declare."""

    code = "committees.not_declared_yet"
    text = _(
        "Whoever is appointed first says that they are open to any solution, and what binds them."
        " Ask them to declare it."
    )


class SeatIsTaken(Refusal):
    """Somebody sits there."""

    code = "committees.seat_is_taken"
    text = _("Somebody sits in this seat. Choose a free one, or make them a substitute.")


class SitsAlready(Refusal):
    """Nobody is a member twice."""

    code = "committees.sits_already"
    text = _("%(person)s is in the committee already. See the members.")


class IsWithdrawn(Refusal):
    """Whoever withdrew is not chosen."""

    code = "committees.is_withdrawn"
    text = _("This registration is withdrawn. Choose among the others.")


class NotElected(Refusal):
    """Only elected representatives sit as such."""

    code = "committees.not_elected"
    text = _("%(person)s is no elected representative here. Choose another role for them.")


class NotASubstitute(Refusal):
    """Only a substitute takes over, and only from somebody who left."""

    code = "committees.not_a_substitute"
    text = _("A substitute takes over from a member who has left. Choose one of each.")


class NotYoursToEnd(Refusal):
    """Members leave by themselves, or are let go by those who keep the committee."""

    code = "committees.not_yours_to_end"
    text = _("Members say so themselves when they leave. You can ask them.")


class LeftAlready(Refusal):
    """Nobody leaves twice."""

    code = "committees.left_already"
    text = _("%(person)s has left already.")


class CallIsStillOpen(Refusal):
    """The lot is drawn among all, so nobody can come in afterwards."""

    code = "committees.call_is_still_open"
    text = _("People can still register. Close the call, and start the lot then.")


class NobodyToDraw(Refusal):
    """There are fewer people than seats."""

    code = "committees.nobody_to_draw"
    text = _(
        "%(persons)s have registered and declared, for %(seats)s free seats. Invite more people, or"
        " change the seats."
    )


class NotDrawnYet(Refusal):
    """The lot has not been drawn."""

    code = "committees.not_drawn_yet"
    text = _("The lot is not drawn yet. See on its page what comes next.")


class NotEligible(Refusal):
    """The law says how old members of a committee under it are."""

    code = "committees.not_eligible"
    text = _(
        "A committee under the law has members who are at least 18 in the year they are elected."
        " Change the legal form in the charter, or choose somebody else."
    )
