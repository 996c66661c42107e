"""A mandate that has ended opens nothing any more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.initiatives.actions.frames import confirm_frame
from samskap.initiatives.errors.frames import OnlyPartnersConfirm
from samskap.initiatives.permissions.decisions import may_decide_alone
from samskap.initiatives.permissions.initiative import may_change
from samskap.initiatives.permissions.partnership import may_see_who_waits, may_write_agreement
from samskap.initiatives.queries.partnership import carriers_of, work_together
from samskap.testing.factories.initiatives import FrameFactory, InitiativeFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.partnership import PartnerFactory, organisation_partner
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def ended(membership):
    """A mandate that ran out yesterday."""
    yesterday = timezone.localdate() - timedelta(days=1)
    membership.mandate_from = membership.mandate_until = yesterday
    membership.save()


def left(membership):
    """A membership that is over."""
    membership.ended_at = timezone.now()
    membership.save()


def opened(by, initiative):
    """What a person may do in an initiative."""
    return {
        may_change(by, initiative),
        may_see_who_waits(by, initiative),
        may_write_agreement(by, initiative),
        may_decide_alone(by, initiative, "non_public"),
    }


@pytest.mark.parametrize("end", [ended, left])
def test_who_speaks_no_more_carries_nothing_for_the_organisation(end):
    initiative, ada = InitiativeFactory(), PersonFactory()
    partner = organisation_partner(initiative, by=ada)
    assert opened(ada, initiative) == {True}

    end(partner.organisation.memberships.get(person=ada))

    assert opened(ada, initiative) == {False}
    with pytest.raises(OnlyPartnersConfirm):
        confirm_frame(frame=FrameFactory(initiative=initiative), by=ada)


def test_who_speaks_no_more_does_not_read_what_partners_show_each_other():
    initiative, ada, bo = InitiativeFactory(), PersonFactory(), PersonFactory()
    PartnerFactory(initiative=initiative, person=bo)
    partner = organisation_partner(initiative, by=ada)
    assert work_together(bo, ada, initiative.municipality)

    ended(partner.organisation.memberships.get(person=ada))

    assert not work_together(bo, ada, initiative.municipality)


@pytest.mark.parametrize("end", [ended, left])
def test_what_was_raised_for_an_organisation_is_of_those_who_speak_for_it(end):
    ada, bo = PersonFactory(), PersonFactory()
    club = OrganisationFactory()
    initiative = InitiativeFactory(
        municipality=club.municipality, raised_by=ada, raised_for=club, raised_as="association"
    )
    mandate = MembershipFactory(organisation=club, person=ada)
    assert may_change(ada, initiative)
    assert may_decide_alone(ada, initiative, "non_public")
    assert carriers_of(initiative) == [ada]

    end(mandate)
    MembershipFactory(organisation=club, person=bo)

    assert not may_change(ada, initiative)
    assert not may_decide_alone(ada, initiative, "non_public")
    assert may_change(bo, initiative)
    assert carriers_of(initiative) == [bo]
