"""The reverse invitation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.initiatives.actions.invitations import answer_invitation, invite_municipality
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.errors.invitations import (
    AlreadyInvited,
    AlreadyTakesPart,
    AnsweredAlready,
    NoNeedsAReason,
    NotPublic,
    NotYoursToAnswer,
)
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    return initiative, initiative.raised_by, person_with("leader", municipality)


def invited(initiative, ada, **facts):
    return invite_municipality(initiative=initiative, by=ada, message="Come.", **facts)


def test_the_municipality_hears_of_it_and_has_a_day(begun):
    initiative, ada, leader = begun

    invitation = invited(initiative, ada)

    promised = timezone.localdate() + timedelta(days=initiative.municipality.answer_days)
    notice = Notice.objects.get(person=leader)
    assert (invitation.answer_due_on, invitation.accepted) == (promised, None)
    assert notice.path == f"{initiative.get_absolute_url()}invite/{invitation.pk}/"


def test_it_is_invited_once_at_a_time_by_those_who_carry_it(begun):
    initiative, ada, _leader = begun
    invited(initiative, ada)

    with pytest.raises(AlreadyInvited):
        invited(initiative, ada)
    with pytest.raises(NotYoursToChange):
        invited(initiative, PersonFactory())


def test_only_public_units_are_invited_this_way(begun):
    initiative, ada, _leader = begun
    club = OrganisationFactory(municipality=initiative.municipality, kind="association")

    with pytest.raises(NotPublic):
        invited(initiative, ada, organisation=club)


def test_with_a_yes_the_unit_becomes_a_partner(begun):
    initiative, ada, leader = begun
    library = OrganisationFactory(municipality=initiative.municipality, kind="public_unit")
    invitation = invited(initiative, ada)

    answered = answer_invitation(
        invitation=invitation, by=leader, accepted=True, organisation=library
    )

    partner = initiative.partners.get()
    assert (answered.accepted, answered.answered_by) == (True, leader)
    assert (partner.organisation, partner.contact, partner.side, partner.status) == (
        library,
        leader,
        "public",
        "joined",
    )
    assert Notice.objects.get(person=ada).path == initiative.get_absolute_url()
    with pytest.raises(AlreadyTakesPart):
        invited(initiative, ada)


def test_without_a_unit_whoever_says_yes_comes(begun):
    initiative, ada, leader = begun

    answer_invitation(invitation=invited(initiative, ada), by=leader, accepted=True)

    partner = initiative.partners.get()
    assert (partner.person, partner.actor_kind) == (leader, "employee")


def test_a_no_has_a_reason_and_leaves_the_door_open(begun):
    initiative, ada, leader = begun
    invitation = invited(initiative, ada)

    with pytest.raises(NoNeedsAReason):
        answer_invitation(invitation=invitation, by=leader, accepted=False, answer=" ")
    answer_invitation(invitation=invitation, by=leader, accepted=False, answer="Next year.")
    with pytest.raises(AnsweredAlready):
        answer_invitation(invitation=invitation, by=leader, accepted=True)

    assert not initiative.partners.exists()
    assert invited(initiative, ada).accepted is None


def test_residents_do_not_answer_for_the_municipality(begun):
    initiative, ada, _leader = begun

    with pytest.raises(NotYoursToAnswer):
        answer_invitation(invitation=invited(initiative, ada), by=ada, accepted=True)
