"""The map of opinions: its page, its files, and what is made of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samskap.base.addresses import address
from samskap.base.rates import count
from samskap.deliberation import map_files
from samskap.deliberation.actions.outcomes import make as make_of
from samskap.deliberation.actions.polis import take_in
from samskap.deliberation.cards import question_of
from samskap.deliberation.errors import NotYoursToTakeIn
from samskap.deliberation.forms.polis import PolisForm
from samskap.deliberation.map_cards import MOST_SHOWN, Page
from samskap.deliberation.models import Deliberation, Drawing, Outcome
from samskap.deliberation.permissions import may_keep, may_take_in
from samskap.deliberation.queries.deliberations import shown_in, statement_in
from samskap.deliberation.queries.map import (
    last_drawing,
    needed_for,
    place_of,
    published_drawing,
)
from samskap.deliberation.queries.participants import counted, participant_of
from samskap.deliberation.views.finding import (
    chosen_in,
    in_chosen_language,
    read_in,
    the_deliberation,
    voter_of,
)
from samskap.design.asking import Asking, asked, posted
from samskap.kernels.opinion_map import FEW, FORMULA
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


@require_safe
@in_chosen_language
def map_page(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show the map of opinions, or what it still needs."""
    deliberation = the_deliberation(request, pk)
    keeps = isinstance(request.user, Person) and may_keep(request.user, deliberation)
    drawing = last_drawing(deliberation)
    facts: dict[str, Any] = {
        "deliberation": deliberation,
        "initiative": deliberation.initiative,
        "asks": question_of(deliberation, read_in(request)),
        "read_in": chosen_in(request),
        "drawing": drawing,
        "may_take_in": may_take_in(request.user, deliberation),
    }
    if drawing is None:
        return render(
            request, "deliberation/map/map.html", facts | {"needed": needed_in_words(deliberation)}
        )
    statements = {each.number: each for each in shown_in(deliberation)}
    page = Page(drawing, statements, read_in(request))
    common = page.common()
    tell_outcomes(deliberation, common, keeps=keeps)
    participant = participant_of(deliberation, voter_of(request))
    own = place_of(drawing, participant) if participant else None
    published = published_drawing(deliberation)
    others = counted(deliberation)[1]
    facts |= {
        "story": page.story(),
        "picture": page.picture(own),
        "own_words": page.own_place(own) if own else "",
        "common": common[:MOST_SHOWN],
        "more_common": common[MOST_SHOWN:],
        "more_words": more_in_words(len(common) - MOST_SHOWN),
        "dividing": page.dividing(),
        "groups": page.said_by_group(),
        "sure": page.how_sure(others=others),
        "formula": FORMULA,
        "published": published,
        "not_yet": "" if published else not_yet_in_words(drawing),
    }
    return render(request, "deliberation/map/map.html", facts)


@require_safe
def map_file(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Give the document from which anybody draws the map again."""
    drawing = the_published(request, pk)
    answer = HttpResponse(drawing.text, content_type="application/json")
    name = f"map-{pk}-{drawing.number}.json"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_safe
def map_polis(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Give the same as Polis writes it, for the tools of the field."""
    drawing = the_published(request, pk)
    answer = HttpResponse(map_files.polis_zip(drawing), content_type="application/zip")
    name = f"polis-{pk}-{drawing.number}.zip"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@signed_in
@require_POST
def make(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Make a problem or a paragraph of a statement that every group agrees with."""
    statements = statement_in(request.municipality).filter(deliberation=pk)
    statement = get_object_or_404(statements.select_related("contribution__account"), number=number)
    kind = request.POST.get("kind", "")
    if kind not in Outcome.Kind.values:
        raise Http404
    count(request, "post")
    make_of(statement=statement, kind=kind, by=request.user)
    messages.success(request, _("Done. Whoever wrote the statement is told what it became."))
    return redirect("deliberation:map", pk)


@signed_in
def polis_in(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take in a conversation from Polis."""
    deliberation = the_deliberation(request, pk)
    if not may_take_in(request.user, deliberation):
        raise NotYoursToTakeIn
    return asked(
        request,
        about=deliberation.question,
        form=PolisForm(posted(request), request.FILES or None),
        asking=Asking(
            title=_("Take in a conversation from Polis"),
            lead=_(
                "Two files of the export are enough. Statements, participants and votes come in as"
                " they are, without names, and the map is drawn within a minute."
            ),
            submit=_("Take it in"),
            thanks=_("The conversation is here. Its map is drawn within a minute."),
        ),
        act=lambda said: take_in(
            deliberation=deliberation, conversation=said["conversation"], by=request.user
        ),
        to=address("deliberation:map", pk),
    )


def the_published(request: MunicipalityRequest, pk: int) -> Drawing:
    """The map of a deliberation whose single votes are published."""
    drawing = published_drawing(the_deliberation(request, pk))
    if drawing is None:
        raise Http404
    return drawing


def needed_in_words(deliberation: Deliberation) -> dict[str, str]:
    """What a map still needs before it is drawn."""
    needed = needed_for(deliberation)
    come = ngettext("So far %(n)s person has.", "So far %(n)s people have.", needed.come) % {
        "n": needed.come
    }
    return {
        "title": _("The map is not drawn yet"),
        "words": ngettext(
            "It takes %(people)s people who have voted on at least %(n)s statement, and who do not"
            " all vote alike. With fewer it would show persons, not opinions.",
            "It takes %(people)s people who have voted on at least %(n)s statements, and who do not"
            " all vote alike. With fewer it would show persons, not opinions.",
            needed.votes,
        )
        % {"people": needed.people, "n": needed.votes},
        "come": come,
    }


def more_in_words(n: int) -> str:
    """How many further statements every group answers alike."""
    return ngettext("%(n)s more", "%(n)s more", max(n, 0)) % {"n": n}


def not_yet_in_words(drawing: Drawing) -> str:
    """Why the single votes are not published yet."""
    if drawing.figures["in_groups"] < FEW:
        return _("Single votes are published once fifteen people are in groups.")
    return _("The file with the single votes comes tomorrow, or when the deliberation is over.")


def tell_outcomes(deliberation: Deliberation, common: list[dict[str, Any]], *, keeps: bool) -> None:
    """Say of each statement what it has become, and to those who keep it what it can become."""
    rows = Outcome.objects.filter(statement__deliberation=deliberation)
    became: dict[int, list[Outcome]] = {}
    for outcome in rows.select_related("statement", "contribution__standing"):
        became.setdefault(outcome.statement.number, []).append(outcome)
    labels = {
        Outcome.Kind.PROBLEM: _("Make it a problem of the initiative"),
        Outcome.Kind.PARAGRAPH: _("Take it into the joint text"),
    }
    words = {
        Outcome.Kind.PROBLEM: _("It has become a problem that the initiative works on."),
        Outcome.Kind.PARAGRAPH: _("It has been taken into the joint text."),
    }
    for each in common:
        made = became.get(each["number"], [])
        each["outcomes"] = [
            {"words": words[Outcome.Kind(one.kind)], "url": one.contribution.standing.path}
            for one in made
        ]
        can = keeps and each["agrees"] and deliberation.initiative.is_open
        each["makes"] = [
            {
                "kind": kind.value,
                "label": label,
                "url": address("deliberation:make", deliberation.pk, each["number"]),
            }
            for kind, label in labels.items()
            if can and kind not in {one.kind for one in made}
        ]
