"""Raising an initiative: three questions, in the person’s own words (Hedensted, S1:31)."""

from datetime import datetime
from itertools import count
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language

from samskap.base.memory import remember
from samskap.base.text import plain
from samskap.initiatives.actions.frames import write_frame
from samskap.initiatives.errors.initiative import DreamIsMissing
from samskap.initiatives.models import Initiative, StateChange
from samskap.initiatives.models.initiative import State
from samskap.ledger.actions import give, open_account
from samskap.ledger.hands import Hand
from samskap.ledger.models import Phase, Side
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

TITLE_LENGTH = 80
TAKEN = frozenset(
    {"map", "raise", "topics", "across", "initiative"}
)  # addresses of the house itself
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
    money: str = "",
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> Initiative:
    """Raise an initiative: its account, its first step, and the dream as its first contribution.

    What comes from outside the public sector asks for an answer; its clock starts now.
    money      what money there is, as the first line of the frame; only the public side can say it,
               and says it when a challenge is opened, so that nobody wishes in the dark (R-071)
    public_id  chosen by the form, so that a button pressed twice raises one initiative

    Refuses with SignInNeeded, StrongerSignInNeeded or DreamIsMissing.
    """
    hand.require_level("initiatives.raise")
    if not dream.strip():
        raise DreamIsMissing
    at = at or timezone.now()
    title = title.strip() or title_from(dream)
    # One at a time in each municipality: addresses stay free, and the second press waits here.
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
    before: Initiative | None = Initiative.objects.filter(public_id=public_id or uuid4()).first()
    if before is not None:
        if before.raised_by_id == hand.giver.person_id and before.municipality == municipality:
            return before
        public_id = None
    initiative = _with_free_slug(
        Initiative(
            municipality=municipality,
            public_id=public_id or uuid4(),
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
    if money.strip() and hand.side == Side.PUBLIC:
        write_frame(initiative=initiative, by=by, money=money)
    return initiative


def _with_free_slug(initiative: Initiative) -> Initiative:
    """Save under an address that nobody here has."""
    wish = slugify(initiative.title.lower().translate(LETTERS))[:70].strip("-") or "initiative"
    alike = Initiative.objects.of(initiative.municipality).filter(slug__startswith=wish)
    taken = TAKEN | set(alike.values_list("slug", flat=True))
    names = (wish if number == 1 else f"{wish}-{number}" for number in count(1))
    initiative.slug = next(name for name in names if name not in taken)
    initiative.save(force_insert=True)
    return initiative
