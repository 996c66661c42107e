"""The reading room in Dalen: half-way to what Strand has, with a saving target and no rota yet."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Rule, Story, What

ADVICE = (
    "Lesesalen legges ikke ned.",
    "Den er åpen 20 timer i uka.",
    "Ansatte er der åtte timer i uka.",
    "Bygdelaget holder åpent de andre timene.",
)


def half_way(scene: Scene) -> Generator[datetime, None, None]:
    """From the council’s figures to advice that waits for its answer."""
    yield ago(74, "10:00")
    story = Story(
        scene,
        "ordforer",
        title="Lesesalen i Dalen",
        dream="Kommunen må spare 180 000 kroner i året. Lesesalen i Dalen koster 210 000 kroner og"
        " er åpen ni timer i uka. Før vi bestemmer: Hva ville dere beholdt, og hvordan?",
        speaking_for="kommunestyret",
    )
    yield ago(70, "09:00")
    story.lead("tilrettelegger")
    story.step("defining", "tilrettelegger", "Vi spør dem det gjelder, før noe er bestemt.")
    story.describe(
        "tilrettelegger",
        topics=["culture", "places"],
        areas=["dalen"],
        displacement="no",
        displacement_says="De åtte timene med ansatte blir stående.",
    )
    yield ago(62, "19:00")
    given = [
        story.idea(
            "per",
            "problem_statement",
            "Skulebussen går før lesesalen opnar",
            liked_by=["thea", "politiker"],
            language="nn",
        ),
        story.idea("thea", "story", "Jeg leser på rommet, for der er det nett", liked_by=["per"]),
        story.idea(
            "ansatt",
            "evidence",
            "Ni av ti besøk er etter klokka 15",
            speaking_for="biblioteket",
        ),
    ]
    yield ago(56, "18:00")
    story.partner("per", "bygdelaget", let_in_by="tilrettelegger", role="Holder i de frivillige")
    story.partner("ansatt", "biblioteket", let_in_by="tilrettelegger", role="Faglig ansvar")
    story.agree(
        "tilrettelegger",
        purpose="En lesesal i Dalen som er åpen når skolen er slutt.",
        duties="Vi møter når vi har sagt det. Ingen frivillig erstatter en ansatt.",
        rule=Rule.CONSENSUS,
    )
    problem = story.propose(
        "tilrettelegger",
        "Hva er problemet med lesesalen?",
        "Lesesalen er åpen når de som vil bruke den, sitter på skolen eller på jobb.",
        what=What.PROBLEM,
        adopts=given,
    )
    story.voices(problem)
    yield ago(50, "12:00")
    story.close(problem, "tilrettelegger", "Begge partene kjenner seg igjen.")
    yield ago(44, "20:00")
    story.idea("politiker", "idea", "Del nøkkelen med skulen", language="nn", liked_by=["per"])
    story.idea("per", "draft", "Vaktliste med tolv familiar", speaking_for="bygdelaget")
    yield ago(30, "09:00")
    story.answer_rest("tilrettelegger", "used", "Begge deler står i rådene til kommunestyret.")
    story.statement(
        "tilrettelegger",
        "Fagforbundet ved biblioteket",
        "on_terms",
        "Vi er med så lenge de åtte timene med ansatte står i vedtaket.",
        days_ago=31,
    )
    story.step("solution_proposed", "tilrettelegger")
    story.step("deciding", "tilrettelegger")
    yield ago(16, "13:00")
    story.lay_before(
        "tilrettelegger", "kommunestyret", "Lesesalen i Dalen: fire råd", ADVICE, days=45
    )
