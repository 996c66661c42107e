import pytest
from django.urls import reverse

from samskap.conversations.actions.moderating import appeal, judge, report
from samskap.conversations.models import Appeal, Report, Verdict
from samskap.testing.factories.conversations import comment, subject, verdict
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db
QUERIES = 7  # to list what is reported, however much


@pytest.fixture
def about(municipality):
    """A decision that people talk about."""
    return subject(InitiativeFactory(municipality=municipality))


@pytest.fixture
def facilitator(municipality):
    """Somebody who decides what stands."""
    return person_with("facilitator", municipality)


def page(name, pk):
    """The address of something about one comment."""
    return reverse(f"conversations:{name}", args=[pk])


def test_a_comment_is_reported_from_its_place(client, about):
    said = comment(about=about)
    client.force_login(PersonFactory())
    assert page("report", said.pk) in client.get(about.path).text

    answer = client.post(page("report", said.pk), {"ground": "hate", "text": "Line two"})

    assert answer.url == f"{about.path}#talk"
    assert Report.objects.values_list("ground", "text").get() == ("hate", "Line two")


def test_a_report_without_a_ground_keeps_what_was_typed(client, about):
    said = comment(about=about)
    client.force_login(PersonFactory())

    shown = client.post(page("report", said.pk), {"text": "Line two"})

    assert "Line two" in shown.text
    assert not Report.objects.exists()


def test_hidden_words_are_read_by_their_author_and_moderators_only(client, about, facilitator):
    hidden = verdict(about=about).comment
    own_page = hidden.get_absolute_url()

    for somebody, reads in ((hidden.by, True), (facilitator, True), (PersonFactory(), False)):
        client.force_login(somebody)
        assert ("Buy my boats!" in client.get(own_page).text) is reads
    client.logout()
    for path in (own_page, about.path):
        shown = client.get(path).text
        assert "Buy my boats!" not in shown
        assert "It sells boats." in shown
        assert "It is advertising, or sent in great numbers." in shown


def test_the_reason_stands_once_where_the_comment_stood(client, about):
    verdict(about=about)

    assert client.get(about.path).text.count("It sells boats.") == 1


def test_earlier_wordings_are_hidden_too(client, about, facilitator):
    said = comment(about=about, text="Buy my boots!")
    client.force_login(said.by)
    client.post(page("edit", said.pk), {"text": "Buy my boats!", "language": "en"})
    given = {"hides": True, "ground": "advertising", "reason": "It sells boats."}
    judge(comment=said, by=facilitator, **given)

    assert "Buy my boots!" in client.get(said.get_absolute_url()).text
    client.logout()
    assert "Buy my boots!" not in client.get(said.get_absolute_url()).text


def test_a_moderator_finds_reports_on_the_desk_and_decides(client, about, facilitator):
    said = comment(about=about, text="Something sharp")
    report(comment=said, by=PersonFactory(), ground="attack", text="It is about me")
    client.force_login(facilitator)
    assert page("judge", said.pk) in client.get(reverse("desk:desk")).text
    assert "Something sharp" in client.get(reverse("conversations:moderation")).text
    assert "It is about me" in client.get(page("judge", said.pk)).text

    client.post(page("judge", said.pk), {"hides": "no", "reason": "Sharp is allowed."})

    assert Verdict.objects.values_list("hides", "reason").get() == (False, "Sharp is allowed.")
    assert "Something sharp" not in client.get(reverse("conversations:moderation")).text


def test_hiding_asks_for_the_ground(client, about, facilitator):
    said = comment(about=about)
    client.force_login(facilitator)

    shown = client.post(page("judge", said.pk), {"hides": "yes", "reason": "Because."})

    assert "Choose the ground on which you hide it." in shown.text
    assert not Verdict.objects.exists()


def test_an_author_appeals_and_somebody_else_decides(client, about, municipality):
    hidden = verdict(about=about).comment
    client.force_login(hidden.by)
    assert page("appeal", hidden.pk) in client.get(hidden.get_absolute_url()).text

    client.post(page("appeal", hidden.pk), {"text": "They are not mine."})

    asked = Appeal.objects.get()
    client.force_login(person_with("leader", municipality))
    assert page("decide", asked.pk) in client.get(reverse("desk:desk")).text
    client.post(page("decide", asked.pk), {"changes": "yes", "reasons": "A gift is no sale."})
    assert "Buy my boats!" in client.get(about.path).text


def test_whoever_hid_it_does_not_reach_the_appeal(client, about, facilitator):
    given = verdict(about=about, by=facilitator)
    asked = appeal(verdict=given, by=given.comment.by, text="They are not mine.")
    client.force_login(facilitator)

    answer = client.get(page("decide", asked.pk))

    assert answer.status_code == 409
    assert "Somebody else than those it concerns decides an appeal." in answer.text


def test_the_log_is_public_and_names_nobody(client, about, facilitator):
    for _ in range(5):
        verdict(about=about, by=facilitator)

    shown = client.get(reverse("conversations:log")).text

    assert "<td>5</td>" in shown
    assert facilitator.shown_name not in shown
    assert "Buy my boats!" not in shown
    assert client.get(reverse("conversations:log"), {"year": "1999"}).status_code == 404
    assert client.get(reverse("conversations:log"), {"year": "x"}).status_code == 404


def test_an_empty_log_says_so(client, municipality):
    assert "Nothing has been reported" in client.get(reverse("conversations:log")).text


@pytest.mark.parametrize("rows", [1, 3, 100])
def test_a_longer_list_of_reports_asks_no_more_of_the_database(
    client, about, facilitator, django_assert_num_queries, rows
):
    for _ in range(rows):
        report(comment=comment(about=about), by=PersonFactory(), ground="hate")
    client.force_login(facilitator)
    client.get(reverse("conversations:moderation"))

    with django_assert_num_queries(QUERIES):
        shown = client.get(reverse("conversations:moderation")).text

    assert shown.count("I like the bench.") == min(rows, 20)
