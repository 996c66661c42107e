"""The initiative that a story is about, and who acts in it."""

from samskap.config.demo.scene import Scene
from samskap.initiatives.actions.raising import raise_initiative
from samskap.initiatives.models import (
    Initiative,
    Partner,
)
from samskap.people.models import Person


class Told:
    """An initiative in a scene; who does something is named by the key of the scene."""

    def __init__(
        self,
        scene: Scene,
        by: str,
        *,
        title: str,
        dream: str,
        solution: str = "",
        helpers: str = "",
        speaking_for: str = "",
        language: str = "nb",
    ) -> None:
        self.scene = scene
        self.language = language
        self._initiative = raise_initiative(
            municipality=scene.municipality,
            by=scene.people[by],
            hand=scene.hand(by, speaking_for),
            title=title,
            dream=dream,
            first_solution=solution,
            helpers=helpers,
            language=language,
        )

    @property
    def initiative(self) -> Initiative:
        """The initiative as it stands now."""
        rows = Initiative.objects.select_related("municipality", "account")
        found: Initiative = rows.get(pk=self._initiative.pk)
        return found

    def person(self, who: str) -> Person:
        """Somebody of the scene."""
        return self.scene.people[who]


def whose(partner: Partner) -> Person:
    """Who acts for a partner here."""
    person = partner.person or partner.contact
    if person is None:
        raise LookupError(f"nobody acts for {partner}")
    return person
