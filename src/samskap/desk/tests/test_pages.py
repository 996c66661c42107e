"""The pages of the desk."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.base.modules import announced
from samskap.desk.models import Wording, WorkloadLimit
from samskap.ideas import actions
from samskap.people.models import Role
from samskap.testing.factories.desk import WordingFactory, errand
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def facilitator(municipality):
    return RoleFactory(municipality=municipality, role=Role.Name.FACILITATOR).person


def test_the_desk_asks_who_it_is(client, municipality):
    answer = client.get(reverse("desk:desk"))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("people:sign_in"))


def test_a_facilitator_sees_the_oldest_promise_first(client, municipality, facilitator):
    initiative = InitiativeFactory(municipality=municipality)
    idea(initiative=initiative, title="Young promise")
    idea(initiative=initiative, title="Old promise", at=timezone.now() - timedelta(days=20))
    client.force_login(facilitator)

    page = client.get(reverse("desk:desk")).text

    assert 0 < page.index("Old promise") < page.index("Young promise")


def test_what_waits_stands_before_what_one_carries(client, municipality, facilitator):
    idea(initiative=InitiativeFactory(municipality=municipality), title="A bench")
    client.force_login(facilitator)

    page = client.get(reverse("desk:desk")).text

    assert 0 < page.index("A bench") < page.index("What you carry")


def test_what_is_answered_leaves_the_desk(client, municipality, facilitator):
    given = idea(initiative=InitiativeFactory(municipality=municipality), title="A bench")
    actions.answer(ideas=[given], status="used", by=facilitator)
    client.force_login(facilitator)

    assert "A bench" not in client.get(reverse("desk:desk")).text


def test_a_resident_has_no_pile_of_other_peoples_ideas(client, municipality):
    idea(initiative=InitiativeFactory(municipality=municipality), title="A bench")
    client.force_login(PersonFactory())

    assert "A bench" not in client.get(reverse("desk:desk")).text


FRAME = 12  # questions of the page itself: who reads it, where, and its own sums


def cost_of(client, address, django_assert_max_num_queries):
    client.get(address)
    with django_assert_max_num_queries(100) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


@pytest.mark.parametrize("address", ["/desk/", "/desk/answers/", "/desk/answers/?show=mine"])
def test_a_fuller_desk_asks_no_more_of_the_database(
    client, municipality, facilitator, django_assert_max_num_queries, address
):
    initiative = InitiativeFactory(municipality=municipality)
    initiative.facilitators.add(facilitator)
    client.force_login(facilitator)
    costs = []
    for rows in (1, 2, 60):
        for _ in range(rows):
            idea(initiative=initiative)
        costs.append(cost_of(client, address, django_assert_max_num_queries))

    assert len(set(costs)) == 1
    assert costs[0] <= FRAME + len(list(announced("waiting")))  # one for each list


def test_many_are_chosen_from_the_list_and_answered_alike(client, municipality, facilitator):
    initiative = InitiativeFactory(municipality=municipality)
    one, two = (idea(initiative=initiative, title=title) for title in ("A bench", "A lamp"))
    client.force_login(facilitator)
    assert client.get("/desk/answers/").text.count('name="given"') == 2

    keys = [one.contribution_id, two.contribution_id]
    page = client.get("/desk/answers/write/", {"given": keys}).text
    assert "2 were chosen" in page
    sent = {
        "given": keys,
        "status": "used",
        "text": "In spring.",
        f"line_{keys[0]}": "By the pier.",
    }
    answer = client.post("/desk/answers/write/", sent)

    assert answer.url == "/desk/answers/"
    one.contribution.standing.refresh_from_db()
    assert one.contribution.standing.reason == "By the pier.\n\nIn spring."


def test_what_was_typed_stays_when_a_reason_is_missing(client, municipality, facilitator):
    given = [idea(initiative=InitiativeFactory(municipality=municipality)) for _ in range(2)]
    keys = [each.contribution_id for each in given]
    client.force_login(facilitator)

    page = client.post(
        "/desk/answers/write/",
        {"given": keys, "status": "not_used", "text": "", f"line_{keys[0]}": "By the pier."},
    ).text

    assert "Write the reason. Whoever gave it deserves one." in page
    assert "By the pier." in page


def test_a_prepared_answer_is_put_into_the_form_and_the_lines_stay(
    client, municipality, facilitator
):
    given = [idea(initiative=InitiativeFactory(municipality=municipality)) for _ in range(2)]
    keys = [each.contribution_id for each in given]
    wording = WordingFactory(municipality=municipality, status="used")
    client.force_login(facilitator)

    page = client.post(
        "/desk/answers/write/",
        {"given": keys, "use": wording.pk, f"line_{keys[0]}": "By the pier."},
    ).text

    assert "[what we use it for]" in page
    assert "By the pier." in page
    assert (
        client.post(
            "/desk/answers/write/", {"given": keys, "status": "used", "text": wording.text}
        ).status_code
        == 409
    )


def test_late_answers_are_put_off_with_a_reason(client, municipality, facilitator):
    late = errand(municipality=municipality, days_late=4)
    client.force_login(facilitator)
    assert "Here people have waited too long" in client.get("/desk/").text

    until = timezone.localdate() + timedelta(days=10)
    client.post("/desk/answers/later/", {"given": late.pk, "reason": "The frost.", "until": until})

    assert "Here people have waited too long" not in client.get("/desk/").text


def test_errands_are_handed_over_from_the_list(client, municipality, facilitator):
    other = RoleFactory(municipality=municipality, role=Role.Name.EMPLOYEE).person
    given = errand(municipality=municipality)
    client.force_login(facilitator)
    assert client.get("/desk/answers/hand-over/", {"given": given.pk}).status_code == 200

    client.post("/desk/answers/hand-over/", {"given": given.pk, "to": other.pk})

    assert f"{other.shown_name} answers" in client.get("/desk/answers/").text


def test_what_belongs_to_another_municipality_cannot_be_chosen(client, municipality, facilitator):
    elsewhere = errand(municipality=MunicipalityFactory())
    client.force_login(facilitator)

    page = client.get("/desk/answers/write/", {"given": elsewhere.pk})

    assert page.status_code == 409


@pytest.mark.parametrize("address", ["/desk/answers/", "/desk/wordings/", "/desk/wordings/new/"])
def test_a_resident_has_no_errands(client, municipality, address):
    client.force_login(PersonFactory())

    assert client.get(address).status_code == 403


def test_prepared_answers_are_kept_changed_and_thrown_away(client, municipality, facilitator):
    client.force_login(facilitator)
    words = {"title": "Thanks", "status": "", "text": "Thanks for [it].", "language": "en"}

    client.post("/desk/wordings/new/", words)
    wording = Wording.objects.get()
    client.post(f"/desk/wordings/{wording.pk}/", words | {"title": "Many thanks"})
    assert "Many thanks" in client.get("/desk/wordings/").text
    again = client.post("/desk/wordings/new/", words | {"title": "Many thanks"})
    assert "There is one with this title already." in again.text

    client.post(f"/desk/wordings/{wording.pk}/throw-away/")
    assert not Wording.objects.exists()


def test_the_administrator_sets_the_limit(client, municipality):
    person = RoleFactory(municipality=municipality, role=Role.Name.ADMINISTRATOR).person
    client.force_login(person)
    assert "/desk/settings/" in client.get(reverse("municipalities:settings")).text
    client.post("/desk/settings/", {"promises": 12, "hours": 30})

    limit = WorkloadLimit.objects.get(municipality=municipality)
    assert (limit.promises, limit.hours) == (12, 30)
    assert client.post("/desk/settings/", {"promises": 0, "hours": 30}).status_code == 200
