"""Writing down what came by e-mail, in a letter, by telephone or at a meeting."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction

from samskap.hearings.actions.stating import state
from samskap.hearings.errors import NotYoursToSteward
from samskap.hearings.models import Hearing, HearingStatement, Recipient
from samskap.hearings.permissions import may_steward
from samskap.ledger.hands import KIND_OF_ORGANISATION, Hand, paper_hand
from samskap.ledger.models import ActorKind, Channel
from samskap.people.models import Person

Way, Kind = HearingStatement.Way, Recipient.Kind
# The ledger knows no e-mail: it came over the net, and somebody else wrote it down.
CHANNEL = {
    Way.EMAIL: Channel.WEB,
    Way.PAPER: Channel.PAPER,
    Way.PHONE: Channel.PHONE,
    Way.MEETING: Channel.MEETING,
}

# What somebody who was asked acts as; neighbours and others say it themselves.
KIND_OF = {
    Kind.ELDERLY_COUNCIL: ActorKind.COUNCIL,
    Kind.DISABILITY_COUNCIL: ActorKind.COUNCIL,
    Kind.YOUTH_COUNCIL: ActorKind.COUNCIL,
    Kind.AUTHORITY: ActorKind.PUBLIC_UNIT,
    Kind.ASSOCIATION: ActorKind.ASSOCIATION,
    Kind.BUSINESS: ActorKind.BUSINESS,
}


@transaction.atomic
def enter(
    *,
    hearing: Hearing,
    by: Person,
    way: str,
    received_on: date,
    text: str,
    language: str,
    recipient: Recipient | None = None,
    name: str = "",
    reach: str = "",
    actor_kind: str = ActorKind.RESIDENT,
    attachment: ContentFile[bytes] | None = None,
    public_id: UUID | None = None,
) -> HearingStatement:
    """Write a statement down as it came in, for whoever gave it; it counts as much as any other.

    received_on  the day it came in, which says whether it was in time

    Refuses with NotYoursToSteward, or as `stating.state` does.
    """
    if not may_steward(by, hearing):
        raise NotYoursToSteward
    before: HearingStatement | None = (
        hearing.statements.filter(public_id=public_id).first() if public_id else None
    )
    if before is not None:
        return before
    hand = paper_hand(
        by=by,
        municipality=hearing.municipality,
        name=name,
        reach=reach,
        actor_kind=actor_kind,
        channel=CHANNEL[Way(way)],
    )
    return state(
        hearing=hearing,
        hand=_for_organisation(hand, recipient),
        text=text,
        language=language,
        way=way,
        received_on=received_on,
        recipient=recipient,
        attachment=attachment,
        public_id=public_id,
    )


def _for_organisation(hand: Hand, recipient: Recipient | None) -> Hand:
    """Let a letter from somebody who was asked be their own: of an organisation, or of its kind."""
    if recipient is None:
        return hand
    if recipient.organisation is None:
        return replace(hand, actor_kind=KIND_OF.get(Kind(recipient.kind), hand.actor_kind))
    organisation = recipient.organisation
    kind = KIND_OF_ORGANISATION[organisation.kind]
    return replace(hand, actor_kind=kind, speaking_for=organisation)
