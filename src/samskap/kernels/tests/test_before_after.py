import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.before_after import Mean, OutsideTheScale, Reply, means_by_role
from samskap.kernels.errors import UnknownWord

ROLES = ("politician", "resident")
replies = st.lists(
    st.builds(
        Reply,
        role=st.sampled_from(ROLES),
        scores=st.tuples(st.integers(1, 5), st.integers(1, 5)),
    ),
    max_size=20,
)


def said(role, *scores):
    return [Reply(role, (score,)) for score in scores]


def test_means_by_role_and_of_everybody():
    by_role, everybody = means_by_role(
        [*said("politician", 1, 2, 3, 4, 5), *said("resident", 5, 5, 5, 4, 4, 4)],
        questions=1,
        roles=ROLES,
    )

    assert by_role == {"politician": Mean((3.0,), 5), "resident": Mean((4.5,), 6)}
    assert everybody == Mean((42 / 11,), 11)


def test_four_politicians_are_hidden_and_so_are_the_residents_that_would_give_them_away():
    by_role, everybody = means_by_role(
        [*said("politician", 1, 1, 1, 1), *said("resident", 5, 5, 5, 5, 5, 5)],
        questions=1,
        roles=ROLES,
    )

    assert by_role == {"politician": Mean(None, None), "resident": Mean(None, None)}
    assert everybody == Mean((3.4,), 10)


def test_where_only_one_role_replied_everybody_is_that_role():
    by_role, everybody = means_by_role(said("resident", 4, 4, 4, 4, 4), questions=1, roles=ROLES)

    assert by_role == {"politician": Mean(None, None), "resident": Mean((4.0,), 5)}
    assert everybody == Mean((4.0,), 5)


def test_nobody_gives_no_figure():
    by_role, everybody = means_by_role([], questions=1, roles=ROLES)

    assert by_role == dict.fromkeys(ROLES, Mean(None, None))
    assert everybody == Mean(None, None)


@pytest.mark.parametrize("scores", [(0,), (6,), (), (3, 3)])
def test_what_is_not_on_the_scale_means_nothing(scores):
    with pytest.raises(OutsideTheScale):
        means_by_role([Reply("resident", scores)], questions=1, roles=ROLES)


def test_an_unknown_role_means_nothing():
    with pytest.raises(UnknownWord):
        means_by_role(said("mayor", 3), questions=1, roles=ROLES)


@given(replies=replies)
def test_no_group_of_one_to_four_is_ever_shown_or_left_over(replies):
    by_role, everybody = means_by_role(replies, questions=2, roles=ROLES)

    shown = [mean.n for mean in by_role.values() if mean.of]
    assert all(n >= 5 for n in shown)
    if everybody.n is not None:
        assert everybody.n - sum(shown) == 0 or everybody.n - sum(shown) >= 5
    assert all(mean.of is None for mean in by_role.values() if not mean.n)
