"""Proposing: a change of a paragraph, a new one, and taking a proposal back."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.design.asking import Asking, asked, posted
from samskap.drafting import actions
from samskap.drafting.forms import AddForm, ProposeForm
from samskap.drafting.models import Change, Paragraph
from samskap.drafting.permissions import may_enter_for_others, may_write
from samskap.drafting.queries.texts import text_now, wording_now
from samskap.drafting.views.finding import (
    could_cause,
    search_of,
    seeks,
    the_change,
    the_document,
    the_paragraph,
    typed,
)
from samskap.ledger.models import Contribution
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def propose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Propose how a paragraph should read, or that it is taken out."""
    paragraph = the_paragraph(request, pk)
    document, now = paragraph.document, wording_now(paragraph)
    form = ProposeForm(
        posted(request),
        by=request.user,
        municipality=request.municipality,
        enters=may_enter_for_others(request.user, document),
        initial={"public_id": uuid4(), "base_version": now.version, "text": now.text},
    )

    def act(told: dict[str, Any]) -> Change:
        """Propose it as filled in."""
        said = {
            "paragraph": paragraph,
            "hand": form.taken_hand(),
            **{name: told[name] for name in ("reason", "public_id", "base_version")},
        }
        if told["what"] == Change.What.REMOVE:
            return actions.propose_removal(**said)
        return actions.propose_change(text=told["text"], **said)

    return asked(
        request,
        about=document.title,
        form=form,
        asking=Asking(
            title=_("Propose a change to paragraph %(number)s") % {"number": paragraph.number},
            lead=_("You hear what becomes of it, and why."),
            submit=_("Propose it"),
            thanks=_("Thank you! You will hear what becomes of it."),
        ),
        act=act,
        to=paragraph.get_absolute_url(),
        goes_on=lambda made: str(made.get_absolute_url()),
    )


@signed_in
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write a new paragraph as a writer, or propose one as anybody else."""
    document = the_document(request, pk)
    writes = may_write(request.user, document)
    text, listed = text_now(document), could_cause(request, document)
    form = AddForm(
        None if seeks(request) else posted(request),
        by=request.user,
        municipality=request.municipality,
        enters=may_enter_for_others(request.user, document),
        text_now=text,
        listed=listed,
        own_path=document.get_absolute_url(),
        initial={
            "public_id": uuid4(),
            "after": request.GET.get("after", "end"),
            **typed(request),
        },
    )
    paragraphs = {placed.paragraph.pk: placed.paragraph for placed in text}

    def act(told: dict[str, Any]) -> Paragraph | Change:
        """Write or propose it as filled in."""
        causes = Contribution.objects.filter(
            pk__in=form.causes_chosen(), account=document.initiative.account_id
        )
        after = next((paragraphs[key] for key in keys_in([str(told["after"])])), None)
        said = {
            "document": document,
            "hand": form.taken_hand(),
            "causes": causes,
            "after": after,
            **{name: told[name] for name in ("kind", "text", "public_id")},
        }
        if writes and not form.is_on_paper:
            return actions.add_paragraph(why=told["why"], **said)
        return actions.propose_paragraph(reason=told["why"], **said)

    asking = Asking(
        title=_("Write a new paragraph") if writes else _("Propose a new paragraph"),
        submit=_("Put it into the text") if writes else _("Propose it"),
        thanks=_("It stands in the text.")
        if writes
        else _("Thank you! You will hear what becomes of it."),
    )
    if request.method != "POST" or seeks(request):
        page = {
            "document": document,
            "form": form,
            "asking": asking,
            "find": search_of(request, listed),
        }
        return render(request, "drafting/add.html", page)
    return asked(
        request,
        about=document.title,
        form=form,
        asking=asking,
        act=act,
        to=document.get_absolute_url(),
        goes_on=lambda made: str(made.get_absolute_url()),
    )


@signed_in
@require_POST
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take back what one proposed."""
    change = the_change(request, pk)
    count(request, "post")
    actions.withdraw_change(change=change, by=request.user)
    messages.success(request, _("Your proposal is withdrawn."))
    return redirect(change.document)
