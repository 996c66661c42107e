import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samskap.kernels.orgnumber import danish_number, norwegian_number

BOTH = [(norwegian_number, 8), (danish_number, 7)]
either = st.sampled_from(BOTH)


@st.composite
def a_good_number(draw):
    read, free_digits = draw(either)
    front = draw(st.text("0123456789", min_size=free_digits, max_size=free_digits))
    good = [front + last for last in "0123456789" if read(front + last)]
    assume(good)  # where the check digit would be ten, no number is given out
    assert len(good) == 1
    return read, good[0]


@pytest.mark.parametrize(
    "written", ["123456785", "123 456 785", "NO 123 456 785 MVA", " 123.456.785 ", "123456785mva"]
)
def test_a_norwegian_number_as_people_write_it(written):
    assert norwegian_number(written) == "123456785"


@pytest.mark.parametrize("written", ["13748136", "13-74-81-36", "DK 13 74 81 36", "dk13748136"])
def test_a_danish_number_as_people_write_it(written):
    assert danish_number(written) == "13748136"


@pytest.mark.parametrize(
    "written",
    ["", "12345678", "1234567850", "123456784", "000000000", "SE123456785", "a23456785",
     "١٢٣٤٥٦٧٨٥"],
)  # fmt: skip
def test_what_is_no_norwegian_number(written):
    assert norwegian_number(written) is None


@pytest.mark.parametrize(
    "written", ["", "1374813", "137481360", "13748137", "00000000", "NO13748136", "MVA13748136"]
)
def test_what_is_no_danish_number(written):
    assert danish_number(written) is None


@given(good=a_good_number(), place=st.integers(0, 8), digit=st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_noticed(good, place, digit):
    read, number = good
    assume(place < len(number) and number[place] != digit)

    assert read(number[:place] + digit + number[place + 1 :]) is None


@given(good=a_good_number(), place=st.integers(0, 7))
def test_two_neighbours_that_changed_places_are_always_noticed(good, place):
    read, number = good
    assume(place + 1 < len(number) and number[place] != number[place + 1])

    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert read(swapped) is None


@given(good=a_good_number())
def test_spaces_change_nothing(good):
    read, number = good

    assert read(" ".join(number)) == number
