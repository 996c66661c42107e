"""Refusals speak."""

import pytest
from django.utils import translation

from samskap.base.errors import TooOften
from samskap.base.refusals import Refusal


class BoatIsFull(Refusal):
    """A refusal for these tests."""

    code = "tests.boat_is_full"
    text = "“%(boat)s” is full. Take the next one."


def test_a_refusal_says_its_facts():
    assert str(BoatIsFull(boat="Hurtigruten")) == "“Hurtigruten” is full. Take the next one."
    assert BoatIsFull.status == 409


@pytest.mark.parametrize(("seconds", "said"), [(1, "1 minute,"), (61, "2 minutes,")])
def test_too_often_says_how_long_to_wait_in_one_and_in_many(seconds, said):
    assert said in str(TooOften(seconds=seconds))


def test_a_refusal_speaks_the_language_of_the_moment():
    refusal = TooOften(seconds=600)
    with translation.override("nn"):
        in_nynorsk = str(refusal)
    assert in_nynorsk == "Dette er prøvd mange gonger på kort tid. Vent 10 minutt og prøv igjen."
