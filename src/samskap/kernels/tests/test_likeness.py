"""Likeness: the same is the same, other endings and compounds still meet, strangers do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.likeness import grams_of, likeness, most_promising

TEXT = st.text(alphabet="abcæø ", max_size=30)


def alike(one, other):
    return likeness(grams_of(one), grams_of(other))


@given(TEXT, TEXT)
def test_it_is_a_share_and_the_same_both_ways(one, other):
    assert 0 <= alike(one, other) <= 1 + 1e-9
    assert alike(one, other) == pytest.approx(alike(other, one))


@given(TEXT)
def test_a_text_is_wholly_like_itself(text):
    assert alike(text, text) == pytest.approx(1 if grams_of(text) else 0)


def test_endings_and_compounds_are_nearer_than_strangers():
    near = alike("Flere sykkelparkeringer ved skolen", "Parkering for sykler ved skolene")

    assert near > 0.3 > alike("Flere sykkelparkeringer ved skolen", "En benk ved fjorden")


def test_neighbouring_languages_meet():
    assert alike("Ein møteplass for ungdommane", "En møteplass for ungdommene") > 0.6


def test_words_that_hold_a_sentence_together_do_not_make_texts_alike():
    assert alike("Det er en benk", "Det er en buss") < 0.2


def test_what_is_found_by_the_rarest_and_by_most_comes_first():
    rare, common, both = [7], list(range(20)), [3, 7]

    assert most_promising([rare, common, both], cap=20, most=3) == [7, 3, 19]


@given(st.lists(st.sets(st.integers(0, 9)), max_size=5), st.integers(0, 5))
def test_no_more_than_asked_and_only_what_was_found(found, most):
    chosen = most_promising(found, cap=10, most=most)

    assert len(chosen) <= most
    assert set(chosen) <= set().union(*found)
