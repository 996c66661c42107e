"""Support on paper: one name counts once, on whatever list and however it is written."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from samskap.ideas import actions, queries
from samskap.ideas.errors import ListIsCounted, NotYoursToEnter
from samskap.ideas.models import PaperSupport
from samskap.ideas.paper import OnPaper
from samskap.ledger.chain import first_broken
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import Giver
from samskap.ledger.queries import rows_of
from samskap.privacy.models import Sight
from samskap.testing.factories.ideas import idea, paper_support
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db
ADA = OnPaper("Ada Strand", "12 34 56 78")


@pytest.fixture
def given(municipality):
    return idea(initiative=InitiativeFactory(municipality=municipality), title="A ferry on Fridays")


@pytest.fixture
def helge(municipality):
    return person_with("facilitator", municipality)


def test_names_on_a_list_are_supports_with_rows_of_the_ledger(given, helge):
    written = actions.write_down_names(
        idea=given, names=[ADA, OnPaper("Bo Vik")], by=helge, reference="List 3"
    )

    given.refresh_from_db()
    assert (written.new, written.known, given.supports) == (2, 0, 2)
    row = PaperSupport.objects.get(key=ADA.key).contribution
    assert (row.kind, row.channel, row.entered_on_behalf, row.side, row.units) == (
        "support",
        "paper",
        True,
        "non_public",
        0,
    )
    assert (row.giver.name, row.standing.entered_by) == ("Ada Strand", helge)


@pytest.mark.parametrize(
    "again",
    [
        OnPaper("ADA  Strand", "+47 12345678"),
        OnPaper("Ada Strand", "0047-12.34.56.78"),
        OnPaper("ada strand.", "(12) 34 56 78"),
    ],
)
def test_one_name_counts_once_however_it_is_written(given, helge, again):
    actions.write_down_names(idea=given, names=[ADA], by=helge)

    written = actions.write_down_names(idea=given, names=[again, again], by=helge)

    given.refresh_from_db()
    assert (written.new, written.known, given.supports) == (0, 2, 1)


def test_two_of_one_household_sign_for_two(given, helge):
    bo = OnPaper("Bo Strand", ADA.contact)

    actions.write_down_names(idea=given, names=[ADA, bo], by=helge)

    names = Giver.objects.filter(person=None).values_list("name", flat=True)
    assert sorted(names) == ["Ada Strand", "Bo Strand"]


@pytest.mark.parametrize("name", ["", "Kari"])
def test_a_name_on_a_list_never_stands_under_what_others_of_the_household_gave(
    client, given, helge, name
):
    actions.write_down_names(idea=given, names=[ADA], by=helge)

    theirs = paper_hand(by=helge, municipality=given.municipality, name=name, reach=ADA.contact)
    other = idea(initiative=given.initiative, hand=theirs)

    page = client.get(other.get_absolute_url()).text
    assert "Ada Strand" not in page
    assert theirs.giver.name == name


def test_many_names_at_once_are_few_statements(given, helge, django_assert_max_num_queries):
    names = [OnPaper(f"Person {number}", f"9000000{number}") for number in range(50)]
    actions.write_down_names(idea=given, names=names[:1], by=helge)
    other = idea(initiative=given.initiative)

    with django_assert_max_num_queries(20):
        actions.write_down_names(idea=other, names=names, by=helge)

    other.refresh_from_db()
    assert other.supports == queries.people_on_paper(other) == 50
    assert first_broken(rows_of(given.initiative.account)) is None
    assert Giver.objects.filter(name="Person 0").count() == 1  # known from the other list
    row = PaperSupport.objects.get(idea=other, key=names[49].key).contribution
    assert (row.giver.name, row.giver.reach) == ("Person 49", "900000049")


def test_the_database_lets_no_name_stand_twice(given, helge):
    twice = paper_support(idea=given, by=helge)
    other = paper_support(idea=given, by=helge, name="Bo Vik")

    with pytest.raises(IntegrityError), transaction.atomic():
        PaperSupport.objects.filter(pk=other.pk).update(key=twice.key)


def test_a_list_is_counted_once(given, helge):
    plain = {"idea": given, "by": helge, "people": 40}
    actions.write_down_count(reference="List 3, town hall", **plain)

    with pytest.raises(ListIsCounted):
        actions.write_down_count(reference="list 3,  Town Hall", **plain)

    given.refresh_from_db()
    assert given.supports == queries.people_on_paper(given) == 40
    assert given.initiative.account.contributions.get(kind="support").amount == 40


def test_a_list_that_is_counted_is_refused_where_it_is_named(client, given, helge):
    actions.write_down_count(idea=given, people=40, reference="List 3", by=helge)
    client.force_login(helge)
    said = {"channel": "paper", "given_on": "2026-11-01", "people": 12, "reference": "list 3"}

    answer = client.post(reverse("ideas:on_paper", args=[given.pk]), said)

    wrong = {"reference": [str(ListIsCounted(reference="list 3"))]}
    assert answer.context["form"].errors == wrong
    assert 'value="12"' in answer.text


def test_a_resident_writes_down_for_nobody(given):
    with pytest.raises(NotYoursToEnter):
        actions.write_down_names(idea=given, names=[ADA], by=PersonFactory())


def test_the_same_person_on_the_web_counts_once_when_staff_say_so(given, helge):
    ada = PersonFactory(given_name="Åse", family_name="Strand")
    actions.support(idea=given, hand=hand_of(ada, given.municipality))
    same = paper_support(idea=given, by=helge, name="ÅSE STRAND")
    other = paper_support(idea=given, by=helge, name="Bo Vik", contact=ada.email.upper())
    third = paper_support(idea=given, by=helge, name="Cille Vik")
    seen = queries.perhaps_the_same([same, other, third])

    actions.count_once(support=same, by=helge)
    actions.tell_apart(support=other, by=helge)

    given.refresh_from_db()
    assert seen == {same.pk, other.pk}
    assert given.supports == 3  # Åse on the web, Bo and Cille on paper
    assert queries.perhaps_the_same(queries.on_paper(given)) == set()


def test_a_name_that_is_taken_off_is_forgotten(given, helge):
    actions.take_off(support=paper_support(idea=given, by=helge), by=helge)

    given.refresh_from_db()
    assert (given.supports, PaperSupport.objects.count()) == (0, 0)
    assert not Giver.objects.exclude(name="", reach="").exists()
    assert given.initiative.account.contributions.get(kind="support").standing.status == "withdrawn"


def test_a_list_is_written_down_on_the_page(client, given, helge):
    client.force_login(helge)
    words = {"channel": "paper", "given_on": "2026-11-01", "reference": "List 3"}
    path = reverse("ideas:on_paper", args=[given.pk])

    wrong = client.post(path, words | {"names": "Ada Strand; 12 34 56 78\n; 99"}).text
    client.post(path, words | {"names": "Ada Strand; 12 34 56 78\nada strand\t12345678\nBo Vik"})
    page = client.get(path).text

    assert "Line 2 cannot be read." in wrong
    assert "Ada Strand; 12 34 56 78" in wrong
    assert "2 supports are written down. 1 stood there already and counts once." in page
    assert "Bo Vik" in page
    assert Sight.objects.filter(what="ideas.contacts", by=helge).exists()
    assert "2 of those who support it did so on paper" in client.get(given.get_absolute_url()).text


def test_a_resident_who_leads_sees_no_names(client, municipality, helge):
    leader = PersonFactory()
    given = idea(initiative=InitiativeFactory(municipality=municipality, raised_by=leader))
    paper_support(idea=given, by=helge)
    client.force_login(leader)

    page = client.get(reverse("ideas:on_paper", args=[given.pk])).text

    assert "1 person on paper or by telephone, of 1 in all." in page
    assert "Astrid Vik" not in page


def test_a_press_on_the_web_costs_no_statement_more(given, django_assert_num_queries):
    """Twelve: two of them the savepoint of this test."""
    hand = hand_of(PersonFactory(), given.municipality)
    given = queries.idea_to_support.first(municipality=given.municipality_id, key=given.pk)

    with django_assert_num_queries(12):
        actions.support(idea=given, hand=hand)
