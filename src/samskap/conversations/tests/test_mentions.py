import pytest

from samskap.conversations.mentions import mentioned_in
from samskap.people.models import Person


def named(given, family="", shown_as="first_name"):
    """Somebody who shows a name."""
    return Person(given_name=given, family_name=family, shown_as=shown_as, email=given + family)


ADA, ADA_STRAND, BO = named("Ada"), named("Ada", "Strand", "name"), named("Bo")
PEOPLE = [ADA, ADA_STRAND, BO]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Nobody here", []),
        ("@ada: look", [ADA]),
        ("@Ada Strand, look", [ADA_STRAND]),
        ("@Adam is somebody else", []),
        ("(@Bo)", [BO]),
        ("@Bo and @Ada Strand", [ADA_STRAND, BO]),
        ("post@bo", []),
    ],
)
def test_the_longest_name_after_an_at_is_called(text, called):
    assert mentioned_in(text, PEOPLE) == called


def test_two_who_show_the_same_name_are_both_called():
    other = named("Bo", "Vik")

    assert mentioned_in("@Bo!", [BO, other]) == [BO, other]
