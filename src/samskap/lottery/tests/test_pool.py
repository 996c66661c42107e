"""Who comes into a pool, who does not, and what the population proposes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from django.utils import timezone

from samskap.kernels.lot import Quota
from samskap.lottery.actions import planning, replacing
from samskap.lottery.actions.entering import withdraw
from samskap.lottery.actions.starting import start_lot
from samskap.lottery.errors import (
    AnswerEverything,
    DrawnNotLongAgo,
    LotIsClosed,
    NotYoursToKeep,
    SayWhyTheyAreOut,
    TargetsContradict,
    TooFewEntrants,
)
from samskap.lottery.features import read
from samskap.lottery.models import Entrant, Lot, State
from samskap.lottery.panels import lots_waiting
from samskap.lottery.personal import old_answers, old_lists
from samskap.lottery.publishing import shown_of
from samskap.lottery.queries import can_be_drawn, in_panel, result_of
from samskap.lottery.queries.proposing import proposed
from samskap.places.models import Area, Population
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.lottery import (
    FEATURES,
    answers,
    committed,
    drawn,
    entrant,
    invitee,
    lot,
    on_paper,
    planned,
    registered,
    steward_of,
)
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


def test_another_module_has_its_own_registrations_drawn():
    initiative = InitiativeFactory()
    by = RoleFactory(municipality=initiative.municipality, role="facilitator").person
    quotas = [
        Quota(feature=feature.title, value=value.title, least=value.least, most=value.most)
        for feature in FEATURES
        for value in feature.values
    ]
    people = [registered(initiative.municipality, number) for number in range(16)]

    found = start_lot(
        initiative=initiative,
        title="Seats of residents",
        size=4,
        quotas=quotas,
        entrants=people,
        by=by,
        way=Lot.Way.LEGACY_GREEDY,
    )
    assert found.state == State.CLOSED
    planning.plan(lot=found, by=by)
    result = result_of(drawn(committed(worked_out(found))))

    assert {each.reference for each in result.panel} < {one.reference for one in people}
    assert len(result.panel) == 4


def worked_out(found):
    """The same lot, with what the queue did."""
    planning.work_out(found.rounds.get())
    return Lot.objects.get(pk=found.pk)


def test_an_answer_that_is_missing_is_asked_for():
    found = lot()

    with pytest.raises(AnswerEverything) as refusal:
        on_paper(found, 1, {"Age": "16–39", "Sex": "Woman"})

    assert str(refusal.value) == "“Works shifts” is not answered. Choose one of the answers."


def test_nobody_enters_after_the_last_day_and_a_steward_still_writes_down_the_post_of_that_day():
    found = lot(closes_on=timezone.localdate() - timedelta(days=1))

    with pytest.raises(LotIsClosed):
        entrant(found, PersonFactory())
    on_paper(found, 1)

    assert found.entrants.count() == 1


def test_the_database_lets_nobody_be_twice_in_a_pool():
    found = lot()
    mine = entrant(found, PersonFactory())

    with pytest.raises(IntegrityError), transaction.atomic():
        Entrant.objects.create(
            municipality=found.municipality, lot=found, giver=mine.giver, code="ANOTHER"
        )


def test_whoever_was_drawn_lately_makes_room_for_others():
    first, person = lot(), PersonFactory()
    mine = entrant(first, person)
    for number in range(1, 12):
        on_paper(first, number)
    committed(planned(first))
    Entrant.objects.filter(pk=mine.pk).update(drawn_in=first.rounds.get())
    first.rounds.update(drawn_at=timezone.now())

    with pytest.raises(DrawnNotLongAgo):
        entrant(lot(first.initiative, steward_of(first), pause_months=6), person)
    entrant(lot(first.initiative, steward_of(first)), person)


def test_only_one_of_a_household_is_in_a_panel():
    found = lot(one_per_household=True, size=2, features=())
    for number in range(6):
        on_paper(found, number, {}, street=f"Quay street {number // 3}")

    planning.close(lot=found, by=steward_of(found))
    Lot.objects.filter(pk=found.pk).update(size=3)
    with pytest.raises(TooFewEntrants):
        planning.plan(lot=found, by=steward_of(found))
    Lot.objects.filter(pk=found.pk).update(size=2)
    planning.plan(lot=found, by=steward_of(found))
    panel = in_panel(drawn(committed(worked_out(found))))

    assert len({each.household for each in panel}) == 2


def test_the_household_of_the_register_stands_whatever_is_typed():
    found = lot(pool=Lot.Pool.INVITED, one_per_household=True)
    invitee(found, invited_at=timezone.now(), code="ABC234", household="of-the-register")

    mine = entrant(found, PersonFactory(), code="ABC234", street="Another street 9")

    assert mine.household == "of-the-register"


def test_targets_of_one_feature_must_leave_room_for_the_panel():
    with pytest.raises(TargetsContradict):
        lot(size=7)


def test_targets_follow_the_population_with_room_to_both_sides(municipality):
    area = Area.objects.create(
        municipality=municipality, kind=Area.Kind.MUNICIPALITY, name="Fjordvik", slug="fjordvik"
    )
    day = timezone.localdate()
    ages = [(0, 19, 1511), (20, 64, 3888), (65, 150, 1202)]  # Svelvik 2015, as Statistics Norway
    for low, high, persons in ages:
        Population.objects.create(
            municipality=municipality,
            area=area,
            counted_on=day,
            age_from=low,
            age_to=high,
            persons=persons,
        )

    [age] = proposed(municipality, ["age"], size=20, youngest=16)

    # 16–19: 4/20 of 1 511; 20–29: 10/45 of 3 888; and so on: 1 166 of 5 392 are 16 to 29.
    assert [(value.title, value.persons) for value in age.values] == [
        *(("16–29", 1166), ("30–44", 1296), ("45–66", 1795), ("67–79", 434), ("80 and over", 701))
    ]
    assert [(value.least, value.most) for value in age.values] == [
        *((3, 5), (4, 6), (5, 8), (1, 2), (2, 3))
    ]
    assert sum(value.least for value in age.values) <= 20 <= sum(v.most for v in age.values)


def test_only_features_that_five_or_more_share_are_published():
    said = {f"C{number:02}": answers(number) for number in range(20)}
    said["C20"] = {"Age": "16–39", "Sex": "Man", "Works shifts": "No"}

    shown = shown_of(said, FEATURES)
    few = shown_of({code: said[code] for code in list(said)[:12]}, FEATURES)

    assert set(shown["C20"]) == {"Age", "Sex"}
    assert set(few["C00"]) == {"Age"}


def test_only_stewards_take_the_steps():
    found = lot()
    administrator = RoleFactory(municipality=found.municipality, role="administrator").person

    with pytest.raises(NotYoursToKeep):
        planning.close(lot=found, by=administrator)


def test_a_yes_that_is_taken_back_before_the_plan_leaves_nothing():
    found, person = lot(), PersonFactory()
    withdraw(entrant=entrant(found, person), by=person)

    assert Entrant.objects.count() == 0


def test_whoever_took_it_back_may_say_yes_again_when_the_pool_is_opened_again():
    found, person = lot(), PersonFactory()
    mine = entrant(found, person)
    for number in range(1, 9):
        on_paper(found, number)
    withdraw(entrant=planned(found).entrants.get(pk=mine.pk), by=person)
    planning.reopen(lot=found, by=steward_of(found), reason="Too few of the young")

    again = entrant(Lot.objects.get(pk=found.pk), person)

    assert (again.pk, again.left_at) == (mine.pk, None)
    assert again in can_be_drawn(found)


def test_the_desk_reminds_of_a_pool_whose_last_day_has_passed(client):
    found = lot(closes_on=timezone.localdate())
    request = RequestFactory().get("/")
    request.user, request.municipality = steward_of(found), found.municipality
    assert lots_waiting(request) is None

    Lot.objects.filter(pk=found.pk).update(closes_on=timezone.localdate() - timedelta(days=1))

    assert [task.title for task in lots_waiting(request).tasks] == [found.title]


def test_what_people_answered_is_due_to_go_when_a_lot_has_stood_still():
    found = lot()
    mine, line = entrant(found, PersonFactory()), invitee(found)
    year = timezone.now() - timedelta(days=365)
    assert (old_answers(year).count(), old_lists(year).count()) == (0, 0)

    found.steps.update(at=year - timedelta(days=1))

    assert (list(old_answers(year)), list(old_lists(year))) == ([mine], [line])


def test_nobody_is_taken_out_by_others_than_stewards_or_without_a_reason():
    found = lot()
    mine = entrant(found, PersonFactory())

    with pytest.raises(NotYoursToKeep):
        withdraw(entrant=mine, by=PersonFactory(), because="I do not like them")
    with pytest.raises(SayWhyTheyAreOut):
        withdraw(entrant=mine, by=steward_of(found), because=" ")

    assert Entrant.objects.get(pk=mine.pk).left_at is None


def test_a_member_leaves_for_themselves_and_nobody_else_for_them():
    found = drawn()
    gone = result_of(found).panel[0]

    with pytest.raises(NotYoursToKeep):
        replacing.leave(entrant=gone, by=PersonFactory())
    with pytest.raises(SayWhyTheyAreOut):
        replacing.leave(entrant=gone, by=steward_of(found))

    assert read(found.features) == FEATURES
