"""Factories for deliberations: asked, stated and voted on."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from samskap.deliberation.actions.drawing import draw_map
from samskap.deliberation.actions.taking_part import count_anew
from samskap.deliberation.models import (
    Deliberation,
    Moderation,
    Outcome,
    Participant,
    Statement,
    StatementText,
    Vote,
)
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory


def deliberation(
    initiative: Initiative | None = None, by: Person | None = None, **facts: Any
) -> Deliberation:
    """An open deliberation, in which statements are shown at once."""
    initiative = initiative or InitiativeFactory()
    plain = {
        "question": "How do we get about in the evening?",
        "language": "en",
        "moderation": Moderation.AFTER,
        "rules": "No names of private persons.",
        "opens_at": timezone.now() - timedelta(days=1),
        "started_by": by or initiative.raised_by,
    }
    made: Deliberation = Deliberation.objects.create(
        municipality=initiative.municipality, initiative=initiative, **plain | facts
    )
    return made


def statement(deliberation: Deliberation, person: Person | None = None, **facts: Any) -> Statement:
    """A resident’s statement that everybody sees."""
    number = deliberation.statements.count() + 1
    given = ledger.give(
        account=deliberation.initiative.account,
        hand=hand_of(person or PersonFactory(), deliberation.municipality),
        phase=deliberation.initiative.phase,
        kind="statement",
        is_unnamed=True,
    )
    plain = {"text": f"Statement {number}", "language": "en", "state": "shown"}
    made: Statement = Statement.objects.create(
        municipality=deliberation.municipality,
        deliberation=deliberation,
        number=number,
        contribution=given,
        **plain | facts,
    )
    return made


def participant(
    deliberation: Deliberation, person: Person | None = None, **facts: Any
) -> Participant:
    """Somebody who takes part, with no account unless a person is named."""
    number = deliberation.participants.count() + 1
    plain: dict[str, Any] = {"number": number, "person": person}
    made: Participant = Participant.objects.create(
        municipality=deliberation.municipality, deliberation=deliberation, **plain | facts
    )
    return made


def vote(participant: Participant, statement: Statement, value: int = 1, **facts: Any) -> Vote:
    """What somebody says to a statement."""
    made: Vote = Vote.objects.create(
        municipality_id=participant.municipality_id,
        participant=participant,
        statement=statement,
        value=value,
        **facts,
    )
    return made


def two_camps(deliberation: Deliberation, people: int = 16, statements: int = 8) -> None:
    """Two halves that vote against each other, but for every third statement, where all agree."""
    asked = [statement(deliberation) for _number in range(statements)]
    first = deliberation.participants.count() + 1
    owned = {"municipality": deliberation.municipality}
    come = Participant.objects.bulk_create(
        Participant(**owned, deliberation=deliberation, number=number)
        for number in range(first, first + people)
    )
    votes = [
        Vote(
            **owned,
            participant=each,
            statement=stated,
            value=1 if place % 3 == 0 or (row % 2 == 0) else -1,
        )
        for row, each in enumerate(come)
        for place, stated in enumerate(asked)
        if (row + place) % 11  # nobody has seen everything
    ]
    Vote.objects.bulk_create(votes)
    count_anew(deliberation)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of deliberations names."""
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["facilitator"])
    made = deliberation(initiative, people["facilitator"], changed_by=people["facilitator"])
    one = participant(made, people["resident"], entered_by=people["facilitator"])
    stated = statement(made, people["resident"], read_by=people["facilitator"], by=one)
    StatementText.objects.create(
        municipality=municipality,
        statement=stated,
        language="nb",
        text="Påstand",
        by=people["facilitator"],
    )
    vote(one, stated)
    statement(made, text="Let the library stay open.")
    statement(made, text="Nobody has read this.", state="awaiting")
    aside = statement(
        made,
        people["resident"],
        text="It names a neighbour.",
        state="set_aside",
        reason="It names a private person.",
        read_by=people["facilitator"],
        appeal_by=people["facilitator"],
        by=one,
    )
    unasked = deliberation(initiative, people["facilitator"], question="What is missing?")
    on_made, on_aside = [{"pk": made.pk}], [{"pk": aside.pk}]
    closed = deliberation(initiative, people["facilitator"], state="closed")
    two_camps(closed, people=30, statements=4)
    draw_map(closed)
    agreed = closed.statements.get(number=1)
    Outcome.objects.create(
        municipality=municipality,
        statement=agreed,
        kind=Outcome.Kind.PROBLEM,
        contribution=agreed.contribution,
        by=people["facilitator"],
    )
    return {
        "deliberation:list": [{}],
        "deliberation:start": [{"slug": initiative.slug}],
        "deliberation:vote": [*on_made, {"pk": closed.pk}],
        **{
            f"deliberation:{name}": on_made
            for name in "cast state like mine leave statements keep queue card card_pdf".split()
        },
        "deliberation:edit": [{"pk": unasked.pk}],
        "deliberation:map": [{"pk": closed.pk}, *on_made],
        **{f"deliberation:{name}": [{"pk": closed.pk}] for name in ("map_file", "map_polis")},
        "deliberation:make": [{"pk": closed.pk, "number": 4}],
        "deliberation:polis_in": [{"pk": unasked.pk}],
        "deliberation:step": [{"pk": made.pk, "step": "reason"}],
        "deliberation:judge": on_aside,
        "deliberation:appeal": on_aside,
        "deliberation:translate": [{"pk": stated.pk}],
    }
