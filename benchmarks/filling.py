"""A municipality with as many ideas and ledger rows as are asked for, made by the database itself.

One initiative holds a tenth of everything, and has partners, an agreement, decisions, promises and
a clock, so that every part of its page has something to show. The rows are what the actions would
have written: numbers, running sums and parties fit; only the hashes are made up.
"""

from datetime import timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.db import connection, transaction
from django.utils import timezone

from samskap.ideas.models import Idea
from samskap.initiatives.models import Decision, Initiative
from samskap.initiatives.models.initiative import State
from samskap.ledger.models import Account, Giver
from samskap.people.models import Person
from samskap.people.sessions import SessionStore
from samskap.testing.durability.residents import session_of
from samskap.testing.factories.ideas import question
from samskap.testing.factories.initiatives import (
    FrameFactory,
    InitiativeFactory,
    ScrapEntryFactory,
    TopicFactory,
)
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.partnership import (
    CommitmentFactory,
    DecisionFactory,
    FormalDecisionFactory,
    PartnerFactory,
    RecommendationFactory,
    organisation_partner,
    partnership,
)
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.places import AreaFactory

LISTED = 60  # initiatives at the least: three pages of the list
READERS = 20
IDEAS_EACH = 50  # in an initiative
ROWS_EACH = 10  # an idea and nine who support it

# What differs between the two databases.
WORDS = {
    "sqlite": {
        "uuid": "printf('%032x', {0})",
        "ago": "strftime('%Y-%m-%d %H:%M:%S', 'now', '-' || ({0}) || ' minutes')",
        "day": "date('now', '+' || ({0}) || ' days')",
        "title": "printf('%s %d', {0}, {1})",
    },
    "postgresql": {
        "uuid": "lpad(to_hex({0}), 32, '0')::uuid",
        "ago": "now() - ({0}) * interval '1 minute'",
        "day": "current_date + ({0})",
        "title": "({0} || ' ' || {1})",
    },
}
TEXT = "We could meet there in the evenings, and whoever has time opens the door. " * 3


def fill(ideas: int) -> dict[str, Any]:
    """Make everything; return the initiative with most in it, and the readers’ sessions."""
    municipality = MunicipalityFactory(host="localhost", default_language="en")
    persons = max(200, ideas // 50)
    Person.objects.bulk_create(
        [
            Person(email=f"p{n}@example.org", given_name=f"Resident {n}", password="!")  # noqa: S106
            for n in range(persons)
        ],
        batch_size=500,
    )
    residents = list(Person.objects.order_by("pk"))
    Giver.objects.bulk_create(
        [Giver(municipality=municipality, person=person) for person in residents], batch_size=500
    )
    initiatives = max(LISTED, ideas // IDEAS_EACH)
    big = _initiatives(municipality, initiatives, residents)
    with transaction.atomic():
        _rows(municipality.pk, ideas, persons, initiatives, big)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    _panels(big)
    return {
        "slug": big.slug,
        "sessions": [session_of(person) for person in residents[:READERS]],
        "idea": big.ideas.order_by("pk")[0].pk,
    }


def fill_for_writing(ideas: int, writers: int) -> dict[str, Any]:
    """Make everything, and people who have given nothing yet; return also the ideas there are."""
    place = fill(ideas)
    there = list(Idea.objects.order_by("pk").values_list("pk", flat=True))
    return {
        **place,
        "ideas": there,
        "sessions": [session_of(PersonFactory()) for _ in range(writers)],
    }


def sign_in_again(sessions: list[str]) -> list[str]:
    """Other sessions of the same people, for settings with another way to sign in."""
    there = [SessionStore(each).get(SESSION_KEY) for each in sessions]
    return [session_of(Person.objects.get(pk=key)) for key in there]


def _initiatives(municipality: Any, count: int, residents: list[Person]) -> Initiative:
    """Make initiatives in every phase, each in one of ten areas; return the first, the big one."""
    areas = [AreaFactory(municipality=municipality, name=f"Village {n}") for n in range(10)]
    topics = [TopicFactory(municipality=municipality) for _ in range(5)]
    big = InitiativeFactory(
        municipality=municipality, slug="the-library", title="The library at Strand", raised_by=None
    )
    Account.objects.bulk_create([Account(municipality=municipality) for _ in range(count - 1)])
    accounts = Account.objects.exclude(pk=big.account_id).order_by("pk")
    states = [State.DEFINING, State.DESIGNING, State.IMPLEMENTING, State.DRIVING]
    now = timezone.now()
    Initiative.objects.bulk_create(
        [
            Initiative(
                municipality=municipality,
                account=account,
                slug=f"dream-{n}",
                title=f"Dream number {n} of the people who live here",
                language="en",
                dream=TEXT,
                state=states[n % 4],
                rung=["", "1", "2", "3", "4"][n % 5],
                raised_by=residents[n % len(residents)],
                raised_as="resident",
                raised_at=now - timedelta(hours=n),
            )
            for n, account in enumerate(accounts)
        ],
        batch_size=200,
    )
    for field, things in (("areas", areas), ("topics", topics)):
        through = getattr(Initiative, field).through
        key = f"{'area' if field == 'areas' else 'topic'}_id"
        through.objects.bulk_create(
            [
                through(initiative_id=each.pk, **{key: things[each.pk % len(things)].pk})
                for each in Initiative.objects.only("pk")
            ],
            batch_size=400,
        )
    return big


def _rows(municipality: int, ideas: int, persons: int, initiatives: int, big: Initiative) -> None:
    """Write the ledger, its sums and what stands beside it: nine supports to each idea."""
    words = WORDS[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute("SELECT MIN(id) FROM ledger_giver")
        first_giver = cursor.fetchone()[0]
        cursor.execute("SELECT MIN(id) FROM people_person")
        first_person = cursor.fetchone()[0]
        cursor.execute("SELECT MIN(id) FROM ledger_account WHERE id <> %s", [big.account_id])
        first_account = cursor.fetchone()[0]
        others = initiatives - 1
        # i = 100·g + 10·place + digit: the digit and g name the idea, place 0 is the idea itself.
        account = (
            f"CASE WHEN i % 10 = 0 THEN {big.account_id}"
            f" ELSE {first_account} + (i / 100 * 9 + i % 10 - 1) % {others} END"
        )
        who = f"((i / 100 * 7 + (i / 10) % 10 * 11 + i % 10) % {persons})"
        kinds = "resident volunteer association business academia employee facilitator".split()
        kind = " ".join(f"WHEN {n} THEN '{each}'" for n, each in enumerate(kinds))
        cursor.execute(
            f"""
            CREATE TEMPORARY TABLE given AS
            WITH RECURSIVE n(i) AS
              (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {ideas * ROWS_EACH - 1})
            SELECT i, {account} AS account, {who} AS who, (i / 10) % 10 = 0 AS is_idea,
                   CASE (i / 100) % 7 {kind} END AS actor_kind,
                   CASE WHEN (i / 100) % 7 < 5 THEN 'non_public' ELSE 'public' END AS side,
                   CASE WHEN (i / 100) % 2 = 0 THEN 'define' ELSE 'design' END AS phase
            FROM n
            """  # noqa: S608 - numbers and words of our own
        )
        title = words["title"].format("'A bench by the fjord'", "i")
        minutes = f"1440 + ({ideas * ROWS_EACH} - i) % 400000"
        cursor.execute(
            f"""
            INSERT INTO ledger_contribution (id, municipality_id, public_id, account_id, number, at,
              written_at, phase, side, actor_kind, giver_id, party, kind, amount, units,
              is_independent, beneficiary, is_input, channel, entered_on_behalf, hash)
            SELECT i + 1, {municipality}, {words["uuid"].format("i + 1")}, account,
              ROW_NUMBER() OVER (PARTITION BY account ORDER BY i),
              {words["ago"].format(minutes)}, {words["ago"].format(minutes)}, phase, side,
              actor_kind, {first_giver} + who, 'giver:' || who,
              CASE WHEN is_idea THEN 'idea' ELSE 'support' END, NULL,
              CASE WHEN is_idea THEN 1 ELSE 0 END, is_idea, 'community', is_idea, 'web', FALSE, ''
            FROM given
            """  # noqa: S608
        )
        fate = "CASE (i / 100) % 3 WHEN 0 THEN 'received' WHEN 1 THEN 'used' ELSE 'not_used' END"
        answered = f"CASE WHEN is_idea AND (i / 100) % 3 > 0 THEN {words['ago'].format('60')} END"
        cursor.execute(
            f"""
            INSERT INTO ledger_standing (contribution_id, municipality_id, account_id, caption,
              path, status, reason, answer_due_on, answered_at, publicly_answered_at)
            SELECT i + 1, {municipality}, account, {title},
              '/ideas/' || (i + 1) || '/', CASE WHEN is_idea THEN {fate} ELSE 'received' END, '',
              CASE WHEN is_idea THEN {words["day"].format("20")} END, {answered}, {answered}
            FROM given
            """  # noqa: S608
        )
        cursor.execute(
            f"""
            INSERT INTO ideas_idea (id, municipality_id, initiative_id, contribution_id, public_id,
              kind, phase, title, text, language, supports, joined, given_at)
            SELECT i + 1, {municipality}, initiatives_initiative.id, i + 1,
              {words["uuid"].format("i + 1")}, 'idea', phase,
              {title}, '{TEXT}', 'en', 9, 0,
              {words["ago"].format(minutes)}
            FROM given JOIN initiatives_initiative ON initiatives_initiative.account_id = account
            WHERE is_idea
            """  # noqa: S608
        )
        cursor.execute(
            f"""
            INSERT INTO ideas_support (id, municipality_id, idea_id, person_id, contribution_id, at)
            SELECT i + 1, {municipality}, i / 100 * 100 + i % 10 + 1, {first_person} + who, i + 1,
              {words["ago"].format(minutes)}
            FROM given WHERE NOT is_idea
            """  # noqa: S608
        )
        cursor.execute(
            """
            INSERT INTO ledger_sum (account_id, phase, side, actor_kind, kind, is_independent,
              beneficiary, is_input, rows, units, first_at)
            SELECT account_id, phase, side, actor_kind, kind, is_independent, beneficiary, is_input,
              COUNT(*), SUM(units), MIN(at)
            FROM ledger_contribution
            GROUP BY account_id, phase, side, actor_kind, kind, is_independent, beneficiary,
              is_input
            """
        )
        cursor.execute(
            """
            INSERT INTO ledger_phasesum (account_id, phase, inputs, answered, answered_in_30_days,
              publicly_answered_in_30_days, closed, used, adopted, adopted_by_non_public,
              answers_by_days)
            SELECT g.account_id, g.phase, COUNT(*), COUNT(s.answered_at), COUNT(s.answered_at),
              COUNT(s.answered_at), COUNT(s.answered_at),
              SUM(CASE WHEN s.status = 'used' THEN 1 ELSE 0 END), 0, 0,
              '{"3": 8, "21": 5}'
            FROM ledger_contribution g JOIN ledger_standing s ON s.contribution_id = g.id
            WHERE g.is_input AND g.side = 'non_public' GROUP BY g.account_id, g.phase
            """
        )
        cursor.execute(
            """
            INSERT INTO ledger_party (account_id, key, side, first_at)
            SELECT account_id, party, side, MIN(at) FROM ledger_contribution
            WHERE is_independent GROUP BY account_id, party, side
            """
        )
        cursor.execute(
            """
            UPDATE ledger_account SET version = 1, rows = COALESCE((SELECT MAX(number)
              FROM ledger_contribution WHERE account_id = ledger_account.id), 0)
            """
        )
        cursor.execute(
            f"""
            INSERT INTO base_happening (what, municipality_key, about, within, at)
            SELECT 'ideas.idea_given', {municipality}, 'ideas.Idea:' || (i + 1),
              'initiatives.Initiative:' || account, {words["ago"].format(minutes)}
            FROM given
            """  # noqa: S608
        )
        cursor.execute("DROP TABLE given")
        if connection.vendor == "postgresql":
            for table in ("ledger_contribution", "ideas_idea", "ideas_support"):
                cursor.execute(
                    f"SELECT setval('{table}_id_seq', (SELECT MAX(id) FROM {table}))"  # noqa: S608
                )


def _panels(big: Initiative) -> None:
    """Give the big one partners, an agreement, decisions, promises and a clock."""
    big.refresh_from_db()
    partnership(big)
    partners = [PartnerFactory(initiative=big, person=PersonFactory()) for _ in range(6)]
    organisation_partner(big)
    FrameFactory(initiative=big)
    ScrapEntryFactory(initiative=big)
    question(initiative=big, by=partners[0].contact)
    for n in range(4):
        DecisionFactory(
            initiative=big,
            title=f"Decision {n}",
            status=Decision.Status.DECIDED,
            mode=Decision.Mode.JOINT_CONSENSUS,
            non_public_share="0.5",
            decided_at=timezone.now(),
            closed_at=timezone.now(),
            partners_then=2,
            reasons="Everybody wanted it.",
        )
    formal = FormalDecisionFactory(initiative=big)
    for n in range(3):
        RecommendationFactory(formal_decision=formal, number=n + 1)
    for partner in partners[:4]:
        CommitmentFactory(partner=partner)
