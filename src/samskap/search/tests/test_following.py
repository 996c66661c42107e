"""Entries follow what happens: what is public is found, what is gone is gone at once."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samskap.base.finding import findables
from samskap.base.models import Happening
from samskap.conversations.actions.moderating import give_verdict
from samskap.conversations.actions.talking import edit, remove
from samskap.conversations.models import Comment
from samskap.ideas import actions as ideas
from samskap.ideas.actions.merging import merge, undo_merge
from samskap.kernels import stems
from samskap.people.actions.account import delete_account
from samskap.search.actions import BATCH, follow, read_whole, write
from samskap.search.models import Bookmark, Entry, place_of
from samskap.testing.factories.conversations import comment
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.meetings import event
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.people import PersonFactory, people_by_role
from samskap.testing.factories.places import AreaFactory
from samskap.testing.factories.rotas import RotaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def everything_is_read():
    """Whatever migrations wrote has been read."""
    read_whole()


def entry_of(kind, thing):
    """The entry of a thing, if there is one."""
    return Entry.objects.filter(kind=kind, key=thing.pk).first()


def test_what_was_given_is_found_after_the_next_minute():
    given = idea(title="Benker ved fjorden", text="Vi vil sitte.", language="nb")

    follow()

    words = entry_of("idea", given).words.split()
    assert {"benk", "^benk", "fjord", "^fjord", "sitt"} < set(words)
    assert {"#idea", "~resident", f"@{given.municipality_id}"} < set(words)
    assert "^sitt" not in words


def test_giving_writes_nothing_for_search():
    initiative, person = InitiativeFactory(), PersonFactory()

    with CaptureQueriesContext(connection) as asked:
        idea(initiative=initiative, person=person)

    assert [query["sql"] for query in asked if "search_" in query["sql"]] == []


def test_what_goes_on_as_a_part_of_another_is_found_there_and_comes_back():
    initiative = InitiativeFactory()
    one = idea(initiative=initiative, title="Benk")
    other = idea(initiative=initiative, title="Husker", text="ved vannet")
    facilitator = people_by_role(initiative.municipality)["facilitator"]
    follow()

    joined = merge(ideas=[one, other], into=one, by=facilitator, reason="The same")
    follow()

    assert entry_of("idea", other) is None
    assert "husk" in entry_of("idea", one).words
    undo_merge(merge=joined, by=facilitator, reason="Not the same")
    follow()
    assert entry_of("idea", other)
    assert "husk" not in entry_of("idea", one).words


def test_what_was_read_twice_is_written_once():
    idea()

    assert follow() > 0
    assert follow() == 0


def test_a_support_changes_no_entry():
    given = idea()
    follow()

    ideas.support(idea=given, hand=somebody_for(given))

    assert follow() == 0


def somebody_for(given):
    """Somebody else who acts for themselves."""
    return hand_of(PersonFactory(), given.municipality, "resident")


def test_what_is_withdrawn_is_let_go_in_the_same_transaction():
    person = PersonFactory()
    given = idea(person=person)
    follow()

    ideas.withdraw(idea=given, by=person)

    assert entry_of("idea", given) is None
    follow()
    assert entry_of("idea", given) is None


def test_a_comment_that_its_author_takes_back_is_let_go():
    said = comment()
    follow()
    assert entry_of("comment", said)

    remove(comment=said, by=said.by)

    assert entry_of("comment", said) is None


def test_a_comment_that_a_moderator_hides_is_let_go():
    said = comment()
    follow()

    give_verdict(comment=said, hides=True, ground="attack", reason="A threat", by=PersonFactory())

    assert entry_of("comment", said) is None


def test_what_a_comment_said_before_it_was_edited_is_let_go():
    said = comment()
    follow()

    edit(comment=said, by=said.by, text="Otherwise", language="en")

    assert entry_of("comment", said) is None
    follow()
    assert "otherwis" in entry_of("comment", said).words.split()


def test_the_words_of_somebody_who_leaves_are_let_go():
    said = comment()
    follow()

    delete_account(by=said.by, is_sure=True)

    assert entry_of("comment", said) is None


def test_what_nobody_told_is_mended_at_night():
    said = comment()
    read_whole()
    Comment.objects.filter(pk=said.pk).update(text="Something else")
    Entry.objects.create(
        place=1, municipality=said.municipality, kind="idea", key=999_999, words="ghost"
    )

    call_command("reindex", stdout=(out := StringIO()))

    assert "someth" in entry_of("comment", said).words
    assert not Entry.objects.filter(place=1).exists()
    assert out.getvalue() == f"Entries written anew: 1; in all: {Entry.objects.count()}.\n"


def test_what_has_not_changed_is_neither_stemmed_nor_written_at_night(monkeypatch):
    idea(title="Benk")
    read_whole()
    monkeypatch.setattr(stems, "STEMMER_OF", {})  # whoever stems now finds the word as written

    with CaptureQueriesContext(connection) as asked:
        assert read_whole() == 0

    written = [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "DELETE"))]
    assert len([sql for sql in written if "search_entry" in sql]) == 1  # kinds that are no more
    assert not [sql for sql in written if sql.startswith("INSERT")]


@pytest.mark.parametrize("name", ["FORMULA", "RELEASE"])
def test_another_release_of_the_stemmer_writes_everything_anew(name, monkeypatch):
    given = idea(title="Benker")
    read_whole()
    monkeypatch.setattr(stems, name, "another")
    monkeypatch.setattr(stems, "STEMMER_OF", {"nb": "english", "en": "english"})

    assert read_whole() == Entry.objects.count()
    assert "benker" in entry_of("idea", given).words.split()
    assert read_whole() == 0


def test_an_entry_from_before_there_were_seals_is_written_once_more():
    given = idea()
    read_whole()
    Entry.objects.filter(kind="idea", key=given.pk).update(seal=None)

    assert read_whole() == 1
    assert read_whole() == 0


def test_what_can_no_longer_be_read_is_removed_at_night_although_it_is_sealed():
    said = comment()
    read_whole()
    Comment.objects.filter(pk=said.pk).update(text="", state="hidden")

    read_whole()

    assert entry_of("comment", said) is None


def test_whoever_does_not_trust_the_entries_has_them_all_written_anew():
    given = idea(title="Benk")
    read_whole()
    Entry.objects.filter(kind="idea", key=given.pk).update(words="something that it never said")

    call_command("reindex", stdout=StringIO())
    assert entry_of("idea", given).words == "something that it never said"
    call_command("reindex", "--anew", stdout=StringIO())

    assert "benk" in entry_of("idea", given).words.split()


def test_a_line_that_is_written_late_is_read_all_the_same():
    idea()
    follow()
    late = Happening.objects.order_by("-pk").first()
    given = idea()
    happening = Happening.objects.get(what="ideas.idea_given", about=f"ideas.Idea:{given.pk}")
    follow()
    Entry.objects.all().delete()
    assert Bookmark.objects.get().happening < late.pk  # less than a minute old: not settled

    Happening.objects.filter(pk=happening.pk).update(at=timezone.now() - timedelta(hours=1))
    follow()

    assert entry_of("idea", given)


def test_many_of_one_second_each_have_a_place_of_their_own():
    at = timezone.now() - timedelta(days=1)
    initiative = InitiativeFactory()
    first, second = idea(initiative=initiative, at=at), idea(initiative=initiative, at=at)
    Entry.objects.create(
        place=place_of("idea", second.pk, at),
        municipality=initiative.municipality,
        kind="question",
        key=1,
        words="taken",
    )

    write(findables()["idea"], [first.pk, second.pk])

    assert entry_of("idea", first).place == place_of("idea", first.pk, at)
    assert entry_of("idea", second).place == place_of("idea", second.pk, at) + 1
    assert write(findables()["idea"], [first.pk, second.pk]) == 0


def test_every_kind_is_read_with_as_many_queries_for_one_as_for_three():
    here = InitiativeFactory()
    made = {
        "initiative": lambda: InitiativeFactory(municipality=here.municipality),
        "idea": lambda: idea(initiative=here),
        "comment": comment,
        "organisation": OrganisationFactory,
        "area": AreaFactory,
        "rota": RotaFactory,
        "event": event,
    }
    for kind, make in made.items():
        things = [make() for _ in range(3)]
        asked = []
        for some in (things[:1], things):
            with CaptureQueriesContext(connection) as queries:
                found = findables()[kind].found([thing.pk for thing in some])
            assert {each.key for each in found} == {thing.pk for thing in some}
            asked.append(len(queries))
        assert asked[0] == asked[1] <= 3, kind


def test_a_batch_is_bounded():
    assert BATCH <= 500
