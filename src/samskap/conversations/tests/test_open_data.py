import pytest
from django.utils import timezone

from samskap.conversations.actions.talking import edit, remove
from samskap.conversations.models import Thread
from samskap.testing.factories.conversations import comment, first_comment, subject, verdict
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
QUERIES = 3  # to list comments, however many


@pytest.fixture
def about(municipality):
    """A decision that people talk about."""
    return subject(InitiativeFactory(municipality=municipality))


@pytest.fixture
def said_in(client, about):
    """Read what is said about it, as anybody may."""

    def read():
        answer = client.get(f"/api/v1/conversations/on/{about.kind}/{about.key}")
        return answer.json()["items"]

    return read


def test_what_is_said_can_be_read_without_who_said_it(about, said_in):
    ada = PersonFactory(given_name="Markedname")
    said = comment(about=about, person=ada, text="More light")
    answer = comment(about=about, above=said)

    newest, oldest = said_in()

    assert (oldest["text"], oldest["side"], oldest["answers"]) == ("More light", "non_public", None)
    assert (newest["id"], newest["answers"]) == (str(answer.public_id), str(said.public_id))
    assert "Markedname" not in str(said_in())
    assert str(ada.public_id) not in str(said_in())


def test_words_that_are_hidden_held_or_removed_do_not_leave_the_house(about, said_in):
    hidden = verdict(about=about).comment
    removed = comment(about=about, text="My secret")
    edit(comment=removed, text="My other secret", language="en", by=removed.by)
    remove(comment=removed, by=removed.by)
    first_comment(about=about, text="Not read yet")

    found = {one["id"]: one for one in said_in()}

    assert set(found) == {str(hidden.public_id), str(removed.public_id)}
    assert found[str(hidden.public_id)]["reason"] == "It sells boats."
    assert {one["text"] for one in found.values()} == {""}
    assert "secret" not in str(found)


def test_a_quiet_thread_tells_no_count(client, about):
    comment(about=about)
    counts = []
    for is_quiet in (False, True):
        Thread.objects.update(is_quiet=is_quiet)
        counts.append(client.get("/api/v1/conversations/threads").json()["items"][0]["comments"])

    assert counts == [1, None]


def test_the_log_can_be_read_and_hides_what_is_seldom(client, about):
    for _ in range(5):
        given = verdict(about=about)

    log = client.get(f"/api/v1/conversations/moderation/{timezone.localtime(given.at).year}").json()

    *_lines, total = log["lines"]
    assert total == {"ground": "", "reported": None, "hidden": 5, "shown_again": None}
    assert client.get("/api/v1/conversations/moderation/1999").status_code == 404


def test_nothing_is_listed_about_what_is_not_here(client, municipality):
    elsewhere = subject()
    comment(about=elsewhere)

    for path in (f"on/{elsewhere.kind}/{elsewhere.key}", "on/nothing/1"):
        assert client.get(f"/api/v1/conversations/{path}").status_code == 404
    assert client.get("/api/v1/conversations/threads").json()["items"] == []


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_more_comments_ask_no_more_of_the_database(about, said_in, django_assert_num_queries, rows):
    for _ in range(rows):
        comment(about=about)
    said_in()

    with django_assert_num_queries(QUERIES):
        assert len(said_in()) == min(rows, 100)
