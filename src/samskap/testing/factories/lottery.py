"""Factories for lots: started, entered, planned and drawn through the actions."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from samskap.base.queue.engine import engine
from samskap.initiatives.models import Initiative
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import Giver
from samskap.lottery.actions import drawing, entering, planning
from samskap.lottery.actions.starting import Registered, start_lot
from samskap.lottery.features import AGE, OWN, SEX, Feature, Value
from samskap.lottery.models import Entrant, Invitee, Lot, Round, Step
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import RoleFactory

DICE = "4 1 6 3 2"
FEATURES = (
    Feature(
        title="Age",
        source=AGE,
        values=(
            Value(title="16–39", least=1, most=3, persons=900, first=16, last=39),
            Value(title="40 and over", least=1, most=3, persons=1100, first=40, last=150),
        ),
    ),
    Feature(
        title="Sex",
        source=SEX,
        values=(
            Value(title="Woman", least=1, most=3, persons=1000, sex="women"),
            Value(title="Man", least=1, most=3, persons=1000, sex="men"),
        ),
    ),
    Feature(
        title="Works shifts",
        source=OWN,
        values=(
            Value(title="Yes", least=1, most=4),
            Value(title="No", least=0, most=3),
        ),
    ),
)


def answers(number: int) -> dict[str, str]:
    """What the entrant of a number answers: every combination comes round."""
    return {
        feature.title: feature.values[(number >> place) % 2].title
        for place, feature in enumerate(FEATURES)
    }


def lot(initiative: Initiative | None = None, by: Person | None = None, **facts: Any) -> Lot:
    """A lot for four seats, open to everybody, started by a facilitator."""
    initiative = initiative or InitiativeFactory()
    if by is None:
        by = RoleFactory(municipality=initiative.municipality, role="facilitator").person
    plain = {
        "title": "A panel for the quay",
        "size": 4,
        "features": FEATURES,
        "language": "en",
    }
    return start_lot(initiative=initiative, by=by, **plain | facts)


def steward_of(lot: Lot) -> Person:
    """Whoever started a lot."""
    found: Person = lot.stewards.order_by("pk")[0]
    return found


def entrant(lot: Lot, person: Person, number: int = 0, **facts: Any) -> Entrant:
    """Somebody who says yes on the web."""
    hand = hand_of(person, lot.municipality)
    return entering.enter(lot=lot, hand=hand, answers=answers(number), **facts)


def on_paper(lot: Lot, number: int, said: Mapping[str, str] | None = None, **facts: Any) -> Entrant:
    """Somebody who says yes on paper."""
    hand = paper_hand(
        by=steward_of(lot), municipality=lot.municipality, name=f"Paper {number}", reach=f"{number}"
    )
    return entering.enter(lot=lot, hand=hand, answers=said or answers(number), **facts)


def filled(people: int = 16, **facts: Any) -> Lot:
    """A lot that so many have said yes to, on paper."""
    made = lot(**facts)
    for number in range(people):
        on_paper(made, number)
    return made


def planned(made: Lot | None = None, **facts: Any) -> Lot:
    """A lot whose panels are worked out."""
    made = made or filled(**facts)
    planning.close(lot=made, by=steward_of(made))
    planning.plan(lot=made, by=steward_of(made))
    engine().work_off()
    made.refresh_from_db()
    return made


def committed(made: Lot | None = None, **facts: Any) -> Lot:
    """A lot whose panels are sealed, to be drawn today by dice."""
    made = made or planned(**facts)
    drawing.commit(
        lot=made,
        by=steward_of(made),
        source=Round.Source.DICE,
        words="Five dice in the council hall",
        on=timezone.localdate(),
    )
    made.refresh_from_db()
    return made


def witness(lot: Lot) -> Person:
    """A politician who types the numbers in too."""
    found: Person = RoleFactory(municipality=lot.municipality, role="politician").person
    return found


def drawn(made: Lot | None = None, **facts: Any) -> Lot:
    """A lot that is drawn."""
    made = made or committed(**facts)
    drawing.type_numbers(lot=made, by=steward_of(made), typed=DICE)
    drawing.type_numbers(lot=made, by=witness(made), typed=DICE)
    made.refresh_from_db()
    return made


def invitee(lot: Lot, number: int = 0, **facts: Any) -> Invitee:
    """A line of a list of residents."""
    plain: dict[str, Any] = {
        "name": f"Resident {number}",
        "address": f"Quay street {number}",
        "features": answers(number),
        "key": f"{lot.pk:08}{number:056}",
    }
    made: Invitee = Invitee.objects.create(municipality=lot.municipality, lot=lot, **plain | facts)
    return made


def registered(municipality: Municipality, number: int, person: Person | None = None) -> Registered:
    """Somebody who registered elsewhere."""
    giver = Giver.objects.create(municipality=municipality, name=f"Elsewhere {number}")
    if person:
        giver = hand_of(person, municipality).giver
    return Registered(giver=giver, features=answers(number), reference=f"elsewhere:{number}")


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of lots names."""
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["facilitator"])
    open_one = lot(initiative, people["facilitator"])
    entrant(open_one, people["resident"])
    invitee(open_one, invited_at=timezone.now() - timedelta(days=1), code="ABC234")
    on_paper(open_one, 1)
    ready = drawn(people=12, initiative=initiative, by=people["facilitator"])
    rounds = ready.rounds.all()
    rounds.update(typed_by=people["facilitator"], confirmed_by=people["facilitator"])
    Step.objects.filter(lot=ready).update(by=people["facilitator"])
    on_open = [{"pk": open_one.pk}]
    sealed = committed(people=8, initiative=initiative, by=people["facilitator"])
    numbered = planned(people=8, initiative=initiative, by=people["facilitator"])
    asking = lot(initiative, people["facilitator"], pool=Lot.Pool.INVITED)
    invitee(asking, 1, invited_at=timezone.now(), code="ABC345")
    on_ready = [{"pk": ready.pk, "number": 1}]
    mine = Entrant.objects.get(lot=open_one, person=people["resident"])
    return {
        "lottery:start": [{"slug": initiative.slug}],
        "lottery:lot": [*on_open, {"pk": ready.pk}],
        "lottery:keep": [*on_open, {"pk": ready.pk}, {"pk": numbered.pk}],
        **{
            f"lottery:{name}": on_open
            for name in "enter write_down reopen steward targets entrants".split()
        },
        **{f"lottery:{name}": [{"pk": asking.pk}] for name in "answer invitees".split()},
        "lottery:letters": [{"pk": asking.pk}, {"pk": ready.pk}],
        "lottery:step": [{"pk": open_one.pk, "step": "close"}],
        "lottery:commit": [{"pk": numbered.pk}],
        "lottery:numbers": [{"pk": sealed.pk}],
        "lottery:file": on_ready,
        "lottery:whole_file": on_ready,
        "lottery:leave": [{"pk": mine.pk}],
    }
