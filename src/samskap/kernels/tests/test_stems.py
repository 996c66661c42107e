"""The stems: inflected words meet, texts come back whole, and nothing in a text breaks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.stems import (
    asked_for,
    excerpt,
    marked,
    stem,
    stems_in_any_language,
    stems_of,
    words_of,
)

SENTENCES = st.text(alphabet="aåeøn bkt.,-\n0½ﬁİ", max_size=80)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("nb", "bibliotek biblioteket biblioteker bibliotekene bibliotekets"),
        ("nn", "vakt vakta vakter vaktene"),
        ("nn", "gut gutar gutane"),
        ("da", "frivillig frivillige frivilliges"),
        ("sv", "bibliotek biblioteket bibliotekets"),
        ("en", "library libraries"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(language, forms):
    assert len({stem(form, language) for form in forms.split()}) == 1


def test_a_language_without_a_stemmer_keeps_its_words():
    assert stems_of("Girjerájus girjerádjosat", "se") == ["girjerájus", "girjerádjosat"]


def test_words_have_no_case_and_no_marks_around_them():
    assert words_of("ÅPENT – «Bibliotek»/24-7, ﬁske!") == ["åpent", "bibliotek", "24", "7", "fiske"]


def test_a_letter_and_its_mark_are_one_sign():
    assert words_of("A\u030apent") == ["åpent"]


def test_whoever_looks_need_not_say_in_which_language():
    assert stem("libraries", "en") in stems_in_any_language("library")
    assert stem("skolene", "nb") in stems_in_any_language("skoler")


def test_words_that_hold_a_sentence_together_are_not_looked_for():
    assert [sorted(stems)[0] for stems in asked_for("En benk ved fjorden")] == ["benk", "fjord"]


def test_they_are_looked_for_where_there_are_no_others():
    assert len(asked_for("å være")) == 2


def test_a_town_is_a_word_of_its_own():
    assert "by" in asked_for("by")[0]


def test_what_was_looked_for_is_marked_in_any_form():
    hits = [
        piece.text
        for piece in marked("Bibliotekene: et bibliotek!", "nb", asked_for("biblioteket"))
        if piece.is_hit
    ]

    assert hits == ["Bibliotekene", "bibliotek"]


def test_longer_words_that_begin_so_are_marked_too():
    hits = [
        piece.text
        for piece in marked("Bibliotekvakten", "nb", asked_for("bibliotek"))
        if piece.is_hit
    ]

    assert hits == ["Bibliotekvakten"]


def test_the_excerpt_shows_where_most_of_it_stands():
    text = (
        "Fjorden er fin. " + "Vi møtes ofte. " * 30 + "En benk ved fjorden, takk. " + "Slutt. " * 30
    )

    part = excerpt(text, "nb", asked_for("benk fjord"), length=80)

    assert "En benk ved fjorden" in part
    assert (part[0], part[-1]) == ("…", "…")


def test_a_short_text_is_its_own_excerpt():
    assert excerpt("En benk.", "nb", asked_for("bok")) == "En benk."


@given(SENTENCES, SENTENCES)
def test_the_pieces_are_the_text(text, query):
    assert "".join(piece.text for piece in marked(text, "nb", asked_for(query))) == text


@given(st.text(max_size=60))
def test_a_stem_is_one_word_of_letters_and_digits(text):
    for word in words_of(text):
        assert words_of(word) == [word]
        for each in stems_in_any_language(word):
            assert each
            assert "_" not in each
            assert " " not in each


@given(st.text(max_size=400), st.text(max_size=20))
def test_an_excerpt_is_hardly_longer_than_asked(text, query):
    assert len(excerpt(text, "da", asked_for(query), length=50)) <= 52
