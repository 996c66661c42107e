"""Finding deliberations and their statements."""

from collections.abc import Iterable

from django.db.models import Count, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from samskap.base.brought import along
from samskap.base.memory import key_of
from samskap.base.models import Happening
from samskap.base.once import once
from samskap.deliberation.models import (
    Deliberation,
    Participant,
    Standing,
    Statement,
    StatementText,
    Vote,
)
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

NEWEST = ("-opens_at", "-pk")


def deliberation_in(municipality: Municipality) -> "QuerySet[Deliberation]":
    """Deliberations of a municipality with what their page shows."""
    found: QuerySet[Deliberation] = Deliberation.objects.of(municipality)
    return found.select_related("initiative__account", "initiative__municipality", "municipality")


def listed(municipality: Municipality) -> "QuerySet[Deliberation]":
    """Deliberations of a municipality for a list, with how many people are counted and not."""
    found: QuerySet[Deliberation] = Deliberation.objects.of(municipality)
    people = Participant.objects.filter(deliberation=OuterRef("pk")).order_by()

    def number(*, set_aside: bool) -> Coalesce:
        """How many take part in one way."""
        rows = people.filter(set_aside=set_aside).values("deliberation")
        counted = rows.annotate(n=Count("pk")).values("n")
        return Coalesce(Subquery(counted, output_field=IntegerField()), 0)

    counts = {"people": number(set_aside=False), "not_counted": number(set_aside=True)}
    return found.annotate(**counts).select_related("initiative").order_by(*NEWEST)


def taken_part_in(person: Person, municipality: Municipality) -> "QuerySet[Deliberation]":
    """Where somebody takes part, the newest first."""
    found: QuerySet[Deliberation] = Deliberation.objects.of(municipality)
    found = found.filter(participants__person=person).select_related("initiative")
    return found.order_by(*NEWEST)


@along(lambda: Deliberation.objects.filter(initiative=OuterRef("pk")).order_by(*NEWEST))
@once
def deliberations_of(initiative: Initiative) -> list[Deliberation]:
    """Every deliberation of an initiative, the newest first."""
    return list(Deliberation.objects.filter(initiative=initiative).order_by(*NEWEST))


def asked_now(initiative: Initiative) -> list[str]:
    """The questions that an initiative asks everybody just now."""
    return [each.question for each in deliberations_of(initiative) if each.is_open]


def shown_in(deliberation: Deliberation) -> "QuerySet[Statement]":
    """The statements of a deliberation that everybody sees, with their translations."""
    found: QuerySet[Statement] = deliberation.statements.filter(state=Standing.SHOWN)
    return found.prefetch_related(Prefetch("texts", StatementText.objects.order_by("language")))


def statement_in(municipality: Municipality) -> "QuerySet[Statement]":
    """Statements of a municipality, with what acting on them needs."""
    found: QuerySet[Statement] = Statement.objects.of(municipality)
    return found.select_related(
        "deliberation__initiative__account",
        "deliberation__initiative__municipality",
        "deliberation__municipality",
        "contribution__giver__person",
        "read_by",
    )


def statement_to_vote_on(municipality: Municipality) -> "QuerySet[Statement]":
    """Statements of a municipality, with no more than a press of a button needs."""
    found: QuerySet[Statement] = Statement.objects.of(municipality)
    return found.select_related("deliberation__initiative", "deliberation__municipality")


def written_by(participant: Participant) -> "QuerySet[Statement]":
    """What a participant has stated, whatever became of it, the newest first."""
    rows: QuerySet[Statement] = participant.statements.select_related("contribution__standing")
    return rows.order_by("-number")


def votes_by(participant: Participant) -> "QuerySet[Vote]":
    """What a participant has voted on what is still shown, the last first."""
    votes: QuerySet[Vote] = participant.votes.filter(statement__state=Standing.SHOWN)
    votes = votes.select_related("statement").prefetch_related("statement__texts")
    return votes.annotate(number=F("statement__number"))


def waits(before: str = "") -> Q:
    """A statement that waits for a first look, or for another after an appeal.

    before  the way to the statement, e.g. “statements__”
    """
    appealed = {f"{before}appealed_at__isnull": False, f"{before}appeal_at": None}
    return Q(**{f"{before}state": Standing.AWAITING}) | Q(**appealed)


def set_aside_by(person: Person, statements: Iterable[Statement]) -> set[int]:
    """Of some statements the keys of those that somebody has ever set aside, by the memory."""
    key_by_name = {key_of(each): each.pk for each in statements}
    found = Happening.objects.filter(
        what="deliberation.set_aside", by=person.pseudonym_key, about__in=key_by_name
    )
    return {key_by_name[name] for name in found.values_list("about", flat=True)}


def translations_to_read(deliberation: Deliberation) -> "QuerySet[StatementText]":
    """Translations that wait for a first look, the oldest first."""
    found: QuerySet[StatementText] = StatementText.objects.filter(
        statement__deliberation=deliberation, waiting_since__isnull=False
    )
    return found.select_related("statement").order_by("waiting_since", "pk")


def to_read(deliberation: Deliberation) -> "QuerySet[Statement]":
    """What waits for a first look, and appeals that wait for another."""
    found: QuerySet[Statement] = deliberation.statements.filter(waits())
    return found.select_related("deliberation__initiative", "contribution__giver", "read_by")
