import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.conversations.models import Comment, Thread
from samskap.testing.factories.conversations import comment, subject
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import MembershipFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db
QUERIES = 12  # to show a thread, however long


@pytest.fixture
def about(municipality):
    """A decision that people talk about."""
    return subject(InitiativeFactory(municipality=municipality))


@pytest.fixture
def page(about):
    """The address of all that is said about it."""
    return reverse("conversations:thread", args=[about.kind, about.key])


@pytest.fixture
def facilitator(municipality):
    """Somebody who facilitates here."""
    return RoleFactory(municipality=municipality, role="facilitator").person


def words(**more):
    """What a form sends."""
    return {"text": "More light, please.", "language": "en", "form_key": uuid.uuid4()} | more


def test_what_is_said_stands_on_the_page_of_what_it_is_about(client, about, page):
    client.force_login(PersonFactory(given_name="Ada"))

    answer = client.post(page, words())

    said = Comment.objects.get()
    assert answer.url == f"{about.path}#comment-{said.pk}"
    shown = client.get(about.path).text
    assert "More light, please." in shown
    assert f'id="comment-{said.pk}"' in shown


def test_a_comment_without_words_says_what_is_missing(client, page):
    client.force_login(PersonFactory())

    answer = client.post(page, words(text="", language="da"))

    assert answer.status_code == 422
    assert '<option value="da" selected>' in answer.text
    assert not Comment.objects.exists()


def test_whoever_is_not_signed_in_signs_in_and_comes_back(client, about, page):
    there = client.get(about.path).text
    answer = client.post(page, words(), headers={"referer": f"http://testserver{about.path}"})

    assert "Sign in to say something" in there
    assert answer.url.startswith(reverse("people:sign_in"))
    assert not Comment.objects.exists()


def test_an_answer_is_sent_from_the_page_of_the_comment(client, about):
    said = comment(about=about)
    client.force_login(PersonFactory())

    answer = client.post(said.get_absolute_url(), words(text="I agree."))

    assert answer.url == said.get_absolute_url()
    assert "I agree." in client.get(about.path).text
    assert said.answers.get().text == "I agree."


def test_an_answer_without_words_keeps_its_page(client, about):
    said = comment(about=about)
    client.force_login(PersonFactory())

    answer = client.post(said.get_absolute_url(), words(text=" "))

    assert answer.status_code == 422
    assert not said.answers.exists()


def test_a_comment_says_for_whom_one_speaks(client, about, page, municipality):
    held = MembershipFactory(organisation__municipality=municipality)
    client.force_login(held.person)

    client.post(page, words(hand=f"organisation:{held.organisation.pk}"))

    said = Comment.objects.get()
    assert (said.speaking_for, said.contribution.speaking_for) == (
        held.organisation,
        held.organisation,
    )
    assert held.organisation.name in client.get(about.path).text


def test_a_hand_that_one_does_not_have_is_no_choice(client, page, facilitator):
    client.force_login(facilitator)

    assert client.post(page, words(hand="organisation:99")).status_code == 422
    assert not Comment.objects.exists()


def test_earlier_wordings_can_be_read_by_everybody(client, about):
    said = comment(about=about, text="Frist words")
    client.force_login(said.by)

    client.post(reverse("conversations:edit", args=[said.pk]), words(text="First words"))

    client.logout()
    shown = client.get(said.get_absolute_url()).text
    assert "First words" in shown
    assert "Frist words" in shown


def test_removed_words_leave_their_place(client, about):
    said = comment(about=about, text="My secret")
    comment(about=about, above=said, text="I see.")
    client.force_login(said.by)

    client.post(reverse("conversations:remove", args=[said.pk]))

    shown = client.get(about.path).text
    assert "My secret" not in shown
    assert "This text was removed by its author." in shown
    assert "I see." in shown


def test_a_facilitator_sorts_sums_up_and_pins(client, about, facilitator):
    said = comment(about=about, text="A bench on wheels")
    client.force_login(facilitator)

    answer = client.post(
        reverse("conversations:keep", args=[about.kind, about.key]),
        {"summary": "Most want **wheels**.", "summary_language": "en", "has_columns": "on"},
    )
    client.post(reverse("conversations:pin", args=[said.pk]))

    assert answer.url == f"{about.path}#talk"
    shown = client.get(about.path).text
    assert "<strong>wheels</strong>" in shown
    assert shown.index("Pinned by the facilitator") < shown.index("A bench on wheels")
    assert all(title in shown for title in ("For", "Against", "What would make it work"))
    client.post(reverse("conversations:unpin", args=[said.pk]))
    assert "Pinned by the facilitator" not in client.get(about.path).text


def test_a_sorted_thread_asks_for_the_column(client, about, page, facilitator):
    client.force_login(facilitator)
    kept = {"summary": "", "summary_language": "en", "has_columns": "on"}
    client.post(reverse("conversations:keep", args=[about.kind, about.key]), kept)

    hand = {"hand": "self:resident"}
    assert client.post(page, words(**hand)).status_code == 422
    assert client.post(page, words(column="against", **hand)).status_code == 302
    assert Comment.objects.get().column == "against"


def test_a_quiet_thread_counts_nothing(client, about):
    comment(about=about)
    assert "1 comment, the newest first" in client.get(about.path).text

    Thread.objects.update(is_quiet=True)

    assert "1 comment" not in client.get(about.path).text


def test_what_was_said_at_a_meeting_is_written_down(client, about, facilitator):
    client.force_login(facilitator)

    client.post(
        reverse("conversations:paper", args=[about.kind, about.key]),
        words(channel="meeting", name="Astrid", actor_kind="relative", said_on="2026-01-17"),
    )

    said = Comment.objects.get()
    assert (said.channel, said.giver.name, said.actor_kind) == ("meeting", "Astrid", "relative")
    assert said.at.date().isoformat() == "2026-01-17"


def test_what_was_said_tomorrow_is_not_written_down(client, about, facilitator):
    client.force_login(facilitator)

    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    shown = client.post(
        reverse("conversations:paper", args=[about.kind, about.key]),
        words(channel="paper", actor_kind="resident", said_on=tomorrow),
    )

    assert "The day lies ahead of us." in shown.text
    assert not Comment.objects.exists()


def test_there_is_no_thread_about_what_is_not_there(client, municipality):
    for kind, key in (("decision", 999), ("nothing", 1), ("decision", 10**30)):
        path = reverse("conversations:thread", args=[kind, key])
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("rows", [1, 3, 1000])
def test_a_longer_thread_asks_no_more_of_the_database(
    client, about, page, django_assert_num_queries, rows
):
    first = [comment(about=about) for _ in range(rows)]
    for _ in range(min(rows, 30)):
        comment(about=about, above=first[-1], text="An answer")
    client.force_login(PersonFactory())
    client.get(page)

    with django_assert_num_queries(QUERIES):
        shown = client.get(page).text

    assert shown.count("I like the bench.") == min(rows, 20)
    assert shown.count("An answer") == min(rows, 3)


def test_older_comments_stand_on_the_next_page(client, about, page):
    for number in range(21):
        comment(about=about, text=f"Number {number}.")

    first = client.get(page)
    older = first.text.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")

    assert "Number 0." not in first.text
    assert "Number 0." in client.get(older).text
