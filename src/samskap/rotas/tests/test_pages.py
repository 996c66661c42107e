from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.initiatives.models import Initiative
from samskap.rotas.actions.shifts import add_series
from samskap.rotas.models import InLine, Need, Rota, Shift, Turn
from samskap.rotas.panels import shifts_waiting, turns_waiting
from samskap.testing.factories.organisations import MembershipFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory
from samskap.testing.factories.rotas import (
    ClearanceFactory,
    HelperFactory,
    NeedFactory,
    RequirementFactory,
    RotaFactory,
    RunningInitiativeFactory,
    ShiftFactory,
    TurnFactory,
    a_need,
    rota,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    return RunningInitiativeFactory(municipality=municipality, raised_by=PersonFactory())


@pytest.fixture
def here(initiative):
    return rota(initiative)


@pytest.fixture
def keeper(initiative):
    return initiative.raised_by


def test_two_presses_from_the_menu_to_a_turn(client, here):
    need, ada = a_need(rota=here), PersonFactory()
    client.force_login(ada)

    page = client.get(reverse("rotas:to_take")).text
    answer = client.post(reverse("rotas:take", args=[need.pk]))

    assert reverse("rotas:take", args=[need.pk]) in page
    assert answer.url == need.shift.get_absolute_url()
    assert Turn.objects.get().person == ada
    assert "You are on the shift. Thank you!" in client.get(answer.url).text


def test_whoever_is_not_signed_in_reads_and_signs_in_to_take(client, here):
    need = a_need(rota=here)

    assert "Take it" in client.get(reverse("rotas:to_take")).text
    answer = client.post(reverse("rotas:take", args=[need.pk]))

    assert answer.url.startswith(reverse("people:sign_in"))


def test_a_full_shift_is_not_offered_and_its_page_offers_the_line(client, here):
    need = a_need(rota=here)
    TurnFactory(need=need)
    client.force_login(PersonFactory())

    listed = client.get(reverse("rotas:to_take")).text
    page = client.get(need.shift.get_absolute_url()).text
    client.post(reverse("rotas:stand_in_line", args=[need.pk]))

    assert need.shift.get_absolute_url() not in listed
    assert "Stand in line" in page
    assert InLine.objects.count() == 1


def test_a_list_says_what_stands_in_the_way(client, here):
    need, ada = a_need(rota=here), PersonFactory()
    need.duty.requirements.add(RequirementFactory(rota=here, name="Key to the door"))
    client.force_login(ada)

    page = client.get(reverse("rotas:to_take")).text
    ClearanceFactory(requirement=need.duty.requirements.get(), person=ada)

    assert "Takes: Key to the door" in " ".join(page.split())
    assert reverse("rotas:take", args=[need.pk]) not in page
    assert reverse("rotas:take", args=[need.pk]) in client.get(reverse("rotas:to_take")).text


def test_names_are_shown_only_to_those_who_are_with_the_rota(client, here):
    turn = TurnFactory(need=a_need(rota=here), person=PersonFactory(given_name="Solveig"))
    path = turn.shift.get_absolute_url()
    client.force_login(PersonFactory())
    for_strangers = client.get(path).text
    client.force_login(HelperFactory(rota=here).person)

    assert "Solveig" not in for_strangers
    assert "Solveig" in client.get(path).text


def test_a_rota_is_opened_with_its_duties_and_a_year_of_shifts(client, initiative, keeper):
    client.force_login(keeper)
    words = {
        "title": "Kveldsåpent bibliotek",
        "place": "Biblioteket",
        "duties": "Vert\nKaffe\nVert",
        "hours_before": "22",
        "language": "nb",
    }

    answer = client.post(reverse("rotas:open", args=[initiative.slug]), words)
    made = Rota.objects.get()
    host, coffee = made.duties.all()
    first = timezone.localdate() + timedelta(days=1)
    shifts = {
        "first_on": first.isoformat(),
        "opens": "16:00",
        "closes": "20:00",
        "how_often": "week",
        "weekdays": [1, 3],
        "last_on": (first + timedelta(weeks=8)).isoformat(),
        "opens_place": "on",
        f"people_{host.pk}": "2",
        f"people_{coffee.pk}": "0",
    }
    client.post(answer.url, shifts)

    assert (made.slug, host.name, coffee.name) == ("kveldsapent-bibliotek", "Vert", "Kaffe")
    assert answer.url == reverse("rotas:add_shifts", args=[made.slug])
    assert {shift.day.weekday() for shift in made.shifts.all()} == {1, 3}
    assert set(Need.objects.values_list("duty", "people")) == {(host.pk, 2)}


def test_a_rule_that_cannot_be_read_stays_in_the_form(client, here, keeper):
    host = NeedFactory(shift__rota=here).duty
    client.force_login(keeper)

    page = client.post(
        reverse("rotas:add_shifts", args=[here.slug]),
        {
            "first_on": timezone.localdate().isoformat(),
            "opens": "16:00",
            "closes": "20:00",
            "how_often": "rule",
            "rule": "every day",
            f"people_{host.pk}": "1",
        },
    ).text

    assert "This rule cannot be read." in page
    assert 'value="every day"' in page


def test_a_rota_waits_until_the_solution_is_carried_out(client, initiative, keeper):
    initiative.state = "designing"
    initiative.save()
    client.force_login(keeper)
    words = {"title": "T", "place": "P", "duties": "Host", "language": "nb"}

    page = client.post(reverse("rotas:open", args=[initiative.slug]), words)

    assert page.status_code == 409
    assert not Rota.objects.exists()


def test_a_coordinator_confirms_a_whole_shift_from_its_page(client, here, keeper):
    need = a_need(rota=here, starts_at=timezone.now() - timedelta(hours=6), people=2)
    turns = [TurnFactory(need=need, number=number) for number in (1, 2)]
    client.force_login(keeper)
    path = reverse("rotas:these_were_there", args=[need.shift_id])

    assert "Who was there?" in client.get(need.shift.get_absolute_url()).text
    client.post(path, {"turn": [turns[0].pk]})

    assert {turn.status for turn in need.turns.all()} == {"done", "taken"}


def test_what_waits_stands_on_the_desk(rf, here, keeper, municipality):
    need = a_need(rota=here, starts_at=timezone.now() - timedelta(hours=6))
    turn = TurnFactory(need=need)

    def asked_by(person):
        request = rf.get("/")
        request.user, request.municipality = person, municipality
        return request

    assert turns_waiting(asked_by(turn.person)).in_all == 1
    assert turns_waiting(asked_by(keeper)) is None
    assert shifts_waiting(asked_by(keeper)).in_all == 1
    assert shifts_waiting(asked_by(turn.person)) is None


def test_somebody_is_put_on_a_shift_by_telephone(client, here, keeper):
    need = a_need(rota=here)
    client.force_login(keeper)
    words = {"name": "Astrid", "channel": "phone", "actor_kind": "resident", "companions": "0"}

    client.post(reverse("rotas:enter", args=[need.pk]), words)

    turn = Turn.objects.get()
    assert (turn.giver.name, turn.entered_by) == ("Astrid", keeper)
    assert "Astrid" in client.get(need.shift.get_absolute_url()).text


def test_a_clearance_says_who_saw_it_and_when_and_nothing_else(client, here, keeper):
    key = RequirementFactory(rota=here)
    helper = HelperFactory(rota=here)
    client.force_login(keeper)

    client.post(
        reverse("rotas:set_up", args=[here.slug]),
        {"what": "see", "person": helper.person_id, "requirement": key.pk},
    )

    seen = key.clearances.get()
    assert (seen.person, seen.seen_by, seen.seen_on) == (
        helper.person,
        keeper,
        timezone.localdate(),
    )


def test_a_duty_of_a_name_that_is_there_stays_in_the_form(client, here, keeper):
    duty = NeedFactory(shift__rota=here).duty
    client.force_login(keeper)

    page = client.post(
        reverse("rotas:set_up", args=[here.slug]), {"what": "duty", "name": duty.name}
    )

    assert page.status_code == 422
    assert "There is a duty of this name." in page.text


def test_a_new_idea_at_the_place_begins_a_challenge_of_its_own(client, here):
    ada = PersonFactory()
    client.force_login(ada)

    client.post(reverse("rotas:new_idea", args=[here.slug]), {"dream": "A gaming night"})

    begun = Initiative.objects.get(dream="A gaming night")
    assert (begun.state, begun.spark.rota) == ("idea", here)
    assert "A gaming night" in client.get(here.get_absolute_url()).text
    assert here.title in client.get(begun.get_absolute_url()).text


def test_the_page_of_the_initiative_shows_the_claim_and_leads_to_a_turn(client, here, initiative):
    page = client.get(initiative.get_absolute_url()).text

    assert here.title in page
    assert f"{here.get_absolute_url()}#ahead" in page


def test_strangers_do_not_keep_a_rota(client, here):
    client.force_login(PersonFactory())

    for name in ("edit", "set_up", "add_shifts"):
        assert client.get(reverse(f"rotas:{name}", args=[here.slug])).status_code == 409
    assert client.post(reverse("rotas:close", args=[here.slug])).status_code == 409


def test_a_shift_that_needs_only_staff_says_so(client, here):
    NeedFactory(shift__rota=here, duty__is_staff=True)
    client.force_login(PersonFactory())

    assert "For paid staff" in client.get(reverse("rotas:to_take")).text


def test_an_employee_takes_the_duty_of_staff_with_one_press(client, here, municipality):
    need = NeedFactory(shift__rota=here, duty__is_staff=True)
    staff = RoleFactory(municipality=municipality, role="employee").person
    client.force_login(staff)

    client.post(reverse("rotas:take", args=[need.pk]))

    assert Turn.objects.get().side == "public"


@pytest.mark.parametrize("rows", [1, 3, 2000])
def test_a_longer_rota_asks_no_more_of_the_database(
    client, here, keeper, django_assert_max_num_queries, rows
):
    past = timezone.now() - timedelta(days=rows // 2)
    shifts = Shift.objects.bulk_create(
        ShiftFactory.build(
            rota=here,
            municipality=here.municipality,
            starts_at=past + timedelta(days=number),
        )
        for number in range(rows)
    )
    duty = NeedFactory(shift__rota=here).duty
    Need.objects.bulk_create(
        Need(municipality=here.municipality, shift=shift, duty=duty, people=2) for shift in shifts
    )
    client.force_login(keeper)
    paths = [here.get_absolute_url(), reverse("rotas:to_take"), reverse("rotas:mine")]

    for path, most in zip(paths, (33, 22, 22), strict=True):
        client.get(path)
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200


def test_a_rota_of_another_municipality_is_not_there(client, here):
    other = RotaFactory()

    assert client.get(other.get_absolute_url()).status_code == 404


def test_people_talk_about_a_shift_where_it_stands(client, here):
    need = a_need(rota=here)
    client.force_login(PersonFactory())
    path = reverse("conversations:thread", args=["shift", need.shift_id])

    assert path in client.get(need.shift.get_absolute_url()).text


def test_an_organisation_takes_a_whole_series(client, here, keeper):
    host = NeedFactory(shift__rota=here).duty
    series = add_series(
        rota=here,
        by=keeper,
        rule="FREQ=DAILY;COUNT=3",
        first_on=timezone.localdate() + timedelta(days=2),
        opens=time(9),
        closes=time(11),
        needs={host: 2},
        skips_holidays=False,
    )
    member = MembershipFactory(organisation__municipality=here.municipality)
    need = series.shifts.first().needs.get()
    client.force_login(member.person)
    path = reverse("rotas:take_more", args=[need.pk])

    assert "All shifts of this series that are ahead" in client.get(path).text
    hand = f"organisation:{member.organisation_id}"
    client.post(path, {"companions": "1", "hand": hand, "series": "yes"})

    assert Turn.objects.filter(speaking_for=member.organisation).count() == 6
