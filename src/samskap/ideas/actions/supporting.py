"""Support: one person, one support."""

from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from samskap.base.memory import remember
from samskap.base.prepared import insert
from samskap.ideas.errors import (
    IdeaIsWithdrawn,
    InitiativeTakesNoMore,
)
from samskap.ideas.models import Idea, PaperSupport, Support
from samskap.ideas.queries import already_supported, idea_to_support
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Account, FateStatus
from samskap.people.models import Person

ONE_SUPPORT_MORE = "UPDATE ideas_idea SET supports = supports + 1 WHERE id = %s"


def support(*, idea: Idea, hand: Hand) -> Support | None:
    """Support an idea; a second press changes nothing and returns None.

    What became a part of another meanwhile is supported where it goes on.

    Refuses with SignInNeeded, StrongerSignInNeeded, IdeaIsWithdrawn or InitiativeTakesNoMore.
    """
    hand.require_level("ideas.support")
    if idea.withdrawn_at:
        raise IdeaIsWithdrawn
    if not idea.initiative.is_open:
        raise InitiativeTakesNoMore(initiative=idea.initiative)
    hand.party  # noqa: B018 - asked for now, and not while others wait
    with transaction.atomic():
        # Two presses at once: the second waits here, and finds that the first was enough.
        account = ledger.lock(idea.initiative.account_id)
        now = already_supported.first(idea=idea.pk, person=hand.by.pk)
        assert now is not None  # noqa: S101 - for the types alone; ideas are never deleted
        merged_into, withdrawn_at, is_mine = now
        if withdrawn_at:
            raise IdeaIsWithdrawn
        if is_mine:
            return None
        if merged_into:  # since it was read; it goes on there, and so does the support
            [idea] = idea_to_support.all(municipality=idea.municipality_id, key=merged_into)
        return write_support(idea, hand, account)


def write_support(idea: Idea, hand: Hand, account: Account) -> Support:
    """Write the support, its ledger row and the idea’s count; the account is held."""
    given = ledger.give(
        account=account,
        is_held=True,
        hand=hand,
        phase=idea.initiative.phase,
        kind="support",
        is_independent=False,
        caption=idea.title,
        path=idea.get_absolute_url(),
    )
    supported = Support(
        municipality_id=idea.municipality_id, idea=idea, person=hand.by, contribution=given
    )
    insert(supported)
    with connection.cursor() as cursor:
        cursor.execute(ONE_SUPPORT_MORE, [idea.pk])
    remember("ideas.idea_supported", by=hand.by.pseudonym_key, about=idea, within=idea.initiative)
    return supported


@transaction.atomic
def stop_supporting(*, idea: Idea, by: Person) -> None:
    """Take one’s support back. The ledger keeps that it was given and withdrawn."""
    ledger.lock(idea.initiative.account_id)  # two presses at once: the second finds nothing
    goes_on = Idea.objects.filter(pk=idea.pk).values(now=Coalesce("merged_into", "pk"))
    theirs = Support.objects.filter(person=by)
    mine = theirs.filter(Q(idea__in=goes_on) | Q(idea__merged_into__in=goes_on))
    for supported in mine.select_related("contribution"):
        end_support(supported, by=by)
        remember("ideas.support_withdrawn", by=by.pseudonym_key, about=idea, within=idea.initiative)


def end_support(supported: Support | PaperSupport, *, by: Person | None, reason: str = "") -> None:
    """Let one support end: the row goes, the count falls, the ledger says that it was withdrawn."""
    ledger.settle(
        contribution=supported.contribution, status=FateStatus.WITHDRAWN, by=by, reason=reason
    )
    people = supported.people if isinstance(supported, PaperSupport) else 1
    Idea.objects.filter(pk=supported.idea_id).update(supports=F("supports") - people)
    supported.delete()
