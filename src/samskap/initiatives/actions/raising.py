"""Raising an initiative: three questions, in the person’s own words (Hedensted, S1:31)."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language

from samskap.base.memory import remember
from samskap.base.text import plain
from samskap.initiatives.errors.initiative import DreamIsMissing
from samskap.initiatives.models import Initiative, StateChange
from samskap.initiatives.models.initiative import State
from samskap.ledger.actions import give, open_account
from samskap.ledger.hands import Hand
from samskap.ledger.models import Phase, Side
from samskap.municipalities.models import Municipality
from samskap.people.models import Level, Person
from samskap.people.permissions import require_level

TITLE_LENGTH = 80
TAKEN = frozenset({"map", "raise", "topics", "initiative"})  # addresses of the house itself
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "đ": "d", "ŋ": "n"})


def title_from(dream: str) -> str:
    """Suggest a title: the first line of the dream, cut between words."""
    first = next((line for line in dream.splitlines() if line.strip()), "")
    return plain(first, TITLE_LENGTH).rstrip(".")


@transaction.atomic
def raise_initiative(
    *,
    municipality: Municipality,
    by: Person,
    hand: Hand,
    dream: str,
    first_solution: str = "",
    helpers: str = "",
    title: str = "",
    language: str = "",
    at: datetime | None = None,
) -> Initiative:
    """Raise an initiative: its account, its first step, and the dream as its first contribution.

    What comes from outside the public sector asks for an answer; its clock starts now.
    Refuses with SignInNeeded or DreamIsMissing.
    """
    require_level(by, Level.REACHABLE)
    if not dream.strip():
        raise DreamIsMissing
    at = at or timezone.now()
    title = title.strip() or title_from(dream)
    initiative = _with_free_slug(
        Initiative(
            municipality=municipality,
            account=open_account(municipality=municipality),
            title=title[:120],
            language=language or get_language() or municipality.default_language,
            dream=dream.strip(),
            first_solution=first_solution.strip(),
            helpers=helpers.strip(),
            # On behalf of somebody: whoever holds the pen has not raised it.
            raised_by=hand.giver.person,
            raised_for=hand.speaking_for,
            raised_as=hand.actor_kind,
            raised_at=at,
        )
    )
    StateChange.objects.create(
        municipality=municipality,
        initiative=initiative,
        after=State.IDEA,
        by=by,
        speaking_for=hand.speaking_for,
        at=at,
    )
    give(
        account=initiative.account,
        hand=hand,
        phase=Phase.DEFINE,
        kind="problem_statement",
        is_input=hand.side == Side.NON_PUBLIC,
        caption=initiative.title,
        path=initiative.get_absolute_url(),
        answer_days=municipality.answer_days,
        at=at,
    )
    remember("initiatives.raised", by=by.pseudonym_key, about=initiative, within=initiative)
    return initiative


def _with_free_slug(initiative: Initiative) -> Initiative:
    """Save under an address that nobody has; two who ask at once get two addresses."""
    wish = slugify(initiative.title.lower().translate(LETTERS))[:70].strip("-") or "initiative"
    number = 2 if wish in TAKEN else 1
    others = Initiative.objects.of(initiative.municipality).filter(slug__startswith=wish)
    number += others.count()
    while True:
        initiative.slug = wish if number == 1 else f"{wish}-{number}"
        try:
            with transaction.atomic():
                initiative.save(force_insert=True)
        except IntegrityError:
            number += 1
        else:
            return initiative
