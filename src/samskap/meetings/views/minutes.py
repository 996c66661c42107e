"""Pages of the minutes: read and approve them, write, send, answer, and what was settled."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.initiatives.forms.commitments import OfferForm
from samskap.initiatives.queries.partnership import active_agreement, joined_partners
from samskap.meetings.actions import minutes as actions
from samskap.meetings.actions import points
from samskap.meetings.errors.minutes import NotWaitingForYou
from samskap.meetings.forms.minutes import (
    AnswerForm,
    MinutesForm,
    ReplyForm,
    SendForm,
    SettledForm,
)
from samskap.meetings.models import Event, Minutes, Reply, around
from samskap.meetings.permissions import may_approve, may_keep_minutes, may_read_draft
from samskap.meetings.queries.minutes import (
    first_draft_of,
    newest_of,
    points_of,
    replies_to,
    versions_of,
)
from samskap.meetings.queries.taking_part import those_who_came
from samskap.meetings.views.attendance import begun
from samskap.meetings.views.finding import hand_named, kept_event, the_event
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def minutes(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show the minutes and what was settled; those who came approve them here."""
    found = the_event(request, pk)
    if request.method == "POST":
        return reply(request, pk)
    return shown(request, found, ReplyForm())


@signed_in
def reply(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say yes to the minutes, or what should be put right."""
    found = the_event(request, pk)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return shown(request, found, form)
    count(request, "post")
    actions.reply(event=found, by=request.user, correction=form.cleaned_data["correction"])
    messages.success(request, _("Thank you. Your answer is written down."))
    return redirect("meetings:minutes", pk)


def shown(request: MunicipalityRequest, found: Event, form: ReplyForm) -> HttpResponse:
    """The page of the minutes: each reads what they may."""
    keeps = may_keep_minutes(request.user, found)
    newest = newest_of(found)
    may_read = may_see(request, found, newest)
    replies = list(replies_to(newest)) if newest and not newest.is_draft else []
    waits = newest is not None and not newest.is_draft and not newest.is_approved
    page = {
        "event": found,
        "minutes": newest if may_read else None,
        "exists": newest is not None,
        "keeps": keeps,
        "replies": replies if keeps else [],
        "yes": sum(each.approves for each in replies),
        "came": len(those_who_came(found)) if waits else 0,
        "mine": next((each for each in replies if each.person_id == request.user.pk), None),
        "may_approve": waits and may_approve(request.user, found),
        "form": form,
        "older": list(versions_of(found)[1:]) if keeps else [],
        "points": points_of(found),
        "is_noted": found.attendances.exists(),
    }
    return render(request, "meetings/minutes/minutes.html", page)


def may_see(request: MunicipalityRequest, found: Event, newest: Minutes | None) -> bool:
    """Whether whoever asks may read the newest version.

    All read what is approved, unless the meeting was closed (kommuneloven § 11-5); those who came
    read what is sent; those who keep the minutes read the draft.
    """
    if newest is None:
        return False
    if newest.is_draft:
        return may_keep_minutes(request.user, found)
    is_open = newest.is_approved and not around(found).closed_because
    return is_open or may_read_draft(request.user, found)


@signed_in
def write(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write the draft, or the next version."""
    found = begun(request, pk)
    before = newest_of(found)
    text_before = before.text if before else first_draft_of(found)
    form = MinutesForm(request.POST or None, initial={"text": text_before})
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.write_minutes(event=found, by=request.user, text=form.cleaned_data["text"])
        messages.success(request, _("The draft is kept. Send it when you are ready."))
        return redirect("meetings:minutes", pk)
    return render(request, "meetings/minutes/write.html", {"event": found, "form": form})


@signed_in
def send(request: SignedInRequest, pk: int) -> HttpResponse:
    """Send the draft to those who came."""
    found = kept_event(request, pk)
    form = SendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.send_minutes(event=found, by=request.user, answer_by=form.cleaned_data["answer_by"])
        messages.success(request, _("The minutes are sent to those who came."))
        return redirect("meetings:minutes", pk)
    page = {"event": found, "form": form, "came": len(those_who_came(found))}
    return render(request, "meetings/minutes/send.html", page)


@signed_in
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say why the minutes stay as they are; pk is that of the reply."""
    rows = Reply.objects.of(request.municipality).select_related("minutes__event", "person")
    said: Reply = get_object_or_404(rows, pk=pk)
    found = kept_event(request, said.minutes.event_id)
    if not said.correction:
        raise NotWaitingForYou
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.answer_correction(reply=said, by=request.user, answer=form.cleaned_data["answer"])
        messages.success(request, _("Whoever proposed the correction hears your answer."))
        return redirect("meetings:minutes", found.pk)
    page = {"event": found, "reply": said, "form": form}
    return render(request, "meetings/minutes/answer.html", page)


@signed_in
@require_POST
def approve(request: SignedInRequest, pk: int) -> HttpResponse:
    """Call the minutes approved."""
    found = kept_event(request, pk)
    count(request, "post")
    actions.approve_minutes(event=found, by=request.user)
    messages.success(request, _("The minutes are approved. Everybody can read them."))
    return redirect("meetings:minutes", pk)


@signed_in
def decision(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make a decision of the initiative out of what the meeting settled."""
    found = begun(request, pk)
    form = SettledForm(request.POST or None, by=request.user, municipality=request.municipality)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        points.write_decision(
            event=found,
            hand=hand_named(request, said["hand"]),
            title=said["title"],
            text=said["text"],
            reasons=said["reasons"],
        )
        messages.success(request, _("It stands among the decisions of the initiative."))
        return redirect("meetings:minutes", pk)
    page = {"event": found, "form": form, "asks": active_agreement(found.initiative) is not None}
    return render(request, "meetings/minutes/decision.html", page)


@signed_in
def commitment(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make a commitment of the initiative out of what somebody promised."""
    found = begun(request, pk)
    partners = list(joined_partners(found.initiative))
    form = OfferForm(request.POST or None, partners=partners)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        points.write_commitment(event=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("It stands among the commitments of the initiative."))
        return redirect("meetings:minutes", pk)
    page = {"event": found, "form": form, "partners": partners}
    return render(request, "meetings/minutes/commitment.html", page)
