"""Names on paper: the same person is known again, however the name and the contact are written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from samskap.base.lines import one_line

COUNTRY_CODE = re.compile(r"^(?:\+|00)(?:47|45|46)")  # of our own neighbours
NO_LETTER = re.compile(r"[^\w@]+")
SHORTEST_NUMBER = 5  # digits, from which on a contact is a telephone number


@dataclass(frozen=True)
class OnPaper:
    """One name of a list, and how to reach whoever it belongs to."""

    name: str
    contact: str = ""

    @property
    def key(self) -> str:
        """What it is known again by: a keyed hash, which leads nobody back to the name."""
        return _hashed(f"name {plain_name(self.name)} {plain_contact(self.contact)}")


def key_of_list(reference: str, idea: int) -> str:
    """What a counted list is known again by: another idea’s list of that name is another list."""
    return _hashed(f"list of {idea}: {plain_name(reference)}")


def keys_of_list(reference: str, ideas: Iterable[int]) -> set[str]:
    """What a list of any of these ideas can be known by; the first were known by their name."""
    return {key_of_list(reference, idea) for idea in ideas} | {
        _hashed(f"list {plain_name(reference)}")
    }


def plain_name(name: str) -> str:
    """A name without case, marks and needless blanks."""
    return NO_LETTER.sub(" ", one_line(name).casefold()).strip()


def plain_contact(contact: str) -> str:
    """A telephone number as its digits, anything else without case, marks and blanks."""
    line = one_line(contact).casefold()
    if "@" in line:
        return line.replace(" ", "")
    digits = re.sub(r"[\s().-]", "", line)
    number = COUNTRY_CODE.sub("", digits)
    if number.isdecimal() and len(number) >= SHORTEST_NUMBER:
        return number
    return NO_LETTER.sub("", line)


def _hashed(words: str) -> str:
    """A keyed hash of some words."""
    return salted_hmac("samskap.ideas.paper", words, algorithm="sha256").hexdigest()[:32]
