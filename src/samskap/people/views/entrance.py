"""Letting somebody in who has shown who they are, whichever way they came."""

import time

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people import actions, queries
from samskap.people.devices import device_of
from samskap.people.models import Level, Person, Provider
from samskap.people.oidc.found import forget_found, found_in
from samskap.people.sessions import DEVICE, IS_STRONG, MUNICIPALITY, PROVIDER

SECOND_STEP = "people_second_step"  # in the session: whose second factor is asked for, and where
STEP_LASTS = 900  # seconds


def come_in(
    request: MunicipalityRequest, person: Person, *, back: str, by: Provider | None = None
) -> HttpResponse:
    """Let a person in who has shown one thing; who has a second factor is asked for that first.

    by  the provider that says who it is; None where it was a code from an e-mail. A national e-ID
        has two factors of its own
    """
    is_strong = by is not None and by.level == Level.IDENTIFIED
    if not is_strong and queries.has_second_factor(person):
        request.session[SECOND_STEP] = {
            "person": person.pk,
            "municipality": request.municipality.pk,
            "by": by.pk if by else None,
            "back": back,
            "at": time.time(),
        }
        return redirect("people:second_step")
    return let_in(request, person, back=back, by=by, is_strong=is_strong)


def let_in(
    request: MunicipalityRequest,
    person: Person,
    *,
    back: str,
    is_strong: bool,
    by: Provider | None = None,
) -> HttpResponse:
    """Sign a person in; the session gets a new key, so an old one is worthless.

    Where an e-ID was shown before that no account has, they are asked whether it is theirs: on a
    shared computer it may be that of whoever sat there before.
    """
    if not is_strong and queries.strong_roles_of(person, request.municipality):
        back = f"{reverse('people:second_factor')}?{urlencode({'next': back})}"
    actions.claim_drafts(by=person)
    drafts = reverse("people:drafts")
    if not back.startswith(drafts) and queries.drafts_of(person, request.municipality).exists():
        back = drafts
    is_first_time = person.last_login is None
    if is_first_time and not back.startswith(drafts):
        back = f"{reverse('people:welcome')}?{urlencode({'next': back})}"
    else:
        messages.success(request, _("You are signed in."))
    if by:
        forget_found(request)
    elif found_in(request):
        back = f"{reverse('people:claim_e_id')}?{urlencode({'next': back})}"
    answer: HttpResponse = perform_login(
        request, Login(user=person, redirect_url=back, signup=is_first_time)
    )
    # Afterwards: signing in empties a session that was somebody else’s.
    request.session[MUNICIPALITY] = request.municipality.pk
    request.session[IS_STRONG] = is_strong
    request.session[DEVICE] = device_of(request.headers.get("User-Agent", ""))
    if by:
        request.session[PROVIDER] = by.pk
    return answer
