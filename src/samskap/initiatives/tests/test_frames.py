"""The frame sheet."""

import pytest

from samskap.initiatives.actions.frames import confirm_frame, write_frame
from samskap.initiatives.errors.frames import (
    FrameIsEmpty,
    NewerFrame,
    NothingChanged,
    OnlyPartnersConfirm,
    SayWhatChanged,
)
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.models import FrameReading
from samskap.initiatives.queries.frames import frame_in_force
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.partnership import PartnerFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def test_a_new_version_leaves_the_old_as_it_was():
    initiative = InitiativeFactory()
    ada = initiative.raised_by
    first = write_frame(initiative=initiative, by=ada, open="What it is", money="None")

    with pytest.raises(SayWhatChanged):
        write_frame(initiative=initiative, by=ada, money="1.2 million a year")
    second = write_frame(
        initiative=initiative, by=ada, money="1.2 million a year", why_new="The council gave."
    )

    first.refresh_from_db()
    assert (first.version, first.money) == (1, "None")
    assert (second.version, second.open, second.money) == (2, "What it is", "1.2 million a year")
    assert frame_in_force(initiative) == second


def test_what_says_nothing_is_no_frame():
    initiative = InitiativeFactory()

    with pytest.raises(FrameIsEmpty):
        write_frame(initiative=initiative, by=initiative.raised_by, open=" ")


def test_the_same_is_no_new_version():
    initiative = InitiativeFactory()
    ada = initiative.raised_by
    write_frame(initiative=initiative, by=ada, open="What it is")

    with pytest.raises(NothingChanged):
        write_frame(initiative=initiative, by=ada, open="What it is", why_new="Nothing.")


def test_a_stranger_writes_no_frame():
    with pytest.raises(NotYoursToChange):
        write_frame(initiative=InitiativeFactory(), by=PersonFactory(), open="Everything")


def test_partners_hear_of_it_and_confirm_it_once():
    initiative = InitiativeFactory()
    partner = PartnerFactory(initiative=initiative, status="joined")
    bo = partner.contact or partner.person
    frame = write_frame(initiative=initiative, by=initiative.raised_by, open="What it is")

    confirm_frame(frame=frame, by=bo)
    confirm_frame(frame=frame, by=bo)

    assert Notice.objects.get(kind="initiatives.frame_written").person == bo
    assert FrameReading.objects.get().partner == partner
    assert frame_in_force(initiative).confirmed == 1


def test_only_partners_confirm_and_only_what_is_in_force():
    initiative = InitiativeFactory()
    partner = PartnerFactory(initiative=initiative, status="joined")
    bo = partner.contact or partner.person
    old = write_frame(initiative=initiative, by=initiative.raised_by, open="What it is")
    write_frame(initiative=initiative, by=initiative.raised_by, open="More", why_new="More.")

    with pytest.raises(OnlyPartnersConfirm):
        confirm_frame(frame=old, by=PersonFactory())
    with pytest.raises(NewerFrame):
        confirm_frame(frame=old, by=bo)
