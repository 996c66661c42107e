"""Joining, answering, looking after and leaving."""

import pytest

from samskap.notices.models import Notice
from samskap.organisations.actions import (
    accept,
    add_member,
    ask_to_join,
    decline,
    end_membership,
    forget,
    let_look_after,
    take_back_request,
)
from samskap.organisations.errors import (
    AlreadyAMember,
    AlreadyAsked,
    LastAdministrator,
    MembersAskThemselves,
    MembershipHasEnded,
    NotYourOwnRequest,
    NotYoursToLookAfter,
    RequestIsAnswered,
)
from samskap.organisations.models import JoinRequest, Membership, Organisation
from samskap.organisations.permissions import may_look_after, may_speak_for
from samskap.organisations.queries import requests_waiting_for
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import (
    AdministratorFactory,
    JoinRequestFactory,
    MembershipFactory,
    OrganisationFactory,
    PlainMembershipFactory,
)
from samskap.testing.factories.people import PersonFactory, person_with


def told(person):
    """What a person was told, by kind."""
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


@pytest.fixture
def shore(municipality):
    """An association that somebody looks after."""
    return AdministratorFactory(organisation__municipality=municipality).organisation


@pytest.fixture
def head(shore):
    """Who looks after it."""
    return shore.memberships.get().person


@pytest.fixture
def unit(municipality):
    """A public unit without members."""
    return OrganisationFactory(municipality=municipality, kind=Organisation.Kind.PUBLIC_UNIT)


def test_a_request_is_told_to_those_who_look_after_it_and_answered_once(shore, head):
    ada = PersonFactory(given_name="Ada")

    request = ask_to_join(organisation=shore, by=ada, words=" Treasurer ")
    assert told(head) == ["organisations.asked_to_join"]
    assert Notice.objects.get(person=head).label == f"Ada asks to join {shore}."
    assert not shore.memberships.filter(person=ada).exists()

    membership = accept(request=request, by=head)
    assert (membership.person, membership.is_administrator, membership.may_speak) == (
        ada,
        False,
        False,
    )
    assert told(ada) == ["organisations.joined"]
    with pytest.raises(RequestIsAnswered):
        accept(request=request, by=head)
    assert shore.memberships.filter(person=ada).count() == 1


def test_a_request_is_made_once_and_not_by_members(shore, head):
    ada = PersonFactory()
    ask_to_join(organisation=shore, by=ada)
    with pytest.raises(AlreadyAsked):
        ask_to_join(organisation=shore, by=ada)
    with pytest.raises(AlreadyAMember):
        ask_to_join(organisation=shore, by=head)
    assert JoinRequest.objects.count() == 1


def test_a_request_that_is_declined_is_kept_nowhere(shore, head):
    request = JoinRequestFactory(organisation=shore)
    decline(request=request, by=head)
    assert not JoinRequest.objects.exists()
    assert told(request.person) == ["organisations.declined"]
    assert not shore.memberships.filter(person=request.person).exists()


def test_only_whoever_asked_takes_a_request_back(shore, head):
    request = JoinRequestFactory(organisation=shore)
    with pytest.raises(NotYoursToLookAfter):
        take_back_request(request=request, by=head)
    take_back_request(request=request, by=request.person)
    assert not JoinRequest.objects.exists()


def test_nobody_else_answers_the_municipality_included(shore, municipality):
    member = MembershipFactory(organisation=shore).person
    for by in (PersonFactory(), member, person_with("administrator", municipality)):
        request = JoinRequestFactory(organisation=shore)
        with pytest.raises(NotYoursToLookAfter):
            accept(request=request, by=by)
        with pytest.raises(NotYoursToLookAfter):
            decline(request=request, by=by)
    assert shore.memberships.count() == 2


def test_the_municipality_lets_someone_into_what_nobody_looks_after_but_never_itself(municipality):
    orphan = OrganisationFactory(municipality=municipality)
    administrator = person_with("administrator", municipality)
    own = JoinRequestFactory(organisation=orphan, person=administrator)
    request = JoinRequestFactory(organisation=orphan)
    later = JoinRequestFactory(organisation=orphan)

    with pytest.raises(NotYourOwnRequest):
        accept(request=own, by=administrator)
    membership = accept(request=request, by=administrator)

    assert membership.is_administrator
    with pytest.raises(NotYoursToLookAfter):  # it is the organisation’s own again
        accept(request=later, by=administrator)
    accept(request=later, by=request.person)


def test_people_are_added_only_to_what_is_public(shore, head, unit, municipality):
    ada, administrator = PersonFactory(), person_with("administrator", municipality)
    with pytest.raises(MembersAskThemselves):
        add_member(organisation=shore, person=ada, by=head)
    with pytest.raises(NotYoursToLookAfter):
        add_member(organisation=unit, person=ada, by=ada)

    JoinRequestFactory(organisation=unit, person=ada)
    add_member(organisation=unit, person=ada, by=administrator)

    assert unit.memberships.get().person == ada
    assert not unit.join_requests.exists()
    assert told(ada) == ["organisations.added"]
    with pytest.raises(AlreadyAMember):
        add_member(organisation=unit, person=ada, by=administrator)


def test_the_last_who_looks_after_it_cannot_go_while_others_stay(shore, head):
    own = shore.memberships.get()
    other = PlainMembershipFactory(organisation=shore)

    with pytest.raises(LastAdministrator):
        let_look_after(membership=own, by=head, looks_after=False)
    with pytest.raises(LastAdministrator):
        end_membership(membership=own, by=head)

    let_look_after(membership=other, by=head, looks_after=True)
    assert may_look_after(other.person, shore)
    assert told(other.person) == ["organisations.administrator_named"]
    end_membership(membership=own, by=head)
    assert not may_look_after(head, shore)


def test_the_last_member_may_leave(shore, head):
    end_membership(membership=shore.memberships.get(), by=head)
    assert not shore.memberships.running().exists()


def test_only_those_who_look_after_it_say_who_does(shore, municipality):
    member = PlainMembershipFactory(organisation=shore)
    for by in (member.person, PersonFactory(), person_with("administrator", municipality)):
        with pytest.raises(NotYoursToLookAfter):
            let_look_after(membership=member, by=by, looks_after=True)
    member.refresh_from_db()
    assert not member.is_administrator


def test_an_administrator_does_not_take_over_what_nobody_looks_after(municipality):
    orphan = OrganisationFactory(municipality=municipality)
    administrator = person_with("administrator", municipality)
    own = PlainMembershipFactory(organisation=orphan, person=administrator)
    other = PlainMembershipFactory(organisation=orphan)

    with pytest.raises(NotYoursToLookAfter):
        let_look_after(membership=own, by=administrator, looks_after=True)
    let_look_after(membership=other, by=administrator, looks_after=True)

    assert may_look_after(other.person, orphan)


def test_whoever_leaves_speaks_no_more_from_that_moment(shore):
    membership = MembershipFactory(organisation=shore)
    assert may_speak_for(membership.person, shore)

    end_membership(membership=membership, by=membership.person)

    assert not may_speak_for(membership.person, shore)
    with pytest.raises(MembershipHasEnded):
        end_membership(membership=membership, by=membership.person)
    again = ask_to_join(organisation=shore, by=membership.person)
    assert again.pk


def test_others_do_not_end_a_membership(shore, municipality):
    membership = MembershipFactory(organisation=shore)
    for by in (PersonFactory(), person_with("administrator", municipality)):
        with pytest.raises(NotYoursToLookAfter):
            end_membership(membership=membership, by=by)
    assert Membership.objects.get(pk=membership.pk).ended_at is None


def test_what_waits_is_what_one_may_answer(shore, head, unit, municipality):
    to_shore = JoinRequestFactory(organisation=shore)
    to_unit = JoinRequestFactory(organisation=unit)
    orphan = JoinRequestFactory(organisation__municipality=municipality)
    elsewhere = JoinRequestFactory(organisation__municipality=MunicipalityFactory())
    administrator = person_with("administrator", municipality)

    assert list(requests_waiting_for(head, municipality)) == [to_shore]
    assert list(requests_waiting_for(administrator, municipality)) == [to_unit, orphan]
    assert list(requests_waiting_for(elsewhere.person, municipality)) == []


def test_a_deleted_account_belongs_nowhere(shore):
    membership = MembershipFactory(organisation=shore)
    ada = membership.person
    given = MembershipFactory(organisation=shore, given_by=ada)
    JoinRequestFactory(person=ada)
    Organisation.objects.filter(pk=shore.pk).update(registered_by=ada)

    forget(ada)

    assert not Membership.objects.filter(person=ada).exists()
    assert not JoinRequest.objects.filter(person=ada).exists()
    given.refresh_from_db()
    shore.refresh_from_db()
    assert (given.given_by, shore.registered_by) == (None, None)
    assert may_speak_for(given.person, shore)


def test_a_closed_account_speaks_for_nobody(shore):
    membership = MembershipFactory(organisation=shore)
    ada = membership.person
    ada.is_active = False
    ada.save()
    assert not may_speak_for(ada, shore)
