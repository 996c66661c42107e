"""Giving a voice to an open question, and changing it."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.actions.decisions.shared import happened, held
from samskap.initiatives.actions.hands import hand_of
from samskap.initiatives.errors.commitments import NotYoursToWriteDown
from samskap.initiatives.errors.decisions import (
    DecisionIsClosed,
    NoVoiceHere,
    ObjectionNeedsAReason,
    VoicedAlready,
)
from samskap.initiatives.errors.partnership import NotYourPartnership
from samskap.initiatives.models import Decision, Partner, Voice
from samskap.initiatives.permissions.commitments import may_write_down_for_others
from samskap.initiatives.permissions.partnership import may_act_for
from samskap.initiatives.queries.partnership import people_of
from samskap.ledger import actions as ledger
from samskap.ledger.models import Channel
from samskap.notices.actions import tell
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
    channel: str = Channel.WEB,
    at: datetime | None = None,
) -> Voice:
    """Say what a partner thinks: for, against or standing aside. One partner, one voice.

    channel  how it came in. On paper, by telephone or at a meeting a facilitator writes it down;
             the partner’s people hear of it, and can change it

    Refuses with NotYoursToWriteDown, NotYourPartnership, NoVoiceHere, DecisionIsClosed,
    ObjectionNeedsAReason or VoicedAlready.
    """
    at = at or timezone.now()
    decision, partner = _may_speak(
        decision, partner, stance=stance, reason=reason, by=by, channel=channel, at=at
    )
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
                channel=channel,
            )
    except IntegrityError as twice:
        raise VoicedAlready(name=partner.name) from twice
    voice.contribution = ledger.give(
        account=decision.initiative.account,
        hand=hand_of(partner, by=by, channel=channel),
        phase=decision.phase,
        kind="vote",
        is_independent=False,
        caption=decision.title,
        path=decision.get_absolute_url(),
        at=at,
    )
    voice.save(update_fields=["contribution"])
    happened("initiatives.voice_given", decision, by)
    _tell_if_written_down(voice, by)
    return voice


@transaction.atomic
def change_voice(
    *,
    voice: Voice,
    stance: str,
    by: Person,
    reason: str = "",
    channel: str = Channel.WEB,
    at: datetime | None = None,
) -> Voice:
    """Change what a partner said, for as long as voices are taken: people convince each other.

    What a partner said themselves nobody writes over. Its row in the ledger stays: that a voice
    was given, not what it said.

    Refuses with NotYoursToWriteDown, NotYourPartnership, NoVoiceHere, DecisionIsClosed,
    ObjectionNeedsAReason or VoicedAlready.
    """
    at = at or timezone.now()
    decision, partner = _may_speak(
        voice.decision,
        voice.partner,
        stance=stance,
        reason=reason,
        by=by,
        channel=channel,
        at=at,
    )
    if channel != Channel.WEB and not voice.is_written_down:
        raise VoicedAlready(name=partner.name)
    voice.stance, voice.reason, voice.by, voice.at = stance, reason.strip(), by, at
    voice.channel = channel
    voice.save(update_fields=["stance", "reason", "by", "at", "channel"])
    happened("initiatives.voice_changed", decision, by)
    _tell_if_written_down(voice, by)
    return voice


def _may_speak(
    decision: Decision,
    partner: Partner,
    *,
    stance: str,
    reason: str,
    by: Person,
    channel: str,
    at: datetime,
) -> tuple[Decision, Partner]:
    """Refuse, in order, whoever cannot be heard now."""
    decision = held(decision)
    rows = Partner.objects.select_related(
        "organisation", "person", "contact", "giver", "municipality"
    )
    partner = rows.get(pk=partner.pk)
    if channel != Channel.WEB:
        if not may_write_down_for_others(by, decision.initiative):
            raise NotYoursToWriteDown
    elif not may_act_for(by, partner):
        raise NotYourPartnership(name=partner.name)
    if not partner.has_joined or partner.initiative_id != decision.initiative_id:
        raise NoVoiceHere
    is_over = decision.closes_on and decision.closes_on < timezone.localdate(at)
    if decision.status != Status.OPEN or is_over:
        raise DecisionIsClosed(title=decision.title)
    if stance == Voice.Stance.AGAINST and not reason.strip():
        raise ObjectionNeedsAReason
    return decision, partner


def _tell_if_written_down(voice: Voice, by: Person) -> None:
    """Let a partner’s people hear what was written down in their name."""
    if not voice.is_written_down:
        return
    decision = voice.decision
    for person in people_of(voice.partner):
        if person.pk != by.pk:
            tell(
                person=person,
                municipality=decision.initiative.municipality,
                kind="initiatives.voice_written_down",
                label=format_lazy(
                    _("Your voice on “{title}” was written down: {stance}."),
                    title=decision.title,
                    stance=Voice.Stance(voice.stance).label,
                ),
                text=_("Is it wrong? Change it on the page while the question is open."),
                path=decision.get_absolute_url(),
            )
