"""A file is gone through to its end: no row costs another one its place, no fault the file."""

import pytest
from django.db import OperationalError, connection

from samskap.base.queue.engine import MOST_ATTEMPTS, engine, perform
from samskap.imports.actions import bringing
from samskap.imports.models import File
from samskap.testing.factories.imports import brought, rehearsed
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import person_with

pytestmark = pytest.mark.django_db
ABOUT = {"basis": "consent", "source": "the summer fair"}


@pytest.fixture
def kari(municipality):
    """An administrator."""
    return person_with("administrator", municipality)


@pytest.fixture
def people(municipality, kari):
    """Make a file of people, read and not yet rehearsed."""
    plain = {"municipality": municipality, "by": kari, "kind": "people", "about": ABOUT}
    return lambda text: brought(text=text, name="people.csv", **plain)


def fates(file: File) -> list[str]:
    return list(file.lines.order_by("number").values_list("fate", flat=True))


def says(file: File) -> list[str]:
    return list(file.lines.order_by("number").values_list("says", flat=True))


def test_a_right_row_is_new_where_a_wrong_one_before_it_is_about_the_same(people):
    rows = "E-post,Språk\nada@example.org,klingon\nada@example.org,nb\nada@example.org,da\n"

    file = rehearsed(people(rows))

    assert fates(file) == ["wrong", "new", "same"]
    assert says(file)[2] == "The same as row 3 of this file."


def test_an_address_that_no_letter_reaches_is_said_at_its_row(people):
    longest = f"{'a' * 181}@{'b' * 60}.example.org"
    file = rehearsed(people(f"E-post\n{longest}\na{longest}\n"))

    assert len(longest) == 254
    assert fates(file) == ["new", "wrong"]
    assert says(file)[1] == "“E-mail” is longer than 254 characters. Make it shorter."


def test_an_idea_is_new_where_a_wrong_row_before_it_says_nearly_the_same(municipality, kari):
    initiative = InitiativeFactory(municipality=municipality)
    about = {"initiative": initiative.slug, "channel": "paper", "language": "nb"}
    text = "Forslag;Innsender;Dato\nFlere lamper;Astrid;i fjor\nFlere lamper;Bo;\nFlere lamper;;\n"
    plain = {"municipality": municipality, "by": kari, "kind": "ideas", "name": "old.csv"}

    file = rehearsed(brought(text=text, about=about, **plain))

    assert fates(file) == ["wrong", "new", "same"]


@pytest.mark.parametrize(
    ("step", "then"), [("rehearsing", "read"), ("taking", "taken"), ("undoing", "taken")]
)
def test_a_file_goes_back_to_the_step_before_after_a_fault(municipality, kari, step, then):
    about = {"initiative": "gone", "channel": "paper", "language": "nb"}
    plain = {"municipality": municipality, "by": kari, "kind": "ideas", "name": "old.csv"}
    file = brought(text="Forslag\nFlere lamper\n", about=about, **plain)
    bringing.begin(file, step, kari)

    engine().work_off()

    file.refresh_from_db()
    assert file.state == then
    assert (engine().state().failed, engine().state().waiting) == (1, 0)


def _busy(execute, sql, params, many, context):
    """Be a database that somebody else writes to."""
    if "imports_line" in sql and not sql.startswith("SELECT"):
        raise OperationalError("database is locked")
    return execute(sql, params, many, context)


def test_a_file_goes_on_by_itself_where_the_database_was_busy(municipality, kari):
    file = brought(municipality=municipality, by=kari)
    bringing.begin(file, File.State.REHEARSING, kari)

    with connection.execute_wrapper(_busy):
        engine().work_off()

    file.refresh_from_db()
    assert file.state == File.State.REHEARSING
    assert (engine().state().failed, engine().state().waiting) == (0, 1)


def test_a_file_goes_back_where_the_database_was_busy_to_the_last(municipality, kari):
    file = brought(municipality=municipality, by=kari)
    bringing.begin(file, File.State.REHEARSING, kari)
    work = {"args": [file.pk, "en"], "kwargs": {}}

    with connection.execute_wrapper(_busy), pytest.raises(OperationalError):
        perform("samskap.imports.going.go_through", work, key="1", attempts=MOST_ATTEMPTS)

    file.refresh_from_db()
    assert file.state == File.State.READ
