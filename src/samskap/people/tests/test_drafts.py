"""Acting first and confirming after, tried with an idea."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.utils import timezone

from samskap.ideas.models import Idea
from samskap.people.actions import delete_account
from samskap.people.models import Draft
from samskap.people.personal import keeps
from samskap.people.tests.test_sign_in import newest_code
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import DraftFactory, PersonFactory

pytestmark = pytest.mark.django_db

WRITTEN = {
    "kind": "idea",
    "title": "Open on Sundays",
    "text": "With a key\nfor each village.",
    "beneficiary": "community",
    "language": "en",
    "email": "ada@example.org",
}


@pytest.fixture
def give(municipality):
    return f"/ideas/to/{InitiativeFactory(municipality=municipality).slug}/give/"


def type_code(client):
    return client.post("/people/sign-in/code/", {"code": newest_code()})


def hidden(page) -> dict[str, str]:
    """What the page of a draft sends when its button is pressed."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))


def test_whoever_is_not_signed_in_writes_first_and_publishes_with_one_press(client, give):
    assert 'name="email"' in client.get(give).text

    assert client.post(give, WRITTEN).url == "/people/sign-in/code/"
    assert not Idea.objects.exists(), "nothing is published unconfirmed"
    draft = Draft.objects.get()
    answer = type_code(client)

    assert answer.url == f"/people/drafts/{draft.key}/"
    page = client.get(answer.url).text
    assert "Open on Sundays" in page
    assert "Others will see you as A resident." in page
    answer = client.post(give, hidden(page))
    idea = Idea.objects.get()
    assert answer.url == idea.get_absolute_url()
    assert (idea.title, idea.text) == (WRITTEN["title"], WRITTEN["text"])
    assert idea.contribution.giver.person == get_user(client)
    assert not Draft.objects.exists()


def test_a_second_press_publishes_nothing_more(client, give):
    client.post(give, WRITTEN)
    sent = hidden(client.get(type_code(client).url).text)
    client.post(give, sent)

    answer = client.post(give, sent)

    assert answer.status_code == 409
    assert "This is published already, or thrown away." in answer.text
    assert Idea.objects.count() == 1


def test_it_can_be_changed_before_it_is_published(client, give):
    client.post(give, WRITTEN)
    sent = hidden(client.get(type_code(client).url).text)

    page = client.post(give, sent | {"look": "yes"}).text

    assert 'value="Open on Sundays"' in page
    assert f'name="draft" value="{sent["draft"]}"' in page
    assert not Idea.objects.exists()
    client.post(give, sent | {"title": "Open on Saturdays"})
    assert Idea.objects.get().title == "Open on Saturdays"
    assert not Draft.objects.exists()


def test_the_answer_is_the_same_for_known_and_new(client, give):
    PersonFactory(email="ada@example.org")
    answers = [
        client.post(give, WRITTEN | {"email": email}, follow=True).text.replace(email, "X")
        for email in ("ada@example.org", "nobody@example.org")
    ]
    plain = [re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page) for page in answers]

    assert plain[0] == plain[1]


def test_what_is_missing_is_asked_for_and_what_was_typed_stays(client, give):
    page = client.post(give, WRITTEN | {"email": "ada"}).text
    assert 'value="Open on Sundays"' in page
    assert "Enter a valid email address." in page
    page = client.post(give, WRITTEN | {"title": ""}).text
    assert 'value="ada@example.org"' in page
    assert not Draft.objects.exists()


def test_it_waits_for_whoever_signs_in_with_the_address_later(client, give):
    client.post(give, WRITTEN)
    later = Client()
    later.post("/people/sign-in/", {"email": "ada@example.org"})

    assert type_code(later).url == "/people/drafts/"

    assert "Open on Sundays" in later.get("/people/drafts/").text


def test_nobody_else_sees_publishes_or_throws_it_away(client, municipality, give):
    draft = DraftFactory(municipality=municipality, path=give)
    elsewhere = DraftFactory(municipality=MunicipalityFactory())
    client.force_login(elsewhere.person)

    assert client.get(f"/people/drafts/{draft.key}/").status_code == 404
    assert client.get(f"/people/drafts/{elsewhere.key}/").status_code == 404
    assert client.post(f"/people/drafts/{draft.key}/throw-away/").status_code == 404
    assert client.post(give, WRITTEN | {"draft": str(draft.key)}).status_code == 409
    assert client.post(give, WRITTEN | {"draft": "no key"}).status_code == 409
    assert not Idea.objects.exists()
    assert Draft.objects.count() == 2


def test_its_owner_throws_it_away(client, municipality):
    draft = DraftFactory(municipality=municipality)
    client.force_login(draft.person)

    client.post(f"/people/drafts/{draft.key}/throw-away/")

    assert not Draft.objects.exists()


def test_an_address_takes_so_many_drafts_and_no_more(client, municipality, give):
    DraftFactory.create_batch(20, municipality=municipality, person=None, email=WRITTEN["email"])

    assert client.post(give, WRITTEN).status_code == 409
    Draft.objects.update(kept_at=timezone.now() - timedelta(days=8))
    assert client.post(give, WRITTEN).status_code == 302


def test_it_goes_after_a_week_and_with_the_account(municipality):
    old = DraftFactory(municipality=municipality, kept_at=timezone.now() - timedelta(days=8))
    fresh = DraftFactory(municipality=municipality)
    [keeping] = [each for each in keeps if each.key == "people.drafts"]

    assert list(keeping.rows(timezone.now() - timedelta(days=keeping.days))) == [old]
    delete_account(by=fresh.person, is_sure=True)
    assert list(Draft.objects.all()) == [old]
