"""Giving a voice to an open question, and changing it."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from samskap.initiatives.actions.decisions.shared import happened, held
from samskap.initiatives.errors.decisions import (
    DecisionIsClosed,
    NoVoiceHere,
    ObjectionNeedsAReason,
    VoicedAlready,
)
from samskap.initiatives.errors.partnership import NotYourPartnership
from samskap.initiatives.models import Decision, Partner, Voice
from samskap.initiatives.permissions.partnership import may_act_for
from samskap.people.models import Person

Status = Decision.Status


@transaction.atomic
def give_voice(
    *,
    decision: Decision,
    partner: Partner,
    stance: str,
    by: Person,
    reason: str = "",
    at: datetime | None = None,
) -> Voice:
    """Say what a partner thinks: for, against or standing aside. One partner, one voice.

    Refuses with NotYourPartnership, NoVoiceHere, DecisionIsClosed, ObjectionNeedsAReason or
    VoicedAlready.
    """
    at = at or timezone.now()
    decision, partner = _may_speak(decision, partner, stance=stance, reason=reason, by=by, at=at)
    try:
        with transaction.atomic():
            voice = Voice.objects.create(
                municipality_id=decision.municipality_id,
                decision=decision,
                partner=partner,
                side=partner.side,
                stance=stance,
                reason=reason.strip(),
                by=by,
                at=at,
            )
    except IntegrityError as twice:
        raise VoicedAlready(name=partner.name) from twice
    happened("initiatives.voice_given", decision, by)
    return voice


@transaction.atomic
def change_voice(
    *, voice: Voice, stance: str, by: Person, reason: str = "", at: datetime | None = None
) -> Voice:
    """Change what a partner said, for as long as voices are taken: people convince each other.

    Refuses with NotYourPartnership, NoVoiceHere, DecisionIsClosed or ObjectionNeedsAReason.
    """
    at = at or timezone.now()
    decision, _partner = _may_speak(
        voice.decision, voice.partner, stance=stance, reason=reason, by=by, at=at
    )
    voice.stance, voice.reason, voice.by, voice.at = stance, reason.strip(), by, at
    voice.save(update_fields=["stance", "reason", "by", "at"])
    happened("initiatives.voice_changed", decision, by)
    return voice


def _may_speak(
    decision: Decision, partner: Partner, *, stance: str, reason: str, by: Person, at: datetime
) -> tuple[Decision, Partner]:
    """Refuse, in order, whoever cannot be heard now."""
    decision = held(decision)
    partner = Partner.objects.select_related("organisation", "person").get(pk=partner.pk)
    if not may_act_for(by, partner):
        raise NotYourPartnership(name=partner.name)
    if not partner.has_joined or partner.initiative_id != decision.initiative_id:
        raise NoVoiceHere
    is_over = decision.closes_on and decision.closes_on < timezone.localdate(at)
    if decision.status != Status.OPEN or is_over:
        raise DecisionIsClosed(title=decision.title)
    if stance == Voice.Stance.AGAINST and not reason.strip():
        raise ObjectionNeedsAReason
    return decision, partner
