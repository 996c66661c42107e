"""Sums of money, days, and who is responsible for an item, in plain words."""

from datetime import date, datetime

from django.utils import timezone, translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samskap.design.clocks import as_day, in_words
from samskap.drafting.models.item import Item


def kroner(amount: int | None) -> str:
    """Write a sum as people do: “1 200 000 kr”; empty where nobody knows it."""
    if amount is None:
        return ""
    return _("{amount} kr").format(amount=number_format(amount, force_grouping=True))


def day_of(moment: date | datetime) -> str:
    """Write a day as people say it, without the year when it is this year."""
    return in_words(as_day(moment), timezone.localdate())


def responsible_for(item: Item) -> str:
    """Who carries an item out: the organisation, the words beside it, or both."""
    names = [item.responsible.name if item.responsible else "", item.responsible_says]
    return ", ".join(filter(None, names))


def in_item(item: Item) -> str:
    """Say in the language of a plan in which of its items something is."""
    with translation.override(item.document.language):
        return _("It is in item {number} of “{plan}”: {title}.").format(
            number=item.number, plan=item.document.title, title=item.title
        )
