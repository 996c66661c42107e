import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.errors import NotAShare
from samskap.kernels.shingles import AT_LEAST, alike, near_duplicates, shingles

LETTER = (
    "We who live by the fjord ask the council to keep the library open on Saturdays,"
    " because that is when families have time to come and read together"
)
words = st.lists(st.sampled_from("a b c d e".split()), max_size=14).map(" ".join)
texts = st.lists(words, max_size=9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        (" … ", set()),
        ("Yes!", {("yes",)}),
        ("one two three four", {("one", "two", "three", "four")}),
        ("a b c d e f", {tuple("abcde"), tuple("bcdef")}),
        ("A, b – C: d. E", {tuple("abcde")}),
    ],
)
def test_shingles_are_five_words_in_a_row(text, expected):
    assert shingles(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("a b c d e f", "a b c d e f", 1.0),
        ("a b c d e f", "b c d e f g", 1 / 3),
        ("a b c d e", "e d c b a", 0.0),
        ("", "", 0.0),
        ("Yes", "yes!", 1.0),
        # nine words are five shingles; one word more at the end is six, of which five are shared
        ("a b c d e f g h i", "a b c d e f g h i j", 5 / 6),
        # eight words are four shingles: four of five is just enough
        ("a b c d e f g h", "a b c d e f g h i", 0.8),
    ],
)
def test_what_two_texts_share(one, other, share):
    assert alike(one, other) == share


def test_a_letter_with_a_name_put_in_is_nearly_the_same():
    signed = [f"{LETTER}. {name}" for name in ("Ada", "Bo Strand", "Cille")]

    assert near_duplicates(["Something else", *signed, "Something different"]) == [[1, 2, 3]]


def test_exactly_the_limit_belongs_together():
    eight = "a b c d e f g h"

    assert near_duplicates([eight, f"{eight} i"]) == [[0, 1]]
    assert near_duplicates([eight, f"{eight} i"], at_least=0.81) == []


def test_short_and_empty_texts_meet_only_their_own():
    assert near_duplicates(["", "Yes!", "", "yes", "Yes indeed"]) == [[1, 3]]


@pytest.mark.parametrize("share", [0, -0.1, 1.1])
def test_what_is_no_share_is_refused(share):
    with pytest.raises(NotAShare):
        near_duplicates([LETTER], at_least=share)


@given(texts=texts, at_least=st.sampled_from([0.3, 0.5, 0.8, 1.0]))
def test_the_same_comes_out_as_when_every_pair_is_tried(texts, at_least):
    assert near_duplicates(texts, at_least=at_least) == one_by_one(texts, at_least)


@given(texts=texts, data=st.data())
def test_the_order_of_the_texts_does_not_matter(texts, data):
    order = data.draw(st.permutations(range(len(texts))))

    turned = near_duplicates([texts[place] for place in order])

    back = sorted(sorted(order[place] for place in group) for group in turned)
    assert back == sorted(near_duplicates(texts))


@given(one=words, other=words)
def test_a_share_is_the_same_both_ways_and_one_only_for_the_same_shingles(one, other):
    share = alike(one, other)

    assert share == alike(other, one)
    assert 0 <= share <= 1
    assert (share == 1) is (shingles(one) == shingles(other) != frozenset())


def one_by_one(texts, at_least):
    """Try every pair, and gather what is linked."""
    groups = [{place} for place in range(len(texts))]
    for one in range(len(texts)):
        for other in range(one):
            if alike(texts[one], texts[other]) >= at_least:
                both = next(g for g in groups if one in g) | next(g for g in groups if other in g)
                groups = [group for group in groups if not group & both] + [both]
    return sorted(sorted(group) for group in groups if len(group) > 1)


def test_the_limit_is_the_one_of_the_domain():
    assert AT_LEAST == 0.8
