"""The plan of a text: its items, one of them, making and changing them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskap.base.addresses import address
from samskap.base.printed import languages
from samskap.base.rates import count
from samskap.design.asking import Asking, asked, posted
from samskap.drafting import cards_items as cards
from samskap.drafting.actions import items as actions
from samskap.drafting.actions.laying import lay_items
from samskap.drafting.actions.reporting import FROM, report
from samskap.drafting.actions.sources import held_by
from samskap.drafting.errors import NotYoursToPlan
from samskap.drafting.forms.items import ItemForm, LayItemsForm, MoneyForm, ReportForm
from samskap.drafting.models import Document, Paragraph
from samskap.drafting.models.item import Item, ItemStep
from samskap.drafting.permissions_items import may_plan, may_report
from samskap.drafting.queries.items import (
    answered_of,
    items_in,
    items_of,
    money_of,
    sources_shown,
    steps_of,
    sums_of_plan,
    to_lay,
)
from samskap.drafting.queries.texts import wording_now
from samskap.drafting.views.finding import the_document
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

What = ItemStep.What
REPORTED = {
    What.UNDER_WAY: What.UNDER_WAY.label,
    What.IN_FORCE: What.IN_FORCE.label,
    What.FOLLOWED_UP: gettext_lazy("This is how it goes"),
    What.DROPPED: gettext_lazy("It is dropped"),
}


def plan(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show the items of a text, what they cost, what money there is, and how they stand."""
    document = the_document(request, pk)
    plans = may_plan(request.user, document)
    items, money = list(items_of(document)), money_of(document)
    is_to_lay = plans and document.initiative.is_open and to_lay(items_of(document)).exists()
    shown = {
        "money": _form(request, "money", MoneyForm) if plans else None,
        "lay": _form(request, "lay", LayItemsForm, municipality=request.municipality)
        if is_to_lay
        else None,
    }
    if isinstance(request.user, Person):
        for name, form in shown.items():
            if form is not None and form.is_bound and form.is_valid():
                count(request, "post")
                _act(name, document, form.cleaned_data, by=request.user)
                messages.success(request, _("Saved. Everybody can read it."))
                return redirect("drafting:plan", document.pk)
    sums = sums_of_plan(items, money)
    answered, given = answered_of(document)
    facts = {
        "document": document,
        "initiative": document.initiative,
        "rows": [cards.row_of(item) for item in items],
        "costs": cards.money_facts(sums),
        "sentence": cards.sentence_of(sums),
        "money": [cards.money_line(each) for each in money],
        "answered": answered,
        "given": given,
        "forms": shown,
        "papers": languages(),
    }
    return render(request, "drafting/item/plan.html", facts)


def _form(request: MunicipalityRequest, name: str, kind: Any, **named: Any) -> forms.Form:
    """One of the forms of a page: filled in where its own button was pressed."""
    sent = request.POST if request.POST.get("form") == name else None
    made: forms.Form = kind(sent, **named)
    return made


def _act(name: str, document: Document, told: dict[str, Any], *, by: Person) -> None:
    """Do what one of the forms of a plan says."""
    if name == "money":
        actions.say_money(document=document, by=by, **told)
    else:
        lay_items(document=document, by=by, **told)


def item(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show one item as steps: who proposed it, how it was decided, what is in force."""
    found: Item = get_object_or_404(items_in(request.municipality), pk=pk)
    choices = choices_for(request, found)
    form = ReportForm(posted(request) if choices else None, choices=choices) if choices else None
    if form is not None and form.is_valid() and isinstance(request.user, Person):
        count(request, "post")
        report(item=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. Those whose proposals are in it hear of it."))
        return redirect(found)
    sources = [cards.source_line(source) for source in sources_shown(found)]
    facts = {
        "item": found,
        "document": found.document,
        "initiative": found.document.initiative,
        "row": cards.row_of(found),
        "stages": cards.stages_of(found, len(sources)),
        "sources": sources,
        "events": cards.events_of(list(steps_of(found)), found.document.language),
        "facts": facts_of(found),
        "form": form,
        "may_plan": may_plan(request.user, found.document),
    }
    return render(request, "drafting/item/item.html", facts)


def facts_of(found: Item) -> list[dict[str, Any]]:
    """What an item says, as pairs."""
    row = cards.row_of(found)
    promises = address("initiatives:commitments", found.document.initiative.slug)
    known = [
        {"label": _("Costs"), "value": row["cost"] or _("Nobody knows yet")},
        {"label": _("Responsible"), "value": row["responsible"] or _("Nobody yet")},
        {"label": _("By when"), "value": row["due"] or _("No day is set")},
    ]
    if found.commitment is not None:
        known.append(
            {
                "label": _("Promise"),
                "value": found.commitment.what,
                "url": promises,
            }
        )
        known.append({"label": _("How it stands with the promise"), "value": row["promise"]})
    return known


def choices_for(request: MunicipalityRequest, found: Item) -> list[tuple[str, Any]]:
    """What the reader can say about an item now."""
    if found.waits or not may_report(request.user, found):
        return []
    plans = may_plan(request.user, found.document)
    return [
        (what.value, REPORTED[what])
        for what in REPORTED
        if found.state in FROM[what] and (plans or what != What.DROPPED)
    ]


@signed_in
def edit_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make a paragraph an item of the plan, or change what the item says."""
    paragraphs = Paragraph.objects.of(request.municipality).select_related(
        "document__initiative__municipality", "document__initiative__account"
    )
    paragraph: Paragraph = get_object_or_404(paragraphs, pk=pk)
    document = paragraph.document
    if not may_plan(request.user, document):
        raise NotYoursToPlan(initiative=document.initiative.title)
    items = Item.objects.filter(paragraph=paragraph)
    found = items.select_related("document", "recommendation__formal_decision__body").first()
    if found is not None and found.waits:
        raise held_by(found)
    first_line = wording_now(paragraph).text.strip().split("\n")[0][:160]
    form = ItemForm(
        posted(request),
        initiative=document.initiative,
        asks_why=found is not None and found.recommendation_id is not None,
        initial=_known(found) if found else {"title": first_line},
    )
    asking = Asking(
        title=_("Change item %(number)s") % {"number": found.number}
        if found
        else _("Make it an item of the plan"),
        lead=_(
            "Say what it costs, who carries it out and by when. What caused the paragraph is where"
            " the item came from."
        ),
        submit=_("Save the item"),
        thanks=_("Saved. Those whose proposals are in it hear of it."),
    )
    return asked(
        request,
        about=document.title,
        form=form,
        asking=asking,
        act=lambda told: _save(paragraph, found, told, by=request.user),
        to=found.get_absolute_url() if found else document.get_absolute_url(),
        goes_on=lambda made: str(made.get_absolute_url()),
    )


def _known(found: Item) -> dict[str, Any]:
    """What an item says, for its form."""
    names = "title cost_kroner responsible responsible_says due_on commitment".split()
    return {name: getattr(found, name) for name in names}


def _save(paragraph: Paragraph, found: Item | None, told: dict[str, Any], *, by: Person) -> Item:
    """Make the item, or change it."""
    if found is None:
        return actions.make_item(paragraph=paragraph, by=by, **told)
    return actions.change_item(item=found, by=by, **told)
