"""Promising something by a day, accepting it, keeping it, being released from it."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.initiatives.actions.giving import give_work
from samskap.initiatives.actions.hands import hand_of
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.errors.commitments import (
    DayLiesBehind,
    NotWaitingForThis,
    NotYourCommitment,
    NotYoursToAccept,
    SayWhyReleased,
)
from samskap.initiatives.errors.partnership import NotAPartner
from samskap.initiatives.models import Commitment, Partner
from samskap.initiatives.permissions.commitments import may_accept, may_offer, may_settle
from samskap.initiatives.permissions.partnership import may_act_for
from samskap.initiatives.queries.partnership import carriers_of, people_of
from samskap.ledger import actions as ledger
from samskap.ledger.models import Beneficiary
from samskap.notices.actions import tell
from samskap.people.models import Person

Status = Commitment.Status


@transaction.atomic
def offer_commitment(
    *, partner: Partner, what: str, due_on: date, by: Person, at: datetime | None = None
) -> Commitment:
    """Promise for a partner; a facilitator may ask a partner for a promise.

    Refuses with NotYourCommitment, NotAPartner, NotOpen or DayLiesBehind.
    """
    initiative = locked(partner.initiative)
    partner = Partner.objects.select_related("organisation", "person").get(pk=partner.pk)
    partner.initiative = initiative
    if not may_offer(by, partner):
        raise NotYourCommitment(partner=partner.name)
    if not partner.has_joined:
        raise NotAPartner(name=partner.name)
    must_be_open(initiative)
    at = at or timezone.now()
    if due_on < timezone.localdate(at):
        raise DayLiesBehind
    commitment = Commitment.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        partner=partner,
        what=what.strip(),
        due_on=due_on,
        offered_by=by,
        is_asked_for=not may_act_for(by, partner),
        offered_at=at,
    )
    _happened("initiatives.commitment_offered", commitment, by)
    _tell(
        commitment,
        label=format_lazy(
            _("{name}: “{what}”. Is this a promise to count on?"),
            name=partner.name,
            what=commitment.what,
        ),
        but=by,
    )
    return commitment


@transaction.atomic
def accept_commitment(
    *, commitment: Commitment, by: Person, at: datetime | None = None
) -> Commitment:
    """Count on a promise. Refuses with NotYoursToAccept or NotWaitingForThis."""
    commitment = _held(commitment)
    if not may_accept(by, commitment):
        raise NotYoursToAccept
    _must_stand(commitment, Status.OFFERED)
    commitment.status, commitment.accepted_at = Status.ACCEPTED, at or timezone.now()
    commitment.save()
    _happened("initiatives.commitment_accepted", commitment, by)
    _tell(
        commitment,
        label=format_lazy(_("“{what}” is now a promise."), what=commitment.what),
        but=by,
    )
    return commitment


@transaction.atomic
def keep_commitment(
    *,
    commitment: Commitment,
    by: Person,
    says: str = "",
    hours: Decimal | int | None = None,
    beneficiary: str = Beneficiary.COMMUNITY,
    at: datetime | None = None,
) -> Commitment:
    """Say that a promise was kept, and how it went; the hours it took go into the ledger.

    Refuses with NotYourCommitment, NotWaitingForThis or NotAnAmount.
    """
    commitment = _held(commitment)
    if not may_settle(by, commitment):
        raise NotYourCommitment(partner=commitment.partner.name)
    _must_stand(commitment, Status.ACCEPTED)
    at = at or timezone.now()
    commitment.status, commitment.kept_at, commitment.says = Status.KEPT, at, says.strip()
    commitment.save()
    if hours is not None:
        give_work(
            initiative=commitment.initiative,
            hand=hand_of(commitment.partner, by=by),
            hours=hours,
            what=commitment.what,
            beneficiary=beneficiary,
            at=at,
        )
    _happened("initiatives.commitment_kept", commitment, by)
    _tell(
        commitment,
        label=format_lazy(
            _("{name} kept the promise “{what}”."),
            name=commitment.partner.name,
            what=commitment.what,
        ),
        text=commitment.says,
        but=by,
    )
    return commitment


@transaction.atomic
def release_commitment(
    *, commitment: Commitment, by: Person, says: str, at: datetime | None = None
) -> Commitment:
    """Let a partner off a promise, and say why.

    Refuses with NotYourCommitment, NotWaitingForThis or SayWhyReleased.
    """
    commitment = _held(commitment)
    if not may_settle(by, commitment):
        raise NotYourCommitment(partner=commitment.partner.name)
    _must_stand(commitment, Status.OFFERED, Status.ACCEPTED)
    if not says.strip():
        raise SayWhyReleased
    commitment.status, commitment.released_at = Status.RELEASED, at or timezone.now()
    commitment.says = says.strip()
    commitment.save()
    _happened("initiatives.commitment_released", commitment, by)
    _tell(
        commitment,
        label=format_lazy(_("The promise “{what}” is released."), what=commitment.what),
        text=commitment.says,
        but=by,
    )
    return commitment


def _held(commitment: Commitment) -> Commitment:
    """Hold the initiative, then read the promise anew."""
    initiative = locked(commitment.initiative)
    fresh: Commitment = Commitment.objects.select_related(
        "partner__organisation", "partner__person", "offered_by"
    ).get(pk=commitment.pk)
    fresh.initiative = fresh.partner.initiative = initiative
    return fresh


def _must_stand(commitment: Commitment, *where: str) -> None:
    """Refuse where the promise stands elsewhere."""
    if commitment.status not in where:
        raise NotWaitingForThis(status=commitment.get_status_display())


def _happened(what: str, commitment: Commitment, by: Person) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(what, by=by.pseudonym_key, about=commitment, within=commitment.initiative)
    ledger.touch(commitment.initiative.account)


def _tell(commitment: Commitment, *, label: str | Promise, text: str = "", but: Person) -> None:
    """Tell the partner’s people and those who carry the initiative, but whoever did it."""
    initiative = commitment.initiative
    people = {
        person.pk: person
        for person in [*people_of(commitment.partner), *carriers_of(initiative)]
        if person.pk != but.pk
    }
    for person in people.values():
        tell(
            person=person,
            municipality=initiative.municipality,
            kind="initiatives.commitment",
            label=label,
            text=text,
            path=reverse("initiatives:commitments", args=[initiative.slug]),
            names=commitment.partner.person or but,
        )
