from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.notices.models import Notice
from samskap.rotas.actions import planning
from samskap.rotas.actions.planning import (
    accept,
    ask_helpers,
    decline,
    make_plan,
    put_away,
    suggest_instead,
    take_out,
    work_out,
)
from samskap.rotas.actions.rotas import join
from samskap.rotas.actions.suiting import say_what_suits
from samskap.rotas.actions.turns import take
from samskap.rotas.errors import (
    NobodyToAsk,
    NothingToPlan,
    NotSuggestedToYou,
    NotYoursToKeep,
    PlanIsPutAway,
    PlanTooLong,
)
from samskap.rotas.forms.planning import SuitsForm
from samskap.rotas.models import Availability, Plan, SeriesNeed, Suggestion, Turn, Wish
from samskap.rotas.panels import suggestions_waiting
from samskap.rotas.queries.planner import asked_for, carried, handover_of, week_of
from samskap.rotas.reasons import open_said, why_said
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.places import BorderFactory
from samskap.testing.factories.rotas import (
    ClearanceFactory,
    DutyFactory,
    HelperFactory,
    NeedFactory,
    RequirementFactory,
    RunningInitiativeFactory,
    SeriesFactory,
    TurnFactory,
    a_need,
    rota,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(municipality):
    keeper = PersonFactory(given_name="Kari")
    return rota(RunningInitiativeFactory(municipality=municipality, raised_by=keeper))


@pytest.fixture
def keeper(library):
    return library.initiative.raised_by


def at(days, hour=16):
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(hour)))


def plan_of(library, keeper, days=28):
    today = timezone.localdate()
    return make_plan(rota=library, by=keeper, first_on=today, last_on=today + timedelta(days=days))


def helpers(library, *names, **more):
    return [
        HelperFactory(rota=library, person=PersonFactory(given_name=name), **more) for name in names
    ]


def given(plan):
    return {(each.need_id, each.person_id) for each in plan.suggestions.all()}


def test_a_plan_suggests_and_puts_nobody_on_a_shift(library, keeper):
    ada, bo = helpers(library, "Ada", "Bo")
    needs = [a_need(rota=library, starts_at=at(days)) for days in (1, 2)]

    plan = plan_of(library, keeper)

    assert {need for need, _person in given(plan)} == {need.pk for need in needs}
    assert {person for _need, person in given(plan)} == {ada.person_id, bo.person_id}
    assert plan.figures["filled"] == plan.figures["places"] == 2
    assert plan.figures["is_cheapest"]
    assert plan.figures["gini"] == 0
    assert plan.worked_out_at
    assert plan.asked_at is None
    assert not Turn.objects.exists()
    assert not Notice.objects.exists()


def test_a_plan_goes_by_what_people_know_when_they_can_and_what_they_want(library, keeper):
    ada, bo, cai, staff = helpers(library, "Ada", "Bo", "Cai", "Dag")
    staff.is_staff = True
    staff.save()
    key = RequirementFactory(rota=library)
    ClearanceFactory(requirement=key, person=ada.person)
    ClearanceFactory(requirement=key, person=staff.person)
    ClearanceFactory(requirement=key, person=bo.person, holds_until=timezone.localdate())
    opener = DutyFactory(rota=library)
    opener.requirements.add(key)
    locked = NeedFactory(shift=a_need(rota=library, starts_at=at(1)).shift, duty=opener)
    locked.shift.needs.exclude(pk=locked.pk).delete()
    evening = a_need(rota=library, starts_at=at(3))
    weekday = evening.shift.day.weekday()
    for helper, is_free in ((bo, False), (cai, True)):
        Availability.objects.create(municipality=library.municipality, helper=helper,
            weekday=weekday, starts=time(15), ends=time(22), is_free=is_free)  # fmt: skip
    ada.most_a_month = 1
    ada.save()

    plan = plan_of(library, keeper)

    assert given(plan) == {(locked.pk, ada.person_id), (evening.pk, cai.person_id)}


def square(lng, lat):
    """A square of a tenth of a degree, as a GeoJSON MultiPolygon."""
    ring = [[lng, lat], [lng + 0.1, lat], [lng + 0.1, lat + 0.1], [lng, lat + 0.1], [lng, lat]]
    return {"type": "MultiPolygon", "coordinates": [[ring]]}


def test_the_nearest_is_suggested_and_nobody_beyond_their_reach(library, keeper, municipality):
    here, north, far = (
        BorderFactory(area__municipality=municipality, shape=square(14, lat)).area
        for lat in (67.0, 67.1, 67.6)
    )
    library.area = here
    library.save()
    ada, bo, cai = helpers(library, "Ada", "Bo", "Cai")
    for helper, home in ((ada, north), (bo, far), (cai, here)):
        helper.person.home, helper.person.shows_home = home, helper != cai
        helper.person.save()
    bo.reach_km = 20
    bo.save()
    need = a_need(rota=library, starts_at=at(1), people=3)

    plan = plan_of(library, keeper)

    assert given(plan) == {(need.pk, ada.person_id), (need.pk, cai.person_id)}
    why = plan.suggestions.get(person=ada.person).why
    assert why["km"] == pytest.approx(11.1, abs=0.1)  # a tenth of a degree to the north
    assert plan.suggestions.get(person=cai.person).why["km"] is None  # does not show where


def test_what_stays_open_says_why(library, keeper):
    helpers(library, "Ada")
    opener = DutyFactory(rota=library)
    opener.requirements.add(RequirementFactory(rota=library))
    shift = a_need(rota=library, starts_at=at(1)).shift
    locked = NeedFactory(shift=shift, duty=opener, people=2)

    plan = plan_of(library, keeper)

    assert plan.figures["open"] == [
        {"need": locked.pk, "places": 2, "because": "nobody_cleared", "able": 0, "free": 0,
         "could": 0}
    ]  # fmt: skip
    assert open_said(plan.figures["open"][0]) == (
        "Nobody has what it takes. Train somebody, or lend out a key."
    )


def test_turns_that_are_held_and_wishes_are_seen(library, keeper, municipality):
    ada, bo = helpers(library, "Ada", "Bo")
    full, half = (a_need(rota=library, starts_at=at(days), people=2) for days in (1, 4))
    for person in (ada.person, bo.person):
        take(need=full, hand=hand_of(person, municipality, "resident"))
    take(need=half, hand=hand_of(ada.person, municipality, "resident"))
    Wish.objects.create(municipality=municipality, helper=bo, shift=half.shift)

    plan = plan_of(library, keeper)

    suggestion = plan.suggestions.get()
    assert (suggestion.need, suggestion.person) == (half, bo.person)
    assert suggestion.why["has"] == 1
    assert suggestion.why["wished"] is True


def test_who_said_no_before_is_asked_last(library, keeper, municipality):
    ada, bo = helpers(library, "Ada", "Bo")
    need = a_need(rota=library, starts_at=at(2))
    first = plan_of(library, keeper)
    ask_helpers(plan=first, by=keeper)
    declined = first.suggestions.get()
    decline(suggestion=declined, by=declined.person)

    second = plan_of(library, keeper)

    other = {ada.person_id, bo.person_id} - {declined.person_id}
    assert given(second) == {(need.pk, *other)}


def test_helpers_are_asked_once_and_told_how_many(library, keeper):
    (ada,) = helpers(library, "Ada")
    for days in (1, 3):
        a_need(rota=library, starts_at=at(days))
    plan = plan_of(library, keeper)

    assert ask_helpers(plan=plan, by=keeper) == 1
    assert ask_helpers(plan=plan, by=keeper) == 0

    notice = Notice.objects.get()
    assert notice.person == ada.person
    assert notice.label.endswith("2 shifts are suggested to you. Can you?")
    assert notice.path == reverse("rotas:suggested")


def test_yes_takes_the_turn_and_no_does_not(library, keeper, municipality):
    (ada,) = helpers(library, "Ada")
    needs = [a_need(rota=library, starts_at=at(days)) for days in (1, 3)]
    plan = plan_of(library, keeper)
    hand = hand_of(ada.person, municipality, "volunteer")
    first, second = plan.suggestions.order_by("need__shift__starts_at")
    with pytest.raises(NotSuggestedToYou):  # nobody has been asked yet
        accept(suggestion=first, hand=hand)
    ask_helpers(plan=plan, by=keeper)

    assert accept(suggestion=first, hand=hand) == ""
    decline(suggestion=second, by=ada.person)

    assert needs[0].turns.get().person == ada.person
    assert not needs[1].turns.exists()
    assert [each.status for each in plan.suggestions.order_by("need__shift__starts_at")] == [
        "accepted",
        "declined",
    ]
    with pytest.raises(NotSuggestedToYou):
        decline(suggestion=second, by=ada.person)
    with pytest.raises(NotSuggestedToYou):
        accept(suggestion=first, hand=hand_of(PersonFactory(), municipality, "resident"))


def test_a_yes_that_comes_too_late_says_so(library, keeper, municipality):
    (ada,) = helpers(library, "Ada")
    need = a_need(rota=library, starts_at=at(1))
    plan = plan_of(library, keeper)
    ask_helpers(plan=plan, by=keeper)
    take(need=need, hand=hand_of(PersonFactory(), municipality, "resident"))

    no = accept(suggestion=plan.suggestions.get(), hand=hand_of(ada.person, municipality))

    assert no.startswith("“The library in the evenings” has everyone it needs")
    assert plan.suggestions.get().status == Suggestion.Status.PASSED
    assert need.turns.count() == 1


def test_people_change_a_plan(library, keeper):
    ada, bo = helpers(library, "Ada", "Bo")
    a_need(rota=library, starts_at=at(1))
    plan = plan_of(library, keeper)
    first = plan.suggestions.get()
    other = bo if first.person == ada.person else ada
    ask_helpers(plan=plan, by=keeper)
    Notice.objects.all().delete()

    instead = suggest_instead(suggestion=first, helper=other, by=keeper)

    first.refresh_from_db()
    assert first.status == Suggestion.Status.PASSED
    assert (instead.person, instead.status) == (other.person, Suggestion.Status.SUGGESTED)
    assert why_said(instead.why) == ["A coordinator chose this."]
    assert Notice.objects.get().person == other.person
    take_out(suggestion=instead, by=keeper)
    assert not plan.suggestions.filter(status=Suggestion.Status.SUGGESTED).exists()


def test_a_plan_that_is_put_away_asks_nobody(library, keeper, municipality):
    (ada,) = helpers(library, "Ada")
    a_need(rota=library, starts_at=at(1))
    plan = plan_of(library, keeper)
    ask_helpers(plan=plan, by=keeper)

    put_away(plan=plan, by=keeper)

    with pytest.raises(NotSuggestedToYou):
        accept(suggestion=plan.suggestions.get(), hand=hand_of(ada.person, municipality))
    with pytest.raises(PlanIsPutAway):
        ask_helpers(plan=plan, by=keeper)
    with pytest.raises(PlanIsPutAway):
        suggest_instead(suggestion=plan.suggestions.get(), helper=ada, by=keeper)


def test_what_cannot_be_planned_is_refused(library, keeper):
    with pytest.raises(NothingToPlan):
        plan_of(library, keeper)
    a_need(rota=library, starts_at=at(1))
    helpers(library, "Ada", wants_suggestions=False)
    with pytest.raises(NobodyToAsk):
        plan_of(library, keeper)
    with pytest.raises(PlanTooLong):
        plan_of(library, keeper, days=400)
    for year in (2020, 9999):
        with pytest.raises(PlanTooLong):
            make_plan(
                rota=library, by=keeper, first_on=date(year, 1, 1), last_on=date(year, 12, 31)
            )
    with pytest.raises(NotYoursToKeep):
        plan_of(library, PersonFactory())
    assert not Plan.objects.exists()


def test_a_large_plan_is_worked_out_once_from_the_queue(library, keeper, monkeypatch):
    helpers(library, "Ada")
    a_need(rota=library, starts_at=at(1))
    monkeypatch.setattr(planning, "AT_ONCE", 0)

    plan = plan_of(library, keeper)
    plan.refresh_from_db()
    assert plan.worked_out_at is None
    assert not plan.suggestions.exists()

    for _ in range(2):  # at least once: the queue may ask twice
        work_out(plan)
    assert plan.suggestions.count() == 1


def test_a_plan_asks_the_same_for_one_helper_and_for_many(
    library, keeper, django_assert_max_num_queries
):
    a_need(rota=library, starts_at=at(1))
    helpers(library, "Ada")
    plan = plan_of(library, keeper)
    counts = []
    for more in (0, 30):
        helpers(library, *("Bo" for _ in range(more)))
        for number in range(more):
            a_need(rota=library, starts_at=at(1 + number % 20))
        with django_assert_max_num_queries(30) as asked:
            asked_for(plan)
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (
            {"could": 4, "nearer": 0, "passed": {}, "has": 2, "km": 1.5, "wished": None},
            ["Nearest of 4 who can, about 1.5 km away.", "Has 2 shifts already in these weeks."],
        ),
        (
            {"could": 4, "nearer": 0, "passed": {}, "has": 0, "km": 0.0, "wished": None},
            ["One of 4 who can, and lives close by.", "Has no other shift in these weeks."],
        ),
        (
            {"could": 1, "nearer": 0, "passed": {}, "has": 0, "km": None, "wished": False},
            [
                "The only one who can.",
                "Has no other shift in these weeks.",
                "Would rather not: there was no better answer.",
            ],
        ),
        (
            {"could": 5, "nearer": 3, "passed": {"has_more": 2, "at_limit": 1}, "has": 1,
             "km": 4.0, "wished": True},
            [
                "One of 5 who can. 3 live nearer: 1 has as many as they allow,"
                " 2 have more shifts.",
                "Has 1 shift already in these weeks.",
                "Asked for it.",
            ],
        ),
    ],
)  # fmt: skip
def test_reasons_are_said_in_sentences(why, said):
    assert why_said(why) == said


def test_a_week_shows_holes_staff_cover_and_who_carries_how_much(library, keeper, municipality):
    ada, bo = helpers(library, "Ada", "Bo")
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
    day = (monday - timezone.localdate()).days + 7
    held, hole = (a_need(rota=library, starts_at=at(day + n), people=2) for n in (0, 1))
    TurnFactory(need=held, person=ada.person, number=1)
    TurnFactory(need=held, person=bo.person, number=2, is_staff_cover=True, actor_kind="employee")
    TurnFactory(need=hole, person=ada.person, number=1)

    week = week_of(library, monday + timedelta(days=9), keeper)

    assert (week.needed, week.held, week.staff_cover) == (4, 3, 1)
    assert [shift.pk for shift, _places in week.holes] == [hole.shift_id]
    load = carried(library)
    assert [(each.person, each.hours, each.share) for each in load.carriers] == [
        (ada.person, 6.0, 1.0)
    ]
    assert load.too_much == []  # one alone carries all of what there is


def test_who_carries_too_much_gets_a_handover_plan(library):
    ada, *others = helpers(library, "Ada", "Bo", "Cai", "Dag", "Eli")
    key = RequirementFactory(rota=library, name="The key")
    shared = RequirementFactory(rota=library, name="The alarm")
    ClearanceFactory(requirement=key, person=ada.person)
    for helper in (ada, others[0]):
        ClearanceFactory(requirement=shared, person=helper.person)
    for days in range(1, 5):
        TurnFactory(need=a_need(rota=library, starts_at=at(days)), person=ada.person)
    for number, helper in enumerate(others):
        TurnFactory(need=a_need(rota=library, starts_at=at(10 + number)), person=helper.person)

    load = carried(library)
    handover = handover_of(library, ada.person)

    assert [each.person for each in load.too_much] == [ada.person]
    assert load.top_share == 0.5
    assert handover.only_they == [key]
    assert len(handover.turns) == 4
    assert handover.others == 4


def test_the_pages_of_planning(client, library, keeper):
    ada, bo = helpers(library, "Ada", "Bo")
    need = a_need(rota=library, starts_at=at(1))
    client.force_login(keeper)

    week = client.get(reverse("rotas:planner", args=[library.slug]))
    assert week.status_code == 200
    today = timezone.localdate()
    days = {"first_on": today.isoformat(), "last_on": (today + timedelta(days=9)).isoformat()}
    made = client.post(reverse("rotas:suggest_plan", args=[library.slug]), days)
    plan = Plan.objects.get()
    assert made.headers["Location"] == reverse("rotas:plan", args=[plan.pk])
    page = client.get(made.headers["Location"]).content.decode()
    assert "One of 2 who can. Has no other shift in these weeks." in page

    suggestion = plan.suggestions.get()
    other = bo if suggestion.person == ada.person else ada
    client.post(reverse("rotas:suggest_instead", args=[suggestion.pk]), {"helper": other.pk})
    client.post(reverse("rotas:ask_helpers", args=[plan.pk]))
    client.force_login(other.person)
    assert client.get(reverse("rotas:plan", args=[plan.pk])).status_code == 409
    assert "Yes, I can" in client.get(reverse("rotas:suggested")).content.decode()
    instead = plan.suggestions.get(person=other.person)
    client.post(reverse("rotas:accept_suggestion", args=[instead.pk]))
    assert need.turns.get().person == other.person
    assert "Nothing waits" in client.get(reverse("rotas:suggested")).content.decode()


def test_a_wrong_day_stays_in_the_form(client, library, keeper):
    client.force_login(keeper)

    answer = client.post(
        reverse("rotas:suggest_plan", args=[library.slug]), {"first_on": "soon", "last_on": ""}
    )

    assert answer.status_code == 200
    assert 'value="soon"' in answer.content.decode()
    assert (
        client.get(reverse("rotas:planner", args=[library.slug]), {"week": "soon"}).status_code
        == 200
    )


@pytest.mark.parametrize("week", ["soon", "0001-01-01", "9999-12-31", "2026-02-30"])
@pytest.mark.parametrize("page", ["planner", "wall"])
def test_a_week_that_means_nothing_is_the_next_with_shifts(client, library, keeper, page, week):
    shift = a_need(rota=library, starts_at=at(15)).shift
    client.force_login(keeper)

    answer = client.get(reverse(f"rotas:{page}", args=[library.slug]), {"week": week})

    assert answer.status_code == 200
    assert shift.get_absolute_url() in answer.content.decode() or page == "wall"


def test_what_is_suggested_waits_on_the_desk(client, library, keeper):
    (ada,) = helpers(library, "Ada")
    a_need(rota=library, starts_at=at(1))
    plan = plan_of(library, keeper)
    request = client.get("/").wsgi_request
    request.user, request.municipality = ada.person, library.municipality
    assert suggestions_waiting(request) is None

    ask_helpers(plan=plan, by=keeper)
    waiting = suggestions_waiting(request)

    assert (waiting.in_all, waiting.tasks[0].url) == (1, reverse("rotas:suggested"))
    decline(suggestion=plan.suggestions.get(), by=ada.person)
    assert suggestions_waiting(request) is None


def test_people_say_what_suits_them(client, library):
    (ada_helps, bo) = helpers(library, "Ada", "Bo")
    ada = ada_helps.person
    series = SeriesFactory(rota=library)
    host, librarian = DutyFactory(rota=library), DutyFactory(rota=library, is_staff=True)
    SeriesNeed.objects.create(series=series, duty=host, municipality=library.municipality)
    of_staff = SeriesFactory(rota=library, rule="FREQ=WEEKLY;BYDAY=MO")
    SeriesNeed.objects.create(series=of_staff, duty=librarian, municipality=library.municipality)
    client.force_login(ada)
    page = client.get(reverse("rotas:what_suits", args=[library.slug])).content.decode()
    assert "Tuesday, 16:00–19:00" in page
    assert "Monday, 16:00–19:00" not in page
    said = {
        "wants_suggestions": "on",
        "most_a_week": "2",
        "rest_hours": "11",
        "not_with": [str(bo.pk)],
        "times": ["0-afternoon", "0-evening", "5-morning"],
        f"series_{series.pk}": "yes",
    }

    answer = client.post(reverse("rotas:what_suits", args=[library.slug]), said)

    assert answer.headers["Location"] == library.get_absolute_url()
    helper = library.helpers.get(person=ada)
    assert (helper.most_a_week, helper.most_a_month) == (2, None)
    assert list(helper.not_with.all()) == [bo]
    assert list(helper.availability.values_list("weekday", "starts", "ends")) == [
        (0, time(12), time(23, 59)),
        (5, time(6), time(12)),
    ]
    assert helper.wishes.get().is_wanted
    form = SuitsForm(instance=helper, series=[series], names=True)
    assert form.fields["times"].initial == said["times"]
    assert dict(form.week)["Saturday"][0] == ("5-morning", "Saturday, Morning", True)
    assert form.fields[f"series_{series.pk}"].initial == "yes"

    say_what_suits(rota=library, by=ada, times=[], limits={}, wishes={series: None})
    assert not helper.wishes.exists()
    assert not helper.availability.exists()


def test_who_is_not_with_a_rota_is_not_told_who_is(client, library):
    helpers(library, "Adelheid")
    address = reverse("rotas:what_suits", args=[library.slug])
    client.force_login(PersonFactory())
    assert "Adelheid" not in client.get(address).content.decode()

    client.force_login(helpers(library, "Bo")[0].person)
    assert "Adelheid" in client.get(address).content.decode()


def test_a_joined_helper_is_planned_for(library, keeper):
    ada = PersonFactory()
    join(library, ada)
    a_need(rota=library, starts_at=at(1))

    assert plan_of(library, keeper).suggestions.get().person == ada
