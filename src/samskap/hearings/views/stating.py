"""Saying something in a hearing, and the page of one statement."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.hearings import cards
from samskap.hearings.actions import entering, stating
from samskap.hearings.errors import (
    CannotBeChanged,
    NotTakingIn,
    NotYoursToChange,
    NotYoursToSteward,
)
from samskap.hearings.forms.stating import ChangeForm, EnterForm, StateForm, WithholdForm
from samskap.hearings.models import Hearing, HearingStatement, State
from samskap.hearings.permissions import gave_it, may_read_whole, may_steward
from samskap.hearings.queries.deadlines import today_in
from samskap.hearings.views.finding import handed_out, the_hearing, the_statement
from samskap.ledger.hands import MYSELF, hand, hands_of
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people import drafts
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

FOR_OTHERS = "other"  # in the address, for whoever writes down what came in otherwise


def state(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Say something; whoever is not signed in confirms afterwards, and staff write down letters."""
    found = the_hearing(request, slug)
    if not found.takes_in:
        raise NotTakingIn
    if request.GET.get("given") == FOR_OTHERS:
        return enter(request, found)
    by = request.user if isinstance(request.user, Person) else None
    first = drafts.address_form(request)
    form = StateForm(
        request.POST or None,
        request.FILES or None,
        hands=hands_of(by, request.municipality) if by else [MYSELF],
        is_signed_in=by is not None,
        initial={"public_id": uuid4()},
    )
    is_whole = request.method == "POST" and form.is_valid() and (not first or first.is_valid())
    if is_whole and first:
        return drafts.keep(request, first, form, title=found.title)
    if is_whole and by:
        count(request, "post")
        said = form.cleaned_data
        with drafts.taken_back(request):
            made = stating.state(
                hearing=found,
                hand=hand(key=form.hand_key, by=by, municipality=request.municipality),
                text=said["text"],
                language=said["language"],
                attachment=said.get("attachment"),
                public_id=said["public_id"],
            )
        messages.success(request, thanks_for(made))
        return redirect(made)
    facts = {
        "hearing": found,
        "form": form,
        "first": first,
        "is_late": today_in(found.municipality) > found.closes_on,
        "may_steward": may_steward(request.user, found),
    }
    return render(request, "hearings/state.html", facts)


def thanks_for(statement: HearingStatement) -> str:
    """The receipt: its number, and that it came late where it did."""
    words = _("Thank you! Your statement has number %(number)s, and you hear what becomes of it.")
    if statement.is_late:
        words = _(
            "Thank you! Your statement has number %(number)s. It came after the last day, and is"
            " marked so."
        )
    return words % {"number": statement.number}


def enter(request: MunicipalityRequest, hearing: Hearing) -> HttpResponse:
    """Write down what came by e-mail, in a letter or by telephone.

    An e-mail that was pasted whole comes back filled in, to be checked.
    """
    by = request.user
    if not isinstance(by, Person) or not may_steward(by, hearing):
        raise NotYoursToSteward
    form = EnterForm(
        request.POST or None,
        request.FILES or None,
        hearing=hearing,
        initial={"public_id": uuid4()},
    )
    is_whole = request.method == "POST" and form.is_valid()
    if form.read:
        facts = {"hearing": hearing, "form": form.to_check(), "read": form.read}
        return render(request, "hearings/enter.html", facts)
    if is_whole:
        count(request, "post")
        made = entering.enter(hearing=hearing, by=by, **form.cleaned_data)
        messages.success(
            request,
            _("It is written down with number %(number)s, and counts as much as any other.")
            % {"number": made.number},
        )
        return redirect(made)
    return render(request, "hearings/enter.html", {"hearing": hearing, "form": form})


def statement(request: MunicipalityRequest, slug: str, number: int) -> HttpResponse:
    """Show one statement with its answer; whoever gave it changes it, staff withhold it."""
    found = the_statement(request, slug, number)
    is_mine, is_steward = gave_it(request.user, found), may_steward(request.user, found.hearing)
    shown = forms_of(request, found, is_mine=is_mine, is_steward=is_steward)
    what = request.POST.get("what", "")
    if request.method == "POST" and isinstance(request.user, Person):
        form = shown.get(what)
        if what == "withdraw":
            count(request, "post")
            stating.withdraw_statement(statement=found, by=request.user)
            messages.success(request, _("It is taken back, and its words are deleted."))
            return redirect(found.hearing)
        if form is not None and form.is_valid():
            count(request, "post")
            messages.success(request, do(what, found, form.cleaned_data, request.user))
            return redirect(found)
        if form is None:
            raise CannotBeChanged if is_mine and what == "change" else NotYoursToChange
    if is_steward and not found.is_open:
        seen(request, "hearings.withheld")
    whole = may_read_whole(request.user, found)
    facts = {
        "hearing": found.hearing,
        "statement": found,
        "card": cards.statement_card(found, whole=whole),
        "forms": shown,
        "is_mine": is_mine,
        "may_open_attachment": whole and bool(found.attachment),
        "reach": found.contribution.giver.reach if is_steward else "",
        "is_steward": is_steward,
    }
    return render(request, "hearings/statement.html", facts)


def forms_of(
    request: MunicipalityRequest, statement: HearingStatement, *, is_mine: bool, is_steward: bool
) -> dict[str, Any]:
    """The forms that whoever looks may fill in; one is filled in, if it was sent."""
    what = request.POST.get("what")
    shown: dict[str, Any] = {}
    if is_mine and stating.can_be_changed(statement, statement.hearing):
        sent = request.POST if what == "change" else None
        shown["change"] = ChangeForm(sent, initial={"text": statement.text})
    if is_steward and statement.hearing.state != State.PLANNED:
        sent = request.POST if what == "withhold" else None
        now = {"basis": statement.basis, "open_text": statement.open_text}
        shown["withhold"] = WithholdForm(sent, initial=now)
    return shown


def do(what: str, statement: HearingStatement, said: dict[str, Any], by: Person) -> str:
    """Do what one of the forms says, and say so."""
    if what == "change":
        stating.change_statement(statement=statement, text=said["text"], by=by)
        return _("Your statement is changed.")
    stating.withhold(statement=statement, by=by, **said)
    return _("Saved. Everybody sees by which law it is withheld, if it is.")


@signed_in
@require_safe
def attachment(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    """Hand out an attachment to whoever gave it, and to those who answer."""
    found = the_statement(request, slug, number)
    if not may_read_whole(request.user, found):
        raise NotYoursToSteward
    if not gave_it(request.user, found):
        seen(request, "hearings.attachment")
    return handed_out(found.attachment)
