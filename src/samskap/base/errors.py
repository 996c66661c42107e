"""How the ground floor says no."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samskap.base.refusals import Refusal


class TooOften(Refusal):
    """Someone does the same thing more often than people do."""

    code = "base.too_often"
    text = ngettext_lazy(
        "This was tried many times in a short while. Wait %(minutes)d minute, then try again.",
        "This was tried many times in a short while. Wait %(minutes)d minutes, then try again.",
        "minutes",
    )
    status = 429

    def __init__(self, *, seconds: int) -> None:
        super().__init__(minutes=-(-seconds // 60))
        self.seconds = seconds


class AddressCannotBeRead(Refusal):
    """An address asks for something with a character in it that stands for nothing."""

    code = "base.address_cannot_be_read"
    text = _("This address cannot be read. Begin at the front page and look for what you need.")
    status = 400


class OnlyFromAForm(Refusal):
    """An address that takes what a form sends was opened as if it were a page."""

    code = "base.only_from_a_form"
    text = _("There is no page here: this address belongs to a button. Go back and press it.")
    status = 405


class NoSuchPlaceInTheList(Refusal):
    """An address asks to go on with a list from a place that the list has never had."""

    code = "base.no_such_place_in_the_list"
    text = _("“after” is not from this list. Take it from “older” of the page before.")
    status = 422
