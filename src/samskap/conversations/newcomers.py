"""Whoever is new: how long that lasts, and what they may not do meanwhile."""

import re
from datetime import timedelta

from django.utils import timezone

from samskap.conversations.errors import NoLinksYet, SlowlyAtFirst, TooManyLinks
from samskap.conversations.models import Comment, Rules, State
from samskap.ledger.hands import Hand
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

NEW_FOR = timedelta(days=3)
MOST_A_DAY = 3  # comments of whoever is new
MOST_LINKS = 3  # in one comment
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)

FirstComments = Rules.FirstComments


def rules_of(municipality: Municipality) -> Rules:
    """What a municipality has chosen, or what holds until it does."""
    return Rules.objects.of(municipality).first() or Rules(municipality=municipality)


def is_new(person: Person, municipality: Municipality) -> bool:
    """Whether an account is younger than three days; whoever has an office here is known."""
    is_young = person.joined_at > timezone.now() - NEW_FOR
    return is_young and person.roles_in(municipality) == {"resident"}


def begins_held(hand: Hand, municipality: Municipality, text: str) -> bool:
    """Say whether what somebody says waits for a first reading; ask no more of others than links.

    Refuses with TooManyLinks, NoLinksYet or SlowlyAtFirst.
    """
    links = len(LINK.findall(text))
    if links > MOST_LINKS:
        raise TooManyLinks(most=MOST_LINKS)
    if hand.entered_on_behalf or not is_new(hand.by, municipality):
        return False
    first_comments = rules_of(municipality).first_comments
    if first_comments == FirstComments.OPEN:
        return False
    if links:
        raise NoLinksYet
    mine = Comment.objects.of(municipality).filter(by=hand.by)
    if mine.filter(at__gt=timezone.now() - timedelta(days=1)).count() >= MOST_A_DAY:
        raise SlowlyAtFirst
    is_known = mine.filter(state=State.SHOWN).exists()
    return first_comments == FirstComments.HELD and not is_known
