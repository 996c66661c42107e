"""What suits a helper: when they can, how much they want, and what they would like."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from django.db import transaction

from samskap.people.models import Person
from samskap.people.permissions import require_level
from samskap.rotas.actions.rotas import join
from samskap.rotas.models import Availability, Helper, Rota, Series, Wish
from samskap.rotas.permissions import LEAST_LEVEL


@transaction.atomic
def say_what_suits(
    *,
    rota: Rota,
    by: Person,
    times: Sequence[tuple[int, time, time]],
    limits: Mapping[str, Any],
    wishes: Mapping[Series, bool | None],
) -> Helper:
    """Keep what somebody says of themselves, and let them be with the rota.

    times   weekday, from, until; none at all means at any time
    limits  fields of the helper, by name
    wishes  True: would like to; False: rather not; None: no matter

    Refuses with SignInNeeded.
    """
    require_level(by, LEAST_LEVEL)
    helper = join(rota, by)
    not_with = limits.get("not_with")
    for name, value in limits.items():
        if name != "not_with":
            setattr(helper, name, value)
    helper.save()
    if not_with is not None:
        helper.not_with.set(not_with)
    helper.availability.filter(is_free=True).delete()
    Availability.objects.bulk_create(
        Availability(
            municipality_id=rota.municipality_id,
            helper=helper,
            weekday=weekday,
            starts=starts,
            ends=ends,
        )
        for weekday, starts, ends in times
    )
    for series, is_wanted in wishes.items():
        if is_wanted is None:
            Wish.objects.filter(helper=helper, series=series).delete()
        else:
            Wish.objects.update_or_create(
                helper=helper,
                series=series,
                defaults={"is_wanted": is_wanted, "municipality_id": rota.municipality_id},
            )
    return helper


def say_learnt(*, rota: Rota, by: Person, learnt: str) -> Helper:
    """Keep what somebody has learnt, in their own words.

    Refuses with SignInNeeded.
    """
    require_level(by, LEAST_LEVEL)
    helper = join(rota, by)
    helper.learnt = learnt.strip()
    helper.save(update_fields=["learnt"])
    return helper
