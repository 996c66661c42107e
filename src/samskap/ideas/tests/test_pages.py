import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from samskap.ideas.models import Idea
from samskap.initiatives.actions.raising import raise_initiative
from samskap.ledger.hands import paper_hand
from samskap.notices.models import Notice
from samskap.people.tests.test_sign_in import newest_code
from samskap.testing.factories.ideas import idea, question
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db
WORDS = {"kind": "idea", "title": "Evening bus", "language": "nb", "beneficiary": "community"}


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality)


@pytest.fixture
def facilitator(municipality):
    return RoleFactory(municipality=municipality, role="facilitator").person


def test_giving_leads_to_the_page_of_what_was_given(client, initiative):
    client.force_login(PersonFactory())

    answer = client.post(reverse("ideas:give", args=[initiative.slug]), WORDS)

    given = Idea.objects.get()
    assert answer.url == given.get_absolute_url()
    assert (given.title, given.language) == ("Evening bus", "nb")


def test_bad_input_keeps_what_was_typed(client, initiative):
    client.force_login(PersonFactory())

    page = client.post(
        reverse("ideas:give", args=[initiative.slug]), WORDS | {"title": "", "text": "Long story"}
    )

    assert page.status_code == 200
    assert "Long story" in page.text
    assert not Idea.objects.exists()


def test_whoever_is_not_signed_in_writes_first_and_gives_an_address(client, initiative):
    address = reverse("ideas:give", args=[initiative.slug])
    assert 'name="email"' in client.get(address).text

    assert client.post(address, WORDS | {"email": "ada@example.org"}).url == reverse("people:code")

    assert not Idea.objects.exists()


def test_a_mandate_that_one_does_not_hold_is_refused(client, initiative, facilitator):
    client.force_login(facilitator)

    answer = client.post(
        reverse("ideas:give", args=[initiative.slug]), WORDS | {"hand": "organisation:99"}
    )

    assert answer.status_code == 200  # the form says so: it is not among the choices
    assert not Idea.objects.exists()


def test_a_facilitator_answers_on_the_page(client, municipality, initiative, facilitator):
    given = idea(initiative=initiative)
    client.force_login(facilitator)

    client.post(reverse("ideas:answer", args=[given.pk]), {"status": "used", "reason": "In May."})

    assert "In May." in client.get(given.get_absolute_url()).text


def test_an_answer_without_a_reason_stays_in_the_form(client, initiative, facilitator):
    given = idea(initiative=initiative)
    client.force_login(facilitator)

    page = client.post(reverse("ideas:answer", args=[given.pk]), {"status": "not_used"})

    assert page.status_code == 422
    assert "Write the reason." in page.text


def test_a_dream_waits_for_an_answer_too_and_paper_says_how_to_reach_its_giver(
    client, municipality
):
    raiser = PersonFactory()
    raised = raise_initiative(
        municipality=municipality,
        by=raiser,
        hand=hand_of(raiser, municipality),
        dream="A bench by the water",
    )
    facilitator = RoleFactory(municipality=municipality, role="facilitator").person
    by_hand = paper_hand(by=facilitator, municipality=municipality, reach="00 11 22 33")
    on_paper = idea(initiative=raised, hand=by_hand, title="Two benches")
    client.force_login(facilitator)
    page = client.get(reverse("desk:answers")).text
    assert "A bench by the water" in page
    assert "Tell the giver the answer too: 00 11 22 33" in page
    assert "00 11 22 33" in client.get(on_paper.get_absolute_url()).text

    dream = raised.account.contributions.get(kind="problem_statement")
    client.post(
        reverse("desk:answer"), {"given": dream.pk, "status": "used", "text": "Come and see."}
    )

    assert dream.standing.status == "used"
    assert Notice.objects.get(person=raiser).text == "Come and see."
    client.force_login(raiser)
    assert "00 11 22 33" not in client.get(on_paper.get_absolute_url()).text


def test_one_press_supports(client, initiative):
    given = idea(initiative=initiative)
    client.force_login(PersonFactory())

    for _ in range(2):
        client.post(reverse("ideas:support", args=[given.pk]))

    given.refresh_from_db()
    assert given.supports == 1


def test_a_page_that_only_changes_its_button_gets_the_idea_alone(client, initiative):
    given = idea(initiative=initiative, title="Lights on the path")
    client.force_login(PersonFactory())

    asked = {"headers": {"HX-Request": "true"}}
    html = client.post(reverse("ideas:support", args=[given.pk]), **asked).text

    assert "<html" not in html
    assert f'id="support-{given.pk}" aria-live="polite"' in html
    assert "1 supports it · you too" in html
    assert "You support this. Thank you!" in html
    assert reverse("ideas:stop_supporting", args=[given.pk]) in html


def test_a_button_pressed_by_nobody_known_is_told_so(client, initiative):
    given = idea(initiative=initiative)

    answer = client.post(reverse("ideas:support", args=[given.pk]), headers={"HX-Request": "true"})

    assert answer.status_code == 401
    # The page then sends its form as it stands, and nothing was said in between.
    assert "Sign in to go on." not in client.get(initiative.get_absolute_url()).text


def test_whoever_signs_in_to_support_finds_the_button_again(client, initiative):
    given = idea(initiative=initiative)

    asked = client.post(reverse("ideas:support", args=[given.pk])).url
    [back] = parse_qs(urlsplit(asked).query)["next"]
    client.post(asked, {"email": "ada@example.org", "next": back})
    welcome = client.post("/people/sign-in/code/", {"code": newest_code()}).url
    [there] = parse_qs(urlsplit(welcome).query)["next"]
    page = client.get(there).text

    assert "Your support is not counted yet" in page
    client.post(reverse("ideas:support", args=[given.pk]), headers={"Referer": there})
    given.refresh_from_db()
    assert given.supports == 1
    assert "Your support is not counted yet" not in client.get(there).text


def test_an_answer_to_a_question_begins_as_an_idea(client, municipality, initiative):
    client.force_login(PersonFactory())
    asked = question(initiative=initiative)

    own = client.get(reverse("ideas:give", args=[initiative.slug])).text
    answer = client.get(reverse("ideas:give_answer", args=[asked.pk])).text

    assert chosen_kind(own) == "problem_statement"
    assert chosen_kind(answer) == "idea"


def chosen_kind(html):
    """The kind that is chosen before anybody chooses."""
    (choice,) = re.findall(r'<input[^>]*name="kind"[^>]*checked[^>]*>', html)
    return re.search(r'value="(\w+)"', choice)[1]


def test_a_question_shows_its_answers(client, municipality, initiative):
    asked = question(initiative=initiative, text="What would help?")
    idea(initiative=initiative, question=asked, title="More light")

    page = client.get(reverse("ideas:question", args=[asked.pk])).text

    assert "What would help?" in page
    assert "More light" in page


@pytest.mark.parametrize("rows", [1, 3, 1000])
def test_a_longer_list_asks_no_more_of_the_database(
    client, initiative, django_assert_num_queries, rows
):
    for _ in range(rows):
        idea(initiative=initiative)
    client.force_login(PersonFactory())
    path = reverse("ideas:of", args=[initiative.slug])
    client.get(path)

    with django_assert_num_queries(13, exact=False):
        page = client.get(path).text

    assert page.count("A bench by the fjord") >= min(rows, 20)
