"""The pages of initiatives, as people meet them."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samskap.initiatives.actions.merging import merge
from samskap.initiatives.actions.states import lock_problem
from samskap.initiatives.models import Initiative
from samskap.testing.factories.initiatives import (
    FrameFactory,
    InitiativeFactory,
    InvitationFactory,
    ScrapEntryFactory,
    TopicFactory,
    samples,
)
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.partnership import PartnerFactory
from samskap.testing.factories.people import PersonFactory, people_by_role, person_with
from samskap.testing.factories.places import AreaFactory

pytestmark = pytest.mark.django_db


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def page(client, name, *args):
    response = client.get(reverse(f"initiatives:{name}", args=args))
    return response, response.content.decode()


def test_what_is_typed_survives_signing_in(client, municipality):
    ada = PersonFactory()
    raise_url = reverse("initiatives:raise")

    asked = client.post(raise_url, {"dream": "A bench by the sea.", "helpers": "Neighbours"})
    assert asked.status_code == 302
    assert asked.url == f"{reverse('people:sign_in')}?next=%2Finitiatives%2Fraise%2F"
    assert not Initiative.objects.exists()

    client.force_login(ada)
    back = client.get(raise_url)
    form = back.context["form"]
    assert (form["dream"].value(), form["helpers"].value()) == ("A bench by the sea.", "Neighbours")

    told = {name: form[name].value() for name in ("dream", "helpers", "public_id")}
    published = client.post(raise_url, told)
    initiative = Initiative.objects.get()
    assert (published.url, initiative.raised_by, initiative.helpers) == (
        initiative.get_absolute_url(),
        ada,
        "Neighbours",
    )
    assert client.get(raise_url).context["form"]["dream"].value() is None


def test_pressing_publish_twice_raises_one(municipality):
    client = signed_in(PersonFactory())
    form = client.get(reverse("initiatives:raise")).context["form"]
    told = {"dream": "A bench.", "public_id": form["public_id"].value()}

    urls = {client.post(reverse("initiatives:raise"), told).url for _ in range(2)}

    assert urls == {Initiative.objects.get().get_absolute_url()}


def test_for_whom_is_asked_only_when_there_is_a_choice(municipality):
    ada, bo = PersonFactory(), person_with("facilitator", municipality)

    alone = signed_in(ada).get(reverse("initiatives:raise")).context["form"]
    choice = signed_in(bo).get(reverse("initiatives:raise")).context["form"]

    assert "hand" not in alone.fields
    assert [key for key, _title in choice.fields["hand"].choices] == [
        "self:resident",
        "self:facilitator",
    ]


def test_a_facilitator_writes_down_what_was_told_on_paper(municipality):
    bo = person_with("facilitator", municipality)

    signed_in(bo).post(
        reverse("initiatives:raise"),
        {
            "dream": "A bench.",
            "hand": "self:facilitator",
            "channel": "paper",
            "told_by": "Olga",
            "reach": "22 22 22 22",
            "kind": "resident",
        },
    )

    row = Initiative.objects.get().account.contributions.get()
    assert (row.channel, row.side, row.giver.name) == ("paper", "non_public", "Olga")


def test_an_empty_dream_is_asked_for_again(client, municipality):
    response = client.post(reverse("initiatives:raise"), {"dream": ""})

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["dream"]


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_page_opens_in_every_language(municipality, language):
    people = people_by_role(municipality)
    addresses = samples(municipality, people)
    client = signed_in(people["facilitator"])
    client.cookies["django_language"] = language
    post_only = {"initiatives:confirm_frame", "initiatives:lead"}

    found = {
        name: client.get(reverse(name, kwargs=kwargs)).status_code
        for name, rows in addresses.items()
        for kwargs in rows
    }
    found |= {
        name: client.get(reverse(name)).status_code
        for name in ("front", "initiatives:list", "initiatives:map", "initiatives:raise")
    }

    assert {name: status for name, status in found.items() if status != 200} == dict.fromkeys(
        post_only, 405
    )


def test_the_page_of_another_municipality_is_not_here(municipality):
    people = people_by_role(municipality)
    elsewhere = MunicipalityFactory()
    foreign = samples(elsewhere, people_by_role(elsewhere))
    client = signed_in(people["administrator"])

    seen = {
        (name, method): getattr(client, method)(reverse(name, kwargs=kwargs)).status_code
        for name, rows in foreign.items()
        for kwargs in rows
        for method in ("get", "post")
    }

    assert set(seen.values()) <= {404, 405}


def test_the_page_says_where_it_stands(client, municipality):
    initiative = InitiativeFactory(municipality=municipality, title="The library")
    lock_problem(initiative=initiative, text="It will close.", by=initiative.raised_by)

    response, text = page(client, "initiative", initiative.slug)

    shared = response.context["shared"]
    assert [phase["state"] for phase in shared["phases"]] == ["done", "now", "next", "next"]
    assert shared["phases"][0]["note"].startswith("agreed on ")
    assert "It will close." in text
    assert response.context["carries"] is False


def test_a_solution_that_the_opening_says_whole_is_not_said_again(client, municipality):
    short = InitiativeFactory(municipality=municipality, solution="Keep it open together.")
    long = InitiativeFactory(municipality=municipality, solution="Keep it open. " * 20)

    says = {
        each.slug: page(client, "initiative", each.slug)[0].context["shared"]
        for each in (short, long)
    }

    assert says[short.slug]["opens_with"] == (
        '<span lang="en">The solution we agreed on:</span> Keep it open together.'
    )
    assert "Keep it open together." not in says[short.slug]["told"]
    assert says[long.slug]["opens_with"] == says[long.slug]["lead"]
    assert long.solution.strip() in says[long.slug]["told"]


def test_whoever_carries_it_finds_the_tools(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    partner = PartnerFactory(initiative=initiative, status="joined")

    for person in (initiative.raised_by, partner.contact or partner.person):
        response, _text = page(signed_in(person), "initiative", initiative.slug)
        assert response.context["carries"] is True


def test_there_is_always_one_thing_to_do_now(client, municipality):
    initiative = InitiativeFactory(municipality=municipality)

    stranger, _text = page(client, "initiative", initiative.slug)
    hers, _text = page(signed_in(initiative.raised_by), "initiative", initiative.slug)

    urls = [[action["url"] for action in each.context["actions"]] for each in (stranger, hers)]
    assert reverse("initiatives:join", args=[initiative.slug]) in urls[0]
    assert reverse("initiatives:steps", args=[initiative.slug]) in urls[1]


def test_a_merged_one_points_to_the_other(client, municipality):
    one = InitiativeFactory(municipality=municipality)
    two = InitiativeFactory(municipality=municipality, raised_by=one.raised_by, title="The other")
    merge(initiative=one, into=two, by=one.raised_by, reason="The same.")

    response, _text = page(client, "initiative", one.slug)

    assert response.context["actions"] == [
        {"title": "Go to “The other”", "url": two.get_absolute_url()}
    ]


@pytest.mark.parametrize("who", ["anybody", "whoever raised it", "a facilitator"])
def test_the_page_asks_as_little_of_the_database_as_it_may(
    municipality, django_assert_max_num_queries, who
):
    """Warm, it asks for the municipality, the session, the initiative, the news and the roles."""
    initiative = InitiativeFactory(municipality=municipality)
    FrameFactory(initiative=initiative)
    for _ in range(5):
        PartnerFactory(initiative=initiative, status="joined")
        ScrapEntryFactory(initiative=initiative)
    people = {
        "anybody": PersonFactory(),
        "whoever raised it": initiative.raised_by,
        "a facilitator": person_with("facilitator", municipality),
    }
    client = signed_in(people[who])
    address = initiative.get_absolute_url()

    with django_assert_max_num_queries(15):
        client.get(address)
    with django_assert_max_num_queries(5):
        client.get(address)


def test_an_unchanged_page_is_told_so(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    client = signed_in(PersonFactory())
    client.get(initiative.get_absolute_url())  # brings the secret of the forms
    tag = client.get(initiative.get_absolute_url()).headers["ETag"]

    same = client.get(initiative.get_absolute_url(), headers={"If-None-Match": tag})
    lock_problem(initiative=initiative, text="New.", by=initiative.raised_by)
    new = client.get(initiative.get_absolute_url(), headers={"If-None-Match": tag})

    assert (same.status_code, new.status_code) == (304, 200)


def test_telling_more_saves_what_was_changed(municipality):
    initiative = InitiativeFactory(municipality=municipality, societal_goal="Old")
    topic = TopicFactory(municipality=municipality)
    area = AreaFactory(municipality=municipality)
    client = signed_in(initiative.raised_by)
    form = client.get(reverse("initiatives:edit", args=[initiative.slug])).context["form"]
    told = {name: form[name].value() or "" for name in form.fields if name != "photo"}

    response = client.post(
        reverse("initiatives:edit", args=[initiative.slug]),
        {**told, "societal_goal": "New", "topics": [topic.pk], "areas": [area.pk]},
    )

    initiative.refresh_from_db()
    assert response.url == initiative.get_absolute_url()
    assert (initiative.societal_goal, initiative.dream) == ("New", told["dream"])
    assert (list(initiative.topics.all()), list(initiative.areas.all())) == ([topic], [area])


def test_topics_of_another_municipality_cannot_be_chosen(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    foreign = TopicFactory(municipality=MunicipalityFactory())
    client = signed_in(initiative.raised_by)

    response = client.post(
        reverse("initiatives:edit", args=[initiative.slug]),
        {"title": "T", "dream": "D", "language": "nb", "field": "service", "topics": [foreign.pk]},
    )

    assert "topics" in response.context["form"].errors


def test_from_for_to_with(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    client = signed_in(initiative.raised_by)
    address = reverse("initiatives:rewrite", args=[initiative.slug])
    told = {"who": "us over 80", "what": "nobody eats alone"}

    shown = client.post(address, told)
    assert shown.context["question"] == (
        "How can we, with us over 80, come to this: nobody eats alone?"
    )
    client.post(address, {**told, "use": "yes"})

    initiative.refresh_from_db()
    assert initiative.societal_goal == shown.context["question"]


def test_a_step_is_taken_on_the_page(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    client = signed_in(initiative.raised_by)

    response = client.post(
        reverse("initiatives:steps", args=[initiative.slug]), {"to": "defining", "reason": ""}
    )

    initiative.refresh_from_db()
    assert (response.status_code, initiative.state) == (302, "defining")


def test_strangers_are_told_whom_to_ask(municipality):
    initiative = InitiativeFactory(municipality=municipality, title="The library")

    response, _text = page(signed_in(PersonFactory()), "steps", initiative.slug)

    assert response.status_code == 403


def test_every_way_out_works_from_its_page(municipality):
    ada = PersonFactory()
    client = signed_in(ada)
    other = InitiativeFactory(municipality=municipality, raised_by=ada)

    def after(name, state="idea", **told):
        one = InitiativeFactory(
            municipality=municipality,
            raised_by=ada,
            state=state,
            state_before="designing" if state in ("paused", "merged") else "",
            merged_into=other if state == "merged" else None,
        )
        client.post(reverse(f"initiatives:{name}", args=[one.slug]), told)
        one.refresh_from_db()
        return one.state

    stop = {
        "reason": "No room.",
        "learnt": "Ask first.",
        "owner": "The library",
        "stops_on": "2026-12-01",
    }
    assert after("pause", reason="Summer.") == "paused"
    assert after("resume", state="paused") == "designing"
    assert after("scrap", **stop) == "scrapped"
    assert after("close", state="driving", reason="Done.") == "closed"
    assert after("merge", into=other.slug, reason="The same.") == "merged"
    assert after("unmerge", state="merged", reason="Not the same.") == "designing"


def test_another_to_join_with_is_found_by_its_title(municipality):
    one = InitiativeFactory(municipality=municipality, title="A ferry in the evening")
    on_roads = TopicFactory(municipality=municipality)
    one.topics.add(on_roads)
    for number in range(20):
        InitiativeFactory(municipality=municipality, title=f"Another {number:02}")
    akin = InitiativeFactory(municipality=municipality, title="Roads in winter")
    akin.topics.add(on_roads)
    far = InitiativeFactory(municipality=municipality, title="Wharf for all")
    here = reverse("initiatives:merge", args=[one.slug])
    helge = signed_in(person_with("facilitator", municipality))

    first = helge.get(here).text
    found = helge.get(here, {"q": "wharf"}).text
    missing = helge.get(here, {"q": "airport"}).text
    helge.post(f"{here}?q=wharf", {"into": far.slug, "reason": "They are one."})

    assert first.index(akin.title) < first.index("Another 00")
    assert far.title not in first
    assert far.title in found
    assert akin.title not in found
    assert "Try fewer words." in missing
    one.refresh_from_db()
    assert one.merged_into == far


def test_whoever_carries_one_is_offered_the_others_they_carry(municipality):
    one, foreign = InitiativeFactory.create_batch(2, municipality=municipality)
    ada = one.raised_by
    own = InitiativeFactory(municipality=municipality, raised_by=ada)
    joined = PartnerFactory(
        initiative=InitiativeFactory(municipality=municipality), person=ada, status="joined"
    ).initiative
    led = InitiativeFactory(municipality=municipality)
    led.facilitators.add(ada)
    page = signed_in(ada).get(reverse("initiatives:merge", args=[one.slug]))

    offered = {slug for slug, _title in page.context["form"].fields["into"].choices}

    assert offered == {own.slug, joined.slug, led.slug}
    assert foreign.slug not in offered


def test_the_frame_is_written_and_confirmed_on_the_pages(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    partner = PartnerFactory(initiative=initiative, status="joined")
    ada = signed_in(initiative.raised_by)
    bo = signed_in(partner.contact or partner.person)

    ada.post(
        reverse("initiatives:write_frame", args=[initiative.slug]),
        {"open": "- What it is\n- Who hosts", "fixed": "No job is lost"},
    )
    bo.post(reverse("initiatives:confirm_frame", args=[initiative.slug]), {"version": "1"})

    response, _text = page(bo, "frame", initiative.slug)
    sheet = response.context["sheet"]
    assert (sheet["open"], sheet["fixed"], sheet["confirmed"], sheet["parties"]) == (
        ["What it is", "Who hosts"],
        ["No job is lost"],
        1,
        1,
    )
    missing = bo.post(
        reverse("initiatives:confirm_frame", args=[initiative.slug]), {"version": "9"}
    )
    assert missing.status_code == 404


def test_the_municipality_is_invited_and_answers_on_the_pages(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    library = OrganisationFactory(municipality=municipality, kind="public_unit")
    ada = signed_in(initiative.raised_by)
    leader = signed_in(person_with("leader", municipality))
    invite_url = reverse("initiatives:invite", args=[initiative.slug])

    ada.post(invite_url, {"message": "Come."})
    invitation = initiative.invitations.get()
    answer_url = reverse("initiatives:answer_invitation", args=[initiative.slug, invitation.pk])
    assert ada.get(answer_url).context["may_invite"] is False
    assert leader.get(answer_url).context["asking"].lead == "Come."
    leader.post(answer_url, {"accepted": "yes", "organisation": library.slug, "message": "Gladly."})

    invitation.refresh_from_db()
    assert (invitation.accepted, invitation.answer) == (True, "Gladly.")
    assert initiative.partners.get().organisation == library


def test_what_stops_is_listed_and_told(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    client = signed_in(initiative.raised_by)
    address = reverse("initiatives:scraps", args=[initiative.slug])

    client.post(address, {"what": "The form", "owner": "IT", "stops_on": "2026-12-01"})
    scrap = initiative.scraps.get()
    client.post(reverse("initiatives:stopped", args=[initiative.slug, scrap.pk]), {"learnt": "Ok."})

    scrap.refresh_from_db()
    assert (scrap.what, scrap.learnt, scrap.stopped_at is not None) == ("The form", "Ok.", True)


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, municipality):
    initiative = InitiativeFactory(municipality=municipality)

    for name in ("edit", "steps", "pause", "merge", "write_frame"):
        response, _text = page(client, name, initiative.slug)
        assert response.url.startswith(reverse("people:sign_in"))
    told = client.post(reverse("initiatives:invite", args=[initiative.slug]), {"message": "Come."})
    assert told.url.startswith(reverse("people:sign_in"))


def test_the_lead_is_taken_and_handed_back(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    helge = person_with("facilitator", municipality)
    client = signed_in(helge)
    address = reverse("initiatives:lead", args=[initiative.slug])

    client.post(address)
    response, _text = page(client, "initiative", initiative.slug)
    assert (response.context["leads"], response.context["shared"]["leaders"]) == (
        True,
        {helge.pk: helge.shown_name},
    )
    client.post(address, {"leave": "yes"})

    assert not initiative.facilitators.exists()


def test_the_front_page_invites(client, municipality):
    empty = client.get("/")
    assert empty.context["newest"] == []
    InitiativeFactory(municipality=municipality, title="A bench")
    InvitationFactory(
        initiative=InitiativeFactory(municipality=municipality, title="A hall", state="designing"),
        answer_due_on=timezone.localdate() + timedelta(days=3),
    )
    caches["here"].clear()  # it is kept for a minute
    full = client.get("/")

    assert [tile["title"] for tile in full.context["newest"]] == ["A hall", "A bench"]
    assert [tile["title"] for tile in full.context["hands"]] == ["A hall"]
    assert [each["title"] for each in full.context["invitations"]] == ["A hall"]


def test_the_history_tells_it_all(client, municipality):
    initiative = InitiativeFactory(municipality=municipality)
    FrameFactory(initiative=initiative, why_new="The council gave.")
    InvitationFactory(initiative=initiative)

    response, _text = page(client, "history", initiative.slug)

    assert [event["title"] for event in response.context["events"]] == [
        "The municipality was invited",
        "The frame, version 1",
        "A dream",
    ]


def test_topics_are_added_by_facilitators_only(municipality):
    helge = signed_in(person_with("facilitator", municipality))

    helge.post(reverse("initiatives:settings"), {"en": "School", "nb": "Skole"})
    response, _text = page(helge, "settings")
    refused, _text = page(signed_in(PersonFactory()), "settings")

    assert [str(topic) for topic in response.context["topics"]] == ["School"]
    assert refused.status_code == 403
