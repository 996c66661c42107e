"""What an answer of the elected body sets going in a committee, of itself."""

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.formats import number_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samskap.base.memory import remember
from samskap.committees.actions.steps import locked, move
from samskap.committees.models import Committee, Returned, State
from samskap.committees.models import Recommendation as Own
from samskap.committees.queries.answer import Verdict, verdict_of
from samskap.initiatives.models import FormalDecision, Recommendation
from samskap.notices.actions import tell
from samskap.people.models import Person

Answer = Recommendation.Answer


def hear_of_answer(recommendation: Recommendation, by: Person, at: datetime) -> None:
    """Let a committee hear of one answer: its members are told, and it moves where that leads.

    Called in the transaction of the answer. A returned recommendation takes the committee back to
    work, with the reasons; the last answer makes it answered. Whoever answered took the step.
    """
    formal = recommendation.formal_decision
    committee = Committee.objects.filter(initiative=formal.initiative_id).first()
    if committee is None:
        return
    committee = locked(committee)
    _tell_members(
        committee,
        kind="committees.answer",
        label=format_lazy(
            gettext_lazy("“{title}”, recommendation {number}: {answer}."),
            title=committee.title,
            number=recommendation.number,
            answer=Answer(recommendation.answer).label,
        ),
        text=recommendation.reasons,
        but=by,
    )
    if recommendation.answer == Answer.RETURNED:
        _take_back(recommendation, at)
    if formal.body_id == committee.body_id:
        _go_on(committee, recommendation, by, at)


def _take_back(laid: Recommendation, at: datetime) -> None:
    """Open the committee’s own recommendation again; what was laid, and the reasons, stay."""
    own = Own.objects.filter(laid_as=laid).first()
    if own is None:
        return  # laid before the body without the committee
    Returned.objects.create(municipality=own.municipality, recommendation=own, laid=laid, at=at)
    own.laid_as, own.status = None, Own.Status.PROPOSED
    own.save(update_fields=["laid_as", "status"])


def _go_on(committee: Committee, recommendation: Recommendation, by: Person, at: datetime) -> None:
    """Take the steps that follow from an answer, each with its reason."""
    with translation.override(committee.language):
        if committee.state == State.DELIVERED:
            reason = _("The elected body has begun to answer.")
            committee = move(
                committee=committee, to=State.IN_FORMAL_TREATMENT, reason=reason, by=by, at=at
            )
        if committee.state != State.IN_FORMAL_TREATMENT:
            return  # at work on what was returned earlier, or beside the way
        if recommendation.answer == Answer.RETURNED:
            reason = _("Recommendation {number} came back for more work: {reasons}").format(
                number=recommendation.number, reasons=recommendation.reasons
            )
            move(committee=committee, to=State.WORKING, reason=reason, by=by, at=at)
            return
        if _waits(committee):
            return
        committee = move(
            committee=committee,
            to=State.ANSWERED,
            reason=_("Every recommendation has its answer."),
            by=by,
            at=at,
        )
    _tell_the_whole(committee, recommendation.formal_decision, by)


def _waits(committee: Committee) -> bool:
    """Whether a recommendation has no answer yet."""
    laid = Recommendation.objects.filter(formal_decision__initiative=committee.initiative_id)
    return laid.filter(answer="").exists()


def _tell_the_whole(committee: Committee, formal: FormalDecision, by: Person) -> None:
    """Tell every member what all answers come to, why it matters, and ask three questions."""
    verdict = verdict_of(committee)
    if verdict is None:
        return
    _tell_members(
        committee,
        kind="committees.all_answered",
        label=format_lazy(
            gettext_lazy("{body} adopted {adopted} of {recommended}: “{title}”."),
            body=formal.body.name,
            adopted=verdict.outcome.adopted,
            recommended=verdict.outcome.recommended,
            title=committee.title,
        ),
        text=lazy(_explained_and_asked, str)(verdict),
        but=None,
    )
    remember("committees.answered", by=by.pseudonym_key, about=committee, within=formal.initiative)


def _explained_and_asked(verdict: Verdict) -> str:
    """The explanation, and what we ask for."""
    asked = _("Three short questions about the answer wait for you on the page of the committee.")
    return " ".join([*explained(verdict), asked])


def explained(verdict: Verdict) -> list[str]:
    """Say in plain sentences what an answer means: how late it came, and what was adopted."""
    found = verdict.outcome
    sentences = []
    if verdict.days_late:
        sentences.append(
            ngettext(
                "The answer came {n} day after the promised day.",
                "The answer came {n} days after the promised day.",
                verdict.days_late,
            ).format(n=verdict.days_late)
        )
    sentences.append(
        ngettext(
            "{adopted} of {n} recommendation was adopted, with or without changes.",
            "{adopted} of {n} recommendations were adopted, with or without changes.",
            found.recommended,
        ).format(adopted=found.adopted, n=found.recommended)
    )
    if verdict.is_low:
        sentences.append(
            _(
                "That is fewer than half, so the work no longer counts as an equal partnership on"
                " the ladder of co-creation: its adoption fidelity is {share}."
            ).format(share=number_format(verdict.fidelity, 2))
        )
    sentences.append(_("Each answer has its reasons, which everybody can read."))
    return sentences


def _tell_members(
    committee: Committee, *, kind: str, label: object, text: object, but: Person | None
) -> None:
    """Tell everybody who sits in a committee, and its facilitator."""
    people = {
        member.person.pk: member.person
        for member in committee.members.sitting().select_related("person")
        if member.person is not None
    }
    if committee.facilitator is not None:
        people[committee.facilitator.pk] = committee.facilitator
    for person in people.values():
        if but is None or person.pk != but.pk:
            tell(
                person=person,
                municipality=committee.municipality,
                kind=kind,
                label=label,  # type: ignore[arg-type]
                text=text,  # type: ignore[arg-type]
                path=reverse("committees:answer", args=[committee.slug]),
            )
