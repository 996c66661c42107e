"""How rotas say no."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samskap.base.refusals import Refusal


class NotYoursToOpen(Refusal):
    """Only those who carry the initiative open a rota for it."""

    code = "rotas.not_yours_to_open"
    text = _(
        "Those who carry this initiative open its rotas. Become a partner, or ask one of them."
    )


class NotRunning(Refusal):
    """The initiative is not carried out yet, or stands beside its path."""

    code = "rotas.not_running"
    text = _(
        "A rota belongs to an initiative that is carried out or runs. Agree on the solution of"
        " “%(initiative)s” first."
    )


class NotYoursToKeep(Refusal):
    """Only its coordinators, and those who carry the initiative, change a rota."""

    code = "rotas.not_yours_to_keep"
    text = _("The coordinators keep this rota. You can take a turn, or tell one of them.")


class RotaIsClosed(Refusal):
    """The rota, or its initiative, takes nobody on any more."""

    code = "rotas.rota_is_closed"
    text = _("“%(rota)s” takes nobody on now. Its initiative says why, and what goes on.")


class ShiftIsOver(Refusal):
    """The shift has ended."""

    code = "rotas.shift_is_over"
    text = _("This shift is over. Choose one that is still ahead.")


class ShiftHasBegun(Refusal):
    """What has begun is not moved any more."""

    code = "rotas.shift_has_begun"
    text = _("This shift has begun. Write down afterwards who was there, and for how long.")


class NewTimeHasPassed(Refusal):
    """A shift is moved to a time ahead."""

    code = "rotas.new_time_has_passed"
    text = _("This time has passed. Choose one that is still ahead.")


class ShiftIsCalledOff(Refusal):
    """The shift does not take place."""

    code = "rotas.shift_is_called_off"
    text = _("This shift is called off. See if another shift needs you.")


class ShiftIsFull(Refusal):
    """All the places are taken."""

    code = "rotas.shift_is_full"
    text = _(
        "“%(rota)s” has everyone it needs for this shift. Stand in line, or see if another shift"
        " needs you."
    )


class ThereIsRoom(Refusal):
    """Nobody has to wait for a place that is free."""

    code = "rotas.there_is_room"
    text = _("There is a free place on this shift. You need not wait: take it.")


class AlreadyOnShift(Refusal):
    """The person has this turn already."""

    code = "rotas.already_on_shift"
    text = _("You are on this shift already. There is nothing more to do.")


class CollidesWithAnother(Refusal):
    """The person is somewhere else at that time."""

    code = "rotas.collides_with_another"
    text = _(
        "It collides with another shift: “%(other)s”, %(when)s. Hand that one back first, or"
        " choose another time."
    )


class RequirementIsMissing(Refusal):
    """The duty takes something that nobody has seen yet."""

    code = "rotas.requirement_is_missing"
    text = _("This duty takes: %(what)s. Ask a coordinator how to get it; then take the shift.")


class ForStaff(Refusal):
    """The duty is for paid staff."""

    code = "rotas.for_staff"
    text = _("This duty is for paid staff. Choose a duty for volunteers on the same shift.")


class NotYourTurn(Refusal):
    """Only whoever has a turn, or a coordinator, changes it."""

    code = "rotas.not_your_turn"
    text = _("This is somebody else’s turn. Ask them, or a coordinator.")


class TurnIsSettled(Refusal):
    """The turn is done, handed back, swapped or called off."""

    code = "rotas.turn_is_settled"
    text = _("This turn is settled: %(status)s. See your other turns.")


class NotTheTime(Refusal):
    """One checks in around the time of a shift, and confirms hours after it."""

    code = "rotas.not_the_time"
    text = _("You can do this from %(start)s. Come back then.")


class NotAnHour(Refusal):
    """Nobody works so few minutes, or so many."""

    code = "rotas.not_an_hour"
    text = _("Write how long it took: from a quarter of an hour to %(most)s hours.")


class NothingToCorrect(Refusal):
    """Nobody has said yet how the turn went."""

    code = "rotas.nothing_to_correct"
    text = _("No hours are written down for this turn. Say first whether you were there.")


class SayWhyItIsCorrected(Refusal):
    """Whoever corrects hours says why."""

    code = "rotas.say_why_it_is_corrected"
    text = _("Write why the hours are corrected. The others will read it.")


class NotYoursToEnter(Refusal):
    """Only coordinators put somebody else on a shift."""

    code = "rotas.not_yours_to_enter"
    text = _("You can take a turn yourself. To put somebody else on a shift, ask a coordinator.")


class BadRule(Refusal):
    """The rule of recurrence cannot be read."""

    code = "rotas.bad_rule"
    text = _("This rule cannot be read. Write it as calendars do, such as FREQ=WEEKLY;BYDAY=TU,TH.")


class NoShifts(Refusal):
    """The rule makes no shift at all."""

    code = "rotas.no_shifts"
    text = _("No day fits. Choose other weekdays, or a later last day.")


class NobodyNeeded(Refusal):
    """A shift that needs nobody is none."""

    code = "rotas.nobody_needed"
    text = _("Say how many people are needed for at least one duty.")


class SayWhy(Refusal):
    """Whoever calls something off says why."""

    code = "rotas.say_why"
    text = _("Write why it is called off. Those who are on the shift will read it.")


class SayWhyItChanges(Refusal):
    """Whoever changes what others have taken on says why."""

    code = "rotas.say_why_it_changes"
    text = _("Write why it is changed. Those who have taken it on will read it.")


class SwapIsAnswered(Refusal):
    """Somebody has answered, or it was taken back."""

    code = "rotas.swap_is_answered"
    text = _("This has been answered, or taken back. See your turns.")


class NotAskedOfYou(Refusal):
    """The swap is asked of somebody else."""

    code = "rotas.not_asked_of_you"
    text = _("Somebody else is asked to take this turn. See what else you can take.")


class SwapIsAsked(Refusal):
    """A turn is offered to one at a time."""

    code = "rotas.swap_is_asked"
    text = _("You have asked already. Wait for the answer, or take the question back.")


class NothingToOffer(Refusal):
    """None of the turns can be offered to others."""

    code = "rotas.nothing_to_offer"
    text = _("Choose at least one turn that is still ahead, and that is not offered yet.")


class TooMany(Refusal):
    """More places at once than a shift can have."""

    code = "rotas.too_many"
    text = ngettext_lazy(
        "At most %(most)s place at once.", "At most %(most)s places at once.", "most"
    )


class NotYourFeed(Refusal):
    """Only whoever made the address of a calendar closes it."""

    code = "rotas.not_your_feed"
    text = _("Somebody else made this address. You see your own under “Your calendar”.")


class PlanTooLong(Refusal):
    """The days of a plan cannot be planned."""

    code = "rotas.plan_too_long"
    text = _("A plan is for days ahead, at most half a year. Choose a last day within that.")


class NothingToPlan(Refusal):
    """All places are taken, or there are no shifts."""

    code = "rotas.nothing_to_plan"
    text = _("No place is free in these days. Choose other days, or add shifts first.")


class NobodyToAsk(Refusal):
    """Nobody is with the rota, or nobody wants suggestions."""

    code = "rotas.nobody_to_ask"
    text = _("Nobody here wants shifts suggested. Invite people to take a first shift themselves.")


class NotSuggestedToYou(Refusal):
    """The suggestion is for somebody else, is answered, or was put away."""

    code = "rotas.not_suggested_to_you"
    text = _("This is not suggested to you any more. See what else you can take.")


class PlanIsPutAway(Refusal):
    """Nobody is asked any more."""

    code = "rotas.plan_is_put_away"
    text = _("This plan is put away. Make a new one for the places that are still free.")


class NothingToCertify(Refusal):
    """No turn of this person is confirmed yet."""

    code = "rotas.nothing_to_certify"
    text = _("No shift of yours is confirmed yet. Confirm your hours first; then come back.")
