"""An own goal: to walk to the allotment again. Rung 1, and nothing about anybody’s health.

After S4:59 and scenario SC-1: the person sets the goal and does the work, professionals help.
"""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Rule, Story, What


def tell(scene: Scene) -> Generator[datetime, None, None]:
    """Tell it from the invitation to the first walk all the way."""
    yield ago(112, "13:10")
    story = Story(
        scene,
        "tuva",
        speaking_for="omsorg",
        title="Gå til kolonihagen igjen",
        dream="Frisklivssentralen inviterer alle på Nesset som vil komme seg ut og gå. Harald var"
        " den første som svarte, og han deler planen sin her.",
        solution="Den som går, bestemmer målet. Vi hjelper til med veien.",
        helpers="Naboer som også liker å gå.",
    )
    story.describe(
        "tuva",
        topics=["older", "health"],
        areas=["nesset"],
        field="service",
        own_goal="Jeg vil gå de 1 200 meterne til kolonihagen før jordbærene er modne.",
        societal_goal="Alle på Nesset kan bruke nærmiljøet sitt hele livet.",
        displacement="no",
        displacement_says="Tilbudet kommer i tillegg til det som er.",
    )
    story.step("defining", "tilrettelegger")
    yield ago(110, "10:00")
    story.partner("harald", asked_by="tilrettelegger", role="Setter målet og går turene")
    story.partner(
        "tuva", "omsorg", asked_by="tilrettelegger", role="Går med i starten, og finner benker"
    )
    story.agree(
        "tilrettelegger",
        purpose="Harald når sitt eget mål på sin egen måte.",
        duties="Harald bestemmer farten. Vi avtaler to turer i uka. Alt kan stoppes når som helst.",
        rule=Rule.CONSENSUS,
        exit_terms="Harald kan slutte på dagen, uten å miste noe annet.",
    )
    problem = story.propose(
        "tuva",
        "Hva vil vi få til?",
        "Veien til hagen er lang uten steder å hvile. Målet er å gå den uten følge.",
        what=What.PROBLEM,
    )
    story.voices(problem)
    yield ago(103, "11:00")
    story.close(problem, "tuva", "Vi skrev det sammen på benken utenfor butikken.")
    benches = story.idea("tuva", "draft", "Kart over benkene på veien", speaking_for="omsorg")
    yield ago(96, "11:00")
    plan = story.propose(
        "tuva",
        "Turplanen",
        "To turer i uka, en benk lenger for hver gang. Følge de fire første gangene.",
        what=What.SOLUTION,
        adopts=[benches],
    )
    story.voices(plan)
    story.close(plan, "tuva", "En plan Harald kan le av og likevel følge.")
    for days, hours, what in ((88, 3, "Til butikken"), (74, 4, "Til den andre benken")):
        yield ago(days, "15:20")
        story.work("harald", hours, what, beneficiary="self")
    story.work("tuva", 3, "Gikk med de fire første gangene", speaking_for="omsorg")
    for days, hours, what in ((60, 5, "Til bommen"), (45, 5, "Til porten"), (30, 6, "Helt fram")):
        yield ago(days, "15:40")
        story.work("harald", hours, what, beneficiary="self")
