"""Rules of nights, in plain numbers."""

from math import ceil


def hosts_needed(young: int, *, persons_per_host: int, hosts_least: int) -> int:
    """Count the adults who must be awake for this many young people.

    No law sets the number. One for every ten, and never fewer than two, so that nobody is alone
    with a child and one can fetch help, is what the house begins with (decision 107); a
    municipality may ask for more.
    """
    return max(hosts_least, ceil(young / persons_per_host))
