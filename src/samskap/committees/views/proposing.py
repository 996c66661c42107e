"""Proposing a committee, and changing what it is called."""

from uuid import uuid4

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.committees.actions import proposing as actions
from samskap.committees.errors.committee import NotYoursToPropose
from samskap.committees.forms.committee import DescribeForm, ProposeForm
from samskap.committees.models import Committee
from samskap.committees.permissions import may_propose
from samskap.committees.views.finding import ask, kept_at
from samskap.design.asking import Asking, asked, posted
from samskap.ledger.hands import hand
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def propose(request: SignedInRequest) -> HttpResponse:
    """Propose a task committee."""
    here, by = request.municipality, request.user
    if not may_propose(by, here):
        raise NotYoursToPropose
    return asked(
        request,
        about="",
        form=ProposeForm(posted(request), by=by, municipality=here, initial={"public_id": uuid4()}),
        asking=Asking(
            title=_("Propose a committee"),
            lead=_("One concrete task, and an end. The charter comes next."),
            submit=_("Propose it"),
            thanks=_("The committee is proposed. Write its charter now."),
        ),
        act=lambda told: actions.propose(
            municipality=here,
            hand=hand(key=told.pop("hand"), by=by, municipality=here),
            **told,
        ),
        to=reverse("committees:list"),
        goes_on=Committee.get_absolute_url,
    )


@signed_in
def describe(request: SignedInRequest, slug: str) -> HttpResponse:
    """Change what a committee is called, who helps it, and say what came of it."""
    committee = kept_at(request, slug)
    now = {
        "title": committee.title,
        "theme": committee.theme and committee.theme.slug,
        "parents": [parent.pk for parent in committee.parents.all()],
        "facilitator": committee.facilitator_id,
        "secretary": committee.secretary_id,
        "result": committee.result,
    }
    return ask(
        request,
        committee=committee,
        form=DescribeForm(posted(request), municipality=request.municipality, initial=now),
        asking=Asking(
            title=_("About the committee"),
            submit=_("Save"),
            thanks=_("It is saved, and everybody sees it."),
        ),
        act=lambda told: actions.describe(committee=committee, by=request.user, **told),
        to=committee.get_absolute_url(),
    )
