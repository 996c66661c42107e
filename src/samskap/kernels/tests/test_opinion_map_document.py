"""A published map is drawn again, goes out and in by Polis’s files, and takes one more vote."""

import json
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskap.kernels.errors import WrongDocument
from samskap.kernels.opinion_map import NoSuchVote, Standing, draw, gather, polis
from samskap.kernels.opinion_map.document import (
    describe,
    document_of,
    drawn_from,
    evidence_from,
    frame_of,
    recompute,
)
from samskap.kernels.opinion_map.drawing import enough_votes
from samskap.kernels.opinion_map.picturing import dots_of, outline_of
from samskap.kernels.opinion_map.telling import counts_of
from samskap.kernels.tests.test_opinion_map import POLIS, PUBLISHED, columns_of, told, two_camps


def document(columns=None, **given):
    """Write a map of two camps down, through JSON and back."""
    who, what, said = columns or two_camps()
    evidence, _people = evidence_from((who, what, said), statements=range(12), **given)
    return json.loads(json.dumps(document_of(evidence, drawn_from(evidence))))


def conversation_of(name):
    columns_of(name, "votes.csv")  # skips where it is not at hand
    return polis.read(
        {file.name: file.read_text(encoding="utf-8") for file in (POLIS / name).glob("*.csv")}
    )


def test_a_true_file_gives_the_same_map_again():
    published = document(before={5: 1, 6: 1})
    again = recompute(published)

    assert again.holds
    assert json.dumps(again.drawing) == json.dumps(published["drawing"])
    said = describe(again).splitlines()
    assert said[0] == "yes  participants"
    assert said[-2] == "     Groups of 30, 30; silhouette 0.724"
    assert said[-1] == "     Every group says the same of these statements: 6, 0, 9, 3"


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda doc: doc["drawing"].update(common=[]), ["common"]),
        (lambda doc: doc["drawing"]["groups"][0].update(size=31), ["groups"]),
        (lambda doc: doc["participants"].pop(), ["participants", "votes"]),
        (lambda doc: doc["statements"][0].update(left_out=True), ["statements", "common"]),
    ],
)
def test_what_was_changed_comes_to_light(change, wrong):
    published = document()
    change(published)

    assert {check.what for check in recompute(published).checks if not check.holds} >= {*wrong}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda doc: doc.update(format="another/1"), "format is 'another/1'; it must be"),
        (lambda doc: doc.pop("drawing"), "drawing is missing"),
        (lambda doc: doc.update(participants=[]), "participants is empty; it must be"),
        (lambda doc: doc["statements"].reverse(), "statements is [{"),
        (
            lambda doc: doc["participants"][2].update(votes="++"),
            "participants[2].votes is '++'; it must be one of + - 0 . for each statement",
        ),
        (lambda doc: doc["participants"][0].update(votes="x" * 12), "participants[0].votes is"),
    ],
)
def test_a_file_of_another_sort_is_refused_with_its_place(change, words):
    wrong = document()
    change(wrong)

    with pytest.raises(WrongDocument) as refusal:
        recompute(wrong)
    assert str(refusal.value).startswith(words)


def test_a_small_group_has_a_name_and_nothing_else():
    who, what = np.divmod(np.arange(33 * 12), 12)
    published = document((who, what, np.where((who < 3) & (what > 5), -1, 1)))

    small, large = sorted(published["drawing"]["groups"], key=len)
    assert (small.keys(), large["size"]) == ({"name"}, 30)
    place = published["drawing"]["groups"].index(small)
    assert all(each["groups"][place] is None for each in published["drawing"]["statements"])
    assert {dot[3] for dot in published["drawing"]["dots"]} == {1 - place}


def test_rows_stand_in_the_order_that_was_asked_for():
    order = {person: -person for person in range(60)}
    evidence, people = evidence_from(two_camps(), statements=range(12), order=order)

    assert people == [*range(59, -1, -1)]
    assert drawn_from(evidence).sizes == (30, 30)


@given(st.lists(st.integers(0, 2), min_size=1, max_size=400), st.integers(2, 9))
def test_every_dot_is_of_enough_people_and_everybody_is_in_one(groups, least):
    labels = np.array(groups, dtype=np.int32) - 1
    points = np.random.default_rng(1).normal(0, 1, (len(groups), 2))
    dots = [*dots_of(points, labels, least)]

    assert all(dot.people >= least for dot in dots)
    shown = Counter()
    for dot in dots:
        shown[dot.group] += dot.people
    sizes = Counter(groups)
    assert shown == {group: sizes[group + 1] for group in (0, 1) if sizes[group + 1] >= least}


def test_an_outline_goes_around_all_points():
    square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]

    assert outline_of([*square, (0.5, 0.5), (0.5, 0.0)]) == square
    assert outline_of([(1.0, 1.0), (1.0, 1.0)]) == [(1.0, 1.0)]


@given(
    st.lists(
        st.tuples(st.integers(0, 65), st.integers(0, 13), st.sampled_from([-1, 0, 1])),
        max_size=60,
    )
)
@settings(max_examples=25, deadline=None)
def test_one_vote_after_another_counts_as_all_of_them_together(more):
    who, what, said = (each[: 12 * 50] for each in two_camps())  # ten have not come yet
    found = draw(gather(who, what, said))
    standing = Standing(found)
    for each in more:
        standing.vote(*each)
    together = np.array([*zip(who, what, said, strict=True), *more])
    after = gather(*together.T)

    rows = range(len(after.participants))
    placed = [standing.frame.place_of(own_votes(after, row)) for row in rows]
    labels = np.array([place.group for place in placed], dtype=np.int32)
    counted, _everybody = counts_of(after, labels, 2)
    known = standing.counts.seen.any(axis=0)
    order = [standing._column_of[int(key)] for key in after.statements]
    assert known.sum() == counted.seen.any(axis=0).sum()
    for ours, theirs in zip(
        (standing.counts.agree, standing.counts.disagree, standing.counts.seen),
        (counted.agree, counted.disagree, counted.seen),
        strict=True,
    ):
        assert ours[:, order].tolist() == theirs.tolist()
    assert standing.across.shape == (standing.counts.seen.shape[1],)


def own_votes(votes, row):
    """Read the votes of one row, statement → vote."""
    cells = votes.cells[[row]].tocoo()
    return dict(zip(votes.statements[cells.col].tolist(), cells.data.tolist(), strict=True))


def test_a_standing_places_people_where_the_drawing_placed_them():
    found = draw(gather(*two_camps()), left_out={1})
    frame = Standing(found).frame
    for row in (0, 31, 59):
        place = frame.place_of(own_votes(found.votes, row))
        assert (place.x, place.y) == pytest.approx(tuple(found.positions[row]))
        assert place.group == found.groups[row]


def test_whoever_has_voted_on_too_few_is_placed_in_no_group():
    standing = Standing(draw(gather(*two_camps())))
    places = [standing.vote(99, statement, 1) for statement in range(8)]

    enough = enough_votes(12)
    assert [place.group for place in places[: enough - 1]] == [-1] * (enough - 1)
    assert places[enough].group in (0, 1)
    with pytest.raises(NoSuchVote):
        standing.vote(99, 1, 2)


def test_a_published_map_places_somebody_as_the_map_itself_does():
    evidence, _people = evidence_from(two_camps(), statements=range(12), left_out=[1])
    found = drawn_from(evidence)
    published = json.loads(json.dumps(document_of(evidence, found)))
    frame = frame_of(published["drawing"], left_out=[1], centres=found.centres)

    own = own_votes(found.votes, 3)
    place, exact = frame.place_of(own), Standing(found).frame.place_of(own)
    assert (place.x, place.y) == pytest.approx((exact.x, exact.y), abs=1e-4)
    assert place.group == exact.group == found.groups[3]


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_real_conversation_goes_out_and_in_again_by_the_files_of_polis(name):
    came = conversation_of(name)
    found = draw(gather(*came.columns), left_out=came.left_out)
    groups = dict(zip(found.votes.participants.tolist(), found.groups.tolist(), strict=True))

    files = polis.write(came, at=1_700_000_000_000)
    again = polis.read(files)

    assert again.comments == tuple(came.comments)
    assert again.left_out == came.left_out
    once_more = draw(gather(*again.columns), left_out=again.left_out)
    assert groups == dict(
        zip(once_more.votes.participants.tolist(), once_more.groups.tolist(), strict=True)
    )
    assert {
        "sizes": once_more.sizes,
        "agreed": told(once_more.agreed),
        "disagreed": told(once_more.disagreed),
        "represents": [told(each) for each in once_more.represents],
    } == PUBLISHED[name]


def test_a_real_conversation_is_drawn_again_from_its_file():
    came = conversation_of("brexit-consensus")
    evidence, _people = evidence_from(
        came.columns,
        statements=sorted(each.number for each in came.comments),
        left_out=came.left_out,
    )
    published = json.loads(json.dumps(document_of(evidence, drawn_from(evidence))))

    assert recompute(published).holds
    assert [each["statement"] for each in published["drawing"]["agreed"]] == PUBLISHED[
        "brexit-consensus"
    ]["agreed"]


def test_files_of_polis_tell_neither_when_nor_who_wrote():
    came = polis.Conversation(
        comments=(polis.Comment(0, "More buses, please", at=86_400_000), polis.Comment(3, "No")),
        votes=((4, 0, 1), (2, 3, -1), (4, 0, 0), (2, 0, 1)),
        topic="Buses",
        groups={2: 0},
    )
    files = polis.write(came, at=1_700_000_000_000)

    assert files["votes.csv"].splitlines() == [
        "timestamp,datetime,comment-id,voter-id,vote",
        "1700000000000,Tue Nov 14 22:13:20 UTC 2023,0,2,1",
        "1700000000000,Tue Nov 14 22:13:20 UTC 2023,3,2,-1",
        "1700000000000,Tue Nov 14 22:13:20 UTC 2023,0,4,0",
    ]
    assert files["comments.csv"].splitlines()[1] == (
        '86400000,Fri Jan 02 00:00:00 UTC 1970,0,5,1,0,1,false,false,"More buses, please"'
    )
    assert files["participants-votes.csv"].splitlines() == [
        "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,3",
        "2,0,0,2,1,1,1,-1",
        "4,,0,1,0,0,0,",
    ]
    assert files["summary.csv"].splitlines()[:2] == ["topic,Buses", "voters,2"]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"comments.csv": "comment-id,comment-body\n"}, "votes.csv is missing"),
        ({"votes.csv": "", "comments.csv": "id\n"}, "comments.csv has no column “comment-id”"),
        (
            {
                "comments.csv": "comment-id,comment-body\n0,Yes\n0,No\n",
                "votes.csv": "voter-id,comment-id,vote\n",
            },
            "comments.csv: two statements have the same comment-id",
        ),
        (
            {
                "comments.csv": "comment-id,comment-body\n0,Yes\n",
                "votes.csv": "voter-id,comment-id,vote\n1,0,3\n",
            },
            "votes.csv, row 2: vote is 3; it must be 1, 0 or -1",
        ),
        (
            {
                "comments.csv": "comment-id,comment-body\n0,Yes\n",
                "votes.csv": "voter-id,comment-id,vote\nAda,0,1\n",
            },
            "votes.csv, row 2: voter-id is “Ada”; it must be a whole number",
        ),
    ],
)
def test_files_that_are_no_conversation_are_refused_with_their_place(files, words):
    with pytest.raises(WrongDocument) as refusal:
        polis.read(files)
    assert str(refusal.value) == words


@pytest.mark.parametrize("text", ["=1+1", "-5 is enough", "'=1+1", "@all", "'quoted' words"])
def test_no_spreadsheet_takes_a_statement_for_a_formula_and_its_words_come_back(text):
    came = polis.Conversation((polis.Comment(0, text),), ((0, 0, 1),), topic=text, about=text)

    files = polis.write(came, at=0)
    again = polis.read(files)

    assert not {",=", ",-5", ",@"} & {files["comments.csv"].splitlines()[1][-len(text) - 1 :][:2]}
    assert (again.comments[0].text, again.topic, again.about) == (text, text, text)


@pytest.mark.parametrize(
    "comments",
    [
        "timestamp,comment-id,comment-body\n1700000000000000,0,Yes\n",
        f"comment-id,{'x' * 200_000}\n",
    ],
)
def test_moments_beyond_all_days_and_endless_headings_are_refused(comments):
    with pytest.raises(WrongDocument):
        polis.read({"comments.csv": comments, "votes.csv": "voter-id,comment-id,vote\n"})
