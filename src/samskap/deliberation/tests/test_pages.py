"""What the pages of deliberations show, and to whom."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from samskap.deliberation.actions.translating import translate
from samskap.deliberation.models import Deliberation, Participant, Statement, StatementText, Vote
from samskap.ledger.actions import settle
from samskap.notices.models import Notice
from samskap.search.actions import follow
from samskap.testing.factories import deliberation as made
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.partnership import PartnerFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db

KEY = "0b4f5c00-0000-4000-8000-000000000001"


@pytest.fixture
def asked(municipality):
    """A deliberation with three statements."""
    asked = made.deliberation(InitiativeFactory(municipality=municipality))
    for _number in range(3):
        made.statement(asked)
    return asked


@pytest.fixture
def keeper(asked):
    """Whoever raised the initiative."""
    return asked.initiative.raised_by


def page_of(name, deliberation):
    """The address of a page of a deliberation."""
    return reverse(f"deliberation:{name}", args=[deliberation.pk])


def cast(client, deliberation, number=1, value=1, **more):
    """Press one of the three buttons."""
    statement = deliberation.statements.get(number=number)
    said = {"statement": statement.pk, "value": value, **more}
    return client.post(page_of("cast", deliberation), said)


def asks_about(client, deliberation):
    """The statement that the page asks about."""
    said = client.get(deliberation.get_absolute_url()).context["said"]
    return said and said["number"]


def test_nobody_needs_an_account_and_a_cookie_keeps_each_to_one_vote(client, asked):
    assert "participant" not in client.get(asked.get_absolute_url()).cookies

    cast(client, asked)
    cast(client, asked, value=-1)
    kept = client.cookies["participant"]

    assert [row.value for row in Vote.objects.all()] == [-1]
    assert kept["httponly"]
    assert kept["samesite"] == "Lax"
    assert asks_about(client, asked) == 2
    client.cookies["participant"] = f"{kept.value}x"  # whoever writes their own is nobody
    assert asks_about(client, asked) == 2  # the one with the fewest votes
    assert client.get(page_of("mine", asked)).context["participant"] is None


@pytest.mark.parametrize(
    ("is_signed_in", "most"),
    [(False, 11), (True, 16)],  # who is signed in, their roles, mandates and letters: five more
)
def test_a_vote_and_the_next_page_cost_few_queries(client, asked, is_signed_in, most):
    if is_signed_in:
        client.force_login(PersonFactory())
    cast(client, asked)
    second = {"statement": asked.statements.get(number=2).pk, "value": 1}

    with CaptureQueriesContext(connection) as asked_for:
        client.post(page_of("cast", asked), second)
        page = client.get(asked.get_absolute_url())

    assert page.context["progress"] == "You have answered 2 of 3 statements."
    questions = [each for each in asked_for if "SAVEPOINT" not in each["sql"]]
    assert len(questions) <= most


def test_nobody_sees_how_another_votes(client, asked):
    person = PersonFactory(given_name="Sigbjørg", shown_as="full")
    client.force_login(person)
    cast(client, asked)
    assert client.get(page_of("mine", asked)).context["page"].items

    client.force_login(PersonFactory())
    assert client.get(page_of("mine", asked)).context["participant"] is None
    for name in ("vote", "statements", "mine"):
        assert "Sigbjørg" not in client.get(page_of(name, asked)).text


def test_a_vote_is_changed_on_the_own_page(client, asked):
    cast(client, asked)

    answer = cast(client, asked, value=0, from_mine="yes")

    assert answer.url == page_of("mine", asked)
    assert "You said: Pass" in client.get(answer.url).text


def test_votes_of_the_device_become_those_of_whoever_says_they_are_theirs(client, asked):
    cast(client, asked)
    person = PersonFactory()
    client.force_login(person)
    assert Participant.objects.get().person is None
    assert client.get(page_of("mine", asked)).context["others"] == 1

    client.post(page_of("leave", asked), {"join": "yes"})

    assert Participant.objects.get().person == person


def test_a_shared_device_forgets_who_voted(client, asked):
    cast(client, asked)

    client.post(page_of("leave", asked))
    cast(client, asked, value=-1)

    assert Participant.objects.count() == 2


def test_what_is_too_long_is_refused_and_stays_in_the_form(client, asked):
    long = "x" * 281
    said = {"text": long, "language": "en", "public_id": KEY}

    answer = client.post(page_of("state", asked), said)

    assert long in answer.text
    assert answer.context["form"].errors["text"]
    assert asked.statements.count() == 3


def test_what_others_have_said_is_shown_while_one_writes(client, asked, municipality):
    elsewhere = made.deliberation(asked.initiative)
    for deliberation in (asked, elsewhere):
        said = {"text": "Evening buses every half hour", "language": "en", "public_id": uuid4()}
        client.post(page_of("state", deliberation), said)
    follow()
    written = {"text": "More evening buses, every half hour", "language": "en", "public_id": KEY}

    alone = client.post(page_of("like", asked), written)
    with_the_page = client.post(page_of("state", asked), written | {"look": "yes"})

    assert alone.text.count("Evening buses every half hour") == 1
    assert "Evening buses every half hour" in with_the_page.text
    assert written["text"] in with_the_page.text
    assert not asked.statements.filter(text=written["text"]).exists()


def test_a_statement_is_stated_once_however_often_the_button_is_pressed(client, asked):
    said = {"text": "Let buses run in the evening.", "language": "en", "public_id": KEY}
    for _press in range(2):
        client.post(page_of("state", asked), said)
    again = client.post(page_of("state", asked), said | {"public_id": KEY.replace("1", "2")})

    [written] = Statement.objects.filter(text=said["text"])
    assert (written.number, written.state) == (4, "shown")
    assert "Somebody has said just that already" in again.text


def test_the_address_of_a_statement_leads_to_it_however_many_there_are(client, asked):
    for number in range(60):
        last = made.statement(asked, text=f"More {number}")

    page = client.get(last.get_absolute_url())

    assert [line["number"] for line in page.context["lines"]] == [last.number]
    assert f'id="statement-{last.number}"' in page.text


def test_what_waits_is_seen_by_nobody_until_somebody_has_read_it(client, asked, keeper):
    asked.moderation = "before"
    asked.save()
    said = {"text": "Let buses run in the evening.", "language": "en", "public_id": KEY}
    client.post(page_of("state", asked), said)
    written = Statement.objects.get(text=said["text"])

    assert said["text"] not in client.get(page_of("statements", asked)).text
    assert said["text"] in client.get(page_of("mine", asked)).text
    assert written.contribution.standing.caption == ""
    client.force_login(keeper)
    assert said["text"] in client.get(page_of("queue", asked)).text
    client.post(reverse("deliberation:judge", args=[written.pk]), {"show": "yes"})
    assert said["text"] in client.get(page_of("statements", asked)).text


def test_whoever_is_set_aside_reads_why_and_somebody_else_hears_the_appeal(client, asked, keeper):
    writer = PersonFactory()
    client.force_login(writer)
    said = {"text": "My neighbour parks there.", "language": "en", "public_id": KEY}
    client.post(page_of("state", asked), said)
    written = Statement.objects.get(text=said["text"])
    judge = reverse("deliberation:judge", args=[written.pk])

    client.force_login(keeper)
    empty = client.post(judge, {f"s{written.pk}-reason": ""})
    assert empty.context["lines"][0]["form"].errors
    client.post(judge, {f"s{written.pk}-reason": "It is about one person."})
    client.force_login(writer)
    assert "It is about one person." in client.get(page_of("mine", asked)).text
    client.post(reverse("deliberation:appeal", args=[written.pk]), {"text": "He agreed."})

    answer = {f"s{written.pk}-shows": "yes", f"s{written.pk}-answer": "Then it is fine."}
    client.force_login(keeper)
    assert "Somebody other than you" in client.get(page_of("queue", asked)).text
    client.post(judge, answer)
    written.refresh_from_db()
    assert written.state == "set_aside"
    another = RoleFactory(municipality=asked.municipality, role="facilitator").person
    client.force_login(another)
    client.post(judge, answer)

    written.refresh_from_db()
    assert (written.state, written.appeal_answer) == ("shown", "Then it is fine.")
    assert Notice.objects.filter(person=writer).count() == 2


@pytest.mark.parametrize("is_signed_in", [True, False])
def test_whoever_stated_something_sees_what_became_of_it(client, asked, is_signed_in):
    if is_signed_in:
        client.force_login(PersonFactory())
    said = {"text": "Let buses run in the evening.", "language": "en", "public_id": KEY}
    client.post(page_of("state", asked), said)
    given = Statement.objects.get(text=said["text"]).contribution
    settle(contribution=given, status="partly_used", by=PersonFactory(), reason="From 2027 on.")

    mine = client.get(page_of("mine", asked))

    [line] = mine.context["stated"]
    assert line["fate"] == {"state": "partly_used", "reason": "From 2027 on."}
    assert line["trace_url"] == reverse("insight:trace", args=[given.public_id])
    assert mine.text.count("From 2027 on.") == 1
    assert client.get(line["trace_url"]).status_code == 200


def test_the_desk_names_where_statements_wait(client, asked, keeper):
    made.statement(asked, state="awaiting")
    client.force_login(keeper)

    assert asked.question in client.get(reverse("desk:desk")).text


def test_a_statement_is_read_in_ones_own_language_with_the_original_beside_it(client, asked):
    first = asked.statements.get(number=1)
    StatementText.objects.create(
        municipality=asked.municipality, statement=first, language="nb", text="Påstand én"
    )
    with translation.override("nb"):
        said = client.get(asked.get_absolute_url(), headers={"accept-language": "nb"}).context[
            "said"
        ]

    assert (said["text"], said["lang"], said["original"]) == ("Påstand én", "nb", "Statement 1")


def test_a_deliberation_is_started_with_seeds_and_changed_while_nobody_has_voted(
    client, municipality
):
    initiative = InitiativeFactory(municipality=municipality)
    client.force_login(initiative.raised_by)
    said = {
        "question": "How do we get about?", "about": "", "language": "en", "longest": "280",
        "opens_on": timezone.localdate(), "closes_on": "", "least": "0", "moderation": "before",
        "rules": "No names.", "share_statements": "voters",
        "seeds": "Buses run too seldom.\n\nBuses run too seldom.\nCycling is safe.",
        "public_id": KEY,
    }  # fmt: skip
    for _press in range(2):
        client.post(reverse("deliberation:start", args=[initiative.slug]), said)
    started = Deliberation.objects.get()
    assert [each.text for each in started.statements.all()] == [
        "Buses run too seldom.",
        "Cycling is safe.",
    ]

    edit = page_of("edit", started)
    client.post(edit, said | {"question": "How do we get about at night?"})
    started.refresh_from_db()
    assert started.question == "How do we get about at night?"
    cast(client, started)
    assert client.post(edit, said).status_code == 409


def test_rules_are_agreed_beforehand_and_the_form_proposes_some(client, asked, keeper):
    client.force_login(keeper)
    start = reverse("deliberation:start", args=[asked.initiative.slug])

    proposed = client.get(start).context["form"]
    without = client.post(start, {"question": "How do we get about?", "rules": " "})
    changed = client.post(page_of("edit", asked), {"rules": ""})

    assert proposed["rules"].value().startswith("What answers the question is shown")
    assert without.context["form"].errors["rules"] == ["This field is required."]
    assert changed.context["form"].errors["rules"] == ["This field is required."]
    assert Deliberation.objects.get() == asked


def test_partners_find_where_to_start_one_and_others_do_not(client, asked, keeper):
    partner, stranger = PersonFactory(), PersonFactory()
    PartnerFactory(initiative=asked.initiative, person=partner)
    start = reverse("deliberation:start", args=[asked.initiative.slug])
    seen = {}
    for who in (keeper, partner, stranger):
        client.force_login(who)
        page = client.get(asked.initiative.get_absolute_url()).text
        assert asked.question in page
        seen[who] = (start in page, client.get(start).status_code)

    assert list(seen.values()) == [(True, 200), (True, 200), (False, 403)]


def test_it_is_closed_with_a_reason_and_opened_again(client, asked, keeper):
    cast(client, asked)
    client.force_login(keeper)
    close = reverse("deliberation:step", args=[asked.pk, "reason"])

    assert client.post(close, {"reason-reason": ""}).context["forms"]["reason"].errors
    client.post(close, {"reason-reason": "We know enough."})

    assert "We know enough." in client.get(asked.get_absolute_url()).text
    assert cast(client, asked, number=2).status_code == 409
    assert Participant.objects.get().source == ""
    client.post(close, {"reason-reason": "More came."})
    assert cast(client, asked, number=2).status_code == 302


def test_a_card_counts_as_one_person_and_only_once(client, asked, keeper):
    client.force_login(keeper)
    said = {
        "card": "17", "agrees": "1, 3", "disagrees": "2", "passes": "",
        "statements": "A bench at each stop.", "language": "en", "name": "", "reach": "",
    }  # fmt: skip
    page = page_of("card", asked)

    wrong = client.post(page, said | {"passes": "2 9"})
    assert wrong.context["form"].errors["passes"] == [
        "Statement 2 is voted on twice.",
        "There is no statement number 9.",
    ]
    client.post(page, said)
    again = client.post(page, said)

    assert "Card “17” is written down already." in again.text
    assert sorted(Vote.objects.values_list("statement__number", "value")) == [
        (1, 1), (2, -1), (3, 1),
    ]  # fmt: skip
    participant = Participant.objects.get()
    assert (participant.channel, participant.contribution.channel) == ("paper", "paper")
    assert participant.contribution.giver.name == ""
    assert asked.statements.get(number=4).by == participant


def test_the_card_can_be_printed_in_each_language(client, asked):
    answer = client.get(f"{page_of('card_pdf', asked)}?in=nn")

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["statements", "queue", "mine"])
def test_a_list_costs_the_same_for_one_and_many(client, asked, keeper, name):
    client.force_login(keeper)
    cast(client, asked)

    def queries():
        with CaptureQueriesContext(connection) as found:
            client.get(page_of(name, asked))
        return len(found)

    few = queries()
    for number in range(20):
        statement = made.statement(asked, text=f"More {number}", state="awaiting")
        if name != "queue":
            Statement.objects.filter(pk=statement.pk).update(state="shown")
            cast(client, asked, number=statement.number)
    assert queries() == few


def test_strangers_neither_keep_nor_read_what_waits(client, asked):
    client.force_login(PersonFactory())

    for name in ("keep", "queue", "card", "edit"):
        assert client.get(page_of(name, asked)).status_code == 403


def test_what_is_over_says_so_and_takes_nothing(client, asked):
    asked.closes_at = timezone.now() - timedelta(minutes=1)
    asked.save()

    page = client.get(asked.get_absolute_url())

    assert page.context["is_open"] is False
    assert "It is closed" in page.text


def test_open_data_tell_what_was_stated_and_never_who(client, asked):
    cast(client, asked)
    first = asked.statements.get(number=1)
    translate(statement=first, language="se", text="Boahtte busse.", by=asked.started_by)
    translate(statement=first, language="sv", text="Kom, buss.", by=asked.started_by)
    first.texts.filter(language="sv").update(waiting_since=timezone.now())

    [row] = [
        each
        for each in client.get("/api/v1/deliberation/statements").json()["items"]
        if each["number"] == 1
    ]

    assert (row["agrees"], row["disagrees"], row["passes"]) == (1, 0, 0)
    assert row["text_in"] == {"se": "Boahtte busse."}
    assert not {"by", "participant", "person"} & set(row)
