"""Reading a thread, saying something in it, and writing down what came on paper."""

from datetime import date, datetime, time

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.conversations.actions.talking import say
from samskap.conversations.errors import NotYoursToWriteDown
from samskap.conversations.forms import PaperForm
from samskap.conversations.hosts import Subject, subject_at
from samskap.conversations.models import Comment, State
from samskap.conversations.permissions import may_write_down
from samskap.conversations.queries.threads import thread_of
from samskap.conversations.showing import form_for, shown
from samskap.ledger.hands import hand, paper_hand
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def subject_of(request: MunicipalityRequest, kind: str, key: int) -> Subject:
    """What an address names; 404 where there is no such thing here."""
    found = subject_at(request.municipality, kind, key)
    if found is None:
        raise Http404
    return found


def thread(request: MunicipalityRequest, kind: str, key: int) -> HttpResponse:
    """Show what is said about one thing, or take what somebody says."""
    subject = subject_of(request, kind, key)
    if request.method == "POST":
        return take(request, subject)
    return render(request, "conversations/thread.html", shown(request, subject))


@signed_in
def take(request: SignedInRequest, subject: Subject) -> HttpResponse:
    """Take what somebody says; show it again where something is missing."""
    form = form_for(request.user, subject, thread_of(subject), data=request.POST)
    if not form.is_valid():
        page = shown(request, subject, form=form)
        return render(request, "conversations/thread.html", page, status=422)
    count(request, "comment")
    mine = hand(key=form.hand_key, by=request.user, municipality=request.municipality)
    said = say(subject=subject, hand=mine, **form.said)
    return thanks(request, said)


def thanks(request: SignedInRequest, said: Comment) -> HttpResponse:
    """Thank whoever said something, and lead to where it stands."""
    if said.state == State.HELD:
        waits = _("Thank you! A facilitator reads your first comment before everybody sees it.")
        messages.success(request, waits)
        return redirect(said)
    messages.success(request, _("Thank you! Your comment stands here now."))
    if said.above:
        return redirect(said.above)
    return redirect(f"{said.thread.path}#comment-{said.pk}")


@signed_in
def paper(request: SignedInRequest, kind: str, key: int) -> HttpResponse:
    """Write down what was said on paper, by telephone or at a meeting."""
    subject = subject_of(request, kind, key)
    if not may_write_down(request.user, subject.initiative):
        raise NotYoursToWriteDown
    thread = thread_of(subject)
    form = PaperForm(request.POST or None, has_columns=bool(thread and thread.has_columns))
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        words = form.cleaned_data
        theirs = paper_hand(
            by=request.user,
            municipality=request.municipality,
            name=words["name"],
            actor_kind=words["actor_kind"],
            channel=words["channel"],
        )
        said = say(subject=subject, hand=theirs, at=moment_on(words["said_on"]), **form.said)
        messages.success(request, _("It is written down, and counts as much as any other."))
        return redirect(f"{said.thread.path}#comment-{said.pk}")
    return render(request, "conversations/paper.html", {"subject": subject, "form": form})


def moment_on(day: date) -> datetime | None:
    """Noon of a day that has passed; None, which means now, for today."""
    if day == timezone.localdate():
        return None
    return timezone.make_aware(datetime.combine(day, time(12)))
