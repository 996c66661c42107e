"""Writing, signing and ending the agreement between partners."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.errors.commitments import NotYoursToWriteDown
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.errors.partnership import (
    AgreementHasEnded,
    NoAgreementToSign,
    NotAPartner,
    NotYourPartnership,
    ReviewLiesBehind,
    SignedAlready,
)
from samskap.initiatives.models import Agreement, Initiative, Partner, Signature
from samskap.initiatives.permissions.commitments import may_write_down_for_others
from samskap.initiatives.permissions.partnership import may_act_for, may_write_agreement
from samskap.initiatives.queries.partnership import agreed, joined_partners, people_of
from samskap.ledger import actions as ledger
from samskap.ledger.models import Channel
from samskap.notices.actions import tell
from samskap.people.models import Person


@transaction.atomic
def write_agreement(
    *,
    initiative: Initiative,
    by: Person,
    purpose: str,
    duties: str,
    rule: str,
    exit_terms: str,
    review_on: date,
    quorum_percent: int = 50,
    resources: str = "",
    at: datetime | None = None,
) -> Agreement:
    """Write a new version of the agreement; it holds once every partner has signed it (S3:60).

    Refuses with NotYoursToChange, NotOpen or ReviewLiesBehind.
    """
    initiative = locked(initiative)
    if not may_write_agreement(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    must_be_open(initiative)
    at = at or timezone.now()
    if review_on <= timezone.localdate(at):
        raise ReviewLiesBehind
    last = initiative.agreements.aggregate(last=Max("version"))["last"] or 0
    agreement = Agreement.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        version=last + 1,
        purpose=purpose.strip(),
        duties=duties.strip(),
        rule=rule,
        quorum_percent=quorum_percent,
        resources=resources.strip(),
        exit_terms=exit_terms.strip(),
        review_on=review_on,
        written_by=by,
        written_at=at,
    )
    _happened("initiatives.agreement_written", agreement, by)
    _tell_partners(
        agreement,
        format_lazy(_("There is an agreement to sign in “{title}”."), title=initiative.title),
        but=by,
    )
    return agreement


@transaction.atomic
def sign_agreement(
    *,
    agreement: Agreement,
    partner: Partner,
    by: Person,
    channel: str = Channel.WEB,
    at: datetime | None = None,
) -> Signature:
    """Sign for a partner. The last signature puts the agreement in force and ends older versions.

    channel  on paper, by telephone or at a meeting a facilitator writes down that it was signed;
             the partner’s people hear of it

    Refuses with NotYoursToWriteDown, NotYourPartnership, NotAPartner, NoAgreementToSign or
    SignedAlready.
    """
    initiative = locked(agreement.initiative)
    agreement = Agreement.objects.select_related("initiative").get(pk=agreement.pk)
    rows = Partner.objects.select_related("organisation", "person", "contact")
    partner = rows.get(pk=partner.pk)
    is_written_down = channel != Channel.WEB
    if is_written_down and not may_write_down_for_others(by, initiative):
        raise NotYoursToWriteDown
    if not is_written_down and not may_act_for(by, partner):
        raise NotYourPartnership(name=partner.name)
    if not partner.has_joined or partner.initiative_id != initiative.pk:
        raise NotAPartner(name=partner.name)
    if agreement.ended_at or _is_replaced(agreement):
        raise NoAgreementToSign
    at = at or timezone.now()
    try:
        with transaction.atomic():
            signature = Signature.objects.create(
                municipality=initiative.municipality,
                agreement=agreement,
                partner=partner,
                by=by,
                at=at,
                channel=channel,
            )
    except IntegrityError as twice:
        raise SignedAlready(name=partner.name) from twice

    _happened("initiatives.agreement_signed", agreement, by)
    if is_written_down:
        _tell_partners(
            agreement,
            format_lazy(
                _("It was written down that you signed the agreement of “{title}”."),
                title=initiative.title,
            ),
            but=by,
            partners=[partner],
        )
    if agreed(initiative).in_force == agreement:
        older = initiative.agreements.filter(version__lt=agreement.version, ended_at=None)
        older.update(ended_at=at)
        _happened("initiatives.agreement_in_force", agreement, by)
        _tell_partners(
            agreement,
            format_lazy(_("Every partner in “{title}” has signed."), title=initiative.title),
            but=by,
        )
    return signature


@transaction.atomic
def end_agreement(
    *, agreement: Agreement, by: Person, reason: str, at: datetime | None = None
) -> Agreement:
    """End an agreement before another takes its place.

    Refuses with NotYoursToChange or AgreementHasEnded.
    """
    initiative = locked(agreement.initiative)
    agreement = Agreement.objects.select_related("initiative").get(pk=agreement.pk)
    if not may_write_agreement(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    if agreement.ended_at:
        raise AgreementHasEnded
    agreement.ended_at, agreement.ended_because = at or timezone.now(), reason.strip()
    agreement.save(update_fields=["ended_at", "ended_because"])
    _happened("initiatives.agreement_ended", agreement, by)
    _tell_partners(
        agreement,
        format_lazy(_("The agreement in “{title}” has ended."), title=initiative.title),
        but=by,
        text=agreement.ended_because,
    )
    return agreement


def _is_replaced(agreement: Agreement) -> bool:
    """Whether a newer version waits for signatures or holds."""
    newer = Agreement.objects.filter(
        initiative_id=agreement.initiative_id, version__gt=agreement.version, ended_at=None
    )
    return newer.exists()


def _happened(what: str, agreement: Agreement, by: Person) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(what, by=by.pseudonym_key, about=agreement, within=agreement.initiative)
    ledger.touch(agreement.initiative.account)


def _tell_partners(
    agreement: Agreement,
    label: str | Promise,
    *,
    but: Person,
    text: str = "",
    partners: Iterable[Partner] = (),
) -> None:
    """Tell everybody who speaks for a partner, or for some of them, but whoever did it."""
    initiative = agreement.initiative
    people = {
        person.pk: person
        for partner in partners or joined_partners(initiative)
        for person in people_of(partner)
        if person.pk != but.pk
    }
    for person in people.values():
        tell(
            person=person,
            municipality=initiative.municipality,
            kind="initiatives.agreement",
            label=label,
            text=text,
            path=reverse("initiatives:agreement", args=[initiative.slug]),
            names=but,
        )
