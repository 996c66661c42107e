"""How old somebody is on a day."""

from datetime import date


def age_on(born_on: date, day: date) -> int:
    """The age in whole years; whoever was born on 29 February has a birthday on 1 March."""
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (not had_birthday)
