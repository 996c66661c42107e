"""Delivering: the recommendations, in their order, before the elected body."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from samskap.committees.actions.steps import locked, move
from samskap.committees.actions.telling import tell_members
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.errors.work import NotAtWork, NothingToDeliver, StillVoting
from samskap.committees.models import Committee, Motion, State
from samskap.committees.permissions import may_keep
from samskap.committees.queries.recommendations import to_deliver
from samskap.initiatives.actions.formal import lay_before, take_the_place
from samskap.initiatives.models import FormalDecision
from samskap.people.models import Person

ANSWERED_WITHIN = timedelta(days=90)
"""What the council of SC-7 promises; whoever delivers may agree on another day with it."""


@transaction.atomic
def deliver(
    *,
    committee: Committee,
    by: Person,
    promised_on: date | None = None,
    title: str = "",
    at: datetime | None = None,
) -> FormalDecision:
    """Lay every recommendation that was agreed on before the body that appointed the committee.

    The body answers each with reasons before the promised day; the minority notes stand beside
    each (domain.md 2.4, P-13). What the body sent back earlier goes along once it is agreed anew.

    promised_on  the day that the body has promised; 90 days ahead where nothing else is agreed

    Refuses with NotYoursToKeep, NotAtWork, StillVoting, NothingToDeliver, or as `lay_before` does.
    """
    committee = locked(committee)
    if not may_keep(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    if committee.state != State.WORKING:
        raise NotAtWork(committee=committee.title, state=committee.get_state_display())
    voting = committee.motions.filter(what=Motion.What.RECOMMEND, closed_at=None).count()
    if voting:
        raise StillVoting(count=voting)
    recommendations = to_deliver(committee)
    if not recommendations:
        raise NothingToDeliver
    at = at or timezone.now()
    formal = lay_before(
        initiative=committee.initiative,
        body=committee.body,
        title=title.strip() or committee.title,
        recommendations=[one.text for one in recommendations],
        promised_on=promised_on or timezone.localdate(at) + ANSWERED_WITHIN,
        by=by,
        at=at,
    )
    laid = list(formal.recommendations.order_by("number"))
    for own, one in zip(recommendations, laid, strict=True):
        own.laid_as = one
        own.save(update_fields=["laid_as"])
        if came_back := own.returns.select_related("laid").order_by("pk").last():
            take_the_place(recommendation=one, returned=came_back.laid)
    with override(committee.language):
        delivered = ngettext(
            "%(count)s recommendation is delivered.",
            "%(count)s recommendations are delivered.",
            len(laid),
        ) % {"count": len(laid)}
        waits = _("“%(body)s” answers each of them.") % {"body": committee.body.name}
    committee = move(committee=committee, to=State.DELIVERED, reason=delivered, by=by, at=at)
    committee = move(committee=committee, to=State.IN_FORMAL_TREATMENT, reason=waits, by=by, at=at)
    tell_members(
        committee,
        label=format_lazy(
            gettext_lazy("What “{committee}” recommends is laid before {body}."),
            committee=committee.title,
            body=committee.body.name,
        ),
        path=formal.get_absolute_url(),
        but=by,
    )
    return formal
