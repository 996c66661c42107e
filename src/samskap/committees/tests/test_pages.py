"""The pages of committees: the list, one committee, its charter, call and team."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.committees.actions.charter import write_charter
from samskap.committees.actions.steps import move
from samskap.committees.models import Committee, Member, State
from samskap.initiatives.actions.formal import answer_recommendation, lay_before
from samskap.testing.factories.committees import (
    charter,
    committee,
    council_of,
    councillor,
    member,
    open_call_of,
    politician,
    registration,
    seat,
)
from samskap.testing.factories.initiatives import TopicFactory
from samskap.testing.factories.people import PersonFactory, born_ago, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(municipality):
    """A committee that looks for members."""
    return committee(municipality=municipality, state=State.RECRUITING)


def page(client, name, *args, by=None, follow=False, **asked):
    """The words of a page."""
    if by is not None:
        client.force_login(by)
    return client.get(reverse(f"committees:{name}", args=args), asked, follow=follow)


def test_the_list_tells_theme_state_members_and_result(client, municipality):
    theme = TopicFactory(municipality=municipality, name={"en": "Integration", "nb": "Integrering"})
    made = committee(
        municipality=municipality, theme=theme, state=State.WORKING, title="New in town"
    )
    member(made), member(made), politician(made), member(made, is_substitute=True)
    member(made, until=timezone.localdate())
    formal = lay_before(
        initiative=made.initiative,
        body=made.body,
        title="Ten steps",
        recommendations=["One", "Two"],
        promised_on=timezone.localdate() + timedelta(days=30),
        by=made.facilitator,
    )
    answer_recommendation(
        recommendation=formal.recommendations.get(number=1),
        answer="adopted",
        reasons="Yes.",
        by=councillor(municipality),
    )
    committee(municipality=municipality, state=State.EVALUATED, title="Skating")
    committee(title="Elsewhere")

    shown = page(client, "list").content.decode()

    assert "New in town" in shown
    assert "Skating" in shown
    assert "Elsewhere" not in shown
    assert "2 residents, 1 elected representative" in shown
    assert "1 of 2 recommendations adopted" in shown
    narrowed = page(client, "list", theme=theme.slug, state="living").content.decode()
    assert "New in town" in narrowed
    assert "Skating" not in narrowed


def test_the_list_asks_as_often_for_one_as_for_a_thousand(client, municipality):
    first = committee(municipality=municipality)
    member(first)
    url = reverse("committees:list")
    client.get(url)
    counts = []
    for more in (0, 2, 997):
        initiatives = type(first.initiative).objects
        fields = {"municipality": municipality, "body": first.body, "language": "en"}
        accounts = type(first.initiative.account).objects.bulk_create(
            type(first.initiative.account)(municipality=municipality) for _each in range(more)
        )
        start = Committee.objects.count()
        raised = initiatives.bulk_create(
            type(first.initiative)(
                municipality=municipality,
                account=account,
                slug=f"more-{start + number}",
                title="More",
                language="en",
                dream="More",
                raised_as="resident",
            )
            for number, account in enumerate(accounts)
        )
        Committee.objects.bulk_create(
            Committee(initiative=one, slug=one.slug, title=one.slug, **fields) for one in raised
        )
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        counts.append(len(asked))
    assert len(set(counts)) == 1, counts


def test_a_committee_shows_where_it_stands_and_why(client, made):
    charter(made)
    back = move(committee=made, to=State.CHARTERED, reason="Too few.", by=made.facilitator)
    other = committee(municipality=made.municipality, title="Neighbours", state=State.WORKING)
    joined = move(
        committee=other, to=State.MERGED, reason="One task.", by=other.facilitator, into=back
    )

    shown = page(client, "committee", made.slug).content.decode()
    gone = page(client, "committee", joined.slug).content.decode()

    assert "Too few." in shown
    assert "Find out how they find work and friends." in shown
    assert 'aria-current="step"' in shown
    assert joined.get_absolute_url() in shown
    assert "One task." in gone
    assert made.get_absolute_url() in gone


def test_a_committee_is_proposed_chartered_and_called_on_its_pages(client, municipality):
    council_of(municipality)
    by = person_with("facilitator", municipality)
    client.force_login(by)
    url = reverse("committees:propose")
    key = client.get(url).context["form"].initial["public_id"]
    told = {
        "title": "New in town",
        "purpose": "Newcomers meet too few of us.",
        "body": council_of(municipality).slug,
        "hand": "self:facilitator",
        "public_id": key,
    }
    first = client.post(url, told)
    again = client.post(url, told)
    made = Committee.objects.get(title="New in town")
    assert first["Location"] == again["Location"] == made.get_absolute_url()

    client.post(
        reverse("committees:write_charter", args=[made.slug]),
        {
            "background": "Why",
            "task": "What",
            "deliveries": "Ten recommendations",
            "open": "How",
            "politicians": 5,
            "residents": "+ Came as a refugee; knows the way; 18–80\n? Runs a business",
            "legal_form": "committee_under_law",
            "balances_sexes": "on",
        },
    )
    written = made.charters.get()
    assert [(each["perspective"], each["is_new"], each["is_essential"]) for each in written.seats][
        5:
    ] == [("Came as a refugee", True, True), ("Runs a business", False, False)]
    assert written.frame.open == "How"
    client.post(
        reverse("committees:adopt_charter", args=[made.slug, 1]),
        {"on": timezone.localdate().isoformat(), "reference": "Case 3"},
    )
    client.post(
        reverse("committees:call", args=[made.slug]),
        {
            "text": "Come along.",
            "questions": "What do you know?",
            "way": "council",
            "closes_on": (timezone.localdate() + timedelta(days=9)).isoformat(),
        },
    )
    made.refresh_from_db()
    assert made.state == State.RECRUITING
    words = client.get(reverse("committees:charters", args=[made.slug])).content.decode()
    assert "Kommuneloven § 11-5" in words
    assert "Case 3" in words


def test_one_registers_on_the_web_and_staff_write_down_for_others(client, made):
    charter(made)
    seat(made, perspective="Aged 13–25")
    call = open_call_of(made)
    person = PersonFactory()
    client.force_login(person)
    url = reverse("committees:register", args=[made.slug])
    told = {
        "words": "I like it here.",
        "answer_0": "A lot.",
        "perspectives": ["Aged 13–25"],
        "sex": "woman",
        "is_open": "on",
        "interests": "Nothing.",
        "public_id": client.get(url).context["form"].initial["public_id"],
    }
    assert client.post(url, told)["Location"] == made.get_absolute_url()
    assert client.post(url, told)["Location"] == made.get_absolute_url()
    mine = call.registrations.get()
    assert (mine.answers, mine.perspectives, mine.sex) == (["A lot."], ["Aged 13–25"], "woman")
    own = page(client, "registration", mine.pk).content.decode()
    assert "I like it here." in own

    client.force_login(made.facilitator)
    paper = {**told, "name": "Astrid Vik", "reach": "12 34 56 78", "channel": "phone"}
    del paper["public_id"]
    enter = reverse("committees:enter", args=[made.slug])
    paper["public_id"] = client.get(enter).context["form"].initial["public_id"]
    client.post(enter, paper)
    assert call.registrations.get(channel="phone").giver.name == "Astrid Vik"
    listed = page(client, "registrations", made.slug).content.decode()
    assert "Astrid Vik" in listed


def test_reasons_and_registrations_are_nobody_elses_to_read(client, made):
    call = open_call_of(made)
    one = registration(call, words="A secret of mine.")
    member(made, person=one.giver.person, chosen_because="She knows the way.")
    stranger = PersonFactory()

    assert page(client, "registration", one.pk, by=stranger).status_code == 404
    assert page(client, "registrations", made.slug).status_code == 409
    for name in ("committee", "team", "charters"):
        words = page(client, name, made.slug).content.decode()
        assert "A secret of mine." not in words
        assert "She knows the way." not in words
    assert "She knows the way." in Member.objects.get().chosen_because


def test_why_somebody_left_is_for_those_who_keep_the_committee(client, made):
    member(made)
    member(made, until=timezone.localdate(), left_because="My health.")
    readers = {
        "keeper": made.facilitator,
        "council": councillor(made.municipality),
        "member": member(made).person,
        "another": PersonFactory(),
    }

    told = {
        name
        for name, by in readers.items()
        if "My health." in page(client, "team", made.slug, by=by).content.decode()
    }

    assert told == {"keeper"}


def test_the_team_is_held_against_its_seats(client, made):
    charter(made)
    young = seat(made, perspective="Aged 13–25", least_age=13, most_age=25)
    seat(made, perspective="Runs a business", is_new=True)
    minor = PersonFactory(given_name="Bo", shown_as="name", born_on=born_ago(14))
    member(made, person=minor, seat=young, sex="man", birth_year=minor.born_on.year)
    for _number in range(3):
        politician(made, sex="man")

    words = page(client, "team", made.slug).content.decode()

    assert "Bo Strand" not in words
    assert "<b>Bo</b>" in words
    assert "Runs a business" in words
    assert "Each sex needs at least 2 of the seats" in words
    assert "2 more women are needed." in words
    assert "too few to show" in words


def test_a_new_version_shows_what_changed_and_who_has_not_read_it(client, made):
    charter(made)
    sitting = member(made, person=PersonFactory(given_name="Guro"))
    write_charter(
        committee=made, by=made.facilitator, task="Work first.", why_new="The council asks for it."
    )
    draft = page(client, "charter", made.slug, 2).content.decode()
    assert "Another version holds" in draft
    assert "The council asks for it." in draft
    url = reverse("committees:read_charter", args=[made.slug, 1])
    holds = page(client, "charters", made.slug, by=sitting.person).content.decode()
    assert "1 of 1 has not confirmed yet." in holds
    assert "Guro" in holds
    client.post(url)
    holds = page(client, "charters", made.slug).content.decode()
    assert "Every member has confirmed." in holds


def test_open_data_tell_how_many_and_never_who(client, made):
    charter(made)
    member(made, person=PersonFactory(given_name="Guro"))

    answer = client.get(reverse("api:list_committees"))
    steps = client.get(reverse("api:list_committee_steps", args=[made.slug]))

    [row] = answer.json()["items"]
    assert (row["slug"], row["state"], row["residents"]) == (made.slug, "recruiting", 1)
    assert "Guro" not in answer.content.decode()
    assert [step["after"] for step in steps.json()["items"]] == ["proposed"]


def test_the_page_of_an_initiative_leads_to_its_committee(client, made):
    words = client.get(made.initiative.get_absolute_url()).content.decode()

    assert made.get_absolute_url() in words
    assert "A task committee works on this" in words


def test_the_desk_asks_members_to_read_and_choosers_to_choose(client, made):
    charter(made)
    sitting = member(made)
    call = open_call_of(made)
    registration(call)
    type(call).objects.update(closed_at=timezone.now())

    client.force_login(sitting.person)
    asked = client.get("/desk/").content.decode()
    client.force_login(councillor(made.municipality))
    chooses = client.get("/desk/").content.decode()

    assert "Charters to read and confirm" in asked
    assert "Members to choose" not in asked
    assert "Members to choose" in chooses


@pytest.mark.parametrize("name", ["committee", "team", "registrations"])
def test_a_page_asks_as_often_for_one_member_as_for_many(client, made, name):
    charter(made)
    call = open_call_of(made)
    client.force_login(made.facilitator)
    url = reverse(f"committees:{name}", args=[made.slug])
    counts = []
    for more in (1, 2, 20):
        for number in range(more):
            place = seat(made)
            gone = member(made, until=timezone.localdate())
            member(made, seat=place, replaces=gone, is_chair=number == 0)
            registration(call, person=PersonFactory())
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        counts.append(len(asked))
    assert len(set(counts)) == 1, counts
