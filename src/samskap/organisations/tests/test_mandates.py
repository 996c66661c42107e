"""Who may speak for whom, from when, until when, and by whose word."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from samskap.notices.models import Notice
from samskap.organisations.actions import end_mandate, give_mandate, remind_of_end
from samskap.organisations.errors import (
    MandateEndsBeforeItBegins,
    MandateIsOver,
    MandateIsTooLong,
    MembershipHasEnded,
    NoMandateToEnd,
    NotYoursToLookAfter,
)
from samskap.organisations.models import Organisation
from samskap.organisations.permissions import may_speak_for
from samskap.organisations.queries import mandates_of, speakers_of
from samskap.organisations.tasks import remind_of_ends
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import (
    AdministratorFactory,
    MembershipFactory,
    OrganisationFactory,
    PlainMembershipFactory,
)
from samskap.testing.factories.people import PersonFactory, person_with

DAY = timedelta(days=1)


@pytest.fixture
def today():
    """The day of the test."""
    return timezone.localdate()


@pytest.fixture
def head(municipality):
    """Who looks after an association."""
    return AdministratorFactory(organisation__municipality=municipality)


@pytest.fixture
def shore(head):
    """The association."""
    return head.organisation


def test_a_mandate_holds_from_its_first_day_through_its_last(shore, head, today):
    membership = PlainMembershipFactory(organisation=shore)
    ada, first, last = membership.person, today + 2 * DAY, today + 5 * DAY

    give_mandate(membership=membership, first_day=first, last_day=last, by=head.person)

    days = [today + n * DAY for n in range(8)]
    assert [may_speak_for(ada, shore, on=day) for day in days] == [
        False, False, True, True, True, True, False, False,
    ]  # fmt: skip
    assert not may_speak_for(ada, shore)
    assert [mandates_of(ada, shore.municipality, on=day) for day in (today, last)] == [[], [shore]]


def test_a_mandate_says_who_gave_it_and_tells_its_holder(shore, head, today):
    membership = PlainMembershipFactory(organisation=shore, person__language="nn")
    give_mandate(membership=membership, first_day=today, last_day=today, by=head.person)
    membership.refresh_from_db()
    assert membership.given_by == head.person
    notice = Notice.objects.get(person=membership.person)
    assert (notice.kind, notice.language) == ("organisations.mandate_given", "nn")


def test_the_day_in_a_notice_stands_in_the_readers_language(shore, head, today):
    membership = PlainMembershipFactory(organisation=shore, person__language="en")
    with translation.override("nb"):
        give_mandate(membership=membership, first_day=today, last_day=today, by=head.person)
    assert today.strftime("%b")[:3] in Notice.objects.get(person=membership.person).text


@pytest.mark.parametrize(
    ("first", "last", "refusal"),
    [
        (1, 0, MandateEndsBeforeItBegins),
        (-3, -1, MandateIsOver),
        (0, 4 * 366 + 1, MandateIsTooLong),
    ],
)
def test_some_days_make_no_mandate(shore, head, today, first, last, refusal):
    membership = PlainMembershipFactory(organisation=shore)
    with pytest.raises(refusal):
        give_mandate(
            membership=membership,
            first_day=today + first * DAY,
            last_day=today + last * DAY,
            by=head.person,
        )
    assert not may_speak_for(membership.person, shore)


def test_the_database_keeps_no_mandate_without_an_end(shore):
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(organisation=shore, mandate_until=None)


def test_nobody_else_gives_a_mandate_least_of_all_the_municipality(shore, municipality, today):
    membership = PlainMembershipFactory(organisation=shore)
    for by in (membership.person, PersonFactory(), person_with("administrator", municipality)):
        with pytest.raises(NotYoursToLookAfter):
            give_mandate(membership=membership, first_day=today, last_day=today, by=by)
    assert not may_speak_for(membership.person, shore)


def test_nor_does_it_where_nobody_looks_after_the_organisation(municipality, today):
    orphan = PlainMembershipFactory(organisation__municipality=municipality)
    with pytest.raises(NotYoursToLookAfter):
        give_mandate(
            membership=orphan,
            first_day=today,
            last_day=today,
            by=person_with("administrator", municipality),
        )


@pytest.mark.parametrize("kind", sorted(Organisation.PUBLIC_KINDS))
def test_administrators_give_mandates_for_what_is_public_here(municipality, today, kind):
    unit = OrganisationFactory(municipality=municipality, kind=kind)
    membership = PlainMembershipFactory(organisation=unit)
    stranger = person_with("administrator", MunicipalityFactory())

    with pytest.raises(NotYoursToLookAfter):
        give_mandate(membership=membership, first_day=today, last_day=today, by=stranger)
    give_mandate(
        membership=membership,
        first_day=today,
        last_day=today,
        by=person_with("administrator", municipality),
    )

    assert may_speak_for(membership.person, unit)


def test_a_mandate_that_is_ended_holds_no_more_today_and_did_yesterday(shore, head, today):
    membership = MembershipFactory(organisation=shore, mandate_from=today - 9 * DAY)
    end_mandate(membership=membership, by=head.person)
    assert not may_speak_for(membership.person, shore)
    assert may_speak_for(membership.person, shore, on=today - DAY)
    with pytest.raises(NoMandateToEnd):
        end_mandate(membership=membership, by=head.person)


def test_a_mandate_that_begins_today_can_be_ended_today(shore, head, today):
    membership = MembershipFactory(organisation=shore, mandate_from=today)
    end_mandate(membership=membership, by=head.person)
    assert not may_speak_for(membership.person, shore)


def test_a_mandate_to_come_can_be_ended_before_it_begins(shore, head, today):
    membership = MembershipFactory(organisation=shore, mandate_from=today + 3 * DAY)
    end_mandate(membership=membership, by=head.person)
    assert not may_speak_for(membership.person, shore, on=today + 4 * DAY)


def test_whoever_holds_a_mandate_may_lay_it_down_and_others_may_not_end_it(shore, head):
    membership = MembershipFactory(organisation=shore)
    with pytest.raises(NotYoursToLookAfter):
        end_mandate(membership=membership, by=MembershipFactory(organisation=shore).person)

    end_mandate(membership=membership, by=membership.person)

    assert not may_speak_for(membership.person, shore)
    assert Notice.objects.get(person=head.person).kind == "organisations.mandate_laid_down"
    assert not Notice.objects.filter(person=membership.person).exists()


def test_nobody_gets_a_mandate_who_has_left(shore, head, today):
    membership = PlainMembershipFactory(organisation=shore, ended_at=timezone.now())
    with pytest.raises(MembershipHasEnded):
        give_mandate(membership=membership, first_day=today, last_day=today, by=head.person)


def test_a_mandate_of_someone_who_has_left_does_not_hold(shore):
    membership = MembershipFactory(organisation=shore, ended_at=timezone.now())
    assert not may_speak_for(membership.person, shore)
    assert mandates_of(membership.person, shore.municipality) == []
    assert not speakers_of(shore).exists()


def test_whoever_is_not_signed_in_speaks_for_nobody(shore):
    MembershipFactory(organisation=shore)
    assert not may_speak_for(AnonymousUser(), shore)


def test_mandates_are_those_of_one_municipality_by_name(shore, municipality):
    ada = PersonFactory()
    for name in ("B", "A"):
        MembershipFactory(
            person=ada, organisation__municipality=municipality, organisation__name=name
        )
    MembershipFactory(person=ada, organisation__municipality=MunicipalityFactory())
    assert [each.name for each in mandates_of(ada, municipality)] == ["A", "B"]


def test_an_end_is_told_of_in_time_and_once(shore, head, today):
    soon = MembershipFactory(organisation=shore, mandate_until=today + 14 * DAY)
    MembershipFactory(organisation=shore, mandate_until=today + 15 * DAY)
    MembershipFactory(organisation=shore, mandate_from=today - 9 * DAY, mandate_until=today - DAY)

    for _ in range(2):
        remind_of_ends.call()

    kinds = Notice.objects.values_list("person", "kind").order_by("pk")
    kind = "organisations.mandate_runs_out"
    assert list(kinds) == [(soon.person_id, kind), (head.person_id, kind)]
    soon.refresh_from_db()
    assert remind_of_end(membership=soon) is False


def test_a_mandate_given_again_is_told_of_again(shore, head, today):
    soon = MembershipFactory(organisation=shore, mandate_until=today + DAY)
    remind_of_ends.call()
    give_mandate(membership=soon, first_day=today, last_day=today + 2 * DAY, by=head.person)
    Notice.objects.all().delete()
    remind_of_ends.call()
    assert Notice.objects.filter(person=soon.person).count() == 1
