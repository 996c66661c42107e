from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.hearings import personal
from samskap.hearings.actions.stating import withhold
from samskap.hearings.models import Hearing, HearingStatement, Recipient
from samskap.hearings.panels import task_of
from samskap.hearings.queries.hearings import waiting_in
from samskap.hearings.report import as_pdf
from samskap.initiatives.models import Initiative
from samskap.privacy.models import Sight
from samskap.testing.factories.hearings import (
    PLAIN,
    answered,
    by_letter,
    closed,
    opened,
    planned,
    reported,
    stated,
    steward_of,
)
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return MunicipalityFactory(host="testserver", default_language="en", country="NO")


@pytest.fixture
def steward(place):
    return steward_of(place)


@pytest.fixture
def comes(client):
    def come(person):
        client.force_login(person)
        return client

    return come


def url(name, hearing, *more):
    return reverse(f"hearings:{name}", args=[hearing.slug, *more])


def test_a_hearing_is_planned_filled_opened_and_extended_on_its_pages(place, steward, comes):
    initiative = InitiativeFactory(municipality=place)
    staff = comes(steward)
    way = reverse("hearings:new", args=[initiative.slug])
    short = (timezone.localdate() + timedelta(days=10)).isoformat()
    said = {**PLAIN, "preset": "no_zoning_plan", "opens_on": timezone.localdate().isoformat()}

    refused = staff.post(way, {**said, "closes_on": short})
    assert "The law gives at least 6 weeks" in refused.content.decode()
    assert PLAIN["about"] in refused.content.decode()  # what was typed stays
    staff.post(way, {**said, "closes_on": "", "young_secured": "The school walks the path."})
    made = Hearing.objects.get()
    keep = url("keep", made)
    assert comes(PersonFactory()).get(made.get_absolute_url()).status_code == 404

    staff = comes(steward)
    pdf = SimpleUploadedFile("map.pdf", b"%PDF-1.7 a map", "application/pdf")
    staff.post(keep, {"what": "paper", "paper_title": "Map", "file": pdf})
    ask = {"what": "ask", "ask-kind": "neighbour", "ask-name": "Kari Vik", "ask-way": "letter"}
    staff.post(keep, ask | {"ask-people": "12"})
    assert "Kari Vik" in staff.get(keep).content.decode()
    assert staff.post(keep, {"what": "open"}).status_code == 302
    made.refresh_from_db()
    longer = made.closes_on + timedelta(days=14)
    staff.post(keep, {"what": "extend", "longer_until": longer.isoformat()})

    reader = comes(PersonFactory())
    page = reader.get(made.get_absolute_url()).content.decode()
    assert "plan- og bygningsloven §§ 5-2 og 12-10" in page
    assert "Council for the elderly" in page
    assert "Kari Vik" not in page
    paper = made.papers.get()
    assert reader.get(reverse("hearings:paper", args=[paper.pk])).content == b"%PDF-1.7 a map"
    made.refresh_from_db()
    assert (made.state, made.closes_on >= longer) == ("open", True)


def test_how_else_one_can_answer_is_proposed_and_said(place, steward, comes):
    way = reverse("hearings:new", args=[InitiativeFactory(municipality=place).slug])
    proposed = comes(steward).get(way).context["form"]["answers_to"].value()
    assert proposed == place.contact_email

    made = opened(municipality=place, by=steward, answers_to="answers@vik.example")

    reader = comes(PersonFactory())
    assert "answers@vik.example" in reader.get(made.get_absolute_url()).content.decode()
    assert "answers@vik.example" in reader.get(url("state", made)).content.decode()
    [row] = reader.get("/api/v1/hearings/").json()["items"]
    assert row["answers_to"] == "answers@vik.example"


@pytest.mark.parametrize(
    ("preset", "is_said"), [("no_plan_programme", True), ("no_zoning_plan", False), ("own", False)]
)
def test_a_rule_that_was_not_read_in_the_law_is_said(place, steward, comes, preset, is_said):
    made = planned(municipality=place, by=steward, preset=preset)
    page = comes(steward).get(url("keep", made)).content.decode()
    assert ("We have not read this rule" in page) == is_said


def test_a_locked_solution_is_said_before_it_opens_and_on_its_page(place, steward, comes):
    initiative = InitiativeFactory(municipality=place)
    made = planned(initiative=initiative, by=steward)
    Initiative.objects.filter(pk=initiative.pk).update(solution_locked_at=timezone.now())
    staff, why = comes(steward), "This hearing cannot count as co-creation"

    assert why in staff.get(url("keep", made)).content.decode()
    refused = staff.post(url("keep", made), {"what": "open"})
    assert refused.status_code == 409
    assert "The solution is locked" in refused.content.decode()
    staff.post(url("keep", made), {"what": "open", "knows_it_is_late": "on"})

    page = comes(PersonFactory()).get(made.get_absolute_url()).content.decode()
    assert why in page
    assert "step 0 of the ladder" in page


def test_a_statement_gets_a_receipt_and_is_changed_on_its_page(place, steward, comes):
    made, ada = opened(municipality=place, by=steward), PersonFactory()
    page = comes(ada).get(url("state", made))
    key = page.context["form"]["public_id"].value()
    said = {"text": "Lamps, please.", "language": "en", "public_id": key}

    answer = comes(ada).post(url("state", made), said, follow=True)
    comes(ada).post(url("state", made), said)

    assert "Your statement has number 1" in answer.content.decode()
    only = made.statements.get()
    way = url("statement", made, 1)
    comes(ada).post(way, {"what": "change", "text": "Lamps and benches."})
    assert "Lamps and benches." in comes(PersonFactory()).get(way).content.decode()
    assert comes(PersonFactory()).post(way, {"what": "change", "text": "No."}).status_code == 403
    assert comes(ada).post(way, {"what": "withdraw"}).status_code == 302
    only.refresh_from_db()
    assert (only.text, comes(ada).get(way).status_code) == ("", 404)


def test_what_was_typed_is_shown_when_the_hearing_was_reported_or_closed_meanwhile(
    place, steward, comes
):
    made, ada = opened(municipality=place, by=steward), PersonFactory()
    mine = stated(made, ada)
    Hearing.objects.filter(pk=made.pk).update(
        opens_on=made.opens_on - timedelta(days=9),
        closes_on=timezone.localdate() - timedelta(days=1),
    )
    typed = "We would like lamps along the whole of the path, and a bench where it turns."

    refused = comes(ada).post(
        url("statement", made, mine.number), {"what": "change", "text": typed}
    )
    assert (refused.status_code, typed in refused.text) == (409, True)
    assert "A statement can be changed until the last day" in refused.text

    reported(closed(made), steward)
    refused = comes(ada).post(url("state", made), {"text": typed, "language": "en"})
    assert (refused.status_code, typed in refused.text) == (409, True)
    assert made.statements.count() == 1


def test_no_script_gets_through_in_words_or_links(place, steward, comes):
    made = planned(municipality=place, by=steward)
    way = {"what": "paper", "paper_title": "Map", "url": "javascript:alert(1)"}
    comes(steward).post(url("keep", made), way)
    assert not made.papers.exists()

    made = opened(municipality=place, by=steward, answers_to="<script>alert(2)</script>")
    stated(made, text="<script>alert(3)</script> [lamps](javascript:alert(4)) <b onclick=x>a</b>")
    page = comes(PersonFactory()).get(made.get_absolute_url()).text

    assert "lamps" in page
    assert not any(each in page for each in ("<script>alert", 'href="javascript', "<b onclick"))


def test_whoever_is_not_signed_in_writes_first_and_confirms_afterwards(place, steward, client):
    made = opened(municipality=place, by=steward)

    answer = client.post(
        url("state", made),
        {"text": "Lamps.", "language": "en", "email": "bo@example.org"},
    )

    assert answer.headers["Location"] == reverse("people:code")
    assert not made.statements.exists()  # it waits until the address is confirmed


def test_staff_write_down_an_e_mail_for_an_organisation_that_was_asked(place, steward, comes):
    made = planned(municipality=place, by=steward)
    agency = OrganisationFactory(municipality=place, kind="public_unit", name="Vegvesenet")
    asked = Recipient.objects.create(
        municipality=place, hearing=made, kind="authority", name="", organisation=agency
    )
    Hearing.objects.filter(pk=made.pk).update(state="open", opened_at=timezone.now())
    way = f"{url('state', made)}?given=other"
    said = {
        "way": "email",
        "received_on": timezone.localdate().isoformat(),
        "recipient": asked.pk,
        "actor_kind": "resident",
        "text": "We need 3 metres.",
        "language": "en",
    }
    assert comes(PersonFactory()).get(way).status_code == 403

    comes(steward).post(way, said)

    only = HearingStatement.objects.get()
    row = only.contribution
    assert (only.way, row.speaking_for, row.side) == ("email", agency, "public")
    assert "Vegvesenet" in comes(PersonFactory()).get(only.get_absolute_url()).content.decode()


def test_what_is_withheld_is_on_no_page_for_others(place, steward, comes):
    made = opened(municipality=place, by=steward)
    scan = SimpleUploadedFile("letter.pdf", b"%PDF-1.7 secret")
    said = stated(made, PersonFactory(given_name="Bodil"), text="SECRET illness", attachment=scan)
    withhold(statement=said, basis="offentleglova § 13", open_text="Lamps.", by=steward)
    ways = [
        made.get_absolute_url(),
        said.get_absolute_url(),
        url("report", made),
        f"{url('report', made)}?in=en",
        f"/api/v1/hearings/{made.slug}/statements",
    ]

    reader = comes(PersonFactory())
    for way in ways:
        page = reader.get(way).content
        assert b"SECRET" not in page
        assert b"Bodil" not in page
    assert "offentleglova § 13" in reader.get(ways[0]).content.decode()
    way = url("attachment", made, 1)
    assert reader.get(way).status_code == 403
    assert comes(steward).get(way).content == b"%PDF-1.7 secret"
    assert Sight.objects.filter(what="hearings.attachment").count() == 1
    assert b"SECRET" in comes(steward).get(said.get_absolute_url()).content


def test_alike_are_chosen_and_answered_together_and_the_report_says_it(place, steward, comes):
    made = opened(municipality=place, by=steward)
    same = "We who live along the fjord want lamps along the whole path before the winter."
    one, two = stated(made, text=same), stated(made, text=same.upper())
    stated(made, text="No path at all.")
    staff = comes(steward)
    page = staff.get(url("answers", made)).content.decode()
    assert "2 statements that say nearly this" in page
    assert page.count('id="answer-form"') == 1
    assert page.count('form="answer-form"') == 3  # each box belongs to the form beside the list

    said = {"status": "partly_used", "text": "Lamps at the crossings.", "changes": "Four lamps."}
    staff.post(url("answers", made), {**said, "chosen": [one.pk, two.pk]})
    assert staff.post(url("answers", made), said).status_code == 409  # nobody was chosen

    report = comes(PersonFactory()).get(url("report", made)).content.decode()
    assert report.count("Lamps at the crossings.") == 2
    page = comes(steward).get(url("answers", made)).content.decode()
    assert "3 statements, 2 answered" in page
    assert as_pdf(made).startswith(b"%PDF-")


def test_whoever_has_an_answer_and_no_account_is_on_a_list_to_be_told(place, steward, comes):
    made = opened(municipality=place, by=steward)
    stated(made)
    by_letter(made, steward)
    way = url("to_tell", made)
    assert "Vik 1" not in comes(steward).get(way).content.decode()
    assert not Sight.objects.exists()

    answered(made, steward)

    page = comes(steward).get(way)
    assert [(line["number"], line["reach"]) for line in page.context["lines"]] == [(2, "Vik 1")]
    assert "There will be lamps." in page.content.decode()
    assert Sight.objects.get().what == "hearings.to_tell"
    assert comes(PersonFactory()).get(way).status_code == 403


def test_the_desk_says_what_waits_the_most_urgent_first(place, steward):
    planned(municipality=place, by=steward, title="A new school")
    waits = closed(opened(municipality=place, by=steward))
    assert task_of(waiting_in(place, 10)[0]).title == "Write the report of a hearing"

    stated(waits)

    [first, second] = waiting_in(place, 10)
    assert (task_of(first).title, first.in_all) == ("Answer statements in a hearing", 2)
    assert task_of(second).title == "Open a hearing"


def test_the_report_closes_the_hearing_and_the_list_knows(place, steward, comes):
    made = reported(opened(municipality=place, by=steward), steward)
    planned(municipality=place, by=steward, title="A plan that nobody sees")
    reader = comes(PersonFactory())

    everything = reader.get(reverse("hearings:list")).content.decode()
    assert made.title in everything
    assert "A plan that nobody sees" not in everything
    assert made.title in reader.get("/hearings/?which=reported").content.decode()
    assert made.title not in reader.get("/hearings/?which=open").content.decode()
    assert reader.get("/api/v1/hearings/").json()["items"][0]["state"] == "reported"
    assert made.title in reader.get(made.initiative.get_absolute_url()).content.decode()


def test_pages_and_the_paper_ask_as_much_for_300_statements_as_for_3(place, steward, comes):
    made, reader = opened(municipality=place, by=steward), PersonFactory()
    ways = {
        reader: [reverse("hearings:list"), made.get_absolute_url(), url("report", made)],
        steward: [url("answers", made), url("to_tell", made), url("keep", made)],
    }

    def letters(many):
        said = [by_letter(made, steward, text=f"{n} lamps of {many}.") for n in range(many)]
        answered(made, steward, *said[1:])

    def asked():
        counts = []
        for person, theirs in ways.items():
            came = comes(person)
            for way in theirs:
                came.get(way)
                with CaptureQueriesContext(connection) as queries:
                    assert came.get(way).status_code == 200
                counts.append(len(queries))
        with CaptureQueriesContext(connection) as queries:
            assert as_pdf(made).startswith(b"%PDF-")
        return [*counts, len(queries)]

    letters(3)
    for_three = asked()
    letters(297)
    opened(municipality=place, by=steward)

    assert asked() == for_three


def test_neighbours_and_what_is_withheld_are_forgotten_after_their_time(place, steward):
    made = opened(municipality=place, by=steward)
    neighbour = Recipient.objects.create(
        municipality=place, hearing=made, kind="neighbour", name="Kari Vik", people=3
    )
    said = by_letter(made, steward)
    withhold(statement=said, basis="offentleglova § 13", by=steward)
    reported(made, steward)
    later = timezone.now() + timedelta(days=500)

    names, words = personal.keeps
    assert list(names.rows(later)) == [neighbour]
    assert list(names.rows(timezone.now() - timedelta(days=1))) == []
    [old] = words.rows(later)
    assert words.ends(old)
    said.refresh_from_db()
    assert (said.text, said.number) == ("", 1)
