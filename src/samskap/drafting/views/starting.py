"""Starting a text."""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from samskap.design.asking import Asking, asked, posted
from samskap.drafting import actions
from samskap.drafting.errors import NotYoursToStart
from samskap.drafting.forms import StartForm
from samskap.drafting.models import Document
from samskap.drafting.permissions import may_start
from samskap.initiatives.queries.initiatives import initiative_named
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def start(request: SignedInRequest, slug: str) -> HttpResponse:
    """Start a text of an initiative."""
    initiative = initiative_named(request.municipality, slug)
    if initiative is None:
        raise Http404
    if not may_start(request.user, initiative):
        raise NotYoursToStart

    def act(told: dict[str, Any]) -> Document:
        """Start it as filled in."""
        return actions.start_document(initiative=initiative, by=request.user, **told)

    return asked(
        request,
        about=initiative.title,
        form=StartForm(posted(request), initial={"public_id": uuid4()}),
        asking=Asking(
            title=_("Start a joint text"),
            lead=_("One text that many write: everybody can propose, and sees what became of it."),
            submit=_("Start the text"),
            thanks=_("The text is started. Write its first paragraph."),
        ),
        act=act,
        to=initiative.get_absolute_url(),
        goes_on=lambda made: str(made.get_absolute_url()),
    )
