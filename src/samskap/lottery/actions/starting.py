"""Starting a lot: for all who say yes, for those invited, or for people registered elsewhere."""

import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from samskap.initiatives.models import Initiative
from samskap.kernels.lot import Quota
from samskap.ledger.models import Channel, Giver
from samskap.lottery.actions.steps import note
from samskap.lottery.errors import (
    AnswerEverything,
    NotYoursToStart,
    TargetsContradict,
    TooManyAreDrawn,
)
from samskap.lottery.features import Feature, features_of, written
from samskap.lottery.models import Entrant, Lot, State, Step
from samskap.lottery.permissions import may_start
from samskap.people.models import Person

MOST_SEATS = 500
# Letters and figures that nobody takes for another when they are read aloud.
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 6


@dataclass(frozen=True, kw_only=True)
class Registered:
    """Somebody who registered elsewhere, and is to be in the pool.

    features   feature → value, one for each feature of the quotas
    household  the same words for everybody who lives together; empty where nobody asked
    reference  what it is called elsewhere: `result_of` gives it back
    """

    giver: Giver
    features: Mapping[str, str] = field(default_factory=dict)
    household: str = ""
    reference: str = ""
    channel: str = Channel.WEB


@transaction.atomic
def start_lot(
    *,
    initiative: Initiative,
    title: str,
    size: int,
    by: Person,
    quotas: Iterable[Quota] = (),
    entrants: Iterable[Registered] = (),
    features: Iterable[Feature] | None = None,
    language: str = "",
    about: str = "",
    pool: str = "",
    way: str = Lot.Way.LEXIMIN,
    one_per_household: bool = False,
    pause_months: int = 0,
    youngest: int = 16,
    closes_on: date | None = None,
    public_id: UUID | None = None,
) -> Lot:
    """Start a lot; whoever starts it is its first steward. A second press changes nothing.

    quotas     how many are to be drawn of each value of each feature
    entrants   people who registered elsewhere: the pool is theirs alone, and closed at once
    features   instead of quotas, where the population of each value is known too
    public_id  names the press, so that two presses make one lot

    Refuses with NotYoursToStart, TooManyAreDrawn, TargetsContradict or AnswerEverything.
    """
    if not may_start(by, initiative):
        raise NotYoursToStart
    if not 1 <= size <= MOST_SEATS:
        raise TooManyAreDrawn(most=MOST_SEATS)
    asked = features_of(quotas) if features is None else tuple(features)
    must_add_up(asked, size)
    registered = list(entrants)
    key = public_id or uuid4()
    if Lot.objects.filter(public_id=key).exclude(initiative=initiative).exists():
        key = uuid4()  # of a lot elsewhere: no form of ours has chosen it
    lot, is_new = Lot.objects.get_or_create(
        public_id=key,
        defaults={
            "municipality": initiative.municipality,
            "initiative": initiative,
            "title": title.strip(),
            "about": about.strip(),
            "language": language or get_language() or initiative.municipality.default_language,
            "size": size,
            "pool": pool or (Lot.Pool.GIVEN if registered else Lot.Pool.EVERYBODY),
            "way": way,
            "features": written(asked),
            "one_per_household": one_per_household,
            "pause_months": pause_months,
            "youngest": youngest,
            "closes_on": closes_on,
            "state": State.CLOSED if registered else State.OPEN,
        },
    )
    if is_new:
        lot.stewards.add(by)
        put_in(lot, registered, asked, by)
        note(lot, Step.What.STARTED, by)
    return lot


def must_add_up(features: Iterable[Feature], size: int) -> None:
    """Refuse targets of one feature that no panel of this size can keep."""
    for feature in features:
        least = sum(value.least for value in feature.values)
        most = sum(value.most for value in feature.values)
        backwards = any(value.least > value.most for value in feature.values)
        if not least <= size <= most or backwards:
            raise TargetsContradict(feature=feature.title, least=least, most=most, size=size)


def must_answer(features: Iterable[Feature], answers: Mapping[str, str]) -> dict[str, str]:
    """Take the answers that the features ask for, each one of the values offered."""
    for feature in features:
        if feature.value(answers.get(feature.title, "")) is None:
            raise AnswerEverything(feature=feature.title)
    return {feature.title: answers[feature.title] for feature in features}


def put_in(
    lot: Lot, registered: list[Registered], features: tuple[Feature, ...], by: Person
) -> None:
    """Put people who registered elsewhere into the pool."""
    codes = new_codes(len(registered))
    Entrant.objects.bulk_create(
        Entrant(
            municipality_id=lot.municipality_id,
            lot=lot,
            giver=one.giver,
            person_id=one.giver.person_id,
            code=code,
            features=must_answer(features, one.features),
            household=household_key(one.household, lot),
            channel=one.channel,
            entered_by=by,
            reference=one.reference,
        )
        for one, code in zip(registered, codes, strict=True)
    )


def new_codes(count: int, taken: Collection[str] = ()) -> list[str]:
    """Codes that say nothing about anybody, each one new."""
    codes: dict[str, Any] = {}
    while len(codes) < count:
        code = "".join(secrets.choice(SIGNS) for _sign in range(LENGTH))
        if code not in taken:
            codes[code] = None
    return list(codes)


def household_key(words: str, lot: Lot) -> str:
    """Stand for an address without saying it; the same address is the same household."""
    plain = " ".join(words.casefold().replace(",", " ").split())
    if not plain:
        return ""
    said = f"{lot.municipality_id}:{plain}"
    return salted_hmac("samskap.lottery.household", said, algorithm="sha256").hexdigest()
