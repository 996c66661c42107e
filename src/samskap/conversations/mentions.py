"""Who is mentioned in a text: “@Ada”, and only those whom the writer can see here anyway."""

import re

from samskap.conversations.models import Comment, State, Thread
from samskap.people.models import Person

MOST_LOOKED_AT = 200  # people of one conversation
MOST_TOLD = 10  # of those one comment mentions


def people_in(thread: Thread) -> list[Person]:
    """Those who can be mentioned: who wrote here, what it is about is theirs, or they lead it.

    Whoever shows no name cannot be called by one.
    """
    wrote = Comment.objects.filter(thread=thread, state=State.SHOWN, by__isnull=False)
    keys = set(wrote.values_list("by", flat=True).distinct().order_by()[:MOST_LOOKED_AT])
    keys |= set(thread.initiative.facilitators.values_list("pk", flat=True))
    keys |= {thread.author_id, thread.initiative.raised_by_id} - {None}
    found = Person.objects.filter(pk__in=keys, is_active=True)
    return [person for person in found if person.given_name or person.pseudonym]


def mentioned_in(text: str, people: list[Person]) -> list[Person]:
    """Those of some people whose shown name stands after an @ in a text.

    “@Ada Strand” calls Ada Strand and not Ada. Two who show the same name are both called: nobody
    can tell which was meant.
    """
    if "@" not in text:
        return []
    names = {person.shown_name.casefold() for person in people}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    any_name = "|".join(re.escape(name) for name in longest_first)
    called = set(re.findall(rf"(?<!\w)@({any_name})(?!\w)", text.casefold())) if names else set()
    return [person for person in people if person.shown_name.casefold() in called][:MOST_TOLD]
