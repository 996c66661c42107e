"""Voting in a committee: the vote itself, what the minority thinks, how it ended."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samskap.base.modules import Panel
from samskap.base.rates import count
from samskap.committees.actions import motions as actions
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.errors.work import NotYoursToRun, NotYoursToWork
from samskap.committees.forms.recommendations import (
    AskForm,
    CloseForm,
    NoteForm,
    PaperVotesForm,
    VoteForm,
)
from samskap.committees.models import Member, MinorityNote, Motion, Vote
from samskap.committees.permissions import may_keep, may_work
from samskap.committees.permissions_work import may_run, may_vote_for, sitting_as
from samskap.committees.queries.motions import (
    counted,
    still_to_vote,
    tally_of,
    with_votes,
)
from samskap.committees.views.finding import ask, committee_at
from samskap.design.asking import Asking, posted
from samskap.initiatives.models import Decision
from samskap.initiatives.queries.decisions import candidates
from samskap.ledger.models import Channel
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in

MOST_OFFERED = 40  # contributions to choose from


def motion_at(request: MunicipalityRequest, pk: int) -> Motion:
    """The question that an address names; 404 where there is none here."""
    found = with_votes(Motion.objects.of(request.municipality)).select_related(
        "committee__initiative__account", "committee__body"
    )
    motion: Motion = get_object_or_404(found, pk=pk)
    return motion


def seat_in(request: SignedInRequest, motion: Motion) -> Member:
    """The reader’s own seat; those who have none fill in no form. Refuses with NotYoursToWork.

    Those who keep the committee name with `?member=` somebody who has no account.
    """
    if key := request.GET.get("member"):
        seats = motion.committee.members.sitting().filter(person=None).select_related("giver")
        named: Member | None = next((each for each in seats if str(each.pk) == key), None)
        if named is None or not may_vote_for(request.user, motion, named):
            raise NotYoursToWork(committee=motion.committee.title)
        return named
    member = sitting_as(request.user, motion.committee)
    if member is None:
        raise NotYoursToWork(committee=motion.committee.title)
    return member


def shown_note(note: MinorityNote) -> dict[str, Any]:
    """A minority note for everybody: with a name only where the member wishes it."""
    return {"text": note.text, "who": note.member.shown_name if note.is_named else _("A member")}


def shown_motion(request: HttpRequest, motion: Motion, member: Member | None) -> dict[str, Any]:
    """A question as the pages show it.

    How the votes stand is told when it is closed: while it is open, how many have voted.

    member  the reader’s own seat, or None
    """
    tally = tally_of(motion)
    mine = next(
        (vote for vote in motion.votes.all() if member and vote.member_id == member.pk), None
    )
    runs = may_run(request.user, motion.committee)
    return {
        "motion": motion,
        "tone": "sun" if motion.is_open else "plain",
        "standing": ngettext(
            "%(voted)s of %(members)s member has voted.",
            "%(voted)s of %(members)s members have voted.",
            tally.partners,
        )
        % {"voted": tally.voiced, "members": tally.partners},
        "counts": _counts(motion) if not motion.is_open else [],
        "ended": _ended(motion),
        "notes": [
            shown_note(note)
            for note in motion.notes.all()
            if not motion.is_open or (member and note.member_id == member.pk)
        ],
        "mine": mine,
        "form": VoteForm(initial={"stance": mine.stance} if mine else {})
        if motion.is_open and member
        else None,
        "may_note_for": _noted_by_others(motion)
        if _may_be_noted(motion) and may_keep(request.user, motion.committee)
        else [],
        "may_note": mine is not None and mine.stance != Vote.Stance.FOR and _may_be_noted(motion),
        "may_close": motion.is_open and runs,
        "may_write_down": motion.is_open and may_keep(request.user, motion.committee),
    }


def _may_be_noted(motion: Motion) -> bool:
    """Whether a minority note still goes along."""
    return motion.recommendation is None or motion.recommendation.laid_as_id is None


def _noted_by_others(motion: Motion) -> list[Member]:
    """Members without an account who are not for it, for whom whoever keeps it writes."""
    return [
        vote.member
        for vote in motion.votes.all()
        if vote.member.person_id is None and vote.stance != Vote.Stance.FOR
    ]


def _counts(motion: Motion) -> list[dict[str, Any]]:
    """How many were for, against and aside."""
    found = counted(motion)
    return [
        {"label": stance.label, "value": found[stance]}
        for stance in Vote.Stance
        if found[stance] or stance != Vote.Stance.ASIDE
    ]


def _ended(motion: Motion) -> str:
    """How it ended, in words; empty while it is open."""
    if motion.is_open:
        return ""
    if motion.is_passed and motion.way == Motion.Way.CONSENSUS:
        return _("Agreed: everybody who took part was for it")
    if motion.is_passed:
        return _("Agreed: more were for it than against it")
    return str(Decision.Lapse(motion.lapsed_because).label)


@require_safe
def motion(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show a question that has words of its own; any other stands on the page of its subject."""
    found = motion_at(request, pk)
    if found.subject is not None:
        return redirect(found)
    member = sitting_as(request.user, found.committee)
    page = {
        "committee": found.committee,
        "motion": found,
        "asked": [shown_motion(request, found, member)],
    }
    return render(request, "committees/work/question.html", page)


@signed_in
def ask_in_words(request: SignedInRequest, slug: str) -> HttpResponse:
    """Ask the committee something in words of its own."""
    committee = committee_at(request, slug)
    if not may_work(request.user, committee):
        raise NotYoursToWork(committee=committee.title)
    return ask(
        request,
        committee=committee,
        form=AskForm(posted(request)),
        asking=Asking(
            title=_("Ask the committee"),
            lead=_("What is agreed on is a decision by both sides, and locks what it is about."),
            submit=_("Ask the committee"),
            thanks=_("The committee can vote now. Every member hears of it."),
        ),
        act=lambda told: actions.ask_in_words(committee=committee, by=request.user, **told),
        to=reverse("committees:work", args=[slug]),
    )


@signed_in
@require_POST
def vote(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the vote of a member."""
    motion = motion_at(request, pk)
    member = seat_in(request, motion)
    form = VoteForm(request.POST)
    if form.is_valid():
        count(request, "post")
        stance = form.cleaned_data["stance"]
        actions.give_vote(motion=motion, member=member, stance=stance, by=request.user)
        messages.success(request, _("Your vote counts. You can change it until it is closed."))
    else:
        messages.error(request, _("Choose whether you are for it, against it, or stand aside."))
    return redirect(motion)


@signed_in
def write_note(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a member who is not for it write why."""
    motion = motion_at(request, pk)
    member = seat_in(request, motion)
    mine = next((note for note in motion.notes.all() if note.member_id == member.pk), None)
    said = {"text": mine.text, "is_named": mine.is_named} if mine else {}
    return ask(
        request,
        committee=motion.committee,
        form=NoteForm(posted(request), initial=said),
        asking=Asking(
            title=_("What you think otherwise"),
            lead=_("A committee need not agree. Whoever decides reads what the minority thinks."),
            submit=_("Let it go along"),
            thanks=_("Your note stands beside it."),
        ),
        act=lambda told: actions.write_note(motion=motion, member=member, by=request.user, **told),
        to=motion.get_absolute_url(),
    )


@signed_in
def close_motion(request: SignedInRequest, pk: int) -> HttpResponse:
    """Count the votes, and say how the committee came to it."""
    motion = motion_at(request, pk)
    if not may_run(request.user, motion.committee):
        raise NotYoursToRun(committee=motion.committee.title)
    own = motion.recommendation.contribution_id if motion.recommendation else None
    given = candidates(motion.committee.initiative, most=MOST_OFFERED)
    return ask(
        request,
        committee=motion.committee,
        form=CloseForm(posted(request), given=[one for one in given if one.pk != own]),
        asking=Asking(
            title=_("Count the votes"),
            lead=ngettext(
                "%(count)s member has not voted yet. Closing it ends the vote.",
                "%(count)s members have not voted yet. Closing it ends the vote.",
                len(still_to_vote(motion)),
            )
            % {"count": len(still_to_vote(motion))},
            submit=_("Close the vote"),
            thanks=_("It is closed. Everybody can read how it ended."),
        ),
        act=lambda told: actions.close_motion(motion=motion, by=request.user, **told),
        to=motion.get_absolute_url(),
    )


@signed_in
def paper_votes(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down votes that were given aloud at a meeting, or on paper."""
    motion = motion_at(request, pk)
    if not may_keep(request.user, motion.committee):
        raise NotYoursToKeep(committee=motion.committee.title)
    form = PaperVotesForm(posted(request), members=still_to_vote(motion))

    def act(told: dict[str, Any]) -> None:
        for member, stance in form.votes():
            actions.give_vote(
                motion=motion,
                member=member,
                stance=stance,
                by=request.user,
                channel=Channel.MEETING,
            )

    return ask(
        request,
        committee=motion.committee,
        form=form,
        asking=Asking(
            title=_("Write down votes from a meeting"),
            lead=_("Each member has one vote. Those who have voted already are not listed."),
            submit=_("Write them down"),
            thanks=_("The votes are written down."),
        ),
        act=act,
        to=motion.get_absolute_url(),
    )


def decision_panel(request: HttpRequest, decision: Decision) -> Panel | None:
    """How the committee voted, on the page of the decision that came of it."""
    motion = with_votes(Motion.objects.filter(decision=decision)).first()
    if motion is None:
        return None
    facts = {
        "motion": motion,
        "counts": _counts(motion),
        "notes": [shown_note(note) for note in motion.notes.all()],
    }
    return Panel(template="committees/work/decision_panel.html", facts=facts)
