"""The stories of Fjordvik, by the place or the people they are about."""

from collections.abc import Generator, Iterator
from datetime import datetime

from samskap.config.demo.scene import Scene
from samskap.config.demo.stories import (
    at_the_table,
    bathing,
    committee_answers,
    committee_work,
    committees,
    garden,
    hearings,
    joint_plan,
    library,
    lottery,
    neighbours,
    proposals,
    roads,
    rota,
    talk,
    town,
    village,
    visiting,
    weekend,
    youth,
)

ALL = (
    committees.before,
    committees.working,
    committee_work.tell,
    committee_answers.meetings_counted,
    committees.recruiting,
    library.tell,
    library.evenings,
    library.half_way,
    rota.library,
    rota.bathing,
    visiting.ordered,
    visiting.together,
    garden.tell,
    roads.cycle_path,
    roads.parking,
    bathing.tell,
    youth.table,
    at_the_table.tell,
    joint_plan.tell,
    youth.somewhere_to_be,
    youth.ramp,
    weekend.tell,
    village.evening_bus,
    village.tool_shed,
    village.books_by_the_ferry,
    town.empty_shops,
    town.language_and_work,
    town.family_workshop,
    town.groceries,
    town.benches,
    town.wheelchair_map,
    neighbours.tell,
    lottery.tell,
    talk.library_card,
    talk.solution,
    talk.benches,
    proposals.pavement,
    proposals.quay,
    proposals.skating,
    hearings.quay,
    hearings.valley,
)


def all_of(scene: Scene) -> Iterator[Generator[datetime, None, None]]:
    """Begin every story; the first moment of each is still to come."""
    return (tell(scene) for tell in ALL)
