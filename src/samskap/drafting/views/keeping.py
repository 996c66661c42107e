"""Keeping a text: editions, who writes, and that it is settled."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.drafting import actions
from samskap.drafting.errors import NotYoursToWrite
from samskap.drafting.forms import EditionForm, WriterForm
from samskap.drafting.models import Change, Document
from samskap.drafting.permissions import may_keep, may_name_writers
from samskap.drafting.queries.people import could_write
from samskap.drafting.views.finding import the_document
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def keep(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make an edition, name a writer or let one go, settle the text: one form for each."""
    document = the_document(request, pk)
    if not may_keep(request.user, document):
        raise NotYoursToWrite
    what = request.POST.get("what", "") if request.method == "POST" else ""
    newest = document.editions.order_by("-number").first()
    edition = EditionForm(
        request.POST if what == "edition" else None,
        initial={"number": newest.number + 1 if newest else 1},
    )
    people = could_write(document)
    writer = WriterForm(request.POST if what == "writer" else None, people=people)
    if what and (said := done(request, document, what, edition, writer)):
        messages.success(request, said)
        return redirect("drafting:keep", document.pk)
    page = {
        "document": document,
        "edition": edition,
        "writer": writer if people and may_name_writers(request.user, document) else None,
        "writers": list(document.writers.order_by("pk")),
        "may_name": may_name_writers(request.user, document),
        "waiting": document.changes.filter(state=Change.State.OPEN).count(),
    }
    return render(request, "drafting/keep.html", page)


def done(
    request: SignedInRequest,
    document: Document,
    what: str,
    edition: EditionForm,
    writer: WriterForm,
) -> str:
    """Do what one of the forms asks for, and say so; nothing where it must be mended."""
    by = request.user
    if what == "edition" and edition.is_valid():
        count(request, "post")
        made = actions.publish_edition(document=document, by=by, **edition.cleaned_data)
        return _("Edition %(number)s is made.") % {"number": made.number}
    if what == "writer" and writer.is_valid():
        count(request, "post")
        chosen: Any = writer.cleaned_data["person"]
        for person in could_write(document):
            if str(person.public_id) == chosen:
                actions.name_writer(document=document, person=person, by=by)
        return _("They write the text too now.")
    if what.startswith("let_go:"):
        count(request, "post")
        for person in document.writers.all():
            if str(person.public_id) == what.removeprefix("let_go:"):
                actions.let_writer_go(document=document, person=person, by=by)
        return _("They write the text no longer.")
    if what == "settle":
        count(request, "post")
        actions.settle_document(document=document, by=by)
        return _("The text is settled.")
    return ""
