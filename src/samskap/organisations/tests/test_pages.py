"""Every page of organisations, for whom it is meant, and at no other municipality."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.notices.models import Notice
from samskap.organisations.models import JoinRequest, Membership, Organisation
from samskap.organisations.views.waiting import requests_waiting
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import (
    AdministratorFactory,
    JoinRequestFactory,
    MembershipFactory,
    OrganisationFactory,
    PlainMembershipFactory,
)
from samskap.testing.factories.organisations import samples as make_samples
from samskap.testing.factories.people import PersonFactory, people_by_role, person_with

pytestmark = pytest.mark.django_db

COMPILED = Path(__file__).parents[1] / "locale" / "nb" / "LC_MESSAGES" / "django.mo"


def at(name, **kwargs):
    """The address of a route."""
    return reverse(f"organisations:{name}", kwargs=kwargs)


@pytest.fixture
def head(municipality):
    """Who looks after an association."""
    membership = AdministratorFactory(
        organisation__municipality=municipality, organisation__name="Friends of the shore"
    )
    return membership.person


@pytest.fixture
def shore(head):
    """The association."""
    return head.memberships.get().organisation


FORM = {
    "name": "Strandens venner",
    "kind": "association",
    "number": "",
    "parent": "",
    "about": "",
    "language": "nb",
    "website": "",
}


# ── Finding and reading ──────────────────────────────────────────────────────


def test_the_list_finds_a_hybrid_under_each_of_its_kinds(client, municipality):
    OrganisationFactory(municipality=municipality, name="Only a shop", kind="business")
    OrganisationFactory(municipality=municipality, name="Café", also_kinds=["business"])
    OrganisationFactory(municipality=municipality, name="Choir")
    OrganisationFactory(municipality=MunicipalityFactory(), name="Far away", kind="business")

    def found(query):
        page = client.get(at("list") + query).context["tiles"]
        return [tile["title"] for tile in page]

    assert found("") == ["Café", "Choir", "Only a shop"]
    assert found("?kind=business") == ["Café", "Only a shop"]
    assert found("?kind=association") == ["Café", "Choir"]
    assert found("?kind=business&words=shop") == ["Only a shop"]
    assert found("?kind=circus") == ["Café", "Choir", "Only a shop"]


def test_the_list_goes_on_page_by_page(client, municipality):
    made = [
        OrganisationFactory(municipality=municipality, name=f"Choir {n:02}").name for n in range(45)
    ]
    seen, url = [], at("list")
    while url:
        page = client.get(url).context["page"]
        seen += [each.name for each in page.items]
        url = page.older_url
    assert seen == made


@pytest.mark.parametrize("which", ["list", "settings", "api"])
def test_a_list_costs_the_same_however_long_it_is(client, municipality, which):
    client.force_login(person_with("administrator", municipality))
    url = "/api/v1/organisations/" if which == "api" else at(which)
    roof = OrganisationFactory(municipality=municipality, kind="public_unit", name="Roof")

    def more(number):
        Organisation.objects.bulk_create(
            OrganisationFactory.build(
                municipality=municipality, parent=roof, kind="public_unit", also_kinds=["academia"]
            )
            for _ in range(number)
        )

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(url).status_code == 200
        return len(asked)

    more(1)
    client.get(url)  # what is asked only once is asked here
    costs = [queries()]
    for number in (2, 997):
        more(number)
        costs.append(queries())
    assert costs == [costs[0]] * 3


def test_the_members_cost_the_same_however_many(client, shore, head):
    client.force_login(head)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            page = client.get(at("members", slug=shore.slug))
        return len(asked), len(page.context["members"])

    def more(number):
        MembershipFactory.create_batch(number, organisation=shore, given_by=head)
        JoinRequestFactory.create_batch(number, organisation=shore)

    more(1)
    client.get(at("members", slug=shore.slug))
    first, few = queries()
    more(40)
    second, many = queries()
    assert (few, many) == (2, 42)
    assert first == second


def test_what_was_registered_after_midnight_is_of_that_day(client, municipality):
    moment = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)  # half past midnight in Oslo
    one = OrganisationFactory(municipality=municipality, registered_at=moment)

    facts = client.get(one.get_absolute_url()).context["facts"]

    assert {"label": "Registered", "value": "July 1, 2026"} in facts


def test_one_page_says_with_whom_it_counts_as_one_party(client, municipality):
    roof = OrganisationFactory(municipality=municipality, name="Roof")
    middle = OrganisationFactory(municipality=municipality, name="Middle", parent=roof)
    leaf = OrganisationFactory(municipality=municipality, name="Leaf", parent=middle)

    page = client.get(leaf.get_absolute_url())
    facts = {fact["label"]: fact["value"] for fact in page.context["facts"]}

    assert facts["Part of"] == "Middle"
    assert facts["Counts as one party with"] == "Roof"
    assert [part["title"] for part in client.get(roof.get_absolute_url()).context["parts"]] == [
        "Middle"
    ]


def test_a_chip_says_for_whom_until_when_and_by_whose_word(client, shore, head):
    last_day = timezone.localdate() + timedelta(days=9)
    MembershipFactory(
        organisation=shore, person__given_name="Ada", given_by=head, mandate_until=last_day
    )
    own = MembershipFactory(organisation=shore, person__given_name="Bo", mandate_until=last_day)
    Membership.objects.filter(pk=own.pk).update(given_by=own.person)
    PlainMembershipFactory(organisation=shore, person__given_name="Silent")

    page = client.get(shore.get_absolute_url())

    ada, bo = page.context["speakers"]
    assert (ada["name"], ada["speaks_for"], ada["side"]) == (
        "Ada",
        "Friends of the shore",
        "association",
    )
    assert ada["note"].endswith(f"given by {head}")
    assert bo["note"].endswith("by their own word")
    assert "Silent" not in page.text


def test_only_members_see_who_speaks_for_a_faith_community(client, municipality):
    parish = OrganisationFactory(municipality=municipality, kind="faith_community")
    speaker = MembershipFactory(organisation=parish, person__given_name="Gudrun")
    member = PlainMembershipFactory(organisation=parish).person
    url = parish.get_absolute_url()

    for reader in (None, PersonFactory(), person_with("administrator", municipality)):
        client.logout()
        if reader:
            client.force_login(reader)
        page = client.get(url)
        assert "Gudrun" not in page.text
        assert "1 person may speak for it." in page.text
    for reader in (member, speaker.person):
        client.force_login(reader)
        assert "Gudrun" in client.get(url).text


def test_members_are_shown_only_to_those_who_look_after_it(client, shore, head, municipality):
    PlainMembershipFactory(organisation=shore, person__given_name="Silent")
    url = at("members", slug=shore.slug)

    assert client.get(url).status_code == 302
    for reader in (
        PersonFactory(),
        MembershipFactory(organisation=shore).person,
        person_with("administrator", municipality),
    ):
        client.force_login(reader)
        answer = client.get(url)
        assert answer.status_code == 403
        assert "Silent" not in answer.text
    client.force_login(head)
    assert "Silent" in client.get(url).text


# ── Registering and changing ─────────────────────────────────────────────────


def test_anyone_who_is_signed_in_registers_what_is_theirs(client, municipality):
    assert client.get(at("register")).status_code == 302
    ada = PersonFactory()
    client.force_login(ada)

    answer = client.post(
        at("register"),
        FORM
        | {
            "also_kinds": ["business", "association"],
            "number": "999 000 002",
            "speaks_until": timezone.localdate().isoformat(),
        },
    )

    made = Organisation.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, made.get_absolute_url())
    assert (made.number, made.also_kinds) == ("999000002", ["business"])
    assert "You may speak for Strandens venner" in client.get(made.get_absolute_url()).text


def test_only_administrators_are_offered_public_kinds(client, municipality):
    def offered(person):
        client.force_login(person)
        return {
            value
            for value, _label in client.get(at("register")).context["form"]["kind"].field.choices
        }

    assert offered(PersonFactory()) == set(Organisation.OTHER_KINDS)
    assert offered(person_with("administrator", municipality)) == set(Organisation.Kind)

    client.force_login(PersonFactory())
    answer = client.post(at("register"), FORM | {"kind": "council"})
    assert "kind" in answer.context["form"].errors
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "friends  of the Shore", "is registered already. Ask to join it"),
        ("number", "999000003", "is not an organisation number in this country"),
        ("number", "999000010", "as “Friends of the shore”"),
        ("parent", "Nobody", "No organisation here has this name"),
        ("parent", "shore", "Do you mean one of these: Friends of the shore?"),
        ("website", "javascript:alert(1)", "valid URL"),
        ("speaks_until", "2020-01-01", "This day has passed"),
        ("speaks_until", "2099-01-01", "at most 4 years"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, shore, field, value, words):
    Organisation.objects.filter(pk=shore.pk).update(number="999000010")
    client.force_login(PersonFactory())
    form = client.post(at("register"), FORM | {field: value}).context["form"]
    assert words in str(form.errors[field])
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize("written", ["Roof", "roof", "999 000 010", "roof-address"])
def test_a_parent_is_found_by_name_number_or_address(client, municipality, written):
    roof = OrganisationFactory(
        municipality=municipality, name="Roof", number="999000010", slug="roof-address"
    )
    client.force_login(PersonFactory())
    client.post(at("register"), FORM | {"parent": written})
    assert Organisation.objects.get(name="Strandens venner").parent == roof


def test_an_organisation_is_changed_by_those_who_look_after_it(client, shore, head, municipality):
    url = at("change", slug=shore.slug)
    client.force_login(person_with("administrator", municipality))
    assert client.get(url).status_code == 403
    assert client.post(url, FORM).status_code == 403

    client.force_login(head)
    form = client.get(url).context["form"]
    assert form.initial["name"] == "Friends of the shore"
    assert client.post(url, FORM).status_code == 302
    shore.refresh_from_db()
    assert shore.name == "Strandens venner"


def test_a_circle_is_refused_with_words(client, shore, head, municipality):
    OrganisationFactory(municipality=municipality, parent=shore, name="Leaf")
    client.force_login(head)
    answer = client.post(at("change", slug=shore.slug), FORM | {"parent": "Leaf"})
    assert answer.status_code == 409
    assert "“Leaf” is itself part of" in answer.text


# ── Joining, mandates, leaving ───────────────────────────────────────────────


def test_from_asking_to_speaking_to_leaving(client, shore, head):
    ada = PersonFactory(given_name="Ada")
    client.force_login(ada)
    assert client.get(at("join", slug=shore.slug)).status_code == 200
    client.post(at("join", slug=shore.slug), {"words": "Treasurer since May."})
    assert "You have asked to join" in client.get(shore.get_absolute_url()).text

    client.force_login(head)
    assert "Treasurer since May." in client.get(at("members", slug=shore.slug)).text
    client.post(at("accept", request_id=JoinRequest.objects.get().pk))
    membership = shore.memberships.get(person=ada)
    url = at("give_mandate", membership_id=membership.pk)
    assert client.get(url).status_code == 200
    today = timezone.localdate()
    wrong = client.post(url, {"first_day": today, "last_day": today - timedelta(days=1)})
    assert "This day has passed" in str(wrong.context["form"].errors["last_day"])
    client.post(url, {"first_day": today, "last_day": today + timedelta(days=30)})

    client.force_login(ada)
    assert [each["speaks"] for each in client.get(at("mine")).context["memberships"]] == [True]
    answer = client.post(at("end_mandate", membership_id=membership.pk))
    assert answer["Location"] == at("mine")
    assert [each["speaks"] for each in client.get(at("mine")).context["memberships"]] == [False]
    client.post(at("end_membership", membership_id=membership.pk))
    assert client.get(at("mine")).context["memberships"] == []


def test_an_empty_request_is_a_request(client, shore):
    ada = PersonFactory()
    client.force_login(ada)
    client.post(at("join", slug=shore.slug), {})
    request = JoinRequest.objects.get()
    client.post(at("take_back", request_id=request.pk))
    assert not JoinRequest.objects.exists()


def test_a_request_is_declined(client, shore, head):
    request = JoinRequestFactory(organisation=shore)
    client.force_login(head)
    client.post(at("decline", request_id=request.pk))
    assert Notice.objects.get(person=request.person).kind == "organisations.declined"


def test_looking_after_is_given_and_taken(client, shore, head):
    membership = PlainMembershipFactory(organisation=shore)
    client.force_login(head)
    url = at("let_look_after", membership_id=membership.pk)
    for word, expected in (("yes", True), ("no", False)):
        client.post(url, {"looks_after": word})
        membership.refresh_from_db()
        assert membership.is_administrator is expected


def test_an_administrator_fills_the_council(client, municipality):
    administrator = person_with("administrator", municipality)
    client.force_login(administrator)
    client.post(at("register"), FORM | {"name": "Council", "kind": "council"})
    council = Organisation.objects.get()
    assert "Council" in client.get(at("settings")).text

    answer = client.post(at("members", slug=council.slug), {"email": "Eli@example.org"})

    assert answer.status_code == 302
    assert council.memberships.get().person.email == "eli@example.org"


def test_settings_are_for_administrators(client, municipality):
    assert client.get(at("settings")).status_code == 302
    client.force_login(person_with("leader", municipality))
    assert client.get(at("settings")).status_code == 403


def test_an_association_takes_no_one_in_by_e_mail(client, shore, head):
    client.force_login(head)
    page = client.post(at("members", slug=shore.slug), {"email": "eli@example.org"})
    assert page.context["form"] is None
    assert shore.memberships.count() == 1


def test_what_waits_stands_on_the_desk(rf, shore, head, municipality):
    asked = JoinRequestFactory(organisation=shore, person__given_name="Ada")
    request = rf.get("/")
    request.municipality = municipality
    request.user = head

    waiting = requests_waiting(request)

    assert waiting.in_all == 1
    (task,) = waiting.tasks
    assert task.title == "Ada asks to join Friends of the shore"
    assert (task.url, task.note) == (at("members", slug=shore.slug), asked.words)
    request.user = PersonFactory()
    assert requests_waiting(request) is None


# ── Tenants and visitors ─────────────────────────────────────────────────────


def routes(municipality, people):
    """Every address that names a row."""
    return [
        reverse(name, kwargs=kwargs)
        for name, many in make_samples(municipality, people).items()
        for kwargs in many
        if not name.startswith("api:")
    ]


@pytest.mark.parametrize("role", ["resident", "administrator", "politician"])
def test_nothing_is_reached_from_another_municipality(client, municipality, role):
    elsewhere = MunicipalityFactory()
    people = people_by_role(elsewhere)
    paths = routes(elsewhere, people)
    before = list(Membership.objects.values()) + list(JoinRequest.objects.values())

    for visitor in (people[role], person_with(role, municipality)):
        client.force_login(visitor)
        answers = {(path, client.post(path).status_code) for path in paths}
        answers |= {(path, client.get(path).status_code) for path in paths}
        assert {status for _path, status in answers} <= {404, 405}

    assert list(Membership.objects.values()) + list(JoinRequest.objects.values()) == before


def test_every_page_is_valid_html_for_everyone_who_may_see_it(client, municipality):
    people = people_by_role(municipality)
    paths = [*routes(municipality, people), at("list"), at("mine"), at("register"), at("settings")]
    for person in (None, *people.values()):
        client.logout()
        if person:
            client.force_login(person)
        for path in paths:
            answer = client.get(path)
            assert answer.status_code in {200, 302, 403, 405}, path
            if answer.status_code == 200:
                parser = html5lib.HTMLParser()
                html = parser.parse(answer.text)
                assert parser.errors == [], path
                assert len(html.findall(".//{*}h1")) == 1, path


@pytest.mark.parametrize(
    "name", ["accept", "decline", "take_back", "end_mandate", "let_look_after", "end_membership"]
)
def test_reading_never_changes(client, municipality, name):
    people = people_by_role(municipality)
    kwargs = make_samples(municipality, people)[f"organisations:{name}"][0]
    client.force_login(people["resident"])
    assert client.get(at(name, **kwargs)).status_code == 405


@pytest.mark.skipif(not COMPILED.exists(), reason="run tools/messages.py compile first")
def test_pages_speak_every_language(client, shore):
    words = {"nb": "Hvem som kan snakke for organisasjonen"}
    words |= {"nn": "Kven som kan snakke for organisasjonen"}
    words |= {"da": "Hvem der kan tale for organisationen", "en": "Who may speak for it"}
    for language, sentence in words.items():
        client.cookies["django_language"] = language
        assert sentence in client.get(shore.get_absolute_url()).text
