"""A list asks the database as often for a thousand rows as for one."""

from copy import copy
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from samskap.committees.models import MeetingsHeld
from samskap.deliberation.actions.drawing import draw_map
from samskap.hearings.models import Hearing
from samskap.meetings.models import CardSheet
from samskap.negotiations.actions.pledging import pledge
from samskap.negotiations.actions.talking import lay_option, say
from samskap.testing.factories import deliberation, negotiations
from samskap.testing.factories.committee_work import at_work, pilot, recommendation
from samskap.testing.factories.conversations import comment, subject
from samskap.testing.factories.drafting import change, document
from samskap.testing.factories.drafting_items import given, item, money
from samskap.testing.factories.hearings import answered, opened, stated, steward_of
from samskap.testing.factories.ideas import idea, question
from samskap.testing.factories.initiatives import (
    DeadlineFactory,
    FrameFactory,
    InitiativeFactory,
    InvitationFactory,
    ScrapEntryFactory,
    TopicFactory,
)
from samskap.testing.factories.insight import contest
from samskap.testing.factories.lottery import drawn
from samskap.testing.factories.meetings import event
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.partnership import (
    CommitmentFactory,
    DecisionFactory,
    RecommendationFactory,
    organisation_partner,
    partnership,
)
from samskap.testing.factories.places import AreaFactory, BorderFactory, PopulationFactory
from samskap.testing.factories.proposals import proposal
from samskap.testing.factories.rotas import NeedFactory, RotaFactory, TurnFactory

pytestmark = pytest.mark.django_db
ROWS = (1, 3, 1000)
AT_A_TABLE = ("parties", "options", "promises")
TEXTS = ("", "wordings", "changes", "items", "items/steps", "money")
INSIDE = (
    "steps frames scraps deadlines invitations partners agreements decisions formal-decisions"
    " commitments"
)


def multiply(row, rows, **changing):
    """Write the same row until there are so many: `changing` makes what must differ of a number."""
    copies = []
    for number in range(1, rows):
        twin = copy(row)
        twin._state = copy(row._state)
        twin._state.adding = True
        twin.pk = None
        if hasattr(twin, "public_id"):
            twin.public_id = type(row)().public_id
        for name, make in changing.items():
            setattr(twin, name, make(number))
        copies.append(twin)
    return [row, *type(row).objects.bulk_create(copies)]


def many_areas(initiative, rows):
    """Areas, each with a border and a figure."""
    top = AreaFactory(municipality=initiative.municipality)
    row = AreaFactory(municipality=initiative.municipality, parent=top)
    areas = multiply(row, max(rows - 1, 1), slug=lambda n: f"a-{n}")
    border = BorderFactory(area=areas[0])
    multiply(border, rows, valid_from=lambda n: date(2021, 1, 1) + timedelta(days=n))
    figure = PopulationFactory(area=areas[-1])
    multiply(figure, rows, counted_on=lambda n: date(2000, 1, 1) + timedelta(days=n))


def many_organisations(initiative, rows):
    """Organisations, each part of another."""
    roof = OrganisationFactory(municipality=initiative.municipality)
    row = OrganisationFactory(municipality=initiative.municipality, parent=roof)
    multiply(row, max(rows - 1, 1), slug=lambda n: f"o-{n}", name=lambda n: f"O {n}")


def many_initiatives(initiative, rows):
    """Initiatives, each with a topic and an area; and as many topics."""
    topic = TopicFactory(municipality=initiative.municipality)
    topics = multiply(topic, rows, slug=lambda n: f"t-{n}")
    area = AreaFactory(municipality=initiative.municipality)
    accounts = multiply(initiative.account, rows)
    found = multiply(initiative, rows, slug=lambda n: f"i-{n}", account=lambda n: accounts[n])
    model = type(initiative)
    model.topics.through.objects.bulk_create(
        model.topics.through(initiative=each, topic=tag)
        for each, tag in zip(found, topics, strict=True)
    )
    model.areas.through.objects.bulk_create(
        model.areas.through(initiative=each, area=area) for each in found
    )


def many_ideas(initiative, rows):
    """Ideas, each with its row of the ledger and what became of it; questions and objections."""
    given = idea(initiative=initiative)
    contributions = multiply(given.contribution, rows, number=lambda n: 10 + n)
    multiply(given.contribution.standing, rows, contribution=lambda n: contributions[n])
    multiply(given, rows, contribution=lambda n: contributions[n])
    multiply(question(initiative=initiative), rows)
    multiply(contest(initiative=initiative), rows)


def many_parts(initiative, rows):
    """Everything that hangs on an initiative."""
    by = initiative.raised_by
    partnership(initiative)
    partner = organisation_partner(initiative)
    organisations = multiply(
        partner.organisation, rows, slug=lambda n: f"p-{n}", name=lambda n: f"P {n}"
    )
    multiply(partner, rows, organisation=lambda n: organisations[n])
    multiply(initiative.changes.get(), rows)
    multiply(FrameFactory(initiative=initiative, by=by), rows, version=lambda n: n + 1)
    multiply(ScrapEntryFactory(initiative=initiative), rows)
    multiply(DeadlineFactory(initiative=initiative), rows, what=lambda n: f"Plan {n}")
    multiply(InvitationFactory(initiative=initiative, accepted=True), rows)
    multiply(initiative.agreements.get(), rows, version=lambda n: n + 1)
    decisions = multiply(DecisionFactory(initiative=initiative), rows)
    voice = decisions[0].voices.create(
        municipality=initiative.municipality, partner=partner, side="non_public", stance="for"
    )
    multiply(voice, rows, decision=lambda n: decisions[n])
    recommendation = RecommendationFactory(formal_decision__initiative=initiative)
    laid = multiply(recommendation.formal_decision, rows)
    multiply(recommendation, rows, formal_decision=lambda n: laid[n])
    multiply(CommitmentFactory(partner=partner), rows)


def many_rotas(initiative, rows):
    """Rotas, and shifts of one of them with their places and turns."""
    first = RotaFactory(initiative=initiative, slug=initiative.slug)
    multiply(first, rows, slug=lambda n: f"r-{n}")
    turn = TurnFactory(need=NeedFactory(shift__rota=first))
    shifts = multiply(turn.shift, rows)
    needs = multiply(turn.need, rows, shift=lambda n: shifts[n])
    multiply(turn, rows, need=lambda n: needs[n], shift=lambda n: shifts[n])


def many_threads(initiative, rows):
    """Conversations about decisions."""
    said = comment(about=subject(initiative))
    multiply(said.thread, rows, key=lambda n: 10_000 + n)


def many_events(initiative, rows):
    """Events of one initiative, and the paper cards of each."""
    events = multiply(event(initiative=initiative), rows)
    counts = {"age": {"0-19": 6, "20-64": 6}}
    sheet = CardSheet(
        municipality=initiative.municipality, event=events[0], cards=12, counts=counts
    )
    sheet.save()
    multiply(sheet, rows, event=lambda n: events[n])


def many_homes(initiative, rows):
    """As many initiatives, for what has one each."""
    accounts = multiply(initiative.account, rows)
    return multiply(initiative, rows, slug=lambda n: f"h-{n}", account=lambda n: accounts[n])


def many_committees(initiative, rows):
    """Task committees with their steps, and what one of them recommended and tries out."""
    made = at_work(initiative.municipality, initiative=initiative)
    made.slug = initiative.slug
    made.save()
    homes = many_homes(initiative, rows)
    multiply(made, rows, slug=lambda n: f"c-{n}", initiative=lambda n: homes[n])
    multiply(made.steps.first(), rows)
    proposed = recommendation(made)
    drafts = multiply(proposed.contribution, rows, number=lambda n: 100 + n)
    multiply(proposed, rows, number=lambda n: 10 + n, contribution=lambda n: drafts[n])
    multiply(pilot(made), rows)
    answer = RecommendationFactory(formal_decision__initiative=initiative)
    multiply(answer, rows, number=lambda n: 100 + n)
    held = MeetingsHeld(
        municipality=initiative.municipality,
        body=made.body,
        year=2000,
        meetings=9,
        source="Minutes",
    )
    held.save()
    multiply(held, rows, year=lambda n: 2000 + n)


def many_deliberations(initiative, rows):
    """Deliberations, and statements and maps of one of them."""
    first = deliberation.deliberation(initiative)
    deliberation.two_camps(first, people=20, statements=4)
    stated = first.statements.get(number=1)
    given = multiply(stated.contribution, rows, number=lambda n: 100 + n)
    multiply(stated, rows, number=lambda n: 100 + n, contribution=lambda n: given[n])
    multiply(draw_map(first), rows, number=lambda n: 1 + n)
    multiply(first, rows)


def many_lots(initiative, rows):
    """Lots, and the draw of each."""
    first = drawn(initiative=initiative)
    lots = multiply(first, rows)
    multiply(first.rounds.get(), rows, lot=lambda n: lots[n])


def many_proposals(initiative, rows):
    """Proposals that are open for signatures."""
    made = proposal(municipality=initiative.municipality)
    homes = many_homes(made.initiative, rows)
    multiply(made, rows, initiative=lambda n: homes[n])


def many_hearings(initiative, rows):
    """Hearings, and statements with an answer in one that has the slug of the initiative."""
    by = steward_of(initiative.municipality)
    first = opened(initiative=initiative, by=by)
    Hearing.objects.filter(pk=first.pk).update(slug=initiative.slug)
    first.refresh_from_db()
    said = stated(first)
    answered(first, by)
    said.refresh_from_db()
    multiply(first, rows, slug=lambda n: f"hearing-{n}")
    contributions = multiply(said.contribution, rows, number=lambda n: 10 + n)
    multiply(said.contribution.standing, rows, contribution=lambda n: contributions[n])
    multiply(said, rows, contribution=lambda n: contributions[n], number=lambda n: 10 + n)


def many_tables(initiative, rows):
    """Negotiations, each with a party, an option it can live with, and a promise."""
    first = negotiations.negotiation(municipality=initiative.municipality)
    party = negotiations.seated(first, "Neighbours")
    by, words = first.mediator, {"language": "en", "channel": "meeting"}
    option = lay_option(negotiation=first, by=by, title="Lamps", party=party, **words)
    stance = say(option=option, party=party, by=by, says="live")
    made = pledge(party=party, by=by, what="Paint", due_on=date(2100, 1, 1))
    homes = many_homes(first.initiative, rows)
    tables = multiply(first, rows, initiative=lambda n: homes[n])
    parties = multiply(party, rows, negotiation=lambda n: tables[n])
    options = multiply(option, rows, negotiation=lambda n: tables[n], contribution=lambda n: None)
    multiply(stance, rows, option=lambda n: options[n], party=lambda n: parties[n])
    promises = multiply(made.commitment, rows, initiative=lambda n: homes[n])
    multiply(made, rows, party=lambda n: parties[n], commitment=lambda n: promises[n])


def many_texts(initiative, rows):
    """Joint texts, each a paragraph, a proposed change, and an item with what it came from."""
    text = document(initiative)
    came_from = given(text)
    made = item(text, causes=(came_from,))
    proposed = change(made.paragraph)
    rows_given = multiply(proposed.contribution, rows, number=lambda n: 100 + n)
    texts = multiply(text, rows)
    paragraphs = multiply(made.paragraph, rows, document=lambda n: texts[n])
    wording = made.paragraph.wordings.get()
    worded = multiply(wording, rows, paragraph=lambda n: paragraphs[n])
    multiply(wording.causes.get(), rows, wording=lambda n: worded[n])
    multiply(
        proposed,
        rows,
        document=lambda n: texts[n],
        paragraph=lambda n: paragraphs[n],
        contribution=lambda n: rows_given[n],
    )
    items = multiply(made, rows, document=lambda n: texts[n], paragraph=lambda n: paragraphs[n])
    multiply(made.sources.get(), rows, item=lambda n: items[n])
    multiply(made.steps.get(), rows, item=lambda n: items[n])
    multiply(money(text), rows, document=lambda n: texts[n])


MANY = {
    many_areas: ("places/", "places/borders", "places/population"),
    many_organisations: ("organisations/",),
    many_initiatives: ("initiatives/", "initiatives/topics"),
    many_ideas: ("ideas/of/{}", "ideas/questions/of/{}", "insight/of/{}/objections"),
    many_events: ("meetings/", "meetings/cards"),
    many_threads: ("conversations/threads",),
    many_rotas: ("rotas/", "rotas/{}/shifts"),
    many_committees: (
        *("committees/", "committees/{}/steps", "committees/recommendations", "committees/pilots"),
        *("committees/answers", "committees/standing-meetings"),
    ),
    many_lots: ("lottery/", "lottery/draws"),
    many_deliberations: ("deliberation/", "deliberation/statements", "deliberation/drawings"),
    many_proposals: ("proposals/",),
    many_hearings: ("hearings/", "hearings/{}/statements"),
    many_tables: ("negotiations/", *(f"negotiations/{part}" for part in AT_A_TABLE)),
    many_texts: tuple(f"drafting/{part}" for part in TEXTS),
    many_parts: tuple(f"initiatives/{{}}/{part}" for part in INSIDE.split()),
}
ELSEWHERE = {"list_comments"}  # its address names no initiative: see conversations


def test_every_list_is_tried(lists):
    assert sum(len(paths) for paths in MANY.values()) == len(lists.keys() - ELSEWHERE)


@pytest.mark.parametrize("make", MANY, ids=lambda make: make.__name__)
def test_more_rows_ask_no_more_of_the_database(client, municipality, make):
    asked = {}
    for rows in ROWS:
        with transaction.atomic():
            initiative = InitiativeFactory(municipality=municipality)
            make(initiative, rows)
            for path in MANY[make]:
                address = f"/api/v1/{path.format(initiative.slug)}"
                for form in ("json", "csv"):
                    with CaptureQueriesContext(connection) as questions:
                        answer = client.get(address, {"format": form})
                        sent = answer.getvalue()
                    assert answer.status_code == 200
                    assert sent.count(b"\n") >= rows or form == "json"
                    asked.setdefault((path, form), []).append(len(questions))
            transaction.set_rollback(True)

    assert {name: counts for name, counts in asked.items() if len(set(counts)) > 1} == {}
    assert max(counts[0] for counts in asked.values()) <= 9
