"""What says nearly the same in one election period: earlier proposals, and what was answered."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from samskap.initiatives.models import FormalDecision, Recommendation
from samskap.kernels.likeness import Grams, grams_of, likeness
from samskap.municipalities.models import Municipality
from samskap.proposals.models import Proposal
from samskap.proposals.queries.rules import rules_of

ALIKE = 0.3  # as where people write ideas: below this texts share a word and little else
MOST = 500  # things of one period that are read, the newest
SHOWN = 5
LOOKED_AT = 600  # characters of a text


@dataclass(frozen=True, kw_only=True)
class Alike:
    """One thing that says nearly the same.

    what  “proposal”, or “treated” for what the council answered otherwise
    """

    what: str
    title: str
    url: str
    on: date
    state: str
    likeness: float


def alike(
    municipality: Municipality, title: str, text: str, *, but: int | None = None
) -> list[Alike]:
    """Up to five things of this election period that say nearly the same, the most alike first.

    It warns and never stops anybody: whether two say the same is for the council to decide
    (kommuneloven § 12-1). Two questions, however many there are.
    """
    today = timezone.localdate()
    first, last = rules_of(municipality).period_around(today)
    written = grams_of(f"{title} {text}"[:LOOKED_AT]), grams_of(title)
    found = [
        Alike(
            what="proposal",
            title=each.title,
            url=each.get_absolute_url(),
            on=timezone.localdate(each.opened_at),
            state=each.get_state_display(),
            likeness=_likeness(written, each.title, each.text),
        )
        for each in Proposal.objects.of(municipality)
        .filter(opened_at__date__gte=first, opened_at__date__lte=last)
        .exclude(pk=but)
        .order_by("-opened_at")[:MOST]
    ]
    answers = Recommendation.objects.of(municipality).filter(
        answered_at__date__gte=first,
        answered_at__date__lte=last,
        formal_decision__proposal=None,
    )
    for each in answers.select_related("formal_decision__initiative").order_by("-answered_at")[
        :MOST
    ]:
        formal: FormalDecision = each.formal_decision
        found.append(
            Alike(
                what="treated",
                title=formal.title,
                url=formal.get_absolute_url(),
                on=timezone.localdate(each.answered_at),
                state=each.get_answer_display(),
                likeness=_likeness(written, formal.title, each.text),
            )
        )
    near = [each for each in found if each.likeness >= ALIKE]
    return sorted(near, key=lambda each: (-each.likeness, each.url))[:SHOWN]


def _likeness(written: tuple[Grams, Grams], title: str, text: str) -> float:
    """How like a text is to what is written: by its title, or by its title and how it goes on."""
    readings = grams_of(title), grams_of(f"{title} {text}"[:LOOKED_AT])
    return max(likeness(one, other) for one in written for other in readings)
