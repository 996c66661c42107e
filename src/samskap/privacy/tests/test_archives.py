"""Everything about one person as one file: complete, theirs alone, and gone after seven days."""

import io
import json
from datetime import timedelta
from html.parser import HTMLParser
from zipfile import ZipFile

import html5lib
import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from samskap.base.queue.engine import engine
from samskap.ideas.models import Support
from samskap.notices.models import Notice
from samskap.people.actions import delete_account
from samskap.people.models import Consent
from samskap.people.sessions import PROVIDER
from samskap.privacy import packing
from samskap.privacy.actions.archives import ask_for_archive, delete_old
from samskap.privacy.errors import ArchiveIsBeingMade
from samskap.privacy.models import Archive
from samskap.privacy.queries import held
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import (
    ConsentFactory,
    LeaveFactory,
    PersonFactory,
    ProfileFactory,
)
from samskap.testing.factories.privacy import ArchiveFactory, ready_archive
from samskap.testing.factories.rotas import TurnFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(municipality):
    """Somebody who gave an idea and told about herself, beside somebody who did the same."""
    ada = PersonFactory(given_name="Ada", email="ada@example.org")
    other = PersonFactory(given_name="Otherperson", email="other@example.org")
    initiative = InitiativeFactory(municipality=municipality, title="The library")
    for person, title in ((ada, "A bench by the door"), (other, "Otherwise")):
        ProfileFactory(person=person, needs=f"What {person.given_name} needs")
        idea(initiative=initiative, person=person, title=title)
    return ada


def archive_of(person, municipality, language="en") -> ZipFile:
    """Ask for an archive, let the queue make it, and open it."""
    archive = ask_for_archive(by=person, municipality=municipality, language=language)
    engine().work_off()
    archive.refresh_from_db()
    with default_storage.open(archive.file_name) as file:
        return ZipFile(io.BytesIO(file.read()))


def test_the_archive_holds_what_one_gave_and_told_as_data_and_as_pages(ada, municipality):
    folder = archive_of(ada, municipality)

    about = json.loads(folder.read("about.json"))
    files = {table["file"]: table for table in about["tables"]}
    given = files["data/ideas.idea-contribution__giver__person.json"]
    [row] = json.loads(folder.read(given["file"]))
    assert (about["format"], about["version"], about["person"]) == (
        "samskap-archive",
        1,
        str(ada.public_id),
    )
    assert (row["title"], row["initiative"], row["municipality"]) == (
        "A bench by the door",
        "The library",
        municipality.name,
    )
    assert set(given["fields"]) == set(row)
    page = folder.read("pages/ideas.idea-contribution__giver__person-1.html").decode()
    assert "A bench by the door" in page


def test_nothing_of_other_people_is_in_the_archive(ada, municipality):
    folder = archive_of(ada, municipality)

    everything = b"".join(folder.read(name) for name in folder.namelist()).decode()
    assert "Ada" in everything
    assert "Other" not in everything.replace("Other people", "").replace("Others have", "")
    assert "other@example.org" not in everything


class Links(HTMLParser):
    """Collects where a page leads."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in {"href", "src"}]


def test_the_pages_speak_the_persons_language_and_open_without_the_net(ada, municipality):
    folder = archive_of(ada, municipality, language="nn")

    pages = [name for name in folder.namelist() if name.endswith(".html")]
    assert 'lang="nn"' in folder.read("index.html").decode()
    for name in pages:
        text = folder.read(name).decode()
        html5lib.HTMLParser(strict=True).parse(text)
        links = Links()
        links.feed(text)
        above = name.rpartition("/")[0]
        for link in links.found:
            at = (
                f"{above}/{link}"
                if above and not link.startswith("../")
                else link.removeprefix("../")
            )
            assert at in folder.namelist(), f"{name}: {link}"


def test_it_is_told_when_it_is_ready_and_made_only_once(ada, municipality):
    archive = ask_for_archive(by=ada, municipality=municipality, language="en")
    with pytest.raises(ArchiveIsBeingMade):
        ask_for_archive(by=ada, municipality=municipality, language="en")
    engine().work_off()
    packing.put_together.call(archive.pk)

    assert [notice.label for notice in Notice.objects.filter(person=ada)] == [
        "Your archive is ready"
    ]


def test_one_that_the_queue_has_given_up_does_not_stand_in_the_way_for_ever(ada, municipality):
    two_days_ago = timezone.now() - timedelta(days=2, seconds=1)
    ArchiveFactory(person=ada, municipality=municipality, asked_at=two_days_ago)

    archive = ask_for_archive(by=ada, municipality=municipality, language="en")

    assert list(Archive.objects.all()) == [archive]


def test_only_the_person_fetches_it_and_only_for_seven_days(ada, municipality, client):
    archive = ready_archive(person=ada, municipality=municipality)
    address = reverse("privacy:archive", args=[archive.key])
    client.force_login(PersonFactory())
    assert client.get(address).status_code == 404
    client.force_login(ada)
    answer = client.get(address)
    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, b"a zip")
    assert (answer["Content-Type"], answer["Cache-Control"]) == (
        "application/zip",
        "no-store, private",
    )

    Archive.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    assert client.get(address).status_code == 410
    assert delete_old() == 1
    engine().work_off()
    assert client.get(address).status_code == 404
    assert not default_storage.exists(archive.file_name)


def test_an_e_id_alone_is_handed_nothing(ada, municipality, client):
    archive = ready_archive(person=ada, municipality=municipality)
    client.force_login(ada)
    session = client.session
    session[PROVIDER] = 1
    session.save()

    answers = [
        client.get(reverse("privacy:archive", args=[archive.key])),
        client.post(reverse("privacy:ask"), headers={"referer": "http://testserver/privacy/"}),
    ]

    assert {answer.url.split("?")[0] for answer in answers} == {reverse("people:show_address")}
    assert list(Archive.objects.all()) == [archive]


def test_it_goes_with_the_account_even_while_it_is_made(ada, municipality):
    ready = ready_archive(person=ada, municipality=municipality)
    ArchiveFactory(person=PersonFactory(), municipality=municipality)
    delete_account(by=ada, is_sure=True)
    engine().work_off()

    assert not default_storage.exists(ready.file_name)
    assert not Archive.objects.filter(person=ada).exists()


def test_residents_are_told_what_stays_without_what_only_staff_leave_behind(ada, client):
    client.force_login(ada)
    page = client.get(reverse("privacy:mine")).content.decode()

    assert ("What became of what you gave" in page, "Appeals you decided" in page) == (True, False)


def test_a_long_table_is_read_and_written_piece_by_piece(ada, municipality, monkeypatch):
    monkeypatch.setattr(held, "BATCH", 3)
    initiative = InitiativeFactory(municipality=municipality)
    for number in range(7):
        idea(initiative=initiative, person=ada, title=f"Idea {number}")
    section = next(one for one in held.sections() if one.key.startswith("ideas.idea-"))
    found = list(held.batches(section.rows(ada), size=3))

    assert [(len(batch.rows), batch.number, batch.is_last) for batch in found] == [
        (3, 1, False),
        (3, 2, False),
        (2, 3, True),
    ]


@pytest.mark.parametrize("rows", [1, 3, 40])
def test_a_table_costs_the_same_number_of_queries_however_long(
    rows, ada, municipality, django_assert_num_queries
):
    initiative = InitiativeFactory(municipality=municipality)
    for _number in range(rows):
        given = idea(initiative=initiative, person=PersonFactory())
        Support.objects.create(
            municipality=municipality,
            idea=given,
            person=ada,
            contribution=given.contribution,
        )
    section = next(one for one in held.sections() if one.key == "ideas.support-person")

    with django_assert_num_queries(1):
        [batch] = held.batches(section.rows(ada))
        assert [str(row.idea) + str(row.municipality) for row in batch.rows]


@pytest.mark.parametrize("rows", [1, 3, 20])
def test_what_a_row_is_called_costs_no_query_of_its_own(rows, ada, django_assert_num_queries):
    """The name of a shift says its rota, that of an errand its duty."""
    for _number in range(rows):
        TurnFactory(person=ada)
    section = next(one for one in held.sections() if one.key == "rotas.turn-person")

    with django_assert_num_queries(1):
        [batch] = held.batches(section.rows(ada))
        assert len({str(row.shift) for row in batch.rows}) >= 1


@pytest.mark.parametrize("rows", [1, 3])
def test_nor_does_whom_a_guardian_gave_leave(rows, ada, municipality, django_assert_num_queries):
    """The name of a consent says whose it is."""
    for purpose in Consent.Purpose.values[:rows]:
        given = ConsentFactory(person=ada, municipality=municipality, purpose=purpose)
        LeaveFactory(child=ada, municipality=municipality, purpose=purpose, consent=given)
    section = next(one for one in held.sections() if one.key == "people.leave-child")

    with django_assert_num_queries(1):
        [batch] = held.batches(section.rows(ada))
        assert len({str(row.consent) for row in batch.rows}) == rows
