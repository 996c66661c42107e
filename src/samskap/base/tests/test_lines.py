"""Names and titles."""

import pytest
from django.core.exceptions import ValidationError

from samskap.base.lines import LineField, one_line


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Åse  Marie\n Å", "Åse Marie Å"),
        ("A\u030ase", "Åse"),
        ("Ada\u202egnp", "Adagnp"),
        ("Ad\u200ba", "Ada"),
        ("\u2067Ada\u2069", "Ada"),
        ("Ada\x07\x1b[31m", "Ada[31m"),
        ("Ad\u00ada", "Ada"),
        ("Ada \ud800", "Ada"),
        ("Ada\x00", "Ada"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("\u202e\u200b ", ""),
    ],
)
def test_a_name_is_written_the_same_however_it_was_sent(written, read):
    assert one_line(written) == read


def test_a_name_that_cannot_be_seen_is_none():
    with pytest.raises(ValidationError) as refused:
        LineField().clean("\u202e\u200b")

    assert refused.value.code == "required"
    assert LineField(required=False).clean("\u202e\u200b") == ""
