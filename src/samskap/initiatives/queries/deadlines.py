"""Reading deadlines that a rule gives."""

from datetime import timedelta

from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from samskap.base.brought import along
from samskap.base.once import once
from samskap.initiatives.models import Deadline, Initiative
from samskap.initiatives.models.initiative import PATH
from samskap.initiatives.permissions.initiative import may_be_changed_by
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

AHEAD = timedelta(days=60)  # what the desk shows


@along(lambda: Deadline.objects.filter(initiative=OuterRef("pk")))
@once
def deadlines_of(initiative: Initiative) -> list[Deadline]:
    """Every deadline of an initiative, the soonest first."""
    return list(Deadline.objects.filter(initiative=initiative))


def ahead_of(person: Person, municipality: Municipality) -> QuerySet[Deadline]:
    """Deadlines within two months, or past, of the initiatives that somebody carries."""
    running = Deadline.objects.of(municipality).filter(
        state=Deadline.State.RUNNING, due_on__lte=timezone.localdate() + AHEAD
    )
    mine = Initiative.objects.filter(
        may_be_changed_by(person, municipality), state__in=PATH, municipality=municipality
    )
    return running.filter(initiative__in=mine.values("pk")).select_related("initiative")
