"""Joining and leaving organisations, and looking after them."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.organisations.actions.locking import locked, locked_membership
from samskap.organisations.actions.mandates import stop_speaking
from samskap.organisations.actions.telling import tell_person, tell_those_who_look_after
from samskap.organisations.errors import (
    AlreadyAMember,
    AlreadyAsked,
    LastAdministrator,
    MembersAskThemselves,
    NotYourOwnRequest,
    NotYoursToLookAfter,
    RequestIsAnswered,
)
from samskap.organisations.models import JoinRequest, Membership, Organisation
from samskap.organisations.permissions import may_let_in, may_look_after
from samskap.organisations.queries import membership_of, request_of
from samskap.people.models import Level, Person
from samskap.people.permissions import require_level

# ── Asking and answering ─────────────────────────────────────────────────────


@transaction.atomic
def ask_to_join(*, organisation: Organisation, by: Person, words: str = "") -> JoinRequest:
    """Ask to belong to an organisation; those who look after it answer.

    Refuses with SignInNeeded, AlreadyAMember or AlreadyAsked.
    """
    require_level(by, Level.REACHABLE)
    organisation = locked(organisation.pk)
    if membership_of(by, organisation):
        raise AlreadyAMember(person=by, organisation=organisation)
    if request_of(by, organisation):
        raise AlreadyAsked(organisation=organisation)
    request: JoinRequest = JoinRequest.objects.create(
        municipality=organisation.municipality,
        organisation=organisation,
        person=by,
        words=words.strip(),
    )
    remember("organisations.asked_to_join", by=by.pseudonym_key, about=organisation)
    tell_those_who_look_after(
        organisation,
        "asked_to_join",
        format_lazy(
            _("{person} asks to join {organisation}."),
            person=by.shown_name,
            organisation=organisation,
        ),
        _("Say yes only if you know that this person belongs to it."),
        by=by,
        path=reverse("organisations:members", args=[organisation.slug]),
    )
    return request


def _locked_request(request: JoinRequest) -> JoinRequest:
    """Take a request as it stands now.

    Refuses with RequestIsAnswered.
    """
    organisation = locked(request.organisation_id)
    fresh: JoinRequest | None = (
        JoinRequest.objects.select_related("person").filter(pk=request.pk).first()
    )
    if fresh is None:
        raise RequestIsAnswered
    fresh.organisation = organisation
    return fresh


@transaction.atomic
def take_back_request(*, request: JoinRequest, by: Person) -> None:
    """Ask no longer.

    Refuses with RequestIsAnswered or NotYoursToLookAfter.
    """
    request = _locked_request(request)
    if request.person_id != by.pk:
        raise NotYoursToLookAfter(organisation=request.organisation)
    request.delete()
    remember("organisations.request_taken_back", by=by.pseudonym_key, about=request.organisation)


@transaction.atomic
def accept(*, request: JoinRequest, by: Person) -> Membership:
    """Let someone in who asked. The first one in an organisation without anyone looks after it.

    Refuses with RequestIsAnswered, NotYoursToLookAfter, NotYourOwnRequest or AlreadyAMember.
    """
    request = _locked_request(request)
    organisation, person = request.organisation, request.person
    if not may_let_in(by, organisation):
        raise NotYoursToLookAfter(organisation=organisation)
    if person.pk == by.pk and not organisation.is_public:
        raise NotYourOwnRequest
    request.delete()
    # It was the municipality who let in here: it must not be the one who looks after it too.
    is_first = not may_look_after(by, organisation)
    membership = _let_in(organisation, person, by, is_administrator=is_first)
    tell_person(
        person,
        organisation,
        "joined",
        format_lazy(_("You now belong to {organisation}."), organisation=organisation),
        by=by,
    )
    return membership


@transaction.atomic
def decline(*, request: JoinRequest, by: Person) -> None:
    """Say no to someone who asked to join.

    Refuses with RequestIsAnswered or NotYoursToLookAfter.
    """
    request = _locked_request(request)
    organisation, person = request.organisation, request.person
    if not may_let_in(by, organisation):
        raise NotYoursToLookAfter(organisation=organisation)
    request.delete()
    remember("organisations.request_declined", by=by.pseudonym_key, about=organisation)
    tell_person(
        person,
        organisation,
        "declined",
        format_lazy(
            _("{organisation} did not confirm that you belong to it."), organisation=organisation
        ),
        _("Talk to those who look after it if you think that this is a mistake."),
        by=by,
    )


@transaction.atomic
def add_member(*, organisation: Organisation, person: Person, by: Person) -> Membership:
    """Add someone to a public unit, the council or a committee.

    Elsewhere people ask themselves: whom a person belongs with may tell of faith, politics or
    health (GDPR art. 9).

    Refuses with NotYoursToLookAfter, MembersAskThemselves or AlreadyAMember.
    """
    organisation = locked(organisation.pk)
    if not may_look_after(by, organisation):
        raise NotYoursToLookAfter(organisation=organisation)
    if not organisation.is_public:
        raise MembersAskThemselves(organisation=organisation)
    organisation.join_requests.filter(person=person).delete()
    membership = _let_in(organisation, person, by)
    tell_person(
        person,
        organisation,
        "added",
        format_lazy(_("You were added to {organisation}."), organisation=organisation),
        by=by,
    )
    return membership


def _let_in(
    organisation: Organisation, person: Person, by: Person, *, is_administrator: bool = False
) -> Membership:
    """Write that someone belongs, once."""
    if membership_of(person, organisation):
        raise AlreadyAMember(person=person, organisation=organisation)
    membership = Membership.objects.create(
        municipality=organisation.municipality,
        organisation=organisation,
        person=person,
        is_administrator=is_administrator,
    )
    remember("organisations.joined", by=by.pseudonym_key, about=organisation)
    return membership


# ── Looking after, and leaving ───────────────────────────────────────────────


@transaction.atomic
def let_look_after(*, membership: Membership, by: Person, looks_after: bool) -> Membership:
    """Let a member look after the organisation, or no longer.

    Where nobody does any more, the municipality’s administrator names one of the other members.

    Refuses with MembershipHasEnded, NotYoursToLookAfter or LastAdministrator.
    """
    membership = locked_membership(membership)
    organisation = membership.organisation
    is_own = membership.person_id == by.pk
    if not may_look_after(by, organisation) and (is_own or not may_let_in(by, organisation)):
        raise NotYoursToLookAfter(organisation=organisation)
    if membership.is_administrator == looks_after:
        return membership
    if not looks_after and _is_last_administrator(membership):
        raise LastAdministrator(organisation=organisation)
    membership.is_administrator = looks_after
    membership.save(update_fields=["is_administrator"])
    if looks_after:
        what, label = "administrator_named", _("You now look after {organisation}.")
    else:
        what, label = "administrator_ended", _("You no longer look after {organisation}.")
    remember(f"organisations.{what}", by=by.pseudonym_key, about=organisation)
    tell_person(
        membership.person,
        organisation,
        what,
        format_lazy(label, organisation=organisation),
        by=by,
    )
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, by: Person) -> Membership:
    """End that someone belongs, and their mandate with it. Everyone may leave by themselves.

    Refuses with MembershipHasEnded, NotYoursToLookAfter or LastAdministrator.
    """
    membership = locked_membership(membership)
    organisation = membership.organisation
    if membership.person_id != by.pk and not may_look_after(by, organisation):
        raise NotYoursToLookAfter(organisation=organisation)
    if _is_last_administrator(membership) and _has_other_members(membership):
        raise LastAdministrator(organisation=organisation)
    stop_speaking(membership)
    membership.is_administrator = False
    membership.ended_at = timezone.now()
    membership.save()
    remember("organisations.membership_ended", by=by.pseudonym_key, about=organisation)
    tell_person(
        membership.person,
        organisation,
        "membership_ended",
        format_lazy(_("You no longer belong to {organisation}."), organisation=organisation),
        by=by,
    )
    return membership


def _is_last_administrator(membership: Membership) -> bool:
    """Say whether nobody else looks after it; the municipality always looks after its own."""
    if membership.organisation.is_public or not membership.is_administrator:
        return False
    running = membership.organisation.memberships.running().filter(is_administrator=True)
    return not running.exclude(pk=membership.pk).exists()


def _has_other_members(membership: Membership) -> bool:
    """Say whether somebody would be left behind."""
    running = membership.organisation.memberships.running()
    return bool(running.exclude(pk=membership.pk).exists())
