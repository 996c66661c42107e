"""How meetings say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NothingMoreHere(Refusal):
    """The initiative takes nothing in any more."""

    code = "meetings.nothing_more_here"
    text = _("“%(initiative)s” takes nothing more in. See which initiatives are open.")


class NotYoursToHold(Refusal):
    """Only whoever holds an event, and those who lead its initiative, change it."""

    code = "meetings.not_yours_to_hold"
    text = _("Those who hold this event change it. You can say that you are coming.")


class EventIsFull(Refusal):
    """All the places are taken."""

    code = "meetings.event_is_full"
    text = _("“%(event)s” is full. Wait for a place on its page: you hear when you have one.")


class EventIsOver(Refusal):
    """The event has ended."""

    code = "meetings.event_is_over"
    text = _("This event is over. See what happens next.")


class EventIsCalledOff(Refusal):
    """The event does not take place."""

    code = "meetings.event_is_called_off"
    text = _("This event is called off. See what happens instead.")


class NotYet(Refusal):
    """Nobody can say how it was before it has begun."""

    code = "meetings.not_yet"
    text = _("The event has not begun. Come back afterwards and say how it was.")


class SayWhy(Refusal):
    """An event is not called off without a reason."""

    code = "meetings.say_why"
    text = _("Write why it is called off. Those who wanted to come will read it.")


class ItHasPassed(Refusal):
    """An event is announced before it is over."""

    code = "meetings.it_has_passed"
    text = _("This time has passed. Choose one that is still ahead.")


class MoreNewThanCame(Refusal):
    """More people were new than came in all."""

    code = "meetings.more_new_than_came"
    text = _("Those who are new are among those who came. Write how many came in all first.")


class TooFewPlaces(Refusal):
    """More people are coming than there would be places."""

    code = "meetings.too_few_places"
    text = _("%(coming)s have said that they are coming. Make room for at least as many.")


class NobodyTakesItIn(Refusal):
    """No part of the house takes in what came up."""

    code = "meetings.nobody_takes_it_in"
    text = _("Ideas cannot be taken in just now. Write it down, and try again tomorrow.")
