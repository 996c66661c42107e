"""The library at Strand: from a threatened branch to one that residents and staff run together.

After S4:47–51 and SC-5: a library that was to close, a rota of volunteers beside the staff, longer
opening hours than before, culture evenings and a night for the young. Rung 4.
"""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.stories.library.defining import define
from samskap.config.demo.stories.library.designing import design
from samskap.config.demo.stories.library.events import evenings
from samskap.config.demo.stories.library.half_way import half_way
from samskap.config.demo.stories.library.running import run
from samskap.config.demo.story import Story

__all__ = ["evenings", "half_way", "tell"]


def tell(scene: Scene) -> Generator[datetime, None, None]:
    """Tell it from the first dream to the everyday."""
    yield ago(286, "20:40")
    story = Story(
        scene,
        "innbygger",
        title="Biblioteket på Strand skal leve",
        dream="Jeg drømmer om et bibliotek på Strand der lyset er på når vi kommer hjem fra jobb."
        " Der ungene leser høyt for hverandre, og der noen spør hvordan du har det.\n\n"
        "Nå sier budsjettet at filialen skal stenge.",
        solution="Kan vi som bor her holde åpent sammen med de ansatte?",
        helpers="Grendelaget, pensjonistene, lærerne på Strand skole og de som jobber på"
        " biblioteket.",
    )
    story.describe(
        "innbygger",
        topics=["culture", "places", "belonging"],
        areas=["strand"],
        societal_goal="Alle på Strand har et gratis sted å møtes, lese og lære.",
        what_is_new="Naboer og ansatte holder åpent sammen. Før var det bare ansatte.",
        displacement="no",
        displacement_says="Stillingen på Strand blir stående. Det er skrevet inn i avtalen.",
    )
    parties = yield from define(story)
    scrap = yield from design(story)
    yield from run(story, parties, scrap)
