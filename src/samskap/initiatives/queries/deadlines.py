"""Reading deadlines that a rule gives."""

from datetime import timedelta

from django.db.models import OuterRef, Q, QuerySet
from django.utils import timezone

from samskap.base.brought import along
from samskap.base.once import once
from samskap.initiatives.models import Deadline, Initiative
from samskap.initiatives.models.initiative import PATH
from samskap.municipalities.models import Municipality

AHEAD = timedelta(days=60)  # what the desk shows


@along(lambda: Deadline.objects.filter(initiative=OuterRef("pk")))
@once
def deadlines_of(initiative: Initiative) -> list[Deadline]:
    """Every deadline of an initiative, the soonest first."""
    return list(Deadline.objects.filter(initiative=initiative))


def ahead_of(carried: Q, municipality: Municipality) -> QuerySet[Deadline]:
    """Deadlines within two months, or past, of some initiatives on their way.

    carried  which initiatives, e.g. those that somebody may change
    """
    running = Deadline.objects.of(municipality).filter(
        state=Deadline.State.RUNNING, due_on__lte=timezone.localdate() + AHEAD
    )
    theirs = Initiative.objects.filter(carried, state__in=PATH, municipality=municipality)
    return running.filter(initiative__in=theirs.values("pk")).select_related("initiative")
