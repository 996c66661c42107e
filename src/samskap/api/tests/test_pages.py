"""The page about open data, the archive behind it, and how it is set up."""

import io
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.api.actions import make_archive
from samskap.api.models import Archive
from samskap.base.queue.engine import engine
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import RoleFactory

pytestmark = pytest.mark.django_db


def test_before_the_first_night_the_page_says_so_and_anyone_may_ask(client, municipality):
    missing = client.get(reverse("api:archive"))
    before = client.get(reverse("api:home")).text

    client.post(reverse("api:ask"))
    on_its_way = client.get(reverse("api:home")).text
    engine().work_off()

    assert (missing.status_code, missing.json()["code"]) == (404, "api.no_archive_yet")
    assert "The first file has not been made yet" in before
    assert "A new file is being made" in on_its_way
    assert "Fetch everything" in client.get(reverse("api:home")).text


def test_the_archive_is_handed_out_once_to_whoever_keeps_it(client, municipality):
    InitiativeFactory(municipality=municipality)
    make_archive.call(municipality.pk)

    first = client.get(reverse("api:archive"))
    again = client.get(reverse("api:archive"), headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Content-Type"] == "application/zip"
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    table = ZipFile(io.BytesIO(first.getvalue())).read("csv/initiatives.csv")
    assert b"initiative-" in table
    assert (again.status_code, again.content) == (304, b"")


def test_whoever_asks_right_after_it_was_made_is_told_to_take_it(client, municipality):
    make_archive.call(municipality.pk)

    told = client.post(reverse("api:ask"))
    Archive.objects.update(made_at=timezone.now() - timedelta(hours=2))

    assert "less than an hour ago" in told.text
    assert client.post(reverse("api:ask")).status_code == 302


def test_another_municipality_has_an_archive_of_its_own(client, municipality, far):
    make_archive.call(municipality.pk)

    assert client.get(reverse("api:archive"), headers={"host": "far.localhost"}).status_code == 404


def test_fetching_everything_again_and_again_is_stopped(
    client, municipality, settings, rates_are_kept
):
    settings.RATES = settings.RATES | {"archive": (2, 3600)}
    make_archive.call(municipality.pk)

    statuses = []
    for _time in range(3):
        answer = client.get(reverse("api:archive"))
        statuses.append(answer.status_code)
        answer.getvalue()  # else its file stays open

    assert statuses == [200, 200, 429]


def test_an_administrator_chooses_the_licence_and_says_who_publishes(client, municipality):
    client.force_login(RoleFactory(municipality=municipality, role="administrator").person)

    wrong = client.post(
        reverse("api:settings"), {"licence": "CC-BY-4.0", "organisation_number": "972418014"}
    )
    client.post(
        reverse("api:settings"), {"licence": "CC-BY-4.0", "organisation_number": "972 418 013"}
    )

    municipality.refresh_from_db()
    assert "is not an organisation number" in wrong.text
    assert (municipality.licence, municipality.organisation_number) == ("CC-BY-4.0", "972418013")
    assert "CC BY 4.0" in client.get(reverse("api:home")).text
