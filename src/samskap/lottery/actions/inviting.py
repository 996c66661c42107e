"""Inviting people at random from a list, with a seed that is written down."""

import secrets
from hashlib import sha256

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from samskap.lottery.actions.entering import months_back
from samskap.lottery.actions.starting import new_codes
from samskap.lottery.actions.steps import held_by, note
from samskap.lottery.errors import NobodyToInvite
from samskap.lottery.models import Invitee, Lot, State, Step
from samskap.people.models import Person


@transaction.atomic
def invite_at_random(*, lot: Lot, by: Person, people: int, seed: str = "") -> list[Invitee]:
    """Invite so many of those on the list whom nobody has invited; each is as likely as the next.

    Every line stands in the order of SHA-256(seed, key of the line), and the first are taken. The
    seed is the program’s own and is written down: with the list anybody can do it again. Whoever
    was invited for another lot within the pause of this one is left out, and where one of each
    household is drawn, only one of it is invited.

    Refuses with NotYoursToKeep, NotAtThisStep or NobodyToInvite.
    """
    lot = held_by(by, lot, State.OPEN)
    seed = seed or secrets.token_hex(16)
    waiting = list(can_be_invited(lot).values_list("key", "household"))
    taken_homes = set(
        lot.invitees.exclude(invited_at=None).exclude(household="").values_list("household")
    )
    homes = {home for (home,) in taken_homes}
    chosen: list[str] = []
    for key, household in sorted(waiting, key=lambda line: place_of(seed, line[0])):
        if len(chosen) == people:
            break
        if lot.one_per_household and household:
            if household in homes:
                continue
            homes.add(household)
        chosen.append(key)
    if not chosen:
        raise NobodyToInvite
    taken = set(lot.invitees.exclude(code="").values_list("code", flat=True))
    invited = list(lot.invitees.filter(key__in=chosen))
    now = timezone.now()
    for invitee, code in zip(invited, new_codes(len(invited), taken), strict=True):
        invitee.invited_at, invitee.code = now, code
    Invitee.objects.bulk_update(invited, ["invited_at", "code"], batch_size=500)
    note(lot, Step.What.INVITED, by, seed=seed, invited=len(invited), of=len(waiting))
    return invited


def place_of(seed: str, key: str) -> str:
    """Where a line of the list stands in the order of a seed."""
    return sha256(f"{seed}:{key}".encode()).hexdigest()


def can_be_invited(lot: Lot) -> "QuerySet[Invitee]":
    """Those on the list whom nobody has invited, neither here nor lately for another lot."""
    waiting: QuerySet[Invitee] = lot.invitees.filter(invited_at=None)
    if lot.pause_months:
        lately = Invitee.objects.filter(
            municipality_id=lot.municipality_id, invited_at__gt=months_back(lot.pause_months)
        ).exclude(lot=lot)
        waiting = waiting.exclude(key__in=lately.values("key"))
    return waiting
