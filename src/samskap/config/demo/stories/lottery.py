"""A residents’ panel on the waterfront, drawn by lot: dice in the council hall; one leaves."""

from collections.abc import Generator, Iterable
from datetime import datetime
from random import Random

from samskap.config.demo import clock
from samskap.config.demo.clock import ago
from samskap.config.demo.people import FJORDVIK
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Story
from samskap.ledger.hands import Hand, paper_hand
from samskap.ledger.models import Channel
from samskap.lottery.actions.drawing import commit, type_numbers
from samskap.lottery.actions.entering import enter
from samskap.lottery.actions.planning import accept_relaxation, close, plan, work_out
from samskap.lottery.actions.replacing import leave, replace
from samskap.lottery.actions.starting import start_lot
from samskap.lottery.features import Feature, Value
from samskap.lottery.models import Entrant, Lot, Round
from samskap.lottery.queries import can_be_drawn, result_of
from samskap.lottery.queries.proposing import proposed

Answered = tuple[Hand, dict[str, str]]
KEEPER, MAYOR = "tilrettelegger", "ordforer"
SEATS = 20
CHILDREN = Feature(
    title="Har du barn i huset?",
    source="",
    values=(
        Value(title="Ja", least=6, most=12),
        Value(title="Nei", least=8, most=14),
    ),
)
BY_PHONE = 38  # people without an account who called or wrote
WOMEN = "Anne Berit Gro Hanne Inger Kari Lise Mona Nina Randi Solveig Turid Unni Vigdis".split()
MEN = "Arne Bjørn Dag Erik Finn Geir Håkon Ivar Knut Leif Morten Odd Rune Svein".split()
NAMES = "Aasgård Bakkevik Eidhaug Fossmo Haugsnes Kvalneset Lundevoll Moldvær Sundmark Tangenes"
WOMEN_HERE = frozenset(
    "aslaug liv camilla innbygger forening synnove fatima thea noor anette diakon entreprenor"
    " ansatt".split()
)
IN_OFFICE = ("ordforer", "politiker", "administrator", "tilrettelegger", "leder", "personvernombud")
AGES = (17, 22, 27, 31, 36, 42, 48, 53, 58, 63, 66, 70, 74, 79, 84)
AREAS = ("sentrum",) * 5 + ("nesset",) * 3 + ("strand",) * 3 + ("dalen",) * 2


def tell(scene: Scene) -> Generator[datetime, None, None]:
    """Tell it from the call to the panel, and to the one who took the seat of another."""
    yield ago(52, "09:00")
    story = Story(
        scene,
        KEEPER,
        speaking_for="facilitator",
        title="Et folkepanel om sjøkanten",
        dream="Tjue innbyggere som likner resten av oss, tenker sammen om sjøkanten fram mot 2040,"
        " og kommunestyret svarer på hver anbefaling.",
        solution="Et panel som trekkes ved lodd, fire kvelder, og en anbefaling om gangen.",
        helpers="Alle som sier ja til å bli trukket ut.",
    )
    story.describe(
        KEEPER,
        topics=["nature"],
        areas=["sentrum", "strand"],
        societal_goal="Sjøkanten skal være til glede for alle som bor her.",
    )
    yield ago(51, "09:00")
    story.step("defining", KEEPER)
    yield ago(50, "09:00")
    lot = started(scene, story)
    answers = list(of_residents(scene, lot))
    for days, of_day in zip(range(48, 28, -2), parts(answers, 10), strict=True):
        yield ago(days, "18:00")
        for hand, said in of_day:
            enter(lot=lot, hand=hand, answers=said)
    yield ago(27, "12:00")
    close(lot=lot, by=scene.people[KEEPER])
    yield ago(27, "12:05")
    worked_out(scene, lot)
    yield ago(24, "09:00")
    sealed(scene, lot, "Fem terninger som ordføreren kaster i kommunestyresalen", days=20)
    yield ago(20, "17:30")
    drawn(scene, lot, "4 1 6 3 2")
    yield ago(12, "10:00")
    leave(entrant=whoever_goes(lot), by=scene.people[KEEPER], because="Har fått jobb på Sunnmøre")
    yield ago(11, "10:00")
    replace(lot=lot, by=scene.people[KEEPER])
    worked_out(scene, lot)
    yield ago(11, "10:30")
    sealed(scene, lot, "Tre terninger på servicetorget", days=10)
    yield ago(10, "09:15")
    drawn(scene, lot, "5 2 2")
    yield ago(3, "09:00")
    start_lot(
        initiative=story.initiative,
        title="Følgegruppe for prøvebrygga",
        size=8,
        by=scene.people[KEEPER],
        features=proposed(scene.municipality, ["age", "sex"], size=8, youngest=13),
        language="nb",
        about="Gruppa følger prøvebrygga gjennom sommeren: tre kvelder, og en kort tur hver gang.",
        youngest=13,
        pause_months=6,
        closes_on=clock.later(clock.now(), 24).date(),
    )


def started(scene: Scene, story: Story) -> Lot:
    """Start the lot with targets as the population is, and one question of its own."""
    asked = proposed(scene.municipality, ["age", "sex", "area"], size=SEATS, youngest=16)
    return start_lot(
        initiative=story.initiative,
        title="Folkepanelet om sjøkanten",
        size=SEATS,
        by=scene.people[KEEPER],
        features=(*asked, CHILDREN),
        language="nb",
        about="Panelet møtes **fire kvelder** på Strand og i Sentrum, hører på fagfolk og naboer,"
        " og skriver anbefalinger. Kommunestyret svarer på hver av dem med grunner. Kveldsmat,"
        " skyss og barnepass er med, og 1 200 kroner for hver kveld.",
        pause_months=12,
    )


def of_residents(scene: Scene, lot: Lot) -> Iterable[Answered]:
    """Everybody who says yes: people of the demo on the web, others on paper and by telephone."""
    chance = Random(2026)  # noqa: S311 - invented people, the same each time
    for one in FJORDVIK:
        if one.age and one.age >= 16 and one.home and one.key not in IN_OFFICE:
            is_woman = one.key in WOMEN_HERE
            yield (
                scene.hand(one.key),
                answers_of(scene, lot, one.age, is_woman, one.home, chance.random() < 0.4),
            )
    surnames = NAMES.split()
    for number in range(BY_PHONE):
        is_woman = number % 2 == 0
        given = (WOMEN if is_woman else MEN)[number // 2 % 14]
        hand = paper_hand(
            by=scene.people[KEEPER],
            municipality=scene.municipality,
            name=f"{given} {surnames[number % len(surnames)]}",
            reach=f"00 00 00 {number:02}",
            channel=Channel.PHONE if number % 3 else Channel.PAPER,
        )
        age, home = chance.choice(AGES), chance.choice(AREAS)
        yield hand, answers_of(scene, lot, age, is_woman, home, chance.random() < 0.4)


def answers_of(
    scene: Scene, lot: Lot, age: int, is_woman: bool, home: str, has_children: bool
) -> dict[str, str]:
    """What somebody answers."""
    said = {CHILDREN.title: "Ja" if has_children else "Nei"}
    slug = scene.areas[home].slug
    for feature in lot.features:
        for value in feature["values"]:
            fits = {
                "age": value.get("first", 0) <= age <= value.get("last", 0),
                "sex": value.get("sex", "") == ("women" if is_woman else "men"),
                "area": value.get("area", "") == slug,
            }
            if fits.get(feature["source"], False):
                said[feature["title"]] = value["title"]
    return said


def parts(rows: list[Answered], count: int) -> Iterable[list[Answered]]:
    """Part rows into so many heaps."""
    return (rows[place::count] for place in range(count))


def worked_out(scene: Scene, lot: Lot) -> None:
    """Have the panels worked out, as the queue does it.

    Dice decide who is drawn. Where nobody who waits fits the seat of whoever left, the targets are
    widened by as little as helps.
    """
    planned = plan(lot=lot, by=scene.people[KEEPER])
    work_out(planned)
    planned.refresh_from_db()
    if planned.relaxation:
        work_out(accept_relaxation(lot=lot, by=scene.people[KEEPER]))


def sealed(scene: Scene, lot: Lot, words: str, *, days: int) -> None:
    """Seal the panels, and say which dice will decide."""
    commit(
        lot=lot,
        by=scene.people[KEEPER],
        source=Round.Source.DICE,
        words=words,
        on=ago(days).date(),
    )


def whoever_goes(lot: Lot) -> Entrant:
    """Somebody in the panel without an account, for whom others can be drawn who answered alike."""
    result = result_of(lot)
    panel = [each for each in (result.panel if result else ()) if not each.person_id]
    waiting = [each.features for each in can_be_drawn(lot)]
    return max(panel, key=lambda each: waiting.count(each.features))


def drawn(scene: Scene, lot: Lot, dice: str) -> None:
    """The facilitator and the mayor type the dice in."""
    for who in (KEEPER, MAYOR):
        type_numbers(lot=lot, by=scene.people[who], typed=dice)
