"""Finding who takes part."""

from django.db.models import Count, QuerySet

from samskap.deliberation.knowing import Voter, key_of
from samskap.deliberation.models import Deliberation, Participant


def participant_of(deliberation: Deliberation, voter: Voter) -> Participant | None:
    """The participant that somebody is, by their account, or without one by their cookie."""
    rows: QuerySet[Participant] = deliberation.participants.select_related("contribution__giver")
    if voter.person:
        return rows.filter(person=voter.person).first()
    key = key_of(voter.cookie, deliberation)
    return rows.filter(key=key).first() if key else None


def counted(deliberation: Deliberation) -> tuple[int, int]:
    """How many take part and are counted, and how many are not."""
    numbers = dict(
        deliberation.participants.order_by()
        .values_list("set_aside")
        .annotate(Count("pk"))
        .values_list("set_aside", "pk__count")
    )
    return numbers.get(False, 0), numbers.get(True, 0)


def not_counted_by_place(deliberation: Deliberation) -> list[tuple[str, int]]:
    """The places from which people are not counted, as keyed hashes, with how many; most first."""
    waiting = deliberation.participants.filter(set_aside=True).exclude(source="").order_by()
    rows = waiting.values_list("source").annotate(people=Count("pk"))
    return list(rows.order_by("-people", "source")[:20])
