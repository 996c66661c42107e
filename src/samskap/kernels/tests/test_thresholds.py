from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.deadlines import Period
from samskap.kernels.errors import (
    LooserThanTheFormula,
    NegativeCount,
    NotAShare,
    UnknownWord,
)
from samskap.kernels.thresholds import (
    SCHEMES,
    USUAL,
    Population,
    eased,
    scheme_named,
    threshold,
)

NORWAY, COUNTY = scheme_named("no-municipality"), scheme_named("no-county")
EGEDAL, COPENHAGEN = scheme_named("dk-egedal"), scheme_named("dk-kobenhavn")


def residents(persons):
    return Population(persons, date(2024, 1, 1), "SSB 07459")


@pytest.mark.parametrize(
    ("scheme", "persons", "signatures", "by"),
    [
        (NORWAY, 6500, 130, "share"),  # SC-13
        (NORWAY, 53_712, 300, "always_enough"),  # Bodø 2024: two percent are 1 075
        (NORWAY, 6501, 131, "share"),  # 130.02 is not enough with 130
        (NORWAY, 14_950, 299, "share"),
        (NORWAY, 14_951, 300, "always_enough"),
        (NORWAY, 215, 5, "share"),  # Utsira, 4.3
        (NORWAY, 0, 1, "share"),
        (COUNTY, 24_000, 480, "share"),
        (COUNTY, 243_000, 500, "always_enough"),
        (EGEDAL, 44_000, 400, "always_enough"),
        (COPENHAGEN, 660_000, 5000, "always_enough"),
    ],
)
def test_the_number_is_the_laws_and_the_count_of_residents_comes_along(
    scheme, persons, signatures, by
):
    found = threshold(scheme, residents(persons))

    assert (found.signatures, found.by, found.population) == (signatures, by, residents(persons))
    assert found.source == scheme.source


def test_where_nobody_was_counted_the_number_that_always_suffices_is_asked_for():
    assert threshold(NORWAY, None).signatures == 300
    assert threshold(NORWAY, None).by == "unknown"


def test_the_danish_schemes_say_what_their_municipalities_say():
    assert (EGEDAL.window, EGEDAL.least_age, EGEDAL.needs_e_id) == (Period(months=3), 15, True)
    assert (COPENHAGEN.window, COPENHAGEN.least_age) == (Period(days=180), 15)
    assert {SCHEMES[key].country for key in USUAL.values()} == set(USUAL)


def test_a_law_may_be_made_easier():
    assert threshold(eased(NORWAY, always_enough=100), residents(53_712)).signatures == 100
    assert threshold(eased(NORWAY, share=100), residents(6500)).signatures == 65


@pytest.mark.parametrize("harder", [{"always_enough": 301}, {"share": 201}])
def test_a_law_is_never_made_harder(harder):
    with pytest.raises(LooserThanTheFormula):
        eased(NORWAY, **harder)


def test_a_municipality_chooses_the_numbers_of_its_own_scheme():
    assert eased(EGEDAL, always_enough=900).always_enough == 900


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"share": 0}, NotAShare),
        ({"share": 10_001}, NotAShare),
        ({"always_enough": 0}, NegativeCount),
    ],
)
def test_numbers_that_mean_nothing_are_refused(wrong, error):
    with pytest.raises(error):
        eased(EGEDAL, **wrong)


def test_an_unknown_scheme_and_fewer_residents_than_none_are_refused():
    with pytest.raises(UnknownWord):
        scheme_named("se-lund")
    with pytest.raises(NegativeCount):
        threshold(NORWAY, residents(-1))


@given(persons=st.integers(1, 2_000_000))
def test_one_signature_fewer_is_less_than_two_percent_and_less_than_three_hundred(persons):
    needed = threshold(NORWAY, residents(persons)).signatures

    assert needed * 50 >= persons or needed == 300
    assert (needed - 1) * 50 < persons
    assert needed <= 300
