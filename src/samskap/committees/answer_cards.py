"""What became of recommendations, and how long it took, as pages show it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.committees.models import Committee, Realisation
from samskap.committees.queries.answer import is_adopted, promise_behind
from samskap.committees.queries.times import Medians, Times
from samskap.initiatives.models import Commitment, FormalDecision, Recommendation
from samskap.kernels.answers import Figure

LOOKS = {  # of a badge, as of what became of a contribution
    Recommendation.Answer.ADOPTED: "used",
    Recommendation.Answer.ADOPTED_CHANGED: "partly",
    Recommendation.Answer.REJECTED: "no",
    Recommendation.Answer.RETURNED: "forwarded",
}
Facts = dict[str, Any]


def late_words(days: int) -> str:
    """Say how long an answer is overdue."""
    return ngettext("The answer is {n} day overdue", "The answer is {n} days overdue", days).format(
        n=days
    )


def banner_of(formal: FormalDecision) -> Facts:
    """An overdue answer, as the banner shows it to everybody."""
    return {
        "title": late_words((timezone.localdate() - formal.promised_on).days),
        "body": formal.body.name,
        "promised_on": formal.promised_on,
        "url": formal.get_absolute_url(),
        "what": formal.title,
    }


def clock_facts(formal: FormalDecision) -> Facts:
    """The promise of a body as the design’s clock wants it."""
    done = formal.answered_at
    return {
        "who": formal.body.name,
        "due_on": formal.promised_on,
        "done_on": timezone.localdate(done) if done else None,
        "url": formal.get_absolute_url(),
        "what": formal.title,
    }


def answers_counted(laid: Iterable[FormalDecision]) -> list[Facts]:
    """How many recommendations got which answer; one that was laid again counts once."""
    all_of_them = [one for formal in laid for one in formal.recommendations.all()]
    replaced = {one.instead_of_id for one in all_of_them}
    given = Counter(one.answer for one in all_of_them if one.answer and one.pk not in replaced)
    return [
        {"title": str(answer.label), "look": LOOKS[answer], "count": given[answer]}
        for answer in Recommendation.Answer
        if given[answer]
    ]


def recommendation_rows(
    formal: FormalDecision, realisations: Sequence[Realisation], *, may_plan: bool
) -> list[Facts]:
    """Each recommendation with its answer, and who carries it out."""
    again = {one.instead_of_id: one for one in formal.recommendations.all() if one.instead_of_id}
    rows = []
    for one in formal.recommendations.all():
        promise = promise_behind(one, realisations)
        rows.append(
            {
                "recommendation": one,
                "look": LOOKS.get(one.answer, ""),
                "promise": promise_facts(promise) if promise else None,
                "is_again": one.instead_of_id is not None or one.pk in again,
                "may_plan": may_plan and promise is None and is_adopted(one),
            }
        )
    return rows


def promise_facts(promise: Commitment) -> Facts:
    """Who carries it out by when, and whether it is kept or late."""
    return {
        "who": promise.partner.name,
        "due_on": promise.due_on,
        "said": promise_words(promise),
        "look": "no" if promise.is_late else "used" if promise.kept_at else "",
    }


def promise_words(promise: Commitment) -> str:
    """Say where a promise stands."""
    if promise.kept_at is not None:
        return _("Kept in time") if promise.was_kept_in_time else _("Kept, but late")
    if promise.is_late:
        return _("Late")
    if promise.status == Commitment.Status.OFFERED:
        return _("Asked for, not accepted yet")
    return _("Promised")


def times_chart(committee: Committee, times: Times) -> Facts | None:
    """Days from the charter to the decision, and from there to what was done first."""
    if times.to_decision is None:
        return None
    bars = [(_("From charter to decision"), times.to_decision)]
    if times.to_realisation is not None:
        bars.append((_("From decision to what was done first"), times.to_realisation))
    return {
        "id": f"times-{committee.pk}",
        "title": _("From charter to decision to what was done first"),
        "sentence": times_words(times),
        "unit": _("days"),
        "categories": [label for label, _days in bars],
        "series": [
            {"label": _("Days"), "tone": "fjord", "values": [days for _label, days in bars]}
        ],
        "is_stacked": False,
    }


def times_words(times: Times) -> str:
    """Say how long it took, as far as it has come."""
    said = [
        ngettext(
            "{n} day from charter to decision.",
            "{n} days from charter to decision.",
            times.to_decision or 0,
        ).format(n=times.to_decision)
    ]
    if times.to_realisation is None:
        said.append(_("Nothing is carried out yet."))
    else:
        said.append(
            ngettext(
                "{n} day from decision to what was done first.",
                "{n} days from decision to what was done first.",
                times.to_realisation,
            ).format(n=times.to_realisation)
        )
    return " ".join(said)


def council_numbers(rate: Figure, medians: Medians) -> list[Facts]:
    """How the council answers, and how long it takes, as far as there is a figure for it."""
    numbers: list[Facts] = []
    if rate.value is not None:
        numbers.append(
            {
                "value": percent(rate.value),
                "label": _("of recommendations answered by the promised day"),
                "note": ngettext(
                    "Of {n} that was answered or is overdue.",
                    "Of {n} that were answered or are overdue.",
                    rate.n,
                ).format(n=rate.n),
            }
        )
    for figure, label in (
        (medians.to_decision, _("from charter to decision")),
        (medians.to_realisation, _("from decision to what was done first")),
    ):
        if figure.value is not None:
            note = ngettext(
                "The middle of {n} committee.", "The middle of {n} committees.", figure.n
            )
            numbers.append(
                {
                    "value": days_words(figure.value),
                    "label": label,
                    "note": note.format(n=figure.n),
                }
            )
    return numbers


def percent(share: float) -> str:
    """Write a share of one in per cent, without decimals."""
    return _("{n} %").format(n=round(100 * share))


def days_words(days: float) -> str:
    """Write a number of days."""
    whole = number_format(days, 0 if float(days).is_integer() else 1, use_l10n=True)
    return ngettext("{days} day", "{days} days", 1 if days == 1 else 2).format(days=whole)


def answer_url(committee: Committee) -> str:
    """The address of the page of the answer."""
    return reverse("committees:answer", args=[committee.slug])


def effects_url(committee: Committee) -> str:
    """The address of the page of the six effects."""
    return reverse("committees:effects", args=[committee.slug])
