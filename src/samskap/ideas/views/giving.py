"""Giving: for oneself, for an organisation, in answer to a question, or for somebody on paper."""

from datetime import date, datetime, time

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.base.finding import said_already, wants_to_look
from samskap.base.rates import count
from samskap.ideas import actions
from samskap.ideas.errors import NotYoursToEnter
from samskap.ideas.forms import GiveForm, PaperForm
from samskap.ideas.models import Idea, Question
from samskap.ideas.permissions import may_enter_for_others
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.initiatives import initiative_named
from samskap.ledger.hands import MYSELF, hand, hands_of, paper_hand
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people import drafts
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


def initiative_of(request: MunicipalityRequest, slug: str) -> Initiative:
    """Find the initiative that an address names."""
    found = initiative_named(request.municipality, slug)
    if found is None:
        raise Http404
    return found


def give(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Give an initiative a story, a problem, knowledge, an idea or a draft."""
    return give_to(request, initiative_of(request, slug), question=None)


def give_answer(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Answer a question."""
    asked = Question.objects.of(request.municipality).select_related(
        "initiative__account", "initiative__municipality"
    )
    question = get_object_or_404(asked, pk=pk)
    return give_to(request, question.initiative, question=question)


def give_to(
    request: MunicipalityRequest, initiative: Initiative, *, question: Question | None
) -> HttpResponse:
    """Show the form, or take what was filled in; whoever is not signed in confirms afterwards."""
    by = request.user if isinstance(request.user, Person) else None
    first = drafts.address_form(request)
    hands = hands_of(by, request.municipality) if by else [MYSELF]
    phase = question.phase if question else initiative.phase
    asked = {"kind": Idea.Kind.IDEA} if question else {}  # an answer is seldom a problem
    only_looks = wants_to_look(request)
    form = GiveForm(
        None if only_looks else request.POST or None,
        hands=hands,
        phase=phase,
        initial=request.POST.dict() if only_looks else asked,
    )
    heading = question.text if question else _("What would you like to give?")
    is_whole = request.method == "POST" and form.is_valid() and (not first or first.is_valid())
    if is_whole and first:
        return drafts.keep(request, first, form, title=form.cleaned_data["title"])
    if is_whole and by:
        count(request, "post")
        words = form.cleaned_data
        with drafts.taken_back(request):
            idea = actions.give_idea(
                initiative=initiative,
                hand=hand(key=form.hand_key, by=by, municipality=request.municipality),
                kind=words["kind"],
                title=words["title"],
                text=words["text"],
                language=words["language"],
                beneficiary=words["beneficiary"],
                question=question,
            )
        messages.success(request, _("Thank you! You will hear what becomes of it."))
        return redirect(idea)
    page = {
        "initiative": initiative,
        "question": question,
        "heading": heading,
        "form": form,
        "first": first,
        "said": said_already(request),
    }
    return render(request, "ideas/give.html", page)


@signed_in
def paper(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write down what came on paper, by telephone or at a meeting."""
    initiative = initiative_of(request, slug)
    if not may_enter_for_others(request.user, initiative):
        raise NotYoursToEnter
    form = PaperForm(request.POST or None, phase=initiative.phase)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        words = form.cleaned_data
        idea = actions.give_idea(
            initiative=initiative,
            hand=paper_hand(
                by=request.user,
                municipality=request.municipality,
                name=words["name"],
                reach=words["reach"],
                actor_kind=words["actor_kind"],
                channel=words["channel"],
            ),
            kind=words["kind"],
            title=words["title"],
            text=words["text"],
            language=words["language"],
            beneficiary=words["beneficiary"],
            at=moment_on(words["given_on"]),
        )
        messages.success(request, _("It is written down, and counts as much as any other."))
        return redirect(idea)
    page = {"initiative": initiative, "form": form}
    return render(request, "ideas/paper.html", page)


def moment_on(day: date) -> datetime | None:
    """Noon of a day that has passed; None, which means now, for today."""
    if day == timezone.localdate():
        return None
    return timezone.make_aware(datetime.combine(day, time(12)))
