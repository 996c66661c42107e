"""How often the standing committee met, before and after the first task committee; invented."""

from collections.abc import Generator
from datetime import datetime

from samskap.committees.actions.meetings_held import write_down
from samskap.config.demo import clock
from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene

MEETINGS = (  # by years ago; the first task committee got its charter between 10 and 11 years ago
    *((12, 11), (11, 10), (10, 9), (9, 7), (8, 6), (7, 6), (6, 5), (5, 5)),
    *((4, 4), (3, 5), (2, 4), (1, 4)),
)


def meetings_counted(scene: Scene) -> Generator[datetime, None, None]:
    """Write the numbers down, year by year, with where they are from."""
    yield ago(30, "10:00")
    for years, meetings in MEETINGS:
        write_down(
            body=scene.organisations["oppvekst"],
            year=clock.NOW.year - years,
            meetings=meetings,
            source="Møteprotokollene",
            by=scene.people["tilrettelegger"],
        )
