"""The reverse invitation: residents invite the municipality, which answers before a day."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import ask_leave, locked, must_be_open
from samskap.initiatives.errors.invitations import (
    AlreadyInvited,
    AlreadyTakesPart,
    AnsweredAlready,
    NoNeedsAReason,
    NotPublic,
    NotYoursToAnswer,
)
from samskap.initiatives.models import Initiative, Invitation, Partner
from samskap.initiatives.permissions.initiative import may_answer_invitation
from samskap.initiatives.queries.partnership import partner_for
from samskap.ledger.actions import touch
from samskap.ledger.hands import KIND_OF_ORGANISATION
from samskap.ledger.models import ActorKind, Side
from samskap.notices.actions import tell
from samskap.organisations.models import Organisation
from samskap.people.models import Person, Role
from samskap.people.queries import people_with_role


@transaction.atomic
def invite_municipality(
    *,
    initiative: Initiative,
    by: Person,
    message: str,
    organisation: Organisation | None = None,
) -> Invitation:
    """Invite the municipality, or one of its units, into what residents have begun.

    Refuses with NotYoursToChange, NotOpen, NotPublic, AlreadyTakesPart or AlreadyInvited.
    """
    initiative = locked(initiative)
    ask_leave(initiative, by)
    must_be_open(initiative)
    if organisation is not None and not organisation.is_public:
        raise NotPublic(organisation=organisation.name)
    joined = initiative.partners.filter(side=Side.PUBLIC, status=Partner.Status.JOINED)
    if joined.exists():
        raise AlreadyTakesPart
    if open_one := initiative.invitations.filter(is_to_municipality=True, accepted=None).first():
        raise AlreadyInvited(due=_day_of(open_one))

    municipality = initiative.municipality
    invitation = Invitation.objects.create(
        municipality=municipality,
        initiative=initiative,
        organisation=organisation,
        is_to_municipality=True,
        message=message.strip(),
        by=by,
        answer_due_on=timezone.localdate() + timedelta(days=municipality.answer_days),
    )
    remember("initiatives.municipality_invited", by=by.pseudonym_key, about=invitation,
             within=initiative)  # fmt: skip
    touch(initiative.account)
    for person in people_with_role(municipality, Role.Name.FACILITATOR, Role.Name.LEADER):
        tell(
            person=person,
            municipality=municipality,
            kind="initiatives.municipality_invited",
            label=format_lazy(
                _("The municipality is invited to take part in “{initiative}”."),
                initiative=initiative.title,
            ),
            text=invitation.message,
            path=answer_path(invitation),
            names=by,
        )
    return invitation


@transaction.atomic
def answer_invitation(
    *,
    invitation: Invitation,
    by: Person,
    accepted: bool,
    answer: str = "",
    organisation: Organisation | None = None,
) -> Invitation:
    """Answer for the municipality. With a yes, the unit that comes becomes a partner.

    Refuses with NotYoursToAnswer, AnsweredAlready, NoNeedsAReason or NotPublic.
    """
    initiative = locked(invitation.initiative)
    invitation = Invitation.objects.select_related("organisation", "by").get(pk=invitation.pk)
    if not may_answer_invitation(by, invitation):
        raise NotYoursToAnswer
    if invitation.accepted is not None:
        raise AnsweredAlready
    if not accepted and not answer.strip():
        raise NoNeedsAReason
    unit = organisation or invitation.organisation
    if unit is not None and not unit.is_public:
        raise NotPublic(organisation=unit.name)

    invitation.accepted, invitation.answer = accepted, answer.strip()
    invitation.answered_at, invitation.answered_by = timezone.now(), by
    invitation.organisation = unit
    invitation.save()
    if accepted:
        _join(initiative, unit, by=by)
    remember("initiatives.invitation_answered", by=by.pseudonym_key, about=invitation,
             within=initiative)  # fmt: skip
    touch(initiative.account)
    if invitation.by:
        words = (
            _("The municipality takes part in “{initiative}”.")
            if accepted
            else _("The municipality does not take part in “{initiative}” now. You can read why.")
        )
        tell(
            person=invitation.by,
            municipality=invitation.municipality,
            kind="initiatives.invitation_answered",
            label=format_lazy(words, initiative=initiative.title),
            text=invitation.answer,
            path=initiative.get_absolute_url(),
        )
    return invitation


def answer_path(invitation: Invitation) -> str:
    """Where an invitation is answered."""
    return f"{invitation.initiative.get_absolute_url()}invite/{invitation.pk}/"


def _join(initiative: Initiative, unit: Organisation | None, *, by: Person) -> None:
    """Make the unit a partner; without a unit, whoever said yes comes as an employee.

    Who was asked, or offered to come, on another way has the same place and joins there.
    """
    person = None if unit else by
    partner = partner_for(initiative, organisation=unit, person=person) or Partner(
        municipality=initiative.municipality,
        initiative=initiative,
        organisation=unit,
        person=person,
    )
    if partner.status == Partner.Status.JOINED:
        return
    partner.contact = by if unit else None
    partner.side = Side.PUBLIC
    partner.actor_kind = KIND_OF_ORGANISATION[unit.kind] if unit else ActorKind.EMPLOYEE
    partner.status, partner.joined_at = Partner.Status.JOINED, timezone.now()
    partner.save()
    remember("initiatives.partner_joined", by=by.pseudonym_key, about=partner, within=initiative)


def _day_of(invitation: Invitation) -> str:
    """The day by which an answer is promised, in words."""
    return date_format(invitation.answer_due_on) if invitation.answer_due_on else ""
