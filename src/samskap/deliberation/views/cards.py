"""Cards of paper: printing them, and writing them down."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.printed import handed_over, languages
from samskap.base.rates import count
from samskap.deliberation.actions.cards import write_card
from samskap.deliberation.errors import CardIsEntered, NotYoursToEnter
from samskap.deliberation.forms.cards import CardForm
from samskap.deliberation.paper import as_pdf
from samskap.deliberation.permissions import may_enter_cards
from samskap.deliberation.views.finding import in_chosen_language, read_in, the_deliberation
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def card(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write one card down, and go on with the next."""
    deliberation = the_deliberation(request, pk)
    if not may_enter_cards(request.user, deliberation):
        raise NotYoursToEnter
    form = CardForm(request.POST or None, deliberation=deliberation)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        names = ("card", "votes", "statements", "language", "name", "reach")
        try:
            write_card(
                deliberation=deliberation,
                by=request.user,
                **{name: said[name] for name in names},
            )
        except CardIsEntered as refusal:
            form.add_error("card", str(refusal))
        else:
            words = _("Card “%(card)s” is written down. Take the next one.")
            messages.success(request, words % {"card": said["card"]})
            return redirect("deliberation:card", pk)
    page = {"deliberation": deliberation, "form": form, "languages": languages()}
    return render(request, "deliberation/card.html", page)


@require_safe
@in_chosen_language
def card_pdf(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Give the card as a PDF to print, in the languages that are asked for: its own, and theirs."""
    deliberation = the_deliberation(request, pk)
    return handed_over(
        request,
        name=lambda: f"{_('Card')} {deliberation.question}",
        write=lambda: as_pdf(deliberation, read_in(request)),
    )
