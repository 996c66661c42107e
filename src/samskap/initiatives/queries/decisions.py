"""Reading decisions: how voices count, who held the power, what can be adopted."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.once import once
from samskap.initiatives.models import Agreement, Decision, Initiative, Partner, Voice
from samskap.initiatives.queries.partnership import joined_partners
from samskap.ledger.models import (
    Account,
    Contribution,
    FateStatus,
    Phase,
    Side,
    Standing,
)
from samskap.municipalities.models import Municipality
from samskap.organisations.queries import mandates_of
from samskap.people.models import Person

ADOPTABLE = frozenset(
    "problem_statement story evidence statement idea draft prototype decision_preparation".split()
)
"""Kinds of contributions that a problem or a solution can be made of."""

Rule, Stance, Mode, Lapse = Agreement.Rule, Voice.Stance, Decision.Mode, Decision.Lapse
SHARE_STEP = Decimal("0.0001")


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The voices of one decision, counted by the rule the partners agreed on.

    way             consent, consensus or vote
    partners        joined partners, who all have a voice
    quorum_percent  how many of them must take part, 1 … 100
    stances         stance → voices
    non_public      voices that shared the power, from outside the public side
    powers          voices that shared the power, in all

    By a vote those share the power who are for or against; standing aside is not voting. By
    consent and consensus everybody who takes part shares it, as each of them could have stopped
    the decision.
    """

    way: str
    partners: int
    quorum_percent: int
    stances: Counter[str]
    non_public: int
    powers: int

    @property
    def voiced(self) -> int:
        """How many partners took part."""
        return self.stances.total()

    @property
    def needed(self) -> int:
        """How many partners must take part: the percentage, rounded up, and never nobody."""
        return max(1, -(-self.partners * self.quorum_percent // 100))

    @property
    def lapse(self) -> str:
        """Why it does not pass as the voices stand; empty when it passes."""
        in_favour, against = self.stances[Stance.FOR], self.stances[Stance.AGAINST]
        if self.voiced < self.needed:
            return Lapse.QUORUM
        if self.way == Rule.CONSENT and against:
            return Lapse.OBJECTION
        if self.way == Rule.CONSENSUS and in_favour < self.voiced:
            return Lapse.DISAGREEMENT
        if in_favour <= against:
            return Lapse.NO_MAJORITY
        return ""

    @property
    def non_public_share(self) -> Decimal:
        """How much of the power stood outside the public side, 0 … 1."""
        return (Decimal(self.non_public) / Decimal(self.powers or 1)).quantize(SHARE_STEP)

    @property
    def joint_mode(self) -> str:
        """How both sides decided together; empty when only one side took part."""
        if self.non_public in {0, self.powers}:
            return ""
        return Mode.JOINT_VOTE if self.way == Rule.VOTE else Mode.JOINT_CONSENSUS

    @property
    def quorum_in_words(self) -> str:
        """Say who took part and how many must."""
        took_part = ngettext(
            "%(voiced)s of %(partners)s partner took part.",
            "%(voiced)s of %(partners)s partners took part.",
            self.partners,
        ) % {"voiced": self.voiced, "partners": self.partners}
        must = ngettext("At least %(needed)s must.", "At least %(needed)s must.", self.needed) % {
            "needed": self.needed
        }
        return f"{took_part} {must}"


def count_voices(
    *,
    way: str,
    quorum_percent: int,
    partners: int,
    voices: Iterable[tuple[str, str]],
) -> Tally:
    """Count voices, given as (side, stance)."""
    given = list(voices)
    sharing = [
        side for side, stance in given if way != Rule.VOTE or stance in {Stance.FOR, Stance.AGAINST}
    ]
    return Tally(
        way=way,
        partners=partners,
        quorum_percent=quorum_percent,
        stances=Counter(stance for _side, stance in given),
        non_public=sum(side == Side.NON_PUBLIC for side in sharing),
        powers=len(sharing),
    )


def tally_of(decision: Decision) -> Tally:
    """Count the voices of those who are partners, or were when it was closed; two queries."""
    voices = [
        (voice.side, voice.stance)
        for voice in voices_of(decision)
        if voice.partner.has_joined or _left_after(voice.partner, decision.closed_at)
    ]
    partners = decision.partners_then
    if partners is None:
        partners = joined_partners(decision.initiative).count()
    return count_voices(
        way=decision.way,
        quorum_percent=decision.quorum_percent,
        partners=partners,
        voices=voices,
    )


def _left_after(partner: Partner, closed_at: datetime | None) -> bool:
    """Whether a partner left only after a decision was closed."""
    return closed_at is not None and partner.left_at is not None and partner.left_at > closed_at


def outcome_in_words(decision: Decision, tally: Tally | None = None) -> str:
    """Say in one or two sentences how a closed decision ended."""
    if decision.status == Decision.Status.DECIDED and not decision.way:
        return str(decision.get_mode_display())
    if decision.lapsed_because == Lapse.WITHDRAWN:
        return _("The proposal was taken back. Nothing was decided.")
    counted = tally or tally_of(decision)
    if decision.status == Decision.Status.DECIDED:
        return f"{decision.get_mode_display()}. {counted.quorum_in_words}"
    return f"{decision.get_lapsed_because_display()}. {counted.quorum_in_words}"


def decisions_of(initiative: Initiative) -> QuerySet[Decision]:
    """Every decision, the newest first, with how many voices it has."""
    return with_voices(initiative.decisions.all())


def with_voices(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """These decisions in that order, each with how many voices it has."""
    return decisions.annotate(voiced=Count("voices")).order_by("-opened_at", "-pk")


@once
def all_decisions(initiative: Initiative) -> list[Decision]:
    """Every decision, the newest first, as a list that is read once for a page."""
    return list(decisions_of(initiative))


def voices_of(decision: Decision) -> list[Voice]:
    """What each partner says, the first first."""
    return list(
        decision.voices.select_related(
            "partner__organisation", "partner__person", "partner__giver", "by"
        ).order_by("at", "pk")
    )


def phase_for(initiative: Initiative, what: str) -> str:
    """The phase a question belongs to: problems to define, solutions to design."""
    fixed = {Decision.What.PROBLEM: Phase.DEFINE, Decision.What.SOLUTION: Phase.DESIGN}
    return fixed.get(Decision.What(what)) or Phase(initiative.phase)


def public_mode(account: Account, phase: str, at: datetime) -> str:
    """How the public side decided alone: after input or not, and was the input answered.

    Answered means that at least half of the inputs had an answer at that moment, a grouped one
    too (domain.md 4.1). What the givers took back asks for no answer, and what the public side
    tells itself is no input.
    """
    asked = Count("pk")
    answered = Count("pk", filter=Q(publicly_answered_at__lte=at))
    counted = (
        Standing.objects.filter(
            account=account,
            contribution__phase=phase,
            contribution__is_input=True,
            contribution__side=Side.NON_PUBLIC,
            contribution__at__lte=at,
        )
        .exclude(status=FateStatus.WITHDRAWN)
        .aggregate(asked=asked, answered=answered)
    )
    if not counted["asked"]:
        return Mode.PUBLIC_ALONE
    return Mode.ANSWERED if 2 * counted["answered"] >= counted["asked"] else Mode.UNANSWERED


def adoptable(initiative: Initiative) -> QuerySet[Standing]:
    """Contributions that a decision of this initiative can take in, the newest first."""
    return (
        Standing.objects.filter(account=initiative.account_id, contribution__kind__in=ADOPTABLE)
        .exclude(status=FateStatus.WITHDRAWN)
        .select_related("contribution__speaking_for")
        .order_by("-contribution")
    )


def candidates(
    initiative: Initiative, *, words: str = "", chosen: Collection[int] = (), most: int = 40
) -> list[Standing]:
    """What the form lists to choose from: those chosen, then the newest that hold the words."""
    found = adoptable(initiative)
    kept = list(found.filter(contribution__in=chosen)) if chosen else []
    rest = found.filter(caption__icontains=words) if words else found
    return kept + list(rest.exclude(contribution__in=chosen)[: max(most - len(kept), 0)])


def left_out(decision: Decision, at: datetime) -> QuerySet[Contribution]:
    """Inputs from outside the public side, in its phase, that nobody has answered or adopts."""
    return (
        Contribution.objects.filter(
            account=decision.initiative.account_id,
            phase=decision.phase,
            is_input=True,
            side=Side.NON_PUBLIC,
            at__lte=at,
            standing__answered_at=None,
        )
        .exclude(standing__status=FateStatus.WITHDRAWN)
        .exclude(pk__in=decision.proposals)
        .select_related("account")
        .order_by("pk")
    )


def adopted_by(decision: Decision) -> list[Standing]:
    """What a decision proposes to take in, or took in."""
    return list(
        Standing.objects.filter(
            account=decision.initiative.account_id, contribution__in=decision.proposals
        )
        .select_related("contribution__speaking_for")
        .order_by("contribution")
    )


def waiting_for_voice(decision: Decision) -> list[Partner]:
    """Partners who have not given their voice yet."""
    heard = decision.voices.values("partner")
    return list(joined_partners(decision.initiative).exclude(pk__in=heard))


def waiting_for(person: Person, municipality: Municipality) -> QuerySet[Decision]:
    """Open decisions for which a partner that a person speaks for has not been heard."""
    theirs = Partner.objects.of(municipality).filter(
        Q(person=person) | Q(organisation__in=mandates_of(person, municipality)),
        status=Partner.Status.JOINED,
        initiative=OuterRef("initiative"),
    )
    unheard = theirs.exclude(voices__decision=OuterRef("pk"))
    return (
        Decision.objects.of(municipality)
        .filter(Exists(unheard), status=Decision.Status.OPEN)
        .select_related("initiative")
        .order_by(F("closes_on").asc(nulls_last=True), "pk")
    )
