"""Reading items of a plan: what they cost beside what money there is, how they stand, who waits."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from samskap.drafting.models import Document, Wording
from samskap.drafting.models.item import Item, ItemSource, ItemStep, Money
from samskap.drafting.queries.people import WHO_GAVE
from samskap.initiatives.models import Commitment, Recommendation
from samskap.initiatives.models.initiative import PHASE_OF
from samskap.ledger.models import Contribution, FateStatus
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

State = Item.State
CONTRIBUTIONS = ("number",)
WAITS = Q(standing__answered_at=None) & ~Q(standing__status=FateStatus.WITHDRAWN)
WHICH = {
    "waiting": WAITS,
    "used": Q(standing__status=FateStatus.USED),
    "partly": Q(standing__status=FateStatus.PARTLY_USED),
    "not": Q(standing__status=FateStatus.NOT_USED),
}


def with_all(items: "QuerySet[Item]") -> "QuerySet[Item]":
    """Let each item bring what lists and pages show: its words, and how many proposals it is from.

    text     the wording of its paragraph that holds now
    n_from   contributions that it came from
    """
    wording = Wording.objects.filter(
        paragraph=OuterRef("paragraph"), version=OuterRef("paragraph__version")
    )
    return items.select_related(
        "municipality",
        "paragraph",
        "responsible",
        "commitment",
        "recommendation__formal_decision__body",
        "recommendation__formal_decision__initiative",
    ).annotate(text=Subquery(wording.values("text")[:1]), n_from=Count("sources", distinct=True))


def items_of(document: Document) -> "QuerySet[Item]":
    """The items of a plan in the order of their numbers."""
    return with_all(Item.objects.filter(document=document)).order_by("number")


def items_in(municipality: Municipality) -> "QuerySet[Item]":
    """Every item of a municipality, with what its page reads."""
    found = with_all(Item.objects.of(municipality))
    return found.select_related(
        "document__municipality", "document__initiative__municipality",
        "document__initiative__account",
    )  # fmt: skip


def to_lay(items: "QuerySet[Item]") -> "QuerySet[Item]":
    """Those of some items that no elected body has, or that came back, and are in the text."""
    is_free = Q(recommendation=None) | Q(recommendation__answer="returned")
    return items.filter(is_free, state=State.PLANNED, paragraph__removed_at=None)


def steps_of(item: Item) -> "QuerySet[ItemStep]":
    """Everything that happened to an item, the first thing first."""
    return item.steps.select_related("by", "recommendation__formal_decision__body").order_by(
        "at", "pk"
    )


def sources_shown(item: Item) -> "QuerySet[ItemSource]":
    """Where an item came from, with who gave it."""
    return item.sources.select_related(*WHO_GAVE).order_by("contribution__at", "pk")


def money_of(document: Document) -> list[Money]:
    """What was said about money for a plan, the newest word first."""
    return list(document.money.order_by("-said_on", "-pk")[:10])


@dataclass(frozen=True, kw_only=True)
class PlanSums:
    """How a plan stands.

    items      living items; by_state: every item, dropped ones too, by state
    cost       of the living ones, in whole kroner; unknown: of them, those that say no cost
    money      what there is, in whole kroner; None where nobody has said
    in_time    items that came into force on their day or before; after: those that came later
    late       items whose day has passed
    kept, promised_late  promises behind living items that are kept, and that are late
    promises   promises behind living items
    """

    items: int
    by_state: dict[str, int]
    cost: int
    unknown: int
    money: int | None
    in_time: int
    after: int
    late: int
    promises: int
    kept: int
    promised_late: int

    @property
    def left(self) -> int | None:
        """What is left of the money when everything is paid; below zero where it is not enough."""
        return None if self.money is None else self.money - self.cost


def sums_of_plan(items: list[Item], money: list[Money]) -> PlanSums:
    """Add up the items of a plan, as they were read."""
    living = [item for item in items if item.is_alive]
    promises = {item.commitment_id: item.commitment for item in living if item.commitment}
    return PlanSums(
        items=len(living),
        by_state={state: sum(item.state == state for item in items) for state in State.values},
        cost=sum(item.cost_kroner or 0 for item in living),
        unknown=sum(item.cost_kroner is None for item in living),
        money=money[0].kroner if money else None,
        in_time=sum(item.was_in_time for item in living),
        after=sum(item.was_late for item in living),
        late=sum(item.is_late for item in living),
        promises=len(promises),
        kept=sum(each.status == Commitment.Status.KEPT for each in promises.values()),
        promised_late=sum(each.is_late for each in promises.values()),
    )


def given_to(document: Document, *, which: str = "") -> "QuerySet[Contribution]":
    """Everything given to the initiative of a plan to which its givers want an answer.

    That is what asks for one by itself, and what was stated for others to vote on, as soon as it
    has a caption: what waits to be shown, or was set aside, has none.

    which  those that wait, are used, partly used or not used; all where it is none of these
    """
    stated = Q(kind="statement") & ~Q(standing__caption="")
    given = Contribution.objects.filter(
        Q(is_input=True) | stated, account=document.initiative.account_id
    )
    if which in WHICH:
        given = given.filter(WHICH[which])
    return given.select_related("standing", "giver__person", "speaking_for", "text_change")


def answered_of(document: Document) -> tuple[int, int]:
    """How many of the contributions to a plan have their answer, of how many."""
    counted = given_to(document).aggregate(
        waiting=Count("pk", filter=WAITS),
        in_all=Count("pk", filter=~Q(standing__status=FateStatus.WITHDRAWN)),
    )
    return counted["in_all"] - counted["waiting"], counted["in_all"]


def items_by_contribution(document: Document, keys: list[int]) -> dict[int, list[ItemSource]]:
    """In which items of a plan some contributions are; one question for all of them."""
    found: dict[int, list[ItemSource]] = {}
    sources = ItemSource.objects.filter(item__document=document, contribution__in=keys)
    for source in sources.select_related("item__document").order_by("item__number"):
        found.setdefault(source.contribution_id, []).append(source)
    return found


def to_follow_up(municipality: Municipality) -> "QuerySet[Item]":
    """Items about which somebody has to say how they go, the oldest day first."""
    due = Item.objects.of(municipality).filter(follow_up_on__lte=timezone.localdate())
    return due.select_related("document").order_by("follow_up_on", "pk")


def adopted_unwritten(items: "QuerySet[Item]") -> "QuerySet[Item]":
    """Those of some items that a body adopted with changes, and whose words are not new since."""
    since = Wording.objects.filter(
        paragraph=OuterRef("paragraph"), at__gt=OuterRef("recommendation__answered_at")
    )
    adopted = items.filter(
        ~Exists(since),
        recommendation__answer=Recommendation.Answer.ADOPTED_CHANGED,
        paragraph__removed_at=None,
        document__state=Document.State.WRITING,
        document__initiative__state__in=list(PHASE_OF),
    ).exclude(state=State.DROPPED)
    return adopted.select_related("recommendation__formal_decision__body", "document")


def to_write(person: Person, municipality: Municipality) -> "QuerySet[Item]":
    """What was adopted with changes in texts that somebody writes, the oldest answer first."""
    theirs = Item.objects.of(municipality).filter(document__writers=person)
    return adopted_unwritten(theirs).order_by("recommendation__answered_at", "pk")
