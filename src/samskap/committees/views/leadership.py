"""The home of political leadership: what moves, who calls, and what waits for an answer."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samskap.base.modules import Task, Waiting
from samskap.committees import answer_cards
from samskap.committees.errors.answer import NotYourHome
from samskap.committees.models import State
from samskap.committees.permissions import may_lead
from samskap.committees.queries import leadership as queries
from samskap.committees.queries.answer import overdue_by_initiative
from samskap.committees.queries.effects import asked_of
from samskap.initiatives.queries.formal import waiting_for
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

MOST = 10  # clocks


@signed_in
def leading(request: SignedInRequest) -> HttpResponse:
    """Show the community’s agenda to those who lead it (R-065, R-076, R-077)."""
    here, person = request.municipality, request.user
    if not may_lead(person, here):
        raise NotYourHome
    waiting = waiting_for(person, here)
    committees = list(queries.committees_at_work(here))
    late = overdue_by_initiative(here, [one.initiative_id for one in committees])
    page: dict[str, Any] = {
        "clocks": [answer_cards.clock_facts(formal) for formal in waiting[:MOST]],
        "in_all": waiting.count(),
        "moving": queries.moving(here),
        "calls": list(queries.calls_open(here)),
        "committees": [
            {
                "committee": one,
                "late": answer_cards.late_words(late[one.initiative_id])
                if one.initiative_id in late
                else "",
            }
            for one in committees
        ],
        "to_call": list(queries.to_call(here)),
        "to_thank": list(queries.to_thank(here)),
        "to_connect": list(queries.to_connect(here)),
    }
    return render(request, "committees/answer/leading.html", page)


def questions_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Questions to the reader as a member: the effects before and after, and the answer."""
    if not isinstance(request.user, Person):
        return None
    asked = asked_of(request.user, request.municipality)
    # Where it is evaluated, answers still count on its page, but nobody is called back for them.
    members = [one for one in asked if one.committee.state != State.EVALUATED]
    tasks = [
        Task(
            title=_("How do you see the answer to “{committee}”?").format(
                committee=one.committee.title
            ),
            url=answer_cards.answer_url(one.committee) + "#how-it-was",
            note=_("Three short questions."),
        )
        for one in members
        if one.asks_weight  # type: ignore[attr-defined]
    ]
    tasks += [
        Task(
            title=_("What do you expect, and what came of “{committee}”?").format(
                committee=one.committee.title
            ),
            url=answer_cards.effects_url(one.committee),
            note=_("Six short questions."),
        )
        for one in members
        if one.asks_effects  # type: ignore[attr-defined]
    ]
    if not tasks:
        return None
    return Waiting(title=_("Questions to you as a member"), tasks=tasks, in_all=len(tasks))
