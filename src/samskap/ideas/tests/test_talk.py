import uuid

import pytest
from django.urls import reverse

from samskap.conversations.errors import ThreadIsClosed
from samskap.conversations.models import Comment, Thread
from samskap.ideas import actions
from samskap.ideas.talk import about_idea
from samskap.notices.models import Notice
from samskap.testing.factories.conversations import comment
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def test_people_talk_on_the_page_of_an_idea(client, municipality):
    given = idea(initiative=InitiativeFactory(municipality=municipality))
    client.force_login(PersonFactory())
    words = {"text": "On wheels!", "language": "en", "form_key": uuid.uuid4()}

    answer = client.post(reverse("conversations:thread", args=["idea", given.pk]), words)

    assert answer.url == f"{given.get_absolute_url()}#comment-{Comment.objects.get().pk}"
    assert "On wheels!" in client.get(given.get_absolute_url()).text


def test_whoever_gave_it_hears_that_people_talk_about_it():
    given = idea(person=PersonFactory(given_name="Ada"), title="A bench")

    comment(about=about_idea(given))

    assert Notice.objects.get().label == "Somebody wrote about “A bench”, which you gave."


def test_a_withdrawn_idea_leaves_no_title_behind_and_takes_no_more_words():
    ada = PersonFactory()
    given = idea(person=ada, title="My secret")
    comment(about=about_idea(given))

    actions.withdraw(idea=given, by=ada)

    assert Thread.objects.get().label == ""
    with pytest.raises(ThreadIsClosed):
        comment(about=about_idea(given))
    assert Thread.objects.get().label == ""
