"""What became of everything that was given to a plan, and answering it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.design.asking import posted
from samskap.drafting import cards_items as cards
from samskap.drafting.actions.sources import leave_out, put_in_item
from samskap.drafting.actions.telling import write_down_told
from samskap.drafting.forms.items import NOT, WHOLE, AnswersForm, ChosenForm
from samskap.drafting.models import Document
from samskap.drafting.models.item import Item
from samskap.drafting.permissions_items import may_plan
from samskap.drafting.queries.items import (
    CONTRIBUTIONS,
    WHICH,
    answered_of,
    given_to,
    items_by_contribution,
)
from samskap.drafting.queries.telling import to_be_told
from samskap.drafting.views.finding import the_document
from samskap.ledger.models import Contribution
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

TO_TELL = "to_tell"


def answers(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show each contribution to a plan with what became of it; answer some of them at once."""
    document = the_document(request, pk)
    plans, asked_for = may_plan(request.user, document), request.GET.get("which", "")
    if plans and asked_for == TO_TELL:
        return to_tell(request, document)
    which = asked_for if asked_for in WHICH else ""
    page = page_for(request, given_to(document, which=which), order=CONTRIBUTIONS)
    sources = items_by_contribution(document, [each.pk for each in page.items])
    lines = [cards.answer_line(each, sources.get(each.pk, [])) for each in page.items]
    form, items = None, [item for item in document.items.order_by("number") if item.is_alive]
    if plans and page.items:
        keys = [line["key"] for line in lines if not line["answered_at"]]
        form = AnswersForm(request.POST or None, keys=keys, items=items)
        if form.is_valid() and isinstance(request.user, Person):
            count(request, "post")
            told = form.cleaned_data
            many = answer(document, items, page.items, told, by=request.user)
            messages.success(
                request,
                ngettext(
                    "{n} contribution is answered.", "{n} contributions are answered.", many
                ).format(n=many),
            )
            return redirect(request.get_full_path())
    answered, given = answered_of(document)
    facts = {
        "document": document,
        "initiative": document.initiative,
        "lines": lines,
        "page": page,
        "which": which,
        "ways": ways(document, plans=plans),
        "answered": answered,
        "given": given,
        "form": form,
        "chosen": request.POST.getlist("chosen"),
    }
    return render(request, "drafting/item/answers.html", facts)


def to_tell(request: MunicipalityRequest, document: Document) -> HttpResponse:
    """List who has an answer and no account, with how to reach them; tick those who are told."""
    page = page_for(request, to_be_told(document), order=CONTRIBUTIONS)
    form = ChosenForm(posted(request), keys=[str(each.public_id) for each in page.items])
    if form.is_valid() and isinstance(request.user, Person):
        count(request, "post")
        chosen = [each for each in page.items if str(each.public_id) in form.cleaned_data["chosen"]]
        many = write_down_told(document=document, contributions=chosen, by=request.user)
        messages.success(
            request,
            ngettext(
                "Written down: {n} answer reached whoever waited for it.",
                "Written down: {n} answers reached those who waited for them.",
                many,
            ).format(n=many),
        )
        return redirect(request.get_full_path())
    if page.items:
        seen(request, "drafting.to_tell")
    sources = items_by_contribution(document, [each.pk for each in page.items])
    facts = {
        "document": document,
        "initiative": document.initiative,
        "lines": [cards.to_tell_line(each, sources.get(each.pk, [])) for each in page.items],
        "page": page,
        "which": TO_TELL,
        "ways": ways(document, plans=True),
        "form": form,
    }
    return render(request, "drafting/item/to_tell.html", facts)


def answer(
    document: Document,
    items: list[Item],
    given: list[Contribution],
    told: dict[str, Any],
    *,
    by: Person,
) -> int:
    """Answer the contributions that were chosen; returns how many."""
    chosen = [each for each in given if str(each.public_id) in told["chosen"]]
    if told["how"] == NOT:
        return leave_out(document=document, contributions=chosen, by=by, reason=told["says"])
    item = next(each for each in items if str(each.pk) == told["item"])
    item.document = document
    return put_in_item(
        item=item,
        contributions=chosen,
        by=by,
        is_whole=told["how"] == WHOLE,
        says=told["says"],
    )


def ways(document: Document, *, plans: bool) -> list[tuple[str, str, str]]:
    """The parts of the list that one can look at: key, words, address.

    plans  whether the reader carries the plan, and so may call those who have no account
    """
    words = {
        "": _("All"),
        "waiting": _("Waiting for an answer"),
        "used": _("In the plan"),
        "partly": _("Partly in the plan"),
        "not": _("Not in the plan"),
        **({TO_TELL: _("To be called or written to")} if plans else {}),
    }
    path = reverse("drafting:answers", args=[document.pk])
    return [(key, word, f"{path}?which={key}" if key else path) for key, word in words.items()]
