"""How attendance says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class MoreThanCards(Refusal):
    """More in the groups than there are cards."""

    code = "meetings.more_than_cards"
    text = _("There are %(cards)s cards, but %(counted)s in “%(dimension)s”. Count them again.")


class NotExpected(Refusal):
    """Nobody writes down whether somebody came who is not on the list."""

    code = "meetings.not_expected"
    text = _("Only those on the list can be ticked. Load the page again, and look at the list.")
