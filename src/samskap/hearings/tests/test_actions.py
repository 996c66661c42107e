from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from samskap.hearings.actions import answering, opening, planning, reporting, stating
from samskap.hearings.errors import (
    AnswersAreMissing,
    CannotBeChanged,
    IsAskedAlready,
    IsRequired,
    NameTheLaw,
    NothingChosen,
    NotLonger,
    NotTakingIn,
    NotYoursToChange,
    NotYoursToSteward,
    PapersAreMissing,
    SayHowElseToAnswer,
    SayHowTheYoungTakePart,
    TooShort,
)
from samskap.hearings.models import Hearing, HearingStatement, Recipient
from samskap.hearings.queries.hearings import progress_of
from samskap.hearings.queries.statements import gathered, recipients_of, unanswered
from samskap.ledger.models import Contribution, Standing
from samskap.notices.models import Notice
from samskap.organisations.models import Organisation
from samskap.testing.factories.hearings import (
    answered,
    by_letter,
    closed,
    opened,
    planned,
    reported,
    stated,
    steward_of,
)
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def place():
    return MunicipalityFactory(country="NO")


@pytest.fixture
def steward(place):
    return steward_of(place)


def plan(place, steward, **more):
    return planned(municipality=place, by=steward, **more)


def test_a_plan_gets_the_earliest_last_day_and_refuses_a_shorter_time(place, steward):
    made = plan(place, steward, preset="no_zoning_plan", opens_on=date(2027, 4, 5))
    assert (made.closes_on, made.law_closes_on) == (date(2027, 5, 18), date(2027, 5, 18))
    assert made.law_moved_by == "public_holiday"  # 17 May

    with pytest.raises(TooShort) as refusal:
        plan(place, steward, preset="no_zoning_plan", opens_on=date(2027, 4, 5),
             closes_on=date(2027, 5, 10))  # fmt: skip

    assert str(refusal.value) == (
        "The law gives at least 6 weeks (plan- og bygningsloven §§ 5-2 og 12-10)."
        " Choose May 18, 2027 or a later day."
    )


def test_a_hearing_by_law_asks_whom_the_law_names_and_lays_papers_open(place, steward):
    made = plan(place, steward, preset="no_zoning_plan")
    asked = [each.kind for each in made.recipients.all()]
    assert asked == ["elderly_council", "disability_council", "youth_council", "children"]
    with pytest.raises(IsRequired):
        planning.leave_out(recipient=made.recipients.first(), by=steward)
    with pytest.raises(PapersAreMissing):
        opening.open_hearing(hearing=made, by=steward)
    planning.lay_open(hearing=made, by=steward, title="Map", url="https://example.org/map")
    with pytest.raises(SayHowTheYoungTakePart):
        opening.open_hearing(hearing=made, by=steward)

    said = {"title": made.title, "young_secured": "The youth council walks the path with us."}
    planning.change_plan(
        hearing=made, by=steward, opens_on=made.opens_on, closes_on=made.closes_on, **said
    )
    council = OrganisationFactory(municipality=place, kind=Organisation.Kind.COMMITTEE)
    member = MembershipFactory(organisation=council).person
    planning.ask(
        hearing=made, by=steward, kind="youth_council", name="", way="email", organisation=council
    )
    made = opening.open_hearing(hearing=made, by=steward)

    assert made.recipients.count() == 4  # the council took the place that waited for it
    assert set(made.recipients.values_list("invited_on", flat=True)) == {made.opens_on}
    assert Notice.objects.filter(person=member, kind="hearings.asked").count() == 1


def test_a_danish_plan_proposes_the_councils_it_may_concern_and_they_can_be_left_out():
    place = MunicipalityFactory(country="DK")
    steward = steward_of(place)
    made = plan(place, steward, preset="dk_local_plan")
    elderly, disability = made.recipients.all()
    assert [elderly.kind, disability.kind] == ["elderly_council", "disability_council"]

    planning.leave_out(recipient=disability, by=steward)
    planning.ask(hearing=made, by=steward, kind=elderly.kind, name="Ældrerådet", way="email")
    days = {"opens_on": made.opens_on, "closes_on": None}
    planning.change_plan(hearing=made, by=steward, title="A new school", **days)

    [kept] = made.recipients.all()  # whom somebody left out stays left out
    assert (kept.pk, kept.name, kept.is_required) == (elderly.pk, "Ældrerådet", False)
    assert not plan(place, steward).recipients.exists()  # the municipality’s own asks whom it likes


def test_a_hearing_says_how_else_one_can_answer_before_it_opens(place, steward):
    made = plan(place, steward, answers_to=" ")
    club = OrganisationFactory(municipality=place)
    member = MembershipFactory(organisation=club).person
    planning.ask(
        hearing=made, by=steward, kind="association", name="", way="email", organisation=club
    )
    with pytest.raises(SayHowElseToAnswer):
        opening.open_hearing(hearing=made, by=steward)

    Hearing.objects.filter(pk=made.pk).update(answers_to="post@vik.example\n55 00 00 00")
    opening.open_hearing(hearing=made, by=steward)

    told = Notice.objects.get(person=member, kind="hearings.asked")
    assert told.text == (
        "Answer on the page of the hearing, or in another way: post@vik.example, 55 00 00 00"
    )


def test_only_the_public_side_holds_a_hearing(place):
    initiative = InitiativeFactory(municipality=place)
    with pytest.raises(NotYoursToSteward):
        planned(initiative=initiative, by=initiative.raised_by)
    assert not Hearing.objects.exists()


def test_a_statement_gets_a_number_a_ledger_row_and_a_promise_counted_from_the_last_day(
    place, steward
):
    made = opened(municipality=place, by=steward)
    ada = PersonFactory()

    first = stated(made, ada)
    second = by_letter(made, steward)

    assert (first.number, second.number, second.way) == (1, 2, "paper")
    row = first.contribution
    assert (row.kind, row.is_independent, row.is_input) == ("statement", False, True)
    due = made.closes_on + timedelta(days=place.answer_days)
    assert first.contribution.standing.answer_due_on == due
    assert Contribution.objects.filter(kind="statement", entered_on_behalf=True).count() == 1


def test_pressing_twice_says_it_once(place, steward):
    made = opened(municipality=place, by=steward)
    ada, key = PersonFactory(), "0d6c1c8a-6c0f-4d53-b1a5-6d1c3d2b8a11"

    one, other = (stated(made, ada, public_id=key) for _press in range(2))
    somebody_elses = stated(made, PersonFactory(), public_id=key)

    assert one == other
    assert [each.number for each in made.statements.all()] == [1, 2]
    assert somebody_elses.number == 2


def test_a_statement_is_taken_in_late_and_flagged_but_a_letter_that_came_in_time_is_not(
    place, steward
):
    made = opened(municipality=place, by=steward)
    Hearing.objects.filter(pk=made.pk).update(
        opens_on=made.opens_on - 60 * DAY, closes_on=timezone.localdate() - 2 * DAY
    )
    made.refresh_from_db()
    assert opening.close_due() == 1
    assert opening.close_due() == 0

    late = stated(made)
    in_time = by_letter(made, steward, received_on=timezone.localdate() - 3 * DAY)

    assert (late.is_late, in_time.is_late) == (True, False)
    made.refresh_from_db()
    assert made.state == "closed"
    with pytest.raises(CannotBeChanged):
        stating.change_statement(statement=late, text="Else.", by=late.contribution.giver.person)


def test_own_words_are_changed_and_taken_back_until_they_are_answered(place, steward):
    made = opened(municipality=place, by=steward)
    ada = PersonFactory()
    kept, gone = stated(made, ada), stated(made, ada)
    with pytest.raises(NotYoursToChange):
        stating.change_statement(statement=kept, text="No.", by=steward)

    stating.change_statement(statement=kept, text="Lamps and a bench.", by=ada)
    stating.withdraw_statement(statement=gone, by=ada)

    kept.refresh_from_db()
    gone.refresh_from_db()
    assert (kept.text, gone.text, gone.number) == ("Lamps and a bench.", "", 2)
    assert Standing.objects.get(pk=gone.contribution_id).status == "withdrawn"
    answered(made, steward)
    with pytest.raises(CannotBeChanged):
        stating.change_statement(statement=kept, text="Else.", by=ada)


def test_what_is_withheld_names_its_law_and_counts(place, steward):
    made = opened(municipality=place, by=steward)
    said = stated(made, text="My daughter is ill.")
    with pytest.raises(NameTheLaw):
        stating.withhold(statement=said, basis=" ", open_text="Somebody is ill.", by=steward)
    with pytest.raises(NotYoursToSteward):
        stating.withhold(statement=said, basis="offentleglova § 13", by=PersonFactory())

    stating.withhold(statement=said, basis="offentleglova § 13", open_text="Lamps.", by=steward)

    said.refresh_from_db()
    assert said.readable == "Lamps."
    assert progress_of(made).in_all == progress_of(made).withheld == 1
    assert stating.withhold(statement=said, basis="", by=steward).readable == "My daughter is ill."


def test_alike_are_answered_alike_and_each_giver_is_told(place, steward, monkeypatch):
    monkeypatch.setattr(answering, "AT_ONCE", 2)
    made = opened(municipality=place, by=steward)
    words = "We live by the fjord and want lamps along the whole of the new path this year."
    for end in ("", " Thank you!", " thank you", " THANK YOU"):
        stated(made, text=words + end)
    stated(made, text="Build it somewhere else, please.")
    groups = gathered(list(unanswered(made)))
    assert [[each.number for each in group.statements] for group in groups] == [[1, 2, 3, 4], [5]]

    given = answered(made, steward, *groups[0].statements, changes="Lamps are drawn in.")
    while answering.tell_next(given):
        pass

    assert given.statements.count() == 4
    told = Standing.objects.filter(status="used", answered_at__isnull=False)
    assert told.count() == 4
    assert Notice.objects.filter(kind="ledger.used").count() == 4
    assert "Lamps are drawn in." in told.first().reason
    assert progress_of(made).unanswered == 1


def test_a_hearing_walks_from_planned_to_reported(place, steward):
    made = opened(municipality=place, by=steward)
    states = [plan(place, steward).state, made.state]
    one, two = stated(made), stated(made)
    states.append(closed(made).state)
    answered(made, steward, one)
    made.refresh_from_db()
    states.append(made.state)
    with pytest.raises(AnswersAreMissing):
        reporting.report(hearing=made, summary="Lamps.", by=steward)
    answered(made, steward, two)
    made.refresh_from_db()
    states.append(made.state)
    stated(made)  # late: it is taken in, and waits for its answer
    made.refresh_from_db()
    assert made.state == "answering"
    states.append(reported(made, steward).state)

    assert states == ["planned", "open", "closed", "answering", "answered", "reported"]
    with pytest.raises(NotTakingIn):
        stated(made)


def test_the_report_is_laid_before_the_council_once(place):
    writer = RoleFactory(municipality=place, role="facilitator").person
    council = OrganisationFactory(municipality=place, kind=Organisation.Kind.COUNCIL)
    made = reported(opened(municipality=place, by=writer), writer)

    formal = reporting.lay_report_before(
        hearing=made,
        body=council,
        recommendation="Build the path with lamps.",
        promised_on=timezone.localdate() + 30 * DAY,
        by=writer,
    )

    made.refresh_from_db()
    assert made.formal == formal
    assert formal.recommendations.get().text == "Build the path with lamps."


def test_people_get_more_time_and_never_less(place, steward):
    made = opened(municipality=place, by=steward)
    with pytest.raises(NotLonger):
        opening.extend(hearing=made, closes_on=made.closes_on - DAY, by=steward)
    longer = opening.extend(hearing=made, closes_on=made.closes_on + 14 * DAY, by=steward)
    assert longer.closes_on >= made.closes_on + 14 * DAY


def test_who_was_asked_and_who_answered_is_known(place, steward):
    made = plan(place, steward)
    club = OrganisationFactory(municipality=place)
    speaker = MembershipFactory(organisation=club, mandate_from=timezone.localdate() - DAY).person
    asked = {"hearing": made, "by": steward, "way": "email"}
    planning.ask(**asked, kind="association", name="", organisation=club)
    planning.ask(**asked, kind="neighbour", name="Kari Vik, Vik 2", people=14)
    opening.open_hearing(hearing=made, by=steward)
    hand = hand_of(speaker, place, "association", speaking_for=club)
    stated(made, speaker, hand=hand)

    said = [(each.shown_name, each.people, each.said) for each in recipients_of(made)]

    assert said == [(club.name, 1, 1), ("Neighbours and owners", 14, 0)]
    assert Recipient.objects.get(kind="neighbour").name == "Kari Vik, Vik 2"
    assert HearingStatement.objects.get().recipient.organisation == club


def test_a_hearing_lasts_until_midnight_where_it_is_held_in_summer_time_too(place, steward):
    made = opened(municipality=place, by=steward)
    Hearing.objects.filter(pk=made.pk).update(
        opens_on=date(2026, 2, 17), closes_on=date(2026, 3, 31)
    )

    assert opening.close_due(datetime(2026, 3, 31, 21, 59, tzinfo=UTC)) == 0
    assert opening.close_due(datetime(2026, 3, 31, 22, 0, tzinfo=UTC)) == 1


def test_what_came_before_more_time_was_given_is_late_no_more(place, steward):
    made = opened(municipality=place, by=steward)
    today = timezone.localdate()
    Hearing.objects.filter(pk=made.pk).update(opens_on=today - 9 * DAY, closes_on=today - DAY)
    made.refresh_from_db()
    said = stated(made)
    assert said.is_late

    opening.extend(hearing=made, closes_on=today + 14 * DAY, by=steward)

    said.refresh_from_db()
    assert not said.is_late


def test_two_who_answer_the_same_at_once_tell_the_giver_one_answer(place, steward):
    made = opened(municipality=place, by=steward)
    said, other = stated(made), stated(made)
    first = answered(made, steward, said)
    with pytest.raises(NothingChosen):
        answered(made, steward, said, status="not_used", text="No lamps.")

    second = answered(made, steward, said, other, status="not_used", text="No lamps.")

    assert [each.answer for each in made.statements.all()] == [first, second]
    assert Notice.objects.filter(kind__in=["ledger.used", "ledger.not_used"]).count() == 2


def test_one_of_those_alike_that_is_taken_back_gets_no_answer(place, steward):
    made = opened(municipality=place, by=steward)
    words = "We live by the fjord and want lamps along the whole of the new path this year."
    ada = PersonFactory()
    said = [stated(made, text=words), stated(made, ada, text=words), stated(made, text=words)]
    [group] = gathered(list(unanswered(made)))
    stating.withdraw_statement(statement=said[1], by=ada)

    given = answered(made, steward, *group.statements)

    assert [each.number for each in given.statements.order_by("number")] == [1, 3]
    assert not Notice.objects.filter(person=ada, kind="ledger.used").exists()


def test_an_organisation_is_asked_once_and_may_speak_twice(place, steward):
    made = opened(municipality=place, by=steward)
    club = OrganisationFactory(municipality=place)
    speaker = MembershipFactory(organisation=club, mandate_from=timezone.localdate() - DAY).person
    asked = {"hearing": made, "by": steward, "kind": "association", "name": "", "way": "email"}
    planning.ask(**asked, organisation=club)
    with pytest.raises(IsAskedAlready):
        planning.ask(**asked, organisation=club)

    hand = hand_of(speaker, place, "association", speaking_for=club)
    for _time in range(2):
        stated(made, speaker, hand=hand)

    assert [each.said for each in recipients_of(made)] == [2]
