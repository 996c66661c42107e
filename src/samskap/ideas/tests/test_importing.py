"""What is known of old ideas, so that none is taken in twice."""

import random
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from samskap.ideas.importing import Known
from samskap.kernels.shingles import AT_LEAST, alike

texts = st.lists(st.sampled_from("bench lamp path by the fjord".split()), max_size=14).map(" ".join)


@given(known=st.lists(texts, max_size=6), written=texts)
def test_it_finds_what_comparing_with_each_would_find(known, written):
    there = Known()
    for number, text in enumerate(known, start=1):
        there.add(text, title=str(number), key=number)

    near = [str(number) for number, text in enumerate(known, 1) if alike(text, written) >= AT_LEAST]

    found = there.like(written)
    says = [str(found.says)] if found else []
    assert says == [f"“{number}” says nearly the same." for number in near[:1]]


def test_thousands_are_known_in_little_room():
    chance = random.Random(1)  # noqa: S311 - nobody guesses it
    words = ["".join(chance.choices("abdefgiklmnorstuvå", k=6)) for _word in range(2000)]
    tracemalloc.start()

    there = Known()
    for number in range(1, 1001):
        there.add(" ".join(chance.choices(words, k=60)), title="A bench", key=number)

    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert taken < 4 * 1024 * 1024
