"""The page of the map, its files, what is made of it, and conversations from Polis."""

import html
import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from samskap.deliberation.actions.drawing import draw_map
from samskap.deliberation.actions.outcomes import make
from samskap.deliberation.actions.polis import take_in
from samskap.deliberation.actions.reading import set_aside
from samskap.deliberation.actions.taking_part import count_anew
from samskap.deliberation.errors import NoEmptyDeliberation, NotYoursToTakeIn
from samskap.deliberation.models import Drawing, Outcome, Statement, Vote
from samskap.deliberation.models.deliberation import State
from samskap.drafting.models import Wording
from samskap.ideas.models import Idea
from samskap.kernels.opinion_map import draw, gather, polis
from samskap.kernels.opinion_map.document import recompute
from samskap.kernels.tests.test_opinion_map import PUBLISHED
from samskap.kernels.tests.test_opinion_map_document import conversation_of
from samskap.ledger.models import FateStatus
from samskap.notices.models import Notice
from samskap.testing.factories import deliberation as made
from samskap.testing.factories.drafting import document
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db
# The kernel’s tests try all five; tens of thousands of rows would only be slow here.
SMALL_ENOUGH = ("15-per-hour-seattle", "brexit-consensus", "canadian-electoral-reform")


@pytest.fixture
def asked(municipality):
    """A deliberation with a map: two halves of twenty, united by statements 1, 4 and 7."""
    found = made.deliberation(InitiativeFactory(municipality=municipality))
    made.two_camps(found, people=20)
    found.statements.filter(number=1).update(text="Buses should run in the evening")
    draw_map(found)
    return found


def words_of(answer):
    """Read the words of a page, without its marks."""
    return " ".join(html.unescape(strip_tags(answer.content.decode())).split())


def page(client, deliberation, **asked):
    return client.get(reverse("deliberation:map", args=[deliberation.pk]), asked)


def test_the_map_tells_what_unites_and_what_divides(client, asked):
    words = words_of(page(client, asked))

    assert "Nearly everybody in every group agrees: “Buses should run in the evening”" in words
    assert "Group B agrees, Group A disagrees:" in words
    assert "It rests on 146 votes of 20 people." in words
    assert "You stand nearest to" not in words


def test_one_s_own_place_is_shown_to_oneself_alone(client, asked):
    person = PersonFactory()
    one = asked.participants.first()
    one.person = person
    one.save()
    stranger = words_of(page(client, asked))
    client.force_login(person)

    assert "You stand nearest to Group" in words_of(page(client, asked))
    assert "You are here" not in stranger


def test_a_page_asks_as_little_however_many_statements(client, asked):
    page(client, asked)
    questions = []
    for _turn in range(2):
        with CaptureQueriesContext(connection) as captured:
            page(client, asked)
            questions.append(len(captured))
        made.two_camps(asked, people=20, statements=40)
        draw_map(asked)

    assert questions == [8, 8]


def test_too_few_hear_kindly_what_is_needed(client, municipality):
    few = made.deliberation(InitiativeFactory(municipality=municipality))
    made.two_camps(few, people=6)

    words = words_of(page(client, few))

    assert "It takes 10 people who have voted on at least 7 statements" in words
    assert "So far 6 people have." in words


def test_a_group_of_three_is_not_shown_and_cannot_be_worked_out(client, asked):
    three = asked.participants.filter(number__in=(2, 4, 6))
    votes = Vote.objects.filter(participant__deliberation=asked)
    votes.exclude(participant__in=three).update(value=1)
    count_anew(asked)
    drawn = draw_map(asked)

    words = words_of(page(client, asked))

    assert sorted(group.get("size", 0) for group in drawn.figures["groups"]) == [0, 17]
    assert "1 group has fewer than five people and is not shown." in words
    assert "Fewer than five have voted." in words
    assert "Everybody" not in words
    assert "3 people" not in words


def test_a_statement_that_is_set_aside_after_the_drawing_is_not_shown(client, asked):
    asked.statements.filter(number=1).update(state="set_aside")

    assert "Buses should run in the evening" not in words_of(page(client, asked))


def test_the_files_come_when_the_day_is_over_and_say_the_same(client, asked):
    file, packed = (
        reverse(f"deliberation:{name}", args=[asked.pk]) for name in ("map_file", "map_polis")
    )
    assert client.get(file).status_code == client.get(packed).status_code == 404
    asked.state = State.CLOSED
    asked.save()
    asked.statements.filter(number=2).update(text="Not for all")

    document = json.loads(client.get(file).content)
    folder = zipfile.ZipFile(io.BytesIO(client.get(packed).content))
    came = polis.read({name: folder.read(name).decode() for name in folder.namelist()})

    assert recompute(document).holds
    found = draw(gather(*came.columns), left_out=came.left_out)
    assert [group["size"] for group in document["drawing"]["groups"]] == [*found.sizes]
    assert "Not for all" in [each.text for each in came.comments]
    assert folder.read("participants-votes.csv").count(b"\n") == 21


def test_what_all_agree_on_becomes_a_problem_and_its_writer_is_told(client, asked):
    stated = asked.statements.get(number=1)
    client.force_login(asked.initiative.raised_by)
    path = reverse("deliberation:make", args=[asked.pk, 1])

    for _press in range(2):
        answer = client.post(path, {"kind": "problem_statement"})

    assert answer.url == reverse("deliberation:map", args=[asked.pk])
    outcome = Outcome.objects.get()
    idea = Idea.objects.get(contribution=outcome.contribution)
    assert (idea.kind, idea.title) == ("problem_statement", stated.text)
    standing = stated.contribution.standing
    assert (standing.status, standing.path) == (FateStatus.USED, idea.get_absolute_url())
    giver = stated.contribution.giver.person
    assert Notice.objects.filter(person=giver, kind="ledger.used").count() == 1
    assert "It has become a problem" in words_of(page(client, asked))


def test_what_all_agree_on_becomes_a_paragraph_that_rests_on_it(client, asked):
    stated, keeper = asked.statements.get(number=1), asked.initiative.raised_by
    client.force_login(keeper)
    path = reverse("deliberation:make", args=[asked.pk, 1])
    assert client.post(path, {"kind": "draft"}).status_code == 409  # no text is being written yet
    document(asked.initiative, keeper)

    client.post(path, {"kind": "draft"})

    wording = Wording.objects.get()
    assert wording.text == stated.text
    assert [cause.contribution for cause in wording.causes.all()] == [stated.contribution]
    assert Outcome.objects.get().contribution == wording.contribution
    assert stated.contribution.standing.status == FateStatus.USED
    assert stated.contribution.standing.path == wording.contribution.standing.path


def test_what_not_all_agree_on_becomes_nothing(client, asked):
    client.force_login(asked.initiative.raised_by)

    answer = client.post(reverse("deliberation:make", args=[asked.pk, 2]), {"kind": "draft"})

    assert answer.status_code == 409
    assert not Outcome.objects.exists()


def test_whoever_does_not_keep_it_makes_nothing_of_it(client, asked):
    client.force_login(PersonFactory())

    path = reverse("deliberation:make", args=[asked.pk, 1])
    assert client.post(path, {"kind": "problem_statement"}).status_code == 403
    assert "Make it a problem" not in words_of(page(client, asked))


def test_files_of_polis_come_in_by_the_page(client, municipality):
    empty = made.deliberation(InitiativeFactory(municipality=municipality))
    client.force_login(RoleFactory(municipality=municipality).person)
    path = reverse("deliberation:polis_in", args=[empty.pk])
    comments = b"comment-id,comment-body,moderated\n0,More buses,1\n5,No buses,-1\n"
    votes = b"voter-id,comment-id,vote\n3,0,1\n4,0,-1\n3,5,0\n"

    def files(second=votes):
        return {
            "comments": SimpleUploadedFile("comments.csv", comments),
            "votes": SimpleUploadedFile("votes.csv", second),
        }

    wrong = client.post(path, files(b"voter-id,comment-id,vote\n3,0,7\n"))
    assert "votes.csv, row 2: vote is 7; it must be 1, 0 or -1" in words_of(wrong)
    assert "not text in UTF-8" in words_of(client.post(path, files(votes + b"\0")))
    assert "not text in UTF-8" in words_of(client.post(path, files(b"\xff\xfe")))
    assert client.post(path, files()).status_code == 302
    assert client.post(path, files()).status_code == 409

    stated = Statement.objects.filter(deliberation=empty).order_by("number")
    assert [*stated.values_list("number", "text", "state", "agrees", "disagrees", "passes")] == [
        (1, "More buses", "shown", 1, 1, 0),
        (2, "No buses", "set_aside", 0, 0, 1),
    ]
    said = "The municipality took in a conversation from Polis"
    for name in ("vote", "statements", "map"):
        assert said in words_of(client.get(reverse(f"deliberation:{name}", args=[empty.pk])))


def test_a_conversation_that_comes_in_gives_no_row_of_the_ledger_and_says_where_it_came_from(
    client, municipality
):
    empty = made.deliberation(InitiativeFactory(municipality=municipality))
    rows = empty.initiative.account.contributions.count()
    facilitator = RoleFactory(municipality=municipality).person

    take_in(deliberation=empty, conversation=conversation_of(SMALL_ENOUGH[0]), by=facilitator)

    assert empty.initiative.account.contributions.count() == rows
    assert {*empty.participants.values_list("channel", "contribution")} == {("polis", None)}
    assert draw_map(empty).content["taken_in_from"] == "Polis"
    [told] = client.get("/api/v1/deliberation/").json()["items"]
    assert told["taken_in_at"]
    stated = client.get("/api/v1/deliberation/statements").json()["items"]
    assert stated
    assert all(each["is_taken_in"] for each in stated)


def test_what_has_no_row_of_the_ledger_is_used_and_set_aside_as_the_rest(asked):
    asked.statements.update(contribution=None)
    keeper, statement = asked.initiative.raised_by, asked.statements.get(number=1)

    document(asked.initiative, keeper)
    for kind in Outcome.Kind.values:
        make(statement=statement, kind=kind, by=keeper)
    set_aside(statement=statement, by=keeper, reason="Off topic")

    statement.refresh_from_db()
    assert statement.outcomes.count() == 2
    assert (statement.state, statement.contribution) == ("set_aside", None)


def test_whoever_raised_the_initiative_takes_in_no_file(client, municipality):
    empty = made.deliberation(InitiativeFactory(municipality=municipality))
    client.force_login(empty.initiative.raised_by)
    path = reverse("deliberation:polis_in", args=[empty.pk])

    assert client.get(path).status_code == 403
    keeping = client.get(reverse("deliberation:keep", args=[empty.pk]))
    assert path not in keeping.content.decode()
    assert path not in page(client, empty).content.decode()


@pytest.mark.parametrize("name", SMALL_ENOUGH)
def test_a_real_conversation_that_comes_in_has_the_published_groups(name, municipality):
    came = conversation_of(name)
    empty = made.deliberation(InitiativeFactory(municipality=municipality))

    take_in(deliberation=empty, conversation=came, by=RoleFactory(municipality=municipality).person)
    drawn = draw_map(empty)

    first = {n: each.number for n, each in enumerate(sorted(came.comments, key=number_of), 1)}
    figures = drawn.figures
    assert {
        "sizes": tuple(group["size"] for group in figures["groups"]),
        "agreed": [first[told["statement"]] for told in figures["agreed"]],
        "disagreed": [first[told["statement"]] for told in figures["disagreed"]],
        "represents": [
            [first[told["statement"]] for told in group["says"]] for group in figures["groups"]
        ],
    } == PUBLISHED[name]
    assert recompute(drawn.content).holds


def number_of(comment):
    return comment.number


def test_a_conversation_comes_into_an_empty_deliberation_only(asked):
    came = polis.Conversation(comments=(polis.Comment(0, "More buses"),), votes=())
    facilitator = RoleFactory(municipality=asked.municipality).person

    with pytest.raises(NoEmptyDeliberation):
        take_in(deliberation=asked, conversation=came, by=facilitator)
    with pytest.raises(NotYoursToTakeIn):
        take_in(deliberation=asked, conversation=came, by=asked.initiative.raised_by)
    assert Drawing.objects.count() == 1
