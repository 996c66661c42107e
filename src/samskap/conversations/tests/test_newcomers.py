from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.conversations.actions.moderating import appeal, decide_appeal, judge, let_in
from samskap.conversations.actions.threads import set_rules
from samskap.conversations.errors import (
    NoLinksYet,
    NotWaiting,
    NotYoursToJudge,
    NotYoursToKeep,
    SlowlyAtFirst,
    TooManyLinks,
)
from samskap.conversations.models import Comment, Rules, Thread
from samskap.conversations.queries.moderation import held
from samskap.ledger.models import Contribution
from samskap.notices.models import Notice
from samskap.testing.factories.conversations import comment, first_comment, subject
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(municipality):
    """A decision that people talk about."""
    return subject(InitiativeFactory(municipality=municipality))


@pytest.fixture
def facilitator(municipality):
    """Somebody who facilitates here."""
    return person_with("facilitator", municipality)


def known(**facts):
    """Somebody whose account is a week old."""
    return PersonFactory(joined_at=timezone.now() - timedelta(days=7), **facts)


def test_nobody_sends_more_than_three_links(about):
    text = " ".join(["See https://a.example and www.b.example,"] * 2)

    with pytest.raises(TooManyLinks) as refusal:
        comment(about=about, person=known(), text=text)

    assert "at most 3 links" in str(refusal.value)
    assert comment(about=about, person=known(), text="See https://a.example").state == "shown"


def test_whoever_is_new_sends_no_links_and_three_comments_a_day(about):
    ada = PersonFactory()

    with pytest.raises(NoLinksYet):
        comment(about=about, person=ada, text="See www.boats.example")
    for _ in range(3):
        comment(about=about, person=ada)
    with pytest.raises(SlowlyAtFirst):
        comment(about=about, person=ada)

    assert Comment.objects.filter(by=ada).count() == 3


def test_an_account_of_three_days_and_whoever_has_an_office_are_known(about, facilitator):
    for person in (known(), facilitator):
        for _ in range(4):
            comment(about=about, person=person, text="See https://a.example")

    assert Comment.objects.count() == 8


def test_a_municipality_may_let_first_comments_stand(about, facilitator, municipality):
    set_rules(municipality=municipality, by=facilitator, first_comments="open")

    assert comment(about=about, text="See https://a.example").state == "shown"


def test_only_facilitators_and_administrators_set_the_rules(municipality):
    with pytest.raises(NotYoursToKeep):
        set_rules(municipality=municipality, by=PersonFactory(), first_comments="open")

    assert not Rules.objects.exists()


def test_a_first_comment_waits_and_counts_nothing_until_it_is_let_in(
    about, facilitator, municipality
):
    ada = PersonFactory()
    before = comment(about=about, person=known())
    waits = first_comment(about=about, person=ada, above=before)
    assert (waits.state, waits.contribution) == ("held", None)
    assert Thread.objects.get().comments_shown == 1
    assert not Notice.objects.exists()

    let_in(comment=waits, by=facilitator)

    waits.refresh_from_db()
    assert (waits.state, waits.contribution.kind) == ("shown", "comment")
    assert Thread.objects.get().comments_shown == 2
    assert set(Notice.objects.values_list("kind", flat=True)) == {
        "conversations.answered",
        "conversations.let_in",
    }
    assert comment(about=about, person=ada).state == "shown"
    with pytest.raises(NotWaiting):
        let_in(comment=waits, by=facilitator)


def test_strangers_let_nobody_in(about):
    with pytest.raises(NotYoursToJudge):
        let_in(comment=first_comment(about=about), by=PersonFactory())


def test_a_first_comment_is_seen_by_its_author_and_moderators_only(
    client, about, facilitator, municipality
):
    waits = first_comment(about=about, text="Buy my boats!")

    for somebody, status in ((waits.by, 200), (facilitator, 200), (PersonFactory(), 404)):
        client.force_login(somebody)
        assert client.get(waits.get_absolute_url()).status_code == status
        assert "Buy my boats!" not in client.get(about.path).text
    client.logout()
    assert client.get(waits.get_absolute_url()).status_code == 404
    assert list(held(facilitator, municipality)) == [waits]


def test_a_facilitator_lets_in_from_the_list(client, about, facilitator):
    waits = first_comment(about=about, text="Good morning!")
    client.force_login(facilitator)
    assert "Good morning!" in client.get(reverse("conversations:moderation")).text

    client.post(reverse("conversations:let_in", args=[waits.pk]))

    assert "Good morning!" in client.get(about.path).text


def test_a_first_comment_that_was_hidden_enters_the_ledger_when_an_appeal_shows_it(
    about, facilitator, municipality
):
    waits = first_comment(about=about)
    given = judge(
        comment=waits, by=facilitator, hides=True, ground="advertising", reason="It sells boats."
    )
    asked = appeal(verdict=given, by=waits.by, text="They are not mine.")
    assert (Contribution.objects.count(), Thread.objects.get().comments_shown) == (0, 0)

    leader = person_with("leader", municipality)
    decide_appeal(appeal=asked, by=leader, changes=True, reasons="A gift is no sale.")

    assert (Contribution.objects.count(), Thread.objects.get().comments_shown) == (1, 1)


def test_the_rules_are_set_on_their_page(client, municipality, facilitator):
    client.force_login(facilitator)

    client.post(reverse("conversations:settings"), {"first_comments": "held"})

    assert Rules.objects.get(municipality=municipality).first_comments == "held"
