from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.conversations.actions.campaigns import mark_campaigns
from samskap.conversations.actions.talking import remove
from samskap.conversations.models import Comment
from samskap.conversations.tasks import look_for_campaigns
from samskap.testing.factories.conversations import comment, subject
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import person_with

pytestmark = pytest.mark.django_db
LETTER = (
    "We who live by the fjord ask the council to keep the library open on Saturdays,"
    " because that is when families have time to come and read together"
)


@pytest.fixture
def about(municipality):
    """A decision that people talk about."""
    return subject(InitiativeFactory(municipality=municipality))


def campaign(about, letters=3):
    """Some people who send nearly the same letter."""
    names = ("Ada", "Bo", "Cille", "Dag")[:letters]
    return [comment(about=about, text=f"{LETTER}. {name}") for name in names]


def marks():
    """How each comment is marked, the oldest first."""
    return list(Comment.objects.order_by("pk").values_list("alike_to", "alike"))


def test_those_who_say_nearly_the_same_are_marked_and_nothing_else_follows(about, municipality):
    first, *_rest = campaign(about)
    comment(about=about, text="I would rather have a boat.")

    assert mark_campaigns(municipality=municipality) == 1

    assert marks() == [(first.pk, 3)] * 3 + [(None, 0)]
    assert set(Comment.objects.values_list("state", flat=True)) == {"shown"}


def test_two_are_no_campaign_and_marks_go_when_comments_do(about, municipality):
    campaign(about, letters=2)
    assert mark_campaigns(municipality=municipality) == 0
    third = comment(about=about, text=LETTER)
    assert mark_campaigns(municipality=municipality) == 1

    remove(comment=third, by=third.by)

    assert mark_campaigns(municipality=municipality) == 0
    assert marks() == [(None, 0)] * 3


def test_what_is_older_than_a_quarter_is_not_looked_at(about, municipality):
    campaign(about)
    Comment.objects.update(at=timezone.now() - timedelta(days=91))

    assert mark_campaigns(municipality=municipality) == 0


def test_municipalities_are_looked_at_apart(about, municipality):
    campaign(about, letters=2)
    campaign(subject(), letters=2)

    look_for_campaigns.call()

    assert set(marks()) == {(None, 0)}


def test_everybody_sees_it_beside_the_comment_and_facilitators_in_a_list(
    client, about, municipality
):
    campaign(about)
    mark_campaigns(municipality=municipality)

    assert client.get(about.path).text.count("nearly the same text as 2 others") == 3
    client.force_login(person_with("facilitator", municipality))
    shown = client.get(reverse("conversations:campaigns")).text
    assert "3 comments, by 3 people" in shown
    assert shown.count(LETTER) == 1
