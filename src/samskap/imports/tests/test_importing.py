"""Files are rehearsed, taken in and undone; rows say what becomes of them."""

import tracemalloc
from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.base.queue.engine import engine
from samskap.ideas import actions as ideas
from samskap.ideas.models import Idea
from samskap.imports.actions import bringing
from samskap.imports.actions.inviting import answer_invitation
from samskap.imports.errors import (
    InvitationIsAnswered,
    NotAtThisStep,
    NotYoursToImport,
    TooLateToUndo,
)
from samskap.imports.models import File, Invitation, Line
from samskap.ledger.models import Standing
from samskap.organisations.models import Membership, Organisation
from samskap.people.actions import delete_account
from samskap.people.models import Person
from samskap.testing.factories.ideas import idea, question
from samskap.testing.factories.imports import brought, invitation, rehearsed, taken, undone
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.organisations import MembershipFactory
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db
REGISTER = """Organisasjonsnavn;Org.nr.;Type;Hjemmeside
Fjordvik Sanitetsforening;;Forening;sanitet.example.org
Strand båtlag;974 760 673;Lag;
Strand båtlag AS;974760673;AS;
Ukjent;123;Forening;
;;Forening;
Kommunens fritid;;Kirke og bowling;
"""


@pytest.fixture
def kari(municipality):
    """An administrator."""
    return person_with("administrator", municipality)


def fates(file: File) -> list[str]:
    return list(file.lines.order_by("number").values_list("fate", flat=True))


def says(file: File) -> list[str]:
    return [line.says for line in file.lines.order_by("number")]


def test_a_rehearsal_says_what_becomes_of_each_row_and_writes_nothing(municipality, kari):
    file = rehearsed(brought(municipality=municipality, by=kari, text=REGISTER))

    assert file.mapping == {"name": 0, "number": 1, "kind": 2, "website": 3}
    assert file.state == File.State.REHEARSED
    assert fates(file) == ["new", "new", "same", "wrong", "wrong", "wrong"]
    assert says(file)[2:5] == [
        "The same as row 3 of this file.",
        "“123” is not an organisation number in this country. Check the digits, or leave the"
        " number out.",
        "The name is missing. Every organisation needs one.",
    ]
    assert not Organisation.objects.exists()


def test_what_is_new_is_taken_in_once_and_belongs_to_nobody(municipality, kari):
    file = taken(brought(municipality=municipality, by=kari, text=REGISTER))
    engine().work_off()

    assert fates(file) == ["taken", "taken", "same", "wrong", "wrong", "wrong"]
    known = Organisation.objects.order_by("pk").values_list("name", "number", "website")
    assert list(known) == [
        ("Fjordvik Sanitetsforening", "", "https://sanitet.example.org"),
        ("Strand båtlag", "974760673", ""),
    ]
    assert not Membership.objects.exists()
    again = rehearsed(brought(municipality=municipality, by=kari, text=REGISTER))
    assert fates(again)[:2] == ["same", "same"]
    assert says(again)[1] == "“Strand båtlag” is registered already."


def test_undoing_takes_away_what_nobody_has_built_on(municipality, kari):
    file = taken(brought(municipality=municipality, by=kari, text=REGISTER))
    boats = Organisation.objects.get(name="Strand båtlag")
    MembershipFactory(organisation=boats, municipality=municipality)

    file = undone(file)

    assert list(Organisation.objects.all()) == [boats]
    assert fates(file)[:2] == ["undone", "stays"]
    assert says(file)[1] == "Others have built on it since: Organisations."


def test_what_an_organisation_asked_is_built_on_it(municipality, kari):
    file = taken(brought(municipality=municipality, by=kari, text=REGISTER))
    boats = Organisation.objects.get(name="Strand båtlag")
    question(initiative=InitiativeFactory(municipality=municipality), asked_for=boats)

    file = undone(file)

    assert says(file)[:2] == ["", "Others have built on it since: Ideas."]


def test_a_file_is_undone_within_a_month_and_once(municipality, kari):
    file = taken(brought(municipality=municipality, by=kari))
    File.objects.update(taken_at=timezone.now() - timedelta(days=31))
    with pytest.raises(TooLateToUndo):
        bringing.undo(file=file, by=kari)
    with pytest.raises(NotAtThisStep):
        bringing.take_in(file=file, by=kari)
    with pytest.raises(NotYoursToImport):
        bringing.undo(file=file, by=PersonFactory())


LONG = (
    "Vi trenger et sted å sitte når vi går tur langs fjorden om kvelden, og de gamle trenger det"
    " mest, for det er langt fra kaia og opp til butikken når det er glatt i bakken om vinteren"
)


@pytest.mark.parametrize(("step", "then"), [("rehearsing", "read"), ("taking", "taken")])
def test_a_file_waits_for_somebody_else_when_whoever_began_has_left(municipality, kari, step, then):
    file = brought(municipality=municipality, by=kari)
    bringing.begin(file, step, kari)
    File.objects.update(by=None)

    engine().work_off()

    file.refresh_from_db()
    assert file.state == then


OLD = f"""Forslag;Beskrivelse;Innsender;Telefon;Dato;Status;Svar
Benk ved fjorden;{LONG};Astrid Vik;12345678;17.05.2019;Brukt;Den står der nå
Benk ved vannet;{LONG};;;;;
Flere lamper;;;;2019-05-17;;
Båt;;;;i fjor;;
Lys;;;;;;Kommer snart
"""


@pytest.fixture
def old(municipality, kari):
    """A file of old ideas, taken in."""
    initiative = InitiativeFactory(municipality=municipality, slug="quay")
    about = {"initiative": initiative.slug, "channel": "paper", "language": "nb"}
    idea(initiative=initiative, title="Flere lamper")
    return brought(
        municipality=municipality, by=kari, text=OLD, kind="ideas", name="old.csv", about=about
    )


def test_old_ideas_come_with_their_day_their_giver_and_their_answer(old, kari):
    file = taken(old)

    assert fates(file) == ["taken", "same", "same", "wrong", "wrong"]
    assert says(file)[1:] == [
        "A row before says nearly the same: “Benk ved fjorden”.",
        "“Flere lamper” says nearly the same.",
        "“i fjor” is not a day. Write it as 2026-05-17 or 17.05.2026.",
        "There is an answer, but not what became of it. Add that.",
    ]
    bench = Idea.objects.get(title="Benk ved fjorden")
    row = bench.contribution
    assert (row.at.year, row.channel, row.giver.name, row.entered_on_behalf) == (
        2019,
        "paper",
        "Astrid Vik",
        True,
    )
    assert (row.standing.status, row.standing.reason) == ("used", "Den står der nå")


def test_an_old_idea_without_an_answer_is_promised_one_from_today(old, kari):
    Idea.objects.all().update(title="Something else")
    taken(old)

    lamps = Standing.objects.get(contribution__idea__title="Flere lamper")
    days = lamps.municipality.answer_days
    assert lamps.answer_due_on == timezone.localdate() + timedelta(days=days)


def test_undoing_old_ideas_blanks_them_where_nobody_did_anything(old, kari):
    Idea.objects.all().update(title="Something else")
    file = taken(old)
    bench, lamps = Idea.objects.filter(contribution__entered_on_behalf=True).order_by("pk")
    ideas.support(idea=lamps, hand=hand_of(PersonFactory(), lamps.municipality))

    file = undone(file)

    bench.refresh_from_db()
    assert (bench.title, bench.contribution.standing.status) == ("", "withdrawn")
    assert [line.says for line in file.lines.filter(fate="stays")] == ["People support it."]


PEOPLE = """E-post,Fornavn,Etternavn,Språk
ada@example.org,Ada,Strand,nynorsk
ADA@example.org,Ada,Strand,
bo@example,Bo,,
here@example.org,Cille,,
dag@example.org,Dag,,klingon
"""
ABOUT = {"basis": "consent", "source": "the summer fair"}


def people_file(municipality, kari):
    PersonFactory(email="here@example.org")
    person_with("employee", municipality, email="staff@example.org")
    text = PEOPLE + "staff@example.org,Eli,,\n"
    plain = {"kind": "people", "name": "people.csv", "about": ABOUT}
    return brought(municipality=municipality, by=kari, text=text, **plain)


def test_people_are_invited_and_nobody_gets_an_account(municipality, kari):
    before = Person.objects.count() + 2
    file = taken(people_file(municipality, kari))
    engine().work_off()

    assert fates(file) == ["taken", "same", "wrong", "taken", "wrong", "same"]
    assert Person.objects.count() == before
    assert sorted(message.to[0] for message in mail.outbox) == [
        "ada@example.org",
        "here@example.org",
    ]
    letter = next(message for message in mail.outbox if message.to == ["ada@example.org"])
    assert reverse("imports:invited", args=[Invitation.objects.get(language="nn").key]) in (
        letter.body
    )
    assert "the summer fair" in letter.body


def test_the_address_in_the_letters_is_asked_for_once_in_a_step(municipality, kari):
    file = rehearsed(people_file(municipality, kari))

    with CaptureQueriesContext(connection) as asked:
        bringing.take_in(file=file, by=kari)
        engine().work_off()

    assert Invitation.objects.count() == 2
    assert len([each for each in asked if "municipalities_hostname" in each["sql"]]) == 1


def test_a_yes_makes_the_account_and_a_no_leaves_nothing(client, municipality, kari):
    asked = invitation(municipality=municipality, by=kari)
    page = client.get(reverse("imports:invited", args=[asked.key])).text
    assert "the summer fair" in page
    client.post(reverse("imports:invited", args=[asked.key]), {"answer": "yes"})

    astrid = Person.objects.get(email="astrid@example.org")
    assert (astrid.given_name, astrid.roles_in(municipality)) == ("Astrid", {"resident"})
    with pytest.raises(InvitationIsAnswered):
        answer_invitation(invitation=asked, accepts=True)
    other = invitation(municipality=municipality, by=kari, email="bo@example.org")
    client.post(reverse("imports:invited", args=[other.key]), {"answer": "no"})
    other.refresh_from_db()
    assert (other.email, other.given_name, other.source) == ("", "", "")
    again = "E-post\nbo@example.org\n"
    plain = {"kind": "people", "name": "again.csv", "about": ABOUT}
    file = rehearsed(brought(municipality=municipality, by=kari, text=again, **plain))
    assert says(file) == ["This person was invited before, and is not asked again."]


def test_undoing_withdraws_invitations_that_nobody_answered(client, municipality, kari):
    file = taken(people_file(municipality, kari))
    ada = Invitation.objects.get(email="ada@example.org")
    answer_invitation(invitation=ada, accepts=True)
    cille = Invitation.objects.get(email="here@example.org")

    file = undone(file)

    assert fates(file) == ["stays", "same", "wrong", "undone", "wrong", "same"]
    assert client.get(reverse("imports:invited", args=[cille.key])).status_code == 404


def test_whoever_leaves_is_forgotten_in_files_too(municipality, kari):
    ada = PersonFactory(email="ada@example.org")
    file = rehearsed(people_file(municipality, kari))

    delete_account(by=ada, is_sure=True)

    assert not Line.objects.filter(cells__icontains="ada@example.org").exists()
    assert file.lines.exclude(cells="").count() == 4


def test_a_file_goes_from_page_to_page(client, municipality, kari):
    client.force_login(kari)
    path = reverse("imports:bring", args=["people"])
    sent = {"file": SimpleUploadedFile("people.csv", PEOPLE.encode())}
    wrong = client.post(path, sent | {"source": "the summer fair"}).text
    assert 'value="the summer fair"' in wrong
    none = {"file": SimpleUploadedFile("people.xlsx", b"PK\x03\x04\x00\x00\x08\x00")}
    assert "This cannot be read as a table." in client.post(path, none | ABOUT).text
    sent = {"file": SimpleUploadedFile("people.csv", PEOPLE.encode())}
    columns = client.post(path, sent | ABOUT).url
    assert "We have guessed; look it over." in client.get(columns).text
    twice = client.post(columns, {"email": "0", "given_name": "0"}).text
    assert "This column is “E-mail” already. Choose another one." in twice
    here = client.post(columns, {"email": "0", "given_name": "1", "language": "3"}).url
    assert "The queue works on it" in client.get(here).text
    engine().work_off()
    page = client.get(here).text
    assert "Take in 2 new rows" in page
    assert "“klingon” is not known as “Language”." in client.get(here, {"fate": "wrong"}).text

    client.post(reverse("imports:take", args=[File.objects.get().pk]))
    engine().work_off()

    assert "Undo the whole import" in client.get(here).text
    assert Invitation.objects.count() == 2


def test_the_report_tells_of_every_row_and_holds_no_formula(client, municipality, kari):
    text = "Navn;Om\n=HYPERLINK(1);@x\n"
    file = rehearsed(brought(municipality=municipality, by=kari, text=text))
    client.force_login(kari)

    answer = client.get(reverse("imports:report", args=[file.pk]))

    assert answer.content.decode("utf-8-sig").splitlines() == [
        "Row;What became of it;Why;Navn;Om",
        "2;New;;'=HYPERLINK(1);'@x",
    ]


@pytest.mark.parametrize("rows", [1, 3, 1000])
def test_a_longer_file_asks_no_more_of_the_database(
    client, municipality, kari, django_assert_max_num_queries, rows
):
    text = "Navn\n" + "".join(f"Lag {number}\n" for number in range(rows))
    file = brought(municipality=municipality, by=kari, text=text)
    File.objects.update(state=File.State.REHEARSED)
    client.force_login(kari)
    client.get(file.get_absolute_url())

    with django_assert_max_num_queries(12):
        page = client.get(file.get_absolute_url()).text

    assert page.count("Lag ") == min(rows, 50)


def test_ten_thousand_rows_are_read_within_bounded_memory(municipality, kari):
    text = "Navn;Om\n" + "".join(f"Lag {number};{'Vi møtes. ' * 20}\n" for number in range(10_000))
    tracemalloc.start()

    file = brought(municipality=municipality, by=kari, text=text)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert file.lines.count() == 10_000
    assert peak < 60 * 1024 * 1024
