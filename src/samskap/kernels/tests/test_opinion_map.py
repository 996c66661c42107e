"""The map of opinions: what it must be whatever the votes, and what others found in real ones."""

import csv

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskap.config.surroundings import ROOT
from samskap.kernels import opinion_map
from samskap.kernels.opinion_map import (
    NoSuchVote,
    NoVotes,
    TooFewVoters,
    UnlikeLengths,
    draw,
    gather,
    information,
    interval,
    next_for,
)
from samskap.kernels.opinion_map.grouping import EXACT, best_grouping, on_a_grid, silhouettes
from samskap.kernels.opinion_map.naming import kept_names

POLIS = ROOT.parent / "shared" / "data" / "polis"
# What red-dwarf 0.4.0, which follows the published method, finds in these conversations.
PUBLISHED = {
    "15-per-hour-seattle": {
        "sizes": (77, 61),
        "agreed": [45, 12, 11, 48, 2],
        "disagreed": [26],
        "represents": [[24, 9, 28, 20, 46], [28, 25, 46, 20, 24]],
    },
    "brexit-consensus": {
        "sizes": (35, 92, 62),
        "agreed": [14, 1, 17, 19, 16],
        "disagreed": [3, 0, 27, 26, 23],
        "represents": [[17, 10, 11, 5, 12], [8, 13, 7, 2, 4], [21, 11, 7, 6, 8]],
    },
    "canadian-electoral-reform": {
        "sizes": (16, 265),
        "agreed": [1, 89, 0, 11, 2],
        "disagreed": [25, 13, 16, 14, 132],
        "represents": [[24, 13, 29, 44, 22], [44, 29, 22, 43, 13]],
    },
    "scoop-hivemind.biodiversity": {
        "sizes": (68, 373),
        "agreed": [81, 23, 45, 42, 24],
        "disagreed": [205, 128, 79, 96, 40],
        "represents": [[79, 61, 40, 242, 308], [17, 22, 26, 242, 79]],
    },
    "vtaiwan.uberx": {
        "sizes": (936, 282),
        "agreed": [40, 16, 7, 68, 65],
        "disagreed": [30, 156],
        "represents": [[38, 84, 121, 18, 44], [44, 18, 20, 38, 84]],
    },
}


def columns_of(name, file):
    path = POLIS / name / file
    if not path.exists():
        pytest.skip("the real conversations are not at hand: ../shared/data/polis is missing")
    with path.open(encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def two_camps(people=60, statements=12, seed=1):
    """Votes of two camps who answer each other’s opposite, nine times of ten."""
    chance = np.random.default_rng(seed)
    who, what = np.divmod(np.arange(people * statements), statements)
    camp = np.where(who < people // 2, 1, -1)
    side = np.where(what % 3 == 0, 1, camp)  # every third statement unites them
    said = np.where(chance.random(who.size) < 0.9, side, -side)
    return who, what, said


def told(statements):
    return [each.statement for each in statements]


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_real_conversation_is_read_as_the_published_method_reads_it(name):
    votes = sorted(columns_of(name, "votes.csv"), key=lambda row: int(row["timestamp"]))
    moderated = {
        int(row["comment-id"])
        for row in columns_of(name, "comments.csv")
        if row["moderated"] == "-1"
    }
    columns = [[int(row[key]) for row in votes] for key in ("voter-id", "comment-id", "vote")]

    found = draw(gather(*columns), left_out=moderated)

    assert {
        "sizes": found.sizes,
        "agreed": told(found.agreed),
        "disagreed": told(found.disagreed),
        "represents": [told(each) for each in found.represents],
    } == PUBLISHED[name]


def test_two_camps_are_found_and_what_unites_them():
    found = draw(gather(*two_camps()))

    assert found.sizes == (30, 30)
    assert set(np.argsort(-found.across)[:4]) == {0, 3, 6, 9}
    assert found.silhouette > 0.7


def test_order_of_people_and_statements_changes_nothing():
    who, what, said = two_camps()
    order = np.random.default_rng(2).permutation(who.size)

    one, other = draw(gather(who, what, said)), draw(gather(who[order], what[order], said[order]))

    assert one.groups.tolist() == other.groups.tolist()
    assert one.represents == other.represents
    assert np.allclose(one.positions, other.positions)


@given(st.integers(1, 2_000), st.sampled_from([-1, 0, 1]))
@settings(max_examples=10)
def test_a_thousand_votes_of_one_actor_count_as_the_last_of_them(times, last):
    who, what, said = two_camps()
    shouting = np.append(np.resize([1, -1], times), last)
    loud = [
        np.append(each, more)
        for each, more in (
            (who, np.full(shouting.size, 5)),
            (what, np.full(shouting.size, 1)),
            (said, shouting),
        )
    ]
    quiet = said.copy()
    quiet[(who == 5) & (what == 1)] = last

    assert draw(gather(*loud)).across.tolist() == draw(gather(who, what, quiet)).across.tolist()


@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(-40, 5), st.sampled_from([-1, 0, 1])), min_size=1
    )
)
def test_the_last_vote_of_each_on_each_counts(rows):
    votes = gather(*zip(*rows, strict=True))

    last = {(who, what): said for who, what, said in rows}
    table = votes.cells.tocoo()
    assert last == {
        (int(votes.participants[row]), int(votes.statements[column])): int(said)
        for row, column, said in zip(table.row, table.col, table.data, strict=True)
    }


def test_a_statement_that_was_moderated_out_moves_and_represents_nobody():
    who, what, said = two_camps()

    without = draw(gather(who, what, said), left_out={1})

    assert not any(each.statement == 1 for group in without.represents for each in group)
    assert np.allclose(without.components.axes[:, 1], 0)


def test_groups_keep_their_numbers_while_their_people_stay():
    first = draw(gather(*two_camps()))
    names = dict(zip(first.votes.participants.tolist(), first.groups.tolist(), strict=True))
    turned = {key: 1 - name for key, name in names.items()}

    assert draw(gather(*two_camps()), before=names).names == (0, 1)
    assert draw(gather(*two_camps()), before=turned).names == (1, 0)


def test_a_new_group_gets_a_number_that_is_free():
    people, groups = np.arange(6), np.array([0, 0, 1, 1, 2, 2], dtype=np.int32)

    assert kept_names(people, groups, 3, {0: 1, 1: 1, 2: 0, 3: 0}) == (1, 0, 2)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=24).filter(
        lambda found: len(set(found)) > 1
    )
)
def test_nobody_is_told_of_a_group_without_members(where):
    """Many who vote alike stand at the same place, and groups begin beside each other."""
    found = best_grouping(np.array(where, dtype=float))

    assert set(found.labels.tolist()) == set(range(len(found.centres)))
    assert len(found.centres) >= 2


def test_the_silhouette_on_a_grid_is_nearly_the_exact_one():
    chance = np.random.default_rng(3)
    middles = np.array([[0, 0], [3, 1], [1, 4]])
    points = middles[chance.integers(0, 3, EXACT)] + chance.normal(0, 0.8, (EXACT, 2))
    found = best_grouping(points)
    nodes, weights, _labels = on_a_grid(points, found.labels[None])

    assert weights.sum() == EXACT
    assert len(nodes) < EXACT
    exact = silhouettes(points, [found.labels])[0]
    twice = silhouettes(np.repeat(points, 2, axis=0), [np.repeat(found.labels, 2)])[0]
    assert abs(exact - twice) < 0.002


def test_a_share_of_few_is_less_sure_than_one_of_many():
    few, many = (interval(np.array([0.8 * n]), np.array([float(n)])) for n in (5, 500))

    assert few[0][0] < many[0][0] < 0.8 < many[1][0] < few[1][0]
    assert [each.tolist() for each in interval(np.zeros(1), np.zeros(1))] == [[0.0], [1.0]]


def test_wilsons_interval_is_that_of_the_tables():
    low, high = interval(np.array([8.0]), np.array([10.0]))

    assert (round(low[0], 4), round(high[0], 4)) == (0.4902, 0.9433)


def test_few_in_groups_are_said_to_be_few():
    assert draw(gather(*two_camps(people=10))).is_of_few
    assert not draw(gather(*two_camps())).is_of_few


def test_what_few_have_seen_says_more_and_popularity_says_nothing():
    who, what, said = two_camps()
    rarely = (what != 4) | (who % 5 == 0)  # 4 is like 1, but a fifth have seen it
    turned = np.where(what == 7, -said, said)  # whoever agreed with 7 disagrees

    weights = information(draw(gather(who[rarely], what[rarely], said[rarely])))

    assert weights[4] == weights.max()
    assert np.allclose(
        information(draw(gather(who, what, said))), information(draw(gather(who, what, turned)))
    )


def test_the_next_statement_is_one_that_was_not_seen_and_in_the_end_none():
    weights, seen = np.array([0.0, 3.0, 1.0, 0.0]), np.zeros(4, dtype=bool)
    shown = []
    while (place := next_for("somebody", seen, weights)) is not None:
        assert place == next_for("somebody", seen, weights)
        shown.append(place)
        seen[place] = True

    assert sorted(shown) == [0, 1, 2, 3]
    assert set(shown[:2]) == {1, 2}


def test_statements_are_drawn_by_their_weights():
    weights, nothing = np.array([1.0, 3.0]), np.zeros(2, dtype=bool)
    shown = [next_for(str(number), nothing, weights) for number in range(4_000)]

    assert abs(sum(shown) / 4_000 - 0.75) < 0.03  # more than four standard deviations


@pytest.mark.parametrize(
    ("columns", "fault"),
    [
        (([], [], []), NoVotes),
        (([1], [1], [2]), NoSuchVote),
        (([1, 2], [1], [1]), UnlikeLengths),
    ],
)
def test_votes_that_mean_nothing_are_refused(columns, fault):
    with pytest.raises(fault):
        gather(*columns)


def test_nobody_apart_from_others_makes_no_groups():
    with pytest.raises(TooFewVoters):
        draw(gather([1, 2], [1, 1], [1, 1]))


def test_it_says_which_formula_it_is():
    assert opinion_map.FORMULA == "opinion_map 1.0"
