"""The pages of what follows an answer: for everybody, for members, and for those who lead."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from samskap.committees.models import AfterAnswer, Committee, Effects, MeetingsHeld, State
from samskap.committees.queries.certificate import certificate_of
from samskap.initiatives.actions.formal import answer_recommendation
from samskap.ledger.hands import paper_hand
from samskap.organisations.models import Organisation
from samskap.testing.factories.committee_answers import laid
from samskap.testing.factories.committees import charter, committee, councillor, member
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.partnership import CommitmentFactory, public_partner
from samskap.testing.factories.people import PersonFactory, person_with
from samskap.testing.factories.rotas import RunningInitiativeFactory, a_need, rota

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def one(municipality):
    """A committee that has delivered, with one member."""
    made = committee(municipality=municipality, state=State.DELIVERED)
    charter(made)
    member(made)
    return made


def address(name, one, *more):
    return reverse(f"committees:{name}", args=[one.slug, *more])


def test_everybody_sees_that_an_answer_is_overdue(client, one):
    laid(one, "Open until nine", days_ago=102)

    html = client.get(address("answer", one)).text

    assert "The answer is 12 days overdue" in html
    assert "Not answered yet." in html
    assert "Answer the recommendations" not in html
    client.force_login(councillor(one.municipality))
    assert "Answer the recommendations" in client.get(address("answer", one)).text
    assert "How do you see the answer?" not in html


def test_a_member_reads_what_a_low_answer_means_and_answers_three_questions_once(client, one):
    formal = laid(one, "Open until nine", "Hosts", "Keys")
    by = councillor(one.municipality)
    for recommendation, answer in zip(
        formal.recommendations.order_by("number"), ("adopted", "rejected", "rejected"), strict=True
    ):
        answer_recommendation(
            recommendation=recommendation, answer=answer, reasons="It costs too much.", by=by
        )
    who = one.members.get()
    client.force_login(who.person)

    html = client.get(address("answer", one)).text

    assert "Much of the work was not adopted" in html
    assert "1 of 3 recommendations were adopted" in html
    assert "its adoption fidelity is 0.33" in html
    half = client.post(address("answer", one), {"understood": "2", "words": "Why?"})
    assert half.status_code == 200
    assert "Why?" in half.text
    answers = {"understood": "2", "taken_seriously": "1", "would_again": "4", "words": "Why?"}
    assert client.post(address("answer", one), answers).status_code == 302
    kept = AfterAnswer.objects.get(member=who)
    assert (kept.understood, kept.taken_seriously, kept.would_again) == (2, 1, 4)
    assert client.post(address("answer", one), answers).status_code == 403
    assert "Fewer than five members have answered" in client.get(address("answer", one)).text
    client.force_login(one.facilitator)
    assert "Why?" in client.get(address("answer", one)).text
    client.force_login(PersonFactory())
    assert "Why?" not in client.get(address("answer", one)).text


def test_who_carries_it_out_stands_beside_the_answer(client, one):
    formal = laid(one, "Open until nine")
    recommendation = formal.recommendations.get()
    answer_recommendation(
        recommendation=recommendation,
        answer="adopted",
        reasons="Yes.",
        by=councillor(one.municipality),
    )
    plan = address("plan", one, recommendation.pk)
    client.force_login(PersonFactory())
    assert client.get(plan).status_code == 409
    client.force_login(one.facilitator)
    assert "Nobody can promise it yet" in client.get(plan).text
    unit = public_partner(one.initiative)
    due_on = timezone.localdate() + 30 * DAY

    sent = client.post(plan, {"partner": unit.pk, "due_on": due_on.isoformat()})

    assert sent.status_code == 302
    html = client.get(address("answer", one)).text
    assert unit.name in html
    assert "Asked for, not accepted yet" in html
    assert "From charter to decision to what was done first" in html
    assert client.get(address("plan", one, 0)).status_code == 404


def test_the_six_effects_are_asked_of_members_and_shown_to_all(client, one):
    Committee.objects.filter(pk=one.pk).update(state=State.WORKING)
    scores = {question: str(place % 5 + 1) for place, question in enumerate(Effects.QUESTIONS)}
    page = address("effects", one)
    assert "fewer than 5" in client.get(page).text
    assert client.post(page, scores).status_code in (302, 403)
    for number in range(5):
        who = one.members.get() if not number else member(one)
        client.force_login(who.person)
        assert "You answer once." in client.get(page).text
        assert client.post(page, scores).status_code == 302
        assert "You answer once." not in client.get(page).text
    client.logout()

    html = client.get(page).text

    assert "Answers before: 5." in html
    assert Effects.objects.count() == 5


def test_members_take_their_certificate_with_them_once_it_is_delivered(client, one):
    who = one.members.get()
    who.person.given_name, who.person.family_name = "Åse", "Sørbø"
    who.person.save()
    client.force_login(who.person)
    page, file = address("certificate", one), address("certificate_pdf", one)
    assert "There is nothing to certify yet" in client.get(page).text
    assert client.get(file).status_code == 409

    laid(one, "Open until nine", "Hosts")

    assert "Åse Sørbø" in client.get(page).text
    answer = client.get(file, {"in": "en"})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "private, no-store"
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert text.splitlines()[:2] == ["Certificate of participation", "Åse Sørbø"]
    assert "Role: Resident." in text
    assert "2 recommendations to The council." in text
    client.force_login(PersonFactory())
    assert client.get(file).status_code == 409
    who.until = timezone.localdate()
    who.save()
    assert certificate_of(one, who.person).until == who.until


def test_who_has_no_account_gets_their_certificate_from_those_who_keep_the_committee(client, one):
    giver = paper_hand(by=one.facilitator, municipality=one.municipality, name="Olga Lie").giver
    olga = member(one, person=PersonFactory())
    one.members.filter(pk=olga.pk).update(person=None, giver=giver)
    page, asked = address("certificate", one), {"member": olga.pk}
    laid(one, "Open until nine")

    client.force_login(one.members.exclude(person=None).get().person)
    assert client.get(page, asked).status_code == 409
    client.force_login(one.facilitator)
    assert "Olga Lie" in client.get(page, asked).text
    assert f"?in=nb&amp;member={olga.pk}" in client.get(page, asked).text
    assert client.get(page, {"member": "9" * 40}).status_code == 404
    assert client.get(address("certificate_pdf", one), asked).content.startswith(b"%PDF")


def test_the_number_of_meetings_is_written_down_by_those_who_keep_minutes(client, one):
    page = reverse("committees:standing_meetings")
    body = OrganisationFactory(
        municipality=one.municipality, kind=Organisation.Kind.COMMITTEE, name="Culture"
    )
    year = timezone.localdate().year - 1
    told = {"body": body.pk, "year": year, "meetings": "11", "source": "The minutes."}
    assert client.post(page, told).status_code == 403
    client.force_login(one.facilitator)

    assert client.post(page, told).status_code == 302

    html = client.get(page).text
    assert "Culture" in html
    assert f"Culture, {year}: The minutes." in html
    assert MeetingsHeld.objects.get().meetings == 11
    wrong = client.post(page, told | {"meetings": "many"})
    assert wrong.status_code == 200
    assert 'value="many"' in wrong.text


def test_the_home_of_political_leadership_shows_what_waits_and_whom_to_call(client, one):
    page = reverse("committees:leading")
    by = councillor(one.municipality)
    laid(one, "Open until nine", days_ago=102)
    running = RunningInitiativeFactory(municipality=one.municipality, title="The library")
    a_need(rota=rota(running))
    CommitmentFactory(
        partner=public_partner(running), what="A new lamp", status="kept", kept_at=timezone.now()
    )
    client.force_login(person_with("employee", one.municipality))
    assert client.get(page).status_code == 403
    client.force_login(by)

    html = client.get(page).text

    assert "A town for all" in html
    assert "The answer is 12 days overdue" in html
    assert one.facilitator.shown_name in html
    assert "The library" in html
    assert "A new lamp" in html
    client.force_login(person_with("leader", one.municipality))
    assert "Nothing waits. Everything has its answer." in client.get(page).text


def test_the_home_of_political_leadership_connects_with_what_needs_hands(client, one):
    in_need = InitiativeFactory(municipality=one.municipality, title="A library kept open")
    a_need(rota=rota(in_need))
    client.force_login(councillor(one.municipality))

    assert "A library kept open" in client.get(reverse("committees:leading")).text


def test_open_data_tell_what_was_answered_and_how_well(client, one):
    formal = laid(one, "Open until nine", "Hosts")
    by = councillor(one.municipality)
    answer_recommendation(
        recommendation=formal.recommendations.get(number=1), answer="adopted", reasons="Yes.", by=by
    )

    rows = client.get(reverse("api:list_council_answers")).json()["items"]
    figures = {row["figure"]: row for row in client.get(reverse("api:council_figures")).json()}

    assert [
        (row["number"], row["committee"], row["answer"], row["is_in_time"]) for row in rows
    ] == [
        (2, one.slug, "", False),
        (1, one.slug, "adopted", True),
    ]
    assert (figures["answer_rate"]["value"], figures["answer_rate"]["n"]) == (1.0, 1)
    assert figures["days_to_realisation"]["value"] is None
    assert str(by) not in client.get(reverse("api:list_council_answers")).text


@pytest.mark.parametrize("many", [1, 3])
def test_pages_ask_the_same_for_one_recommendation_and_for_many(
    client, one, many, django_assert_max_num_queries
):
    laid(one, *[f"Recommendation {number}" for number in range(4 * many)])
    client.get(address("answer", one))

    with django_assert_max_num_queries(14):
        client.get(address("answer", one))
