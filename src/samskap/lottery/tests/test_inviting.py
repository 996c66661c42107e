"""Lists of residents, and who of them is invited at random."""

import pytest
from django.utils import timezone

from samskap.lottery.actions import inviting
from samskap.lottery.errors import NobodyToInvite
from samskap.lottery.importing import ListKeeper, age_in
from samskap.lottery.models import Invitee, Lot
from samskap.testing.factories.imports import brought, taken, undone
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.lottery import invitee, lot, steward_of

pytestmark = pytest.mark.django_db


def test_an_invitation_is_random_by_a_seed_that_gives_the_same_again():
    found, again = lot(pool=Lot.Pool.INVITED), lot(pool=Lot.Pool.INVITED)
    for number in range(30):
        for each in (found, again):
            invitee(each, number, key=f"key-{number}")

    first = inviting.invite_at_random(lot=found, by=steward_of(found), people=10, seed="abc")
    second = inviting.invite_at_random(lot=again, by=steward_of(again), people=10, seed="abc")
    third = inviting.invite_at_random(lot=found, by=steward_of(found), people=99, seed="def")

    assert {each.key for each in first} == {each.key for each in second}
    assert (len(first), len(third), len({each.code for each in [*first, *third]})) == (10, 20, 30)
    with pytest.raises(NobodyToInvite):
        inviting.invite_at_random(lot=found, by=steward_of(found), people=1)


def test_a_list_is_brought_in_with_ages_and_nobody_of_it_twice(municipality):
    found = lot(InitiativeFactory(municipality=municipality), pool=Lot.Pool.INVITED)
    keeper = ListKeeper(municipality=municipality, by=steward_of(found), about={"lot": found.pk})
    row = {"name": "Ada Li", "address": "Quay street 1", "born": "30", "sex": "K"}

    made = keeper.take(row)

    assert made.features == {"Age": "16–39", "Sex": "Woman"}
    assert keeper.same(row | {"name": "ADA  LI"}) is not None
    assert keeper.same(row | {"address": "Quay street 2"}) is None
    assert str(keeper.undo(made)) == ""
    assert Invitee.objects.count() == 0


def test_a_list_comes_in_from_a_file_and_whoever_is_invited_stays_when_it_is_undone(municipality):
    found = lot(InitiativeFactory(municipality=municipality), pool=Lot.Pool.INVITED)
    rows = ("Ada Li;Quay 1;30;K", "Ada Li;Quay 1;30;K", "Bo Li;Quay 1;9;M", "Cy Vik;Hill 2;71;M")
    file = taken(
        brought(
            municipality=municipality,
            by=steward_of(found),
            kind="lottery_residents",
            text="\n".join(("Navn;Adresse;Alder;Kjønn", *rows, "")),
            about={"lot": str(found.pk)},
        )
    )
    assert [each.name for each in found.invitees.all()] == ["Ada Li", "Cy Vik"]
    [invited] = inviting.invite_at_random(lot=found, by=steward_of(found), people=1)

    undone(file)

    assert list(found.invitees.all()) == [invited]


def test_an_age_is_read_as_people_write_it():
    year = timezone.localdate().year
    assert [age_in(words) for words in ("", "47", str(year - 47), f"17.05.{year - 47}")] == [
        *(None, 47, 47, 47)
    ]
