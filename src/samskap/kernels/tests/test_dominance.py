from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.dominance import (
    Alone,
    Judgement,
    Skew,
    Tally,
    Unit,
    Voice,
    dominance,
    judgement_of,
    tally,
)
from samskap.kernels.errors import ImpossibleCounts, NegativeCount

VECTORS = [
    ([30, 5, 4, 3, 2, 2, 1, 1, 1, 1], "0.3848", "0.3164", "0.60", Judgement.DOMINATED),
    ([5] * 10, "0.10", "0", "0.10", Judgement.OK),
    ([14, 12, 4, 4, 3, 3, 3, 3, 2, 2], "0.1664", "0.0738", "0.28", Judgement.WATCH),
]


def speaking(units, *, name="unit {}"):
    return [Voice(f"person {n}", said, name.format(n)) for n, said in enumerate(units)]


@pytest.mark.parametrize("name", ["unit {}", ""])
@pytest.mark.parametrize(("units", "h", "spread", "top", "says"), VECTORS)
def test_the_vectors_come_out_for_organisations_and_for_people(units, h, spread, top, says, name):
    found = dominance(tally(speaking(units, name=name)))

    assert found.concentration == Fraction(h)
    assert round(float(found.spread), 4) == float(spread)
    assert found.top == Fraction(top)
    assert found.judgement is says
    assert found.top_key == ("unit 0" if name else "")
    assert found.undeclared == (0 if name else 1)


def test_an_operator_with_18_percent_of_the_voice_is_ok():
    rest = [5, 5, 5, 5, 5, 5, 5, 5] + [1] * 42

    found = dominance(tally([Voice("director", 18, "operator"), *speaking(rest)]))

    assert (found.top, found.top_key) == (Fraction(18, 100), "operator")
    assert (found.judgement, found.skews, found.is_campaign) == (Judgement.OK, (), False)


@pytest.mark.parametrize(
    ("units", "persons", "says"),
    [("19.8", 10, Judgement.TOO_LITTLE), (20, 9, Judgement.TOO_LITTLE), (20, 10, Judgement.OK)],
)
def test_nothing_is_judged_below_20_units_or_10_persons(units, persons, says):
    found = dominance(tally(speaking([Fraction(units) / persons] * persons)))

    assert found.judgement is says
    assert (found.top is None) == (says is Judgement.TOO_LITTLE)


@pytest.mark.parametrize(
    ("top", "spread", "says"),
    [
        ("0.2499", "0.1499", Judgement.OK),
        ("0.25", "0", Judgement.WATCH),
        ("0", "0.15", Judgement.WATCH),
        ("0.40", "0", Judgement.DOMINATED),
        ("0", "0.25", Judgement.DOMINATED),
    ],
)
def test_each_threshold_belongs_to_what_is_above_it(top, spread, says):
    assert judgement_of(Fraction(top), Fraction(spread)) is says


def test_a_unit_with_five_adopted_items_and_twice_its_share_is_skewed():
    others = [Voice(f"person {n}", 2, "", adopted=1) for n in range(5)]
    silent = [Voice(f"listener {n}", 2) for n in range(14)]

    def taken(items):
        return dominance(tally([Voice("bo", 3, "operator", items), *others, *silent])).skews

    assert taken(5) == (Skew("operator", Fraction(5, 10) / Fraction(1, 20)),)
    assert taken(4) == ()  # too few of its own, though a fifth of the people would be four times


def test_whoever_speaks_alone_can_be_skewed_and_is_not_named():
    many = [Voice(f"person {n}", 2) for n in range(11)]

    assert dominance(tally([*many, Voice("ada", 2, "", 5)])).skews == (Skew("", Fraction(12)),)


def test_a_third_of_the_same_letter_is_a_campaign_and_counts_as_much_as_before():
    letter = "We want the evening bus back on every weekday, {}"
    own = [f"Number {n} needs {'a b c d e f g'.split()[n]} quite different thing" for n in range(7)]
    names = ["says Ada", "says Bo", "says Ola"]
    voices = speaking([2] * 10)

    found = dominance(tally(voices, [*own, *(letter.format("") + name for name in names)]))

    assert (found.duplicates, found.is_campaign) == (Fraction(0), False)  # 0.8 is not reached
    same = dominance(tally(voices, [*own, *[letter] * 3]))
    assert (same.duplicates, same.is_campaign) == (Fraction(3, 10), True)
    assert same.concentration == found.concentration


def test_somebody_who_speaks_in_two_names_is_one_person():
    counted = tally([Voice("ada", 1), Voice("ada", 2, "choir"), Voice("ada", 2, "choir")])

    assert counted.persons == 1
    assert counted.units == (Unit("choir", Fraction(4), 1),)
    assert counted.alone == Alone(1, Fraction(1), Fraction(1), Fraction(1))


@pytest.mark.parametrize(
    "wrong",
    [
        Tally(statements=1, alike=2),
        Tally(alone=Alone(1, Fraction(1), Fraction(1), Fraction(2)), persons=1),
        Tally(alone=Alone(2, Fraction(2), Fraction(5), Fraction(1)), persons=2),
        Tally(units=(Unit("choir", Fraction(3), 2),), persons=3),
        Tally(units=(Unit("choir", Fraction(3), 2),), persons=1),
    ],
)
def test_counts_that_cannot_be_are_refused(wrong):
    with pytest.raises(ImpossibleCounts):
        dominance(wrong)


def test_less_than_nothing_is_refused():
    with pytest.raises(NegativeCount):
        tally([Voice("ada", -1)])


voices = st.lists(
    st.builds(
        Voice,
        person=st.sampled_from([f"person {n}" for n in range(14)]),
        units=st.fractions(min_value=0, max_value=40, max_denominator=5),
        unit=st.sampled_from(["", "", "operator", "choir", "villages"]),
        adopted=st.integers(0, 6),
    ),
    max_size=40,
)


@given(voices.flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_the_order_of_voices_does_not_matter(both):
    one, other = both

    assert dominance(tally(one)) == dominance(tally(other))


@given(voices)
def test_figures_keep_their_bounds(some):
    found = dominance(tally(some))

    if found.judgement is Judgement.TOO_LITTLE:
        assert found.top is None
        return
    assert 0 < found.top <= 1
    assert 0 <= found.spread <= 1
    assert Fraction(1, found.speakers) <= found.concentration <= found.top
    assert 0 <= found.undeclared <= 1
    assert all(skew.lift >= 2 for skew in found.skews)


@given(st.lists(st.integers(1, 9), min_size=10, max_size=30))
def test_one_unit_alone_has_all_of_it(units):
    found = dominance(tally(Voice(f"person {n}", 2 * u, "council") for n, u in enumerate(units)))

    assert (found.concentration, found.spread, found.top) == (1, 1, 1)
    assert found.judgement is Judgement.DOMINATED
