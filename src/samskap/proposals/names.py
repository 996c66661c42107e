"""Whoever signed is known again by name and day of birth, however the name is written."""

import re
import unicodedata
from datetime import date

from django.utils.crypto import salted_hmac

from samskap.base.lines import one_line

NO_LETTER = re.compile(r"[^\w]+")


def plain(words: str) -> str:
    """Words without case, marks and needless blanks."""
    whole = unicodedata.normalize("NFKC", one_line(words)).casefold()
    return NO_LETTER.sub(" ", whole).strip()


def key_of(proposal: int, name: str, born_on: date | None, address: str = "") -> str:
    """What somebody is known again by on one proposal; the address where no birthday is known.

    The key says nothing by itself, and nothing of what else the same person has signed.
    """
    if born_on is None:
        return name_key_of(proposal, name, address)
    return _hashed(f"{proposal} name {plain(name)} born {born_on.isoformat()}")


def name_key_of(proposal: int, name: str, address: str) -> str:
    """What a name at an address is known again by on one proposal."""
    return _hashed(f"{proposal} name {plain(name)} at {plain(address)}")


def key_of_unreadable(paper_list: int, line: int) -> str:
    """What a line is known by that nobody can read: it is like no other."""
    return _hashed(f"list {paper_list} line {line}")


def subject_key_of(proposal: int, subject: str) -> str:
    """What an e-ID is known again by on one proposal."""
    return _hashed(f"{proposal} subject {subject}") if subject else ""


def _hashed(words: str) -> str:
    """A keyed hash of some words."""
    return salted_hmac("samskap.proposals.names", words, algorithm="sha256").hexdigest()[:32]
