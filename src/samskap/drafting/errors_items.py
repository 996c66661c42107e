"""How items of a plan say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotYoursToPlan(Refusal):
    """Only those who carry the initiative make its plan."""

    code = "drafting.not_yours_to_plan"
    status = 403
    text = _("Those who carry “%(initiative)s” make its plan. Ask one of them to do it.")


class NotYoursToReport(Refusal):
    """Only those who carry the plan, and the responsible, say how far an item has come."""

    code = "drafting.not_yours_to_report"
    status = 403
    text = _(
        "Those who are responsible for “%(item)s”, and those who carry the initiative, say how far"
        " it has come. Ask one of them."
    )


class SayWhyChanged(Refusal):
    """What others have decided about is changed with a reason only."""

    code = "drafting.say_why_changed"
    text = _("This item has been before “%(body)s”. Write why you change it.")


class WaitsForTheBody(Refusal):
    """Nothing about an item changes while an elected body has it."""

    code = "drafting.waits_for_the_body"
    text = _("“%(body)s” has this item and answers by %(day)s. Wait for the answer.")


class NothingToLay(Refusal):
    """No item waits to be laid before anybody."""

    code = "drafting.nothing_to_lay"
    text = _("No item of the plan is left to lay before anybody. Make a paragraph an item first.")


class ItemStandsElsewhere(Refusal):
    """The item has come too far, or not far enough, for this."""

    code = "drafting.item_stands_elsewhere"
    text = _("This item is marked “%(state)s”, so this cannot be done now. See its page.")


class SayWhatHappened(Refusal):
    """Nothing is said about an item without words."""

    code = "drafting.say_what_happened"
    text = _("Write in a sentence what has happened, so that everybody can follow it.")


class DayLiesAhead(Refusal):
    """What is in force has begun."""

    code = "drafting.day_lies_ahead"
    text = _("This day lies ahead of us. Say it when the day has come.")
