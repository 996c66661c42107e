"""Reading what waits, and hearing appeals."""

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.deliberation.actions import reading as actions
from samskap.deliberation.errors import NotYoursToKeep
from samskap.deliberation.forms.keeping import AppealAnswerForm, AsideForm
from samskap.deliberation.models import Deliberation, Standing, Statement
from samskap.deliberation.permissions import may_decide_appeal, may_keep
from samskap.deliberation.queries.deliberations import (
    set_aside_by,
    shown_in,
    to_read,
    translations_to_read,
)
from samskap.deliberation.views.finding import kept_deliberation, the_statement
from samskap.people.decorators import SignedInRequest, signed_in

MOST_TRANSLATIONS = 50


@signed_in
@require_safe
def queue(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what waits to be read, the oldest first."""
    return queue_shown(request, kept_deliberation(request, pk))


def queue_shown(
    request: SignedInRequest,
    deliberation: Deliberation,
    *,
    wrong: tuple[int, BaseForm] | None = None,
) -> HttpResponse:
    """Show the queue; or the one statement alone whose form must be mended, as it was filled in."""
    key, bound = wrong or (0, None)
    rows = to_read(deliberation)
    if key:
        rows = deliberation.statements.filter(pk=key).select_related("deliberation", "read_by")
    elif request.GET.get("all"):  # what is shown can be set aside later on
        rows = shown_in(deliberation).select_related("contribution__giver", "read_by")
    page = page_for(request, rows, order=("given_at", "pk"), size=25)
    appeals = [each for each in page.items if each.state == Standing.SET_ASIDE]
    aside_before = set_aside_by(request.user, appeals)
    lines = [
        {
            "statement": each,
            "is_appeal": each.state == Standing.SET_ASIDE,
            "waits": each.state == Standing.AWAITING,
            "form": bound if each.pk == key else form_of(each),
            "may_decide": may_decide_appeal(request.user, each, aside_before=aside_before),
        }
        for each in page.items
    ]
    facts = {
        "deliberation": deliberation,
        "page": page,
        "lines": lines,
        "translations": [] if key else translations_to_read(deliberation)[:MOST_TRANSLATIONS],
        "is_all": bool(request.GET.get("all")),
    }
    return render(request, "deliberation/queue.html", facts)


def form_of(statement: Statement) -> BaseForm:
    """What is to be filled in for a statement: why it goes, or what becomes of the appeal."""
    key = f"s{statement.pk}"
    if statement.state == Standing.SET_ASIDE:
        return AppealAnswerForm(prefix=key)
    return AsideForm(prefix=key)


@signed_in
@require_POST
def judge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a statement, set it aside, or answer an appeal."""
    statement = the_statement(request, pk)
    if not may_keep(request.user, statement.deliberation):
        raise NotYoursToKeep
    if "show" in request.POST:
        count(request, "post")
        actions.show(statement=statement, by=request.user)
        messages.success(request, _("Everybody can vote on it now."))
        return redirect("deliberation:queue", statement.deliberation_id)
    is_appeal = statement.state == Standing.SET_ASIDE
    form = (AppealAnswerForm if is_appeal else AsideForm)(request.POST, prefix=f"s{pk}")
    if not form.is_valid():
        return queue_shown(request, statement.deliberation, wrong=(pk, form))
    count(request, "post")
    if is_appeal:
        actions.decide_appeal(statement=statement, by=request.user, **form.cleaned_data)
        messages.success(request, _("The writer reads your answer."))
    else:
        actions.set_aside(statement=statement, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is set aside, and the writer reads why."))
    return redirect("deliberation:queue", statement.deliberation_id)
