"""Finding proposals."""

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from samskap.base.brought import along
from samskap.base.once import once
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.proposals.models import OVER, WITH_COUNCIL, Proposal, Signature, State, Step, Validity

NEWEST = ("-opened_at", "-pk")
FILTERS: dict[str, tuple[str, ...]] = {
    "open": (State.COLLECTING, State.THRESHOLD_MET),
    "council": WITH_COUNCIL,
    "over": OVER,
}


def proposals_in(municipality: Municipality) -> "QuerySet[Proposal]":
    """Every proposal of a municipality, drafts too, with what its page reads."""
    found: QuerySet[Proposal] = Proposal.objects.of(municipality)
    return found.select_related(
        "municipality",
        "initiative__municipality",
        "initiative__account",
        "giver__person",
        "proposer",
        "speaking_for",
        "formal__body",
        "formal__municipality",
    )


def shown(municipality: Municipality, *, which: str = "") -> "QuerySet[Proposal]":
    """Proposals that everybody sees, or those in some states of them."""
    found: QuerySet[Proposal] = Proposal.objects.of(municipality).exclude(opened_at=None)
    if which in FILTERS:
        found = found.filter(state__in=FILTERS[which])
    return found.select_related("speaking_for", "proposer", "municipality")


def drafts_of(person: Person, municipality: Municipality) -> list[Proposal]:
    """What somebody has begun here and not opened, the newest first."""
    mine = Proposal.objects.of(municipality).filter(proposer=person, state=State.DRAFT)
    return list(mine[:20])


def has_signed(person: Person, proposal: Proposal) -> bool:
    """Whether somebody’s account stands behind a proposal."""
    return Signature.objects.filter(proposal=proposal, person=person).exists()


def steps_of(proposal: Proposal) -> "QuerySet[Step]":
    """Every step of a proposal, the first one first."""
    return proposal.steps.select_related("by")


def waits_for_check() -> Q:
    """Signatures that nobody has checked, and those that stand back for another e-ID unseen."""
    return Q(validity="unchecked") | contested()


def contested() -> Q:
    """Signatures with an e-ID where the place is held by the same name with another e-ID."""
    holder = Signature.objects.filter(proposal=OuterRef("proposal"), key=OuterRef("key"))
    rival = holder.exclude(validity="duplicate").exclude(subject="")
    stands_back = Q(validity="duplicate", checked_at=None) & ~Q(subject="")
    return stands_back & Q(Exists(rival))


def is_contested(signature: Signature) -> bool:
    """Whether somebody else’s e-ID holds the place of a signature, and nobody has looked yet."""
    return Signature.objects.filter(contested(), pk=signature.pk).exists()


def to_check(proposal: Proposal) -> "QuerySet[Signature]":
    """Signatures of a proposal for those who check them: those that wait first."""
    waits = Case(
        When(waits_for_check(), then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    found: QuerySet[Signature] = proposal.signatures.annotate(turn=waits)
    return found.select_related("paper_list")


@along(lambda: Proposal.objects.filter(initiative=OuterRef("pk")))
@once
def proposals_of(initiative: Initiative) -> list[Proposal]:
    """The proposal that an initiative carries; one at the most."""
    return list(Proposal.objects.filter(initiative=initiative))


def waiting_for_council(municipality: Municipality) -> "QuerySet[Proposal]":
    """Proposals that the council owes an answer, the most urgent first."""
    found: QuerySet[Proposal] = Proposal.objects.of(municipality).filter(state__in=WITH_COUNCIL)
    return found.order_by("promised_on", "pk")


def waiting_for_checks(municipality: Municipality) -> "QuerySet[Proposal]":
    """Open proposals with signatures that nobody has checked."""
    unchecked = Signature.objects.filter(waits_for_check(), proposal=OuterRef("pk"))
    found: QuerySet[Proposal] = Proposal.objects.of(municipality)
    return found.filter(Exists(unchecked), Q(state__in=FILTERS["open"])).order_by("pk")


def with_counts(proposals: "QuerySet[Proposal]") -> "QuerySet[Proposal]":
    """Let each proposal bring its signatures of each validity, as `n_valid` and so on."""
    return proposals.annotate(
        **{
            f"n_{name}": Count("signatures", filter=Q(signatures__validity=name))
            for name in Validity.values
        }
    )
