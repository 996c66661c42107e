"""One press: support, stop supporting, withdraw."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.ideas import actions, queries
from samskap.ideas.cards import card_of
from samskap.ideas.models import Idea
from samskap.ideas.views.reading import ONE_PRESS_LEFT
from samskap.ledger.hands import hand
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, own_path, signed_in


def back(request: SignedInRequest, otherwise: str) -> HttpResponse:
    """Go back to where the button was pressed."""
    return redirect(own_path(request, request.headers.get("Referer", ""), otherwise))


def support(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Support an idea; whoever is not signed in signs in first, and finds the button again."""
    is_part = request.headers.get("HX-Request")  # of a page, which then sends its form as it stands
    if request.method != "POST" or is_part or request.user.is_authenticated:
        return support_now(request, pk)
    idea = idea_to_support(request, pk)
    messages.info(
        request,
        _("Sign in first. You need only your e-mail address. Then one more press, and it counts."),
    )
    back = f"{idea.get_absolute_url()}?{urlencode({ONE_PRESS_LEFT: 'yes'})}"
    return redirect(f"{reverse('people:sign_in')}?{urlencode({'next': back})}")


@signed_in
@require_POST
def support_now(request: SignedInRequest, pk: int) -> HttpResponse:
    """Support an idea, as somebody who is signed in."""
    count(request, "post")
    idea = idea_to_support(request, pk)
    mine = hand(key="self:resident", by=request.user, municipality=request.municipality)
    supported = actions.support(idea=idea, hand=mine)
    idea = supported.idea if supported else idea  # another, where they were put together meanwhile
    return _changed(request, idea, is_mine=True, thanks=_("You support this. Thank you!"))


def idea_to_support(request: MunicipalityRequest, pk: int) -> Idea:
    """The idea that an address names, or the one it has become a part of; 404 without any."""
    here = request.municipality.pk
    idea: Idea | None = queries.idea_to_support.first(municipality=here, key=pk)
    if idea is not None and idea.merged_into_id:  # it goes on there, and so does the support
        idea = queries.idea_to_support.first(municipality=here, key=idea.merged_into_id)
    if idea is None:
        raise Http404
    return idea


@signed_in
@require_POST
def stop_supporting(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take one’s support back."""
    count(request, "post")
    idea = get_object_or_404(queries.idea_of(request.municipality), pk=pk)
    if idea.merged_into_id:
        idea = queries.idea_of(request.municipality).get(pk=idea.merged_into_id)
    actions.stop_supporting(idea=idea, by=request.user)
    return _changed(request, idea, is_mine=False, thanks=_("You do not support this any more."))


def _changed(request: SignedInRequest, idea: Idea, *, is_mine: bool, thanks: str) -> HttpResponse:
    """Answer with the idea alone where the page only changes its button; else go back to it."""
    if request.headers.get("HX-Request"):
        now = queries.idea_of(request.municipality).get(pk=idea.pk)
        card = card_of(now, is_mine=is_mine)
        card["support"]["thanks"] = thanks
        return render(request, "ideas/supported.html", {"card": card})
    messages.success(request, thanks)
    return back(request, idea.get_absolute_url())


@signed_in
@require_POST
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take back what one gave."""
    count(request, "post")
    idea = get_object_or_404(queries.idea_of(request.municipality), pk=pk)
    actions.withdraw(idea=idea, by=request.user)
    messages.success(request, _("It is withdrawn, and your words are gone."))
    return redirect(idea)
