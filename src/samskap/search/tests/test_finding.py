"""What fits is found, the best first, in five languages, and only what everybody may read here."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samskap.conversations.models import Comment, State
from samskap.ideas.models import Idea
from samskap.initiatives.models import Initiative
from samskap.search.actions import read_whole
from samskap.search.models import Entry
from samskap.search.queries import Asked, find
from samskap.testing.factories.conversations import comment, subject
from samskap.testing.factories.ideas import idea, question
from samskap.testing.factories.initiatives import InitiativeFactory, TopicFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.partnership import DecisionFactory, RecommendationFactory
from samskap.testing.factories.places import AreaFactory
from samskap.testing.factories.rotas import NeedFactory, RotaFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def initiative(municipality):
    """An initiative of the municipality that is asked."""
    return InitiativeFactory(municipality=municipality, title="Zzz", dream="Zzz", language="nb")


def days_ago(days):
    """A moment, to tell the older from the newer."""
    return NOW - timedelta(days=days)


def titles(municipality, q, **asked):
    """The titles of what is found, in order; of what has none, its text."""
    read_whole()
    hits = find(municipality, Asked(q=q, **asked))
    return [found.title or found.text for _kind, found in hits.items]


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("nb", "Bibliotekene holder åpent lenger", "åpne biblioteket"),
        ("nn", "Ungdommane ønskjer seg ein møteplass", "ungdommar møteplassen"),
        ("da", "Frivillige på plejehjemmet", "frivillig plejehjem"),
        ("sv", "Cykelvägar till skolorna", "cykelvägen skolor"),
        ("en", "Libraries that stay open", "library staying"),
        ("se", "Girjerájus rabas", "GIRJERÁJUS"),
    ],
)
def test_another_form_of_the_word_finds_it(municipality, initiative, language, title, words):
    idea(initiative=initiative, title=title, language=language)

    assert titles(municipality, words) == [title]


def test_everything_public_is_found(municipality, initiative):
    initiative.dream = "Et hvalrossbad"
    initiative.save()
    idea(initiative=initiative, title="Hvalross", language="nb")
    question(initiative=initiative, text="Hvor er hvalrossen?")
    comment(about=subject(initiative), text="Hvalrosser!", language="nb")
    DecisionFactory(initiative=initiative, text="Vi bygger for hvalrossen")
    RecommendationFactory(formal_decision__initiative=initiative, text="Ta imot hvalrossen")
    OrganisationFactory(municipality=municipality, name="Hvalrossens venner", language="nb")
    AreaFactory(municipality=municipality, name="Hvalrossen")
    RotaFactory(initiative=initiative, title="Mate hvalrossen", language="nb")
    read_whole()

    kinds = [kind for kind, _found in find(municipality, Asked(q="hvalross"), size=50).items]

    assert sorted(kinds) == sorted(
        "area comment decision formal_decision idea initiative organisation question rota".split()
    )


def test_what_fits_best_comes_first_and_then_the_newest(municipality, initiative):
    for title, text, days in (
        ("Benk ved fjorden", "", 9),
        ("Benker og fjorder", "", 8),
        ("Sitte ned", "På en benk ved fjorden", 3),
        ("Hvile", "En benk, en fjord", 1),
        ("Benkevarmere i fjordbyen", "", 0),
        ("Bare en benk", "", 0),
    ):
        idea(initiative=initiative, title=title, text=text, language="nb", at=days_ago(days))

    assert titles(municipality, "benk fjord") == [
        "Benker og fjorder",
        "Benk ved fjorden",
        "Hvile",
        "Sitte ned",
        "Benkevarmere i fjordbyen",
    ]


def test_where_nothing_has_all_the_words_some_of_them_do(municipality, initiative):
    idea(initiative=initiative, title="Bare en benk", language="nb")
    read_whole()

    hits = find(municipality, Asked(q="benk romskip"))

    assert hits.are_partial
    assert [found.title for _kind, found in hits.items] == ["Bare en benk"]


def test_the_pages_together_are_everything_once(municipality, initiative):
    for number in range(23):
        where = {"title": "En benk"} if number % 2 else {"title": "Nei", "text": "benkene"}
        idea(initiative=initiative, language="nb", at=days_ago(number % 4), **where)
    read_whole()
    after, keys, pages = "", [], 0
    while pages == 0 or after:
        hits = find(municipality, Asked(q="benk"), after=after, size=5)
        keys += [found.key for _kind, found in hits.items]
        after, pages = hits.older, pages + 1

    assert pages == 5
    assert sorted(keys) == sorted(Idea.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    "after", ["", "x", "9-9", "0-99999999999999999999", "0-" + "9" * 5000, "-1-2", "0-", "٣-٣"]
)
def test_a_place_that_cannot_be_read_gives_the_first_page(municipality, initiative, after):
    idea(initiative=initiative, title="Benk", language="nb")
    read_whole()

    assert len(find(municipality, Asked(q="benk"), after=after).items) == 1


def test_another_municipality_finds_nothing_of_it(municipality, initiative):
    idea(initiative=initiative, title="Benk", language="nb")
    elsewhere = MunicipalityFactory(host="far.localhost", slug="far")

    assert titles(municipality, "benk") == ["Benk"]
    assert titles(elsewhere, "benk") == []


def test_an_entry_that_lies_shows_nothing(municipality, initiative):
    given = idea(initiative=initiative, title="Hemmelig", language="nb")
    said = comment(about=subject(initiative), text="Hemmelig", language="nb")
    assert len(titles(municipality, "hemmelig")) == 2
    Comment.objects.filter(pk=said.pk).update(state=State.HIDDEN)
    Idea.objects.filter(pk=given.pk).update(withdrawn_at=NOW)

    assert Entry.objects.filter(words__contains="hemm").count() == 2
    assert find(municipality, Asked(q="hemmelig")).items == []


@pytest.mark.parametrize(
    "q",
    ["'", '"', "a AND b", "NOT x", "*", "^", "@1", "#idea", "a:*", "a' | 'b", "\\", "NEAR(", "½"],
)
def test_no_sign_breaks_the_question(municipality, initiative, q):
    idea(initiative=initiative, title="Benk", language="nb")

    assert titles(municipality, q) == []
    assert titles(municipality, f"benk {q}")[:1] in ([], ["Benk"])


def test_it_can_be_narrowed(municipality, initiative):
    topic = TopicFactory(municipality=municipality, slug="sea")
    village = AreaFactory(municipality=municipality, slug="village")
    initiative.topics.add(topic)
    initiative.areas.add(village)
    Initiative.objects.filter(pk=initiative.pk).update(rung="3", state="designing")
    other = InitiativeFactory(municipality=municipality, title="Annet", dream="Annet")
    idea(initiative=initiative, title="Benk her", language="nb")
    idea(initiative=other, title="Benk der", language="nb", actor_kind="business")
    NeedFactory(shift__rota=RotaFactory(initiative=initiative, title="Vakt"))

    for asked in (
        {"topic": "sea"},
        {"area": "village"},
        {"rung": "3"},
        {"phase": "design"},
        {"side": "resident"},
        {"hands": "yes"},
    ):
        assert titles(municipality, "benk", **asked) == ["Benk her"], asked
    assert titles(municipality, "benk", side="business") == ["Benk der"]
    assert titles(municipality, "benk", kind="rota") == []
    assert titles(municipality, "", kind="rota") == ["Vakt"]


def test_a_page_costs_the_same_for_one_hit_and_for_many(municipality, initiative):
    asked = []
    for rows in (1, 2, 40):
        for _ in range(rows):
            idea(initiative=initiative, title="Benk", language="nb")
        read_whole()
        with CaptureQueriesContext(connection) as queries:
            find(municipality, Asked(q="benk"))
        asked.append(len(queries))

    assert max(asked) <= 5
    assert asked[2] <= asked[0]
