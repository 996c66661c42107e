"""One comment: its answers, how it read before, wording it anew, taking it back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.conversations.actions import talking
from samskap.conversations.cards import card_of, row_of
from samskap.conversations.errors import NotYourComment, ThreadIsClosed
from samskap.conversations.forms import SayForm, WordsForm
from samskap.conversations.hosts import Subject, subject_at
from samskap.conversations.models import Comment, State
from samskap.conversations.permissions import (
    may_appeal,
    may_edit,
    may_judge,
    may_keep,
    may_read_hidden,
    may_remove,
    may_report,
    may_talk,
)
from samskap.conversations.queries import threads
from samskap.conversations.showing import form_for
from samskap.conversations.views.threads import thanks
from samskap.ledger.hands import hand
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, sign_in_path, signed_in
from samskap.people.models import Person


def comment_at(request: MunicipalityRequest, pk: int) -> Comment:
    """The comment that an address names; 404 where there is none here."""
    found: Comment = get_object_or_404(threads.comments_in(request.municipality), pk=pk)
    return found


def subject_of(comment: Comment) -> Subject | None:
    """What a comment is about, where it still takes more; None where nothing more can be said."""
    thread = comment.thread
    if thread.is_closed or not thread.initiative.is_open:
        return None
    subject = subject_at(thread.initiative.municipality, thread.kind, thread.key)
    return subject if subject and subject.is_open else None


def comment(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show one comment with its answers and earlier wordings, or take an answer."""
    found = comment_at(request, pk)
    reader = request.user if isinstance(request.user, Person) else None
    if found.state == State.HELD and not may_read_hidden(reader, found):
        raise Http404
    if request.method == "POST":
        return answer(request, found)
    return render(request, "conversations/comment.html", facts_of(request, found))


@signed_in
def answer(request: SignedInRequest, above: Comment) -> HttpResponse:
    """Take an answer; show it again where something is missing."""
    subject = subject_of(above)
    if subject is None:
        raise ThreadIsClosed
    form = form_for(request.user, subject, None, data=request.POST)
    if not form.is_valid():
        page = facts_of(request, above, form=form)
        return render(request, "conversations/comment.html", page, status=422)
    count(request, "comment")
    mine = hand(key=form.hand_key, by=request.user, municipality=request.municipality)
    return thanks(request, talking.say(subject=subject, hand=mine, above=above, **form.said))


def facts_of(
    request: MunicipalityRequest, found: Comment, *, form: SayForm | None = None
) -> dict[str, object]:
    """Everything that the page of one comment shows."""
    reader = request.user if isinstance(request.user, Person) else None
    takes_answers = found.above_id is None and found.state == State.SHOWN
    subject = subject_of(found) if takes_answers else None
    if form is None and subject and reader and may_talk(reader):
        form = form_for(reader, subject, None)
    if found.verdict:
        found.verdict.comment = found
    may_appeal_now = found.verdict is not None and may_appeal(reader, found.verdict)
    sees_hidden = found.state == State.HIDDEN and may_read_hidden(reader, found)
    can_read = found.state == State.SHOWN or sees_hidden
    is_standing = found.state in (State.SHOWN, State.HELD)
    answers = page_for(request, threads.answers_to(found), order=threads.IN_ORDER)
    return {
        "comment": found,
        "thread": found.thread,
        "initiative": found.thread.initiative,
        "card": card_of(found, sees_hidden=sees_hidden),
        "verdict": found.verdict if found.state == State.HIDDEN or may_appeal_now else None,
        "wordings": found.wordings.all() if found.edited_at and can_read else [],
        "page": answers,
        "answers": [row_of(each) for each in answers.items],
        "form": form,
        "sign_in_url": sign_in_path(request) if subject and reader is None else "",
        "may_edit": may_edit(reader, found),
        "may_remove": may_remove(reader, found),
        "may_report": may_report(reader, found) or (reader is None and found.state == State.SHOWN),
        "may_judge": is_standing and may_judge(reader, found),
        "may_appeal": may_appeal_now,
        "may_pin": found.state == State.SHOWN and may_keep(reader, found.thread.initiative),
    }


@signed_in
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Word one’s comment anew."""
    found = comment_at(request, pk)
    if not may_edit(request.user, found):
        raise NotYourComment
    now = {"text": found.text, "language": found.language}
    form = WordsForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        words = form.cleaned_data
        talking.edit(comment=found, text=words["text"], language=words["language"], by=request.user)
        messages.success(request, _("It reads anew. How it read before can still be seen."))
        return redirect(found)
    return render(request, "conversations/edit.html", {"comment": found, "form": form})


@signed_in
@require_POST
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take back what one said."""
    found = comment_at(request, pk)
    count(request, "post")
    talking.remove(comment=found, by=request.user)
    messages.success(request, _("Your words are gone. The answers to them stay."))
    return redirect(found)
