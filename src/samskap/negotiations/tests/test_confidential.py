"""Nothing but the mediator’s own page tells who sits at a table under a pseudonym."""

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from samskap.base.models import Happening
from samskap.base.queue.engine import engine
from samskap.ledger.models import Contribution
from samskap.negotiations.actions import agreeing, mapping, pledging, talking
from samskap.negotiations.errors import (
    NotYoursToLead,
    PseudonymIsANameOfSomebody,
    PseudonymNeedsAPartyOfItsOwn,
)
from samskap.negotiations.permissions import may_see_behind
from samskap.negotiations.queries.seats import expected, guests
from samskap.notices.models import Notice
from samskap.people.actions import delete_account
from samskap.people.models import Person
from samskap.privacy.models import Sight
from samskap.search.actions import read_whole
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.negotiations import (
    WEEK,
    agreed,
    hidden,
    mediator_in,
    negotiation,
    organised,
    party,
    seated,
    take,
)
from samskap.testing.factories.people import PersonFactory, people_by_role
from samskap.testing.routes import addresses

pytestmark = pytest.mark.django_db

NAMES = ("Zebulon", "Quistgaard", "zebulon@example.org")


@pytest.fixture
def place():
    return MunicipalityFactory(host="testserver", default_language="en")


@pytest.fixture
def youth():
    return PersonFactory(
        given_name=NAMES[0],
        family_name=NAMES[1],
        email=NAMES[2],
        shown_as=Person.ShownAs.NAME,
    )


@pytest.fixture
def table(place, youth):
    """A table at which somebody under a pseudonym has done everything that can be done."""
    table = negotiation(municipality=place)
    group = hidden(
        table, "Young people", person=youth, called="Seagull", behind="Zebulon Quistgaard"
    )
    other = seated(table, "Neighbours")
    plain = {"by": youth, "language": "en"}
    for readers in ("all", "parties", "mediator"):
        talking.put_position(
            party=group, kind="interest", text=f"Read by {readers}.", readers=readers, **plain
        )
    option = talking.lay_option(
        negotiation=table, title="A café", party=group, meets=group.positions.all(), **plain
    )
    talking.say(option=option, party=group, by=youth, says="live")
    made = pledging.pledge(
        party=group, by=youth, what="Open on Fridays", due_on=timezone.localdate() + WEEK
    )
    pledging.count_on(pledge=made, by=table.mediator)
    pledging.settle(pledge=made, by=youth, is_kept=True, says="We did.")
    table = agreed(table, [group, other])
    agreeing.propose_words(party=group, by=youth, text="No cameras.", reason="We asked for it.")
    return table


def tell_tales(client, paths):
    """The addresses whose pages hold one of the names."""
    found = []
    for path in paths:
        asked = {"q": NAMES[0]} if path == reverse("search:search") else {}
        answer = client.get(path, asked, follow=True)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        # What is looked for stands in the field, and may stand nowhere else.
        if any(name.encode() in body for name in (NAMES[1:] if asked else NAMES)):
            found.append(path)
    return found


def test_no_page_search_or_open_data_tells_who_is_behind_a_pseudonym(client, place, table):
    engine().work_off()
    read_whole()
    slug = table.initiative.slug
    option = table.options.get()
    people = people_by_role(place)
    here = [
        *(
            reverse(name, args=[slug])
            for name in (
                *("negotiations:table", "negotiations:map", "negotiations:reviews"),
                *("initiatives:initiative", "initiatives:history", "initiatives:partners"),
                *("initiatives:commitments", "insight:evidence", "ideas:of"),
            )
        ),
        *(
            reverse(f"api:{name}")
            for name in ("list_negotiations", "list_parties", "list_options", "list_pledges")
        ),
        reverse("negotiations:option", args=[option.pk]),
        reverse("search:search"),
        table.document.get_absolute_url(),
    ]
    away = ("sign-out", "delete", "export.zip")
    house = [path for path in addresses({}).values() if not any(word in path for word in away)]
    neighbour = table.parties.get(name="Neighbours").spokespersons.get().person

    assert tell_tales(client, here) == []
    client.force_login(neighbour)
    assert tell_tales(client, here) == []
    client.force_login(people["administrator"])
    assert len(house) > 30
    assert tell_tales(client, [*here, *house]) == []


def test_the_ledger_memory_and_letters_do_not_lead_to_whoever_is_behind(place, table, youth):
    engine().work_off()

    given = Contribution.objects.filter(account=table.initiative.account)
    names = set(given.values_list("giver__name", "giver__person"))
    assert ("Young people", None) in names
    assert youth not in expected(table.initiative)
    assert [name for _giver, name in guests(table.initiative)] == ["Young people"]
    assert not any(person == youth.pk for _name, person in names)
    assert not Happening.objects.filter(by=youth.pseudonym_key).exists()
    told = "\n".join(
        [f"{each.label} {each.text}" for each in Notice.objects.all()]
        + [f"{each.subject} {each.body}" for each in mail.outbox]
    )
    assert not any(name in told for name in NAMES[:2])


def test_only_the_mediator_reads_who_is_behind_and_each_look_is_written_down(
    client, place, table, youth
):
    path = reverse("negotiations:behind", args=[table.initiative.slug])
    other = mediator_in(place)
    client.force_login(other)
    assert client.get(path).status_code == 403
    assert not may_see_behind(other, table)
    with pytest.raises(NotYoursToLead):
        mapping.set_up(negotiation=table, by=other, mediator=other)

    client.force_login(table.mediator)
    page = client.get(path)

    assert "Zebulon Quistgaard" in page.text
    sight = Sight.objects.get(what="negotiations.behind")
    assert sight.about == youth
    assert sight.by == table.mediator


def test_what_is_for_the_mediator_alone_is_read_by_nobody_else(client, place, table):
    path = reverse("negotiations:table", args=[table.initiative.slug])
    neighbour = table.parties.get(name="Neighbours").spokespersons.get().person
    reads = {}
    for who in (None, neighbour, mediator_in(place), table.mediator):
        if who:
            client.force_login(who)
        page = client.get(path).text
        reads[who] = [f"Read by {each}." in page for each in ("all", "parties", "mediator")]

    assert list(reads.values()) == [
        [True, False, False],
        [True, True, False],
        [True, False, False],
        [True, True, True],
    ]


def test_a_pseudonym_that_tells_the_name_is_refused(table):
    group = party(table, "Quiet ones")
    with pytest.raises(PseudonymIsANameOfSomebody):
        take(group, PersonFactory(), called="Zebulon Q", is_hidden=True, behind="Zebulon")
    association, _speaker = organised(table)
    with pytest.raises(PseudonymNeedsAPartyOfItsOwn):
        take(association, PersonFactory(), called="Owl", is_hidden=True, behind="Ada Vik")


def test_who_was_behind_goes_with_the_account_and_the_pseudonym_stays(table, youth):
    delete_account(by=youth, is_sure=True)

    seat = table.parties.get(name="Young people").spokespersons.get()
    assert (seat.person, seat.called) == (None, "Seagull")
    assert not hasattr(seat, "behind")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM negotiations_behind")
        assert cursor.fetchone() == (0,)
