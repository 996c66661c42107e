"""What the pages of lots show, and to whom."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.lottery.models import Entrant, Invitee, Lot, State, Step
from samskap.lottery.queries import result_of, round_of
from samskap.notices.models import Notice
from samskap.privacy.models import Sight
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.lottery import (
    DICE,
    answers,
    committed,
    drawn,
    entrant,
    invitee,
    lot,
    on_paper,
    planned,
    steward_of,
    witness,
)
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    """An initiative whose panel is drawn."""
    return InitiativeFactory(municipality=municipality)


def said(number):
    """The form of a resident who answers."""
    return {f"feature_{place}": value for place, value in enumerate(answers(number).values())}


def test_a_resident_says_yes_and_changes_the_answers_without_being_twice_in_the_pool(
    client, initiative
):
    found, resident = lot(initiative), PersonFactory()
    client.force_login(resident)
    page = reverse("lottery:enter", args=[found.pk])

    client.post(page, said(0))
    answer = client.post(page, said(3), follow=True)

    mine = Entrant.objects.get(lot=found)
    assert mine.features == answers(3)
    assert mine.code in answer.text


def test_each_sees_their_own_chance_before_the_draw_and_nobody_elses(client, initiative):
    found, resident = lot(initiative), PersonFactory()
    mine = entrant(found, resident)
    for number in range(1, 9):
        entrant(found, PersonFactory(), number)
    committed(planned(found))
    mine.refresh_from_db()
    words = f"you would be in the panel about {round(mine.chance * 100)} times"

    client.force_login(resident)
    assert words in client.get(reverse("lottery:mine")).text
    assert words in client.get(found.get_absolute_url()).text
    client.force_login(PersonFactory())
    assert "If it were drawn a hundred times" not in client.get(found.get_absolute_url()).text


def test_only_stewards_see_who_is_in_it_and_each_look_is_written_down(client, initiative):
    found = lot(initiative)
    entrant(found, PersonFactory(given_name="Solveig"))
    page = reverse("lottery:entrants", args=[found.pk])

    client.force_login(RoleFactory(municipality=found.municipality, role="administrator").person)
    assert client.get(page).status_code == 403
    client.force_login(steward_of(found))
    answer = client.get(page)

    assert "Solveig" in answer.text
    assert Sight.objects.filter(what="lottery.entrants", by=steward_of(found)).count() == 1


def test_a_lot_is_started_with_targets_and_drawn_through_its_pages(client, initiative):
    facilitator = RoleFactory(municipality=initiative.municipality, role="facilitator").person
    client.force_login(facilitator)
    form = {
        "public_id": "3f3a1f0e-7c53-4c0e-9f0e-6c2c0f6f3f10",
        "title": "A panel for the quay",
        "size": "2",
        "pool": "everybody",
        "own_title": "Works shifts",
        "own_values": "Yes\nNo",
        "way": "legacy_greedy",
        "pause_months": "0",
        "youngest": "16",
        "language": "en",
    }
    start = reverse("lottery:start", args=[initiative.slug])
    client.post(start, form)
    client.post(start, form)
    found = Lot.objects.get()
    assert str(found.public_id) != form["public_id"], "a form chooses no key"
    wide = {"way": "legacy_greedy", "least_0_0": "1", "most_0_0": "2", "least_0_1": "0",
            "most_0_1": "1"}  # fmt: skip
    client.post(reverse("lottery:targets", args=[found.pk]), wide)
    for number in range(4):
        entrant_by_phone = {"name": f"R {number}", "reach": f"{number}", "channel": "phone"}
        yes_or_no = {"feature_0": "Yes" if number % 2 else "No"}
        client.post(reverse("lottery:write_down", args=[found.pk]), entrant_by_phone | yes_or_no)
    client.post(reverse("lottery:step", args=[found.pk, "close"]))
    planned_one = plan_of(client, found)
    seal = {"source": "dice", "words": "Five dice", "on": timezone.localdate().isoformat()}
    client.post(reverse("lottery:commit", args=[found.pk]), seal)
    client.post(reverse("lottery:numbers", args=[found.pk]), {"typed": DICE})
    client.force_login(witness(found))
    client.post(reverse("lottery:numbers", args=[found.pk]), {"typed": DICE})

    assert planned_one.state == State.PLANNED
    assert len(result_of(found).panel) == 2
    steps = list(found.steps.values_list("what", flat=True))
    assert steps == [
        *(Step.What.STARTED, Step.What.TARGETS, Step.What.CLOSED, Step.What.ASKED),
        *(Step.What.PLANNED, Step.What.COMMITTED, Step.What.TYPED, Step.What.DRAWN),
    ]


def plan_of(client, found):
    """Have the panels worked out, as the queue does it."""
    from samskap.base.queue.engine import engine  # noqa: PLC0415

    client.post(reverse("lottery:step", args=[found.pk, "plan"]))
    engine().work_off()
    return Lot.objects.get(pk=found.pk)


def test_the_page_of_a_drawn_lot_shows_what_anybody_needs_to_check_it(client, initiative):
    found = drawn(initiative=initiative, people=12)
    last = round_of(found)

    page = client.get(found.get_absolute_url()).text
    file = client.get(reverse("lottery:file", args=[found.pk, 1])).json()

    assert last.commitment in page
    assert f"panel number {last.drawn_number} of {len(last.panels)}" in page
    assert file["secret"] == last.secret
    assert "Works shifts" not in str(file["entrants"])


def test_a_letter_lets_one_person_in_and_no_more(client, initiative):
    found = lot(initiative, pool=Lot.Pool.INVITED)
    invitee(found, invited_at=timezone.now(), code="ABC234")
    page = reverse("lottery:enter", args=[found.pk])

    client.force_login(PersonFactory())
    unknown = client.post(page, said(0) | {"code": "ZZZ999"})
    client.post(page, said(0) | {"code": "abc 234"})
    client.force_login(PersonFactory())
    again = client.post(page, said(0) | {"code": "ABC234"})

    assert (unknown.status_code, again.status_code) == (409, 409)
    assert Entrant.objects.filter(lot=found).count() == 1
    assert Invitee.objects.get().said_yes is True


def test_whoever_said_yes_on_paper_hears_by_letter_what_others_read_on_their_page(
    client, initiative
):
    found = planned(initiative=initiative, people=8)
    client.force_login(steward_of(found))

    letters = client.get(reverse("lottery:letters", args=[found.pk])).text

    assert letters.count("If it were drawn a hundred times") == 8
    assert "You said yes to being drawn for “A panel for the quay”. You can be drawn." in letters
    assert Sight.objects.filter(what="lottery.invitees").count() == 1


@pytest.mark.parametrize("is_drawn", [False, True])
def test_whoever_a_steward_takes_out_is_told_why_and_everybody_sees_that_it_was_done(
    client, initiative, is_drawn
):
    found, resident = lot(initiative), PersonFactory()
    mine = entrant(found, resident)
    if is_drawn:
        for number in range(1, 9):
            entrant(found, PersonFactory(), number)
        drawn(committed(planned(found)))
        Entrant.objects.filter(pk=mine.pk).update(drawn_in=round_of(found))
    client.force_login(steward_of(found))
    leave = reverse("lottery:leave", args=[mine.pk])

    asked = client.post(leave, {"because": "x" * 201})
    assert Entrant.objects.get(pk=mine.pk).left_at is None
    assert "x" * 201 in asked.text, "what was typed stays"
    client.post(leave, {"because": "Lives in another town"})

    client.force_login(resident)
    assert "Lives in another town" in client.get(reverse("lottery:mine")).text
    [notice] = Notice.objects.filter(person=resident, kind="lottery.taken_out")
    assert "Lives in another town" in notice.text
    client.logout()
    page = client.get(found.get_absolute_url()).text
    assert "A steward took somebody out" in page
    assert "Lives in another town" not in page
    assert found.steps.get(what=Step.What.LEFT).by == steward_of(found)


def test_whoever_is_on_paper_reads_in_the_letter_why_they_were_taken_out(client, initiative):
    found = lot(initiative)
    for number in range(8):
        mine = on_paper(found, number)
    client.force_login(steward_of(found))

    client.post(reverse("lottery:leave", args=[mine.pk]), {"because": "You called us"})
    planned(found)

    assert "“You called us”" in client.get(reverse("lottery:letters", args=[found.pk])).text


def test_no_by_letter_needs_no_sign_in_and_empties_the_line(client, initiative):
    found = lot(initiative, pool=Lot.Pool.INVITED)
    invitee(found, invited_at=timezone.now(), code="ABC234")

    client.post(reverse("lottery:answer", args=[found.pk]), {"code": "ABC234"})

    line = Invitee.objects.get()
    assert (line.said_yes, line.name, line.address, line.features) == (False, "", "", {})


@pytest.mark.parametrize("lots", [1, 3, 40])
def test_the_list_costs_the_same_whatever_its_length(
    client, initiative, django_assert_max_num_queries, lots
):
    by = RoleFactory(municipality=initiative.municipality, role="facilitator").person
    for _number in range(lots):
        lot(initiative, by)
    client.get(reverse("lottery:list"))

    with django_assert_max_num_queries(6):
        client.get(reverse("lottery:list"))


def test_the_initiative_shows_its_lots(client, initiative):
    found = lot(initiative, closes_on=timezone.localdate() + timedelta(days=3))

    page = client.get(initiative.get_absolute_url()).text

    assert found.get_absolute_url() in page
    assert reverse("lottery:enter", args=[found.pk]) in page
