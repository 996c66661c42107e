from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from pypdf import PdfReader

from samskap.rotas.certificate import as_pdf
from samskap.rotas.models import Requirement, Turn
from samskap.rotas.queries.certificate import certificate_of
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import (
    ClearanceFactory,
    DutyFactory,
    HelperFactory,
    NeedFactory,
    RequirementFactory,
    RunningInitiativeFactory,
    ShiftFactory,
    TurnFactory,
    a_need,
    rota,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(municipality):
    keeper = PersonFactory(given_name="Kari")
    initiative = RunningInitiativeFactory(municipality=municipality, raised_by=keeper)
    return rota(initiative, title="Biblioteket på Åsen", place="Åsveien 3")


def done(library, person, day, *, minutes=180, duty=None, status=Turn.Status.DONE):
    starts_at = timezone.make_aware(datetime.combine(day, time(16)))
    shift = ShiftFactory(rota=library, starts_at=starts_at)
    need = NeedFactory(shift=shift, duty=duty or DutyFactory(rota=library))
    settled = {"minutes": minutes, "settled_at": timezone.now()} if minutes else {}
    return TurnFactory(need=need, person=person, status=status, **settled)


def text_of(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_a_certificate_counts_what_is_confirmed_and_nothing_else(library):
    ada, host = PersonFactory(), DutyFactory(rota=library, name="Vert")
    done(library, ada, date(2026, 3, 3), duty=host)
    done(library, ada, date(2026, 4, 7), duty=host, minutes=105)
    done(library, ada, date(2026, 5, 5), minutes=None, status=Turn.Status.NO_SHOW)
    done(library, ada, date(2026, 5, 6), minutes=None, status=Turn.Status.TAKEN)
    done(library, PersonFactory(), date(2026, 2, 3))
    done(rota(title="Another"), ada, date(2026, 1, 6))

    found = certificate_of(library, ada)

    assert (found.shifts, found.minutes, found.hours) == (2, 285, 4.5)
    assert (found.first_on, found.last_on) == (date(2026, 3, 3), date(2026, 4, 7))
    assert found.duties == [("Vert", 2)]


def test_trainings_stand_on_it_and_certificates_do_not(library):
    ada = PersonFactory()
    for kind, name in ((Requirement.Kind.TRAINING, "Fire drill"), (Requirement.Kind.KEY, "Key"),
                       (Requirement.Kind.CERTIFICATE, "Police certificate")):  # fmt: skip
        seen = RequirementFactory(rota=library, kind=kind, name=name)
        ClearanceFactory(requirement=seen, person=ada, seen_on=date(2026, 2, 1))
    old = RequirementFactory(rota=library, kind=Requirement.Kind.TRAINING, name="Old")
    ClearanceFactory(requirement=old, person=ada, ended_on=date(2026, 2, 2))

    assert certificate_of(library, ada).trainings == [("Fire drill", date(2026, 2, 1))]


@pytest.mark.parametrize(
    ("language", "title", "hours"),
    [
        ("en", "Certificate of contribution", "has contributed 4.5 hours, in 2 shifts"),
        ("nb", "Attest for innsats", "har bidratt med 4,5 timer, på 2 vakter"),
        ("nn", "Attest for innsats", "har bidrege med 4,5 timar, på 2 vakter"),
        ("da", "Bevis for indsats", "har bidraget med 4,5 timer, på 2 vagter"),
    ],
)
def test_an_independent_reader_reads_it_in_four_languages(library, language, title, hours):
    ada = PersonFactory(given_name="Åse Čáhppes", family_name="Sørbø")
    HelperFactory(rota=library, person=ada, learnt="Å låse opp, og å være vert.\nBlåbærkake.")
    done(library, ada, date(2026, 3, 3))
    done(library, ada, date(2026, 4, 7), minutes=105)

    with translation.override(language):
        pdf = as_pdf(certificate_of(library, ada))

    text = text_of(pdf)
    assert text.splitlines()[:2] == [title, "Åse Čáhppes Sørbø"]
    assert hours in text
    assert "Biblioteket på Åsen, Åsveien 3" in text
    assert "Å låse opp, og å være vert.\nBlåbærkake." in text
    reader = PdfReader(BytesIO(pdf))
    assert reader.trailer["/Root"]["/Lang"] == language
    assert reader.metadata.title == f"{title} · Åse Čáhppes Sørbø"


def test_the_page_of_a_certificate_and_its_file(client, library):
    ada = PersonFactory()
    client.force_login(ada)
    page, file = (
        reverse(f"rotas:{name}", args=[library.slug]) for name in ("certificate", "certificate_pdf")
    )
    assert "No shift of yours is confirmed yet" in client.get(page).content.decode()
    assert client.get(file).status_code == 409

    done(library, ada, date(2026, 3, 3))
    kept = client.post(page, {"learnt": "To open the doors."})
    assert kept.headers["Location"] == page
    assert "To open the doors." in client.get(page).content.decode()
    answer = client.get(file, {"in": "da"})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert text_of(answer.content).startswith("Bevis for indsats")
    too_long = client.post(page, {"learnt": "x" * 1501})
    assert too_long.status_code == 200
    assert "x" * 1501 in too_long.content.decode()


def test_nobody_gets_the_certificate_of_another(client, library):
    done(library, PersonFactory(given_name="Adelheid"), date(2026, 3, 3))
    client.force_login(PersonFactory())

    page = client.get(reverse("rotas:certificate", args=[library.slug]))

    assert "Adelheid" not in page.content.decode()


def test_the_list_for_the_wall_has_names_and_room_to_write(client, library):
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
    starts_at = timezone.make_aware(datetime.combine(monday + timedelta(days=15), time(16)))
    need = a_need(rota=library, starts_at=starts_at, people=2)
    TurnFactory(need=need, person=PersonFactory(given_name="Adelheid"))
    address = reverse("rotas:wall", args=[library.slug])

    client.force_login(PersonFactory())
    assert client.get(address).status_code == 409
    client.force_login(library.initiative.raised_by)
    named = client.get(address).content.decode()
    nameless = client.get(address, {"names": "no"}).content.decode()

    assert "Adelheid" in named
    assert "1 place is free: ____" in named
    assert "Adelheid" not in nameless
    assert "1 comes" in nameless
    later = client.get(address, {"week": (monday + timedelta(weeks=4)).isoformat()})
    assert "Adelheid" not in later.content.decode()


def test_the_wall_asks_the_same_for_one_shift_and_for_many(
    client, library, django_assert_max_num_queries
):
    client.force_login(library.initiative.raised_by)
    address = reverse("rotas:wall", args=[library.slug])
    counts = []
    for more in (1, 20):
        for number in range(more):
            starts_at = timezone.now() + timedelta(days=number % 7, hours=1)
            TurnFactory(need=a_need(rota=library, starts_at=starts_at), person=PersonFactory())
        client.get(address)
        with django_assert_max_num_queries(40) as asked:
            client.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1]
