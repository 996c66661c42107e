"""Writing directly: a new wording, another place, taken out."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.design.asking import posted
from samskap.drafting import actions
from samskap.drafting.actions import Clash
from samskap.drafting.errors import NotYoursToWrite, PartnersDecide
from samskap.drafting.forms import MoveForm, RemoveForm, WriteForm
from samskap.drafting.models import Item, Paragraph
from samskap.drafting.permissions import is_writer, may_write
from samskap.drafting.queries.items import adopted_unwritten
from samskap.drafting.queries.texts import text_now, wording_now
from samskap.drafting.views.finding import could_cause, search_of, seeks, the_paragraph, typed
from samskap.kernels.word_differences import differences
from samskap.ledger.hands import hand, hands_of
from samskap.ledger.models import Contribution
from samskap.people.decorators import SignedInRequest, signed_in


def written_by(request: SignedInRequest, pk: int) -> Paragraph:
    """The paragraph at an address, for its writers."""
    paragraph = the_paragraph(request, pk)
    if not may_write(request.user, paragraph.document):
        raise PartnersDecide if is_writer(request.user, paragraph.document) else NotYoursToWrite
    return paragraph


@signed_in
def write(request: SignedInRequest, pk: int) -> HttpResponse:
    """Word a paragraph anew. Where somebody else did so meanwhile, both stand side by side."""
    paragraph = written_by(request, pk)
    document, now = paragraph.document, wording_now(paragraph)
    words = now if now.text else paragraph.wordings.exclude(text="").order_by("-version")[0]
    listed = could_cause(request, document)
    named: dict[str, Any] = {
        "by": request.user,
        "municipality": request.municipality,
        "listed": listed,
        "own_path": document.get_absolute_url(),
    }
    form = WriteForm(
        None if seeks(request) else posted(request),
        initial={"base_version": now.version, "text": words.text, **typed(request)},
        **named,
    )
    clash = None
    if form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        written = actions.write(
            paragraph=paragraph,
            hand=hand(key=said["hand"], by=request.user, municipality=request.municipality),
            text=said["text"],
            why=said["why"],
            base_version=said["base_version"],
            causes=Contribution.objects.filter(
                pk__in=form.causes_chosen(), account=document.initiative.account_id
            ),
        )
        if not isinstance(written, Clash):
            messages.success(request, _("It is written. Thank you!"))
            return redirect(f"{document.get_absolute_url()}#{paragraph.anchor}")
        clash, form = written, WriteForm(now_read(request, written), **named)
    page = {
        "document": document,
        "paragraph": paragraph,
        "adopted": adopted_unwritten(Item.objects.filter(paragraph=paragraph)).first(),
        "form": form,
        "find": search_of(request, listed),
        "clash": clash,
        "runs": differences(clash.now.text, clash.mine) if clash else [],
        "move": MoveForm(text_now=[p for p in text_now(document) if p.paragraph != paragraph]),
        "remove": RemoveForm(auto_id="remove_%s", initial={"base_version": now.version}),
    }
    return render(request, "drafting/write.html", page)


def now_read(request: SignedInRequest, clash: Clash) -> Any:
    """What was typed, on the wording that whoever typed it sees now."""
    data = request.POST.copy()
    data["base_version"] = str(clash.now.version)
    return data


@signed_in
@require_POST
def place(request: SignedInRequest, pk: int) -> HttpResponse:
    """Move a paragraph behind another, or to the top."""
    paragraph = written_by(request, pk)
    document = paragraph.document
    form = MoveForm(request.POST, text_now=text_now(document))
    if not form.is_valid():
        messages.error(request, _("Choose where the paragraph should stand."))
        return redirect("drafting:write", paragraph.pk)
    count(request, "post")
    keys = keys_in([form.cleaned_data["after"]])
    after = document.paragraphs.filter(pk__in=keys).first()
    actions.place_paragraph(paragraph=paragraph, after=after, by=request.user)
    messages.success(request, _("The paragraph stands where you put it."))
    return redirect(f"{document.get_absolute_url()}#{paragraph.anchor}")


@signed_in
@require_POST
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a paragraph out."""
    paragraph = written_by(request, pk)
    form = RemoveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write why the paragraph is taken out."))
        return redirect("drafting:write", paragraph.pk)
    count(request, "post")
    key = hands_of(request.user, request.municipality)[0].key
    said = actions.remove_paragraph(
        paragraph=paragraph,
        hand=hand(key=key, by=request.user, municipality=request.municipality),
        why=form.cleaned_data["reason"],
        base_version=form.cleaned_data["base_version"],
    )
    if isinstance(said, Clash):
        messages.error(request, _("Somebody worded it anew meanwhile. Read it first."))
        return redirect("drafting:write", paragraph.pk)
    messages.success(request, _("The paragraph is taken out. Its history stays."))
    return redirect(paragraph)
