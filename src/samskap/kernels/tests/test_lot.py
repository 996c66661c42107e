"""The pool, the legacy way, the draw that anyone can check, and who steps in."""

from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.errors import ImpossibleCounts, NamedTwice, NegativeCount
from samskap.kernels.lot import (
    Entrant,
    Lottery,
    NoSeed,
    NotInThePanel,
    Pool,
    Quota,
    TooFew,
    UnknownValue,
    Way,
    commitment,
    draw,
    fingerprint,
    number_of,
    plan,
    seed_with,
    without,
)

SEXES = (Quota("sex", "woman", 2, 3), Quota("sex", "man", 1, 2))


def people(women: int, men: int) -> tuple[Entrant, ...]:
    """Make a pool of so many women and men."""
    sexes = ["woman"] * women + ["man"] * men
    return tuple(Entrant(f"p{number:02}", {"sex": sex}) for number, sex in enumerate(sexes))


def test_every_panel_of_the_legacy_way_keeps_the_quotas():
    pool = Pool(4, SEXES, people(4, 6))
    lottery = plan(pool, Way.LEGACY_GREEDY, panels=50)
    sex = {one.key: one.features["sex"] for one in pool.entrants}
    assert {len(panel) for panel in lottery.panels} == {4}
    assert {Counter(sex[key] for key in panel)["woman"] for panel in lottery.panels} <= {2, 3}
    assert sum(lottery.chances.values()) == pytest.approx(4)
    assert lottery.least <= lottery.bound


def test_no_two_of_a_household_sit_in_one_panel():
    entrants = tuple(
        Entrant(
            f"p{number}", {"sex": "woman" if number % 3 else "man"}, household=f"h{number // 2}"
        )
        for number in range(12)
    )
    pool = Pool(4, SEXES, entrants, one_per_household=True)
    home = {one.key: one.household for one in entrants}
    for panel in plan(pool, Way.LEGACY_GREEDY, panels=50).panels:
        assert len({home[key] for key in panel}) == 4


@given(order=st.permutations(range(10)), seed=st.integers(0, 3))
def test_the_order_of_entrants_and_quotas_does_not_matter(order, seed):
    entrants = people(4, 6)
    turned = Pool(4, SEXES[::-1], tuple(entrants[number] for number in order))
    lottery = plan(Pool(4, SEXES, entrants), Way.LEGACY_GREEDY, panels=5, seed=seed)
    assert plan(turned, Way.LEGACY_GREEDY, panels=5, seed=seed) == lottery


def test_a_pool_that_cannot_mean_anything_is_refused():
    with pytest.raises(NegativeCount):
        Pool(0, SEXES, people(4, 6))
    with pytest.raises(NamedTwice):
        Pool(4, SEXES, people(4, 6) * 2)
    with pytest.raises(NamedTwice):
        Pool(4, SEXES * 2, people(4, 6))
    with pytest.raises(UnknownValue):
        Pool(1, SEXES, (Entrant("p", {"sex": "neither"}),))
    with pytest.raises(UnknownValue):
        Pool(1, SEXES, (Entrant("p", {}),))
    with pytest.raises(TooFew):
        Pool(4, SEXES, people(2, 1))
    together = tuple(Entrant(one.key, one.features, "home") for one in people(4, 6))
    with pytest.raises(TooFew):
        Pool(4, SEXES, together, one_per_household=True)
    with pytest.raises(NegativeCount):
        Quota("sex", "man", -1, 2)
    with pytest.raises(ImpossibleCounts):
        Quota("sex", "man", 3, 2)


def test_the_number_can_be_worked_out_by_hand():
    lottery = Lottery((("a",), ("b",), ("c",)), {"a": 1 / 3}, 1 / 3, Way.MAXIMIN, "lot 1.0")
    number = int(sha256(b"samskap-lot number:4711").hexdigest(), 16) % 3 + 1
    assert draw(lottery, "4711").number == number == number_of("4711", 3)
    assert draw(lottery, "4711").panel == lottery.panels[number - 1]
    assert commitment("4711") == sha256(b"samskap-lot commitment:4711").hexdigest()
    assert fingerprint(lottery.panels) == sha256(b'[["a"],["b"],["c"]]').hexdigest()
    assert (seed_with("secret", ""), seed_with("secret", "3 5 1")) == ("secret", "secret+3 5 1")
    with pytest.raises(NoSeed):
        draw(lottery, "")


def test_whoever_steps_in_keeps_the_quotas_with_those_who_stay():
    entrants = tuple(
        Entrant(one.key, one.features, household=f"h{number // 2}")
        for number, one in enumerate(people(4, 6))
    )
    pool = Pool(4, SEXES, entrants, one_per_household=True)
    panel, leaving = ("p00", "p02", "p04", "p06"), {"p02"}
    left = without(pool, panel, leaving)
    assert left.size == 1
    assert [(one.least, one.most) for one in left.quotas] == [(1, 2), (0, 0)]
    # p01, p05 and p07 live with somebody who stays; p03 lives with p02, who leaves.
    assert {one.key for one in left.entrants} == {"p03", "p08", "p09"}
    (newcomer,) = draw(plan(left, Way.LEGACY_GREEDY, panels=1), "seed").panel
    assert newcomer == "p03"
    with pytest.raises(NotInThePanel):
        without(pool, panel, {"p09"})
    with pytest.raises(NotInThePanel):
        without(pool, ("stranger",), {"stranger"})
