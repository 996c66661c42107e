"""What happened in the initiatives that somebody takes part in, since they were last here."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from samskap.base.modules import News
from samskap.initiatives.models import Decision, FormalDecision, Initiative, Partner, StateChange
from samskap.initiatives.models.partnership import carried_by
from samskap.ledger.models import Contribution
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

MOST = 20  # of each kind


def taken_part_in(person: Person, municipality: Municipality) -> QuerySet[Initiative]:
    """The initiatives that somebody raised, leads, is a partner of, or has given something to."""
    partner = Partner.objects.filter(
        carried_by(person), initiative=OuterRef("pk"), status=Partner.Status.JOINED
    )
    given = Contribution.objects.filter(giver__person=person, account=OuterRef("account"))
    leads = Initiative.facilitators.through.objects.filter(initiative=OuterRef("pk"), person=person)
    return Initiative.objects.of(municipality).filter(
        Q(raised_by=person) | Exists(partner) | Exists(given) | Exists(leads)
    )


def initiatives_news(request: MunicipalityRequest, since: datetime) -> News | None:
    """Steps taken and decisions made where the reader takes part, newest first."""
    if not isinstance(request.user, Person):
        return None
    mine = taken_part_in(request.user, request.municipality)
    events = [*_steps(mine, since), *_decisions(mine, since), *_answers(mine, since)]
    if not events:
        return None
    return News(
        title=_("Where you take part"),
        events=sorted(events, key=lambda event: event["at"], reverse=True)[:MOST],
    )


def _steps(mine: QuerySet[Initiative], since: datetime) -> list[dict[str, Any]]:
    """Steps that initiatives took."""
    changes = StateChange.objects.filter(initiative__in=mine, at__gt=since).exclude(before="")
    return [
        {
            "at": change.at,
            "title": _("%(title)s: %(state)s")
            % {"title": change.initiative.title, "state": change.get_after_display()},
            "url": change.initiative.get_absolute_url(),
            "text": change.reason,
        }
        for change in changes.select_related("initiative").order_by("-at")[:MOST]
    ]


def _decisions(mine: QuerySet[Initiative], since: datetime) -> list[dict[str, Any]]:
    """Decisions that partners made."""
    decided = Decision.objects.filter(initiative__in=mine, decided_at__gt=since)
    return [
        {
            "at": decision.decided_at,
            "title": _("Decided: %(title)s") % {"title": decision.title},
            "url": decision.get_absolute_url(),
            "text": decision.initiative.title,
            "tone": "ok",
        }
        for decision in decided.select_related("initiative").order_by("-decided_at")[:MOST]
    ]


def _answers(mine: QuerySet[Initiative], since: datetime) -> list[dict[str, Any]]:
    """Answers of elected bodies."""
    answered = FormalDecision.objects.filter(initiative__in=mine, answered_at__gt=since)
    return [
        {
            "at": formal.answered_at,
            "title": _("%(body)s answered: %(title)s")
            % {"body": formal.body.name, "title": formal.title},
            "url": formal.get_absolute_url(),
            "text": formal.initiative.title,
        }
        for formal in answered.select_related("initiative", "body").order_by("-answered_at")[:MOST]
    ]
