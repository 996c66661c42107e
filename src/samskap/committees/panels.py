"""What committees show on the page of an initiative, and on the desk."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.committees import cards
from samskap.committees.models import Charter, Member, Registration
from samskap.committees.permissions import may_choose
from samskap.committees.queries.along import committee_of
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import for_everyone
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

MOST = 10


@for_everyone
def committee_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """The committee that works on it; it costs no question of its own."""
    found = committee_of(initiative)
    if not found:
        return None
    committee = found[0]
    facts = {
        "committee": committee,
        "state": committee.get_state_display(),
        "stage": cards.stage_of(committee),
    }
    return Panel(template="committees/panel.html", facts=facts, order=15, aside=True)


def charters_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Charters that hold, and that the reader has not confirmed yet as a member."""
    if not isinstance(request.user, Person):
        return None
    mine = Member.objects.of(request.municipality).filter(person=request.user, until=None)
    committees = {each.committee_id: each for each in mine.select_related("committee")}
    holds: dict[int, Charter] = {}
    adopted = Charter.objects.filter(committee__in=committees).exclude(adopted_on=None)
    for charter in adopted.order_by("version"):
        holds[charter.committee_id] = charter
    living = {key: one for key, one in holds.items() if committees[key].committee.is_living}
    read = set(
        Charter.objects.filter(
            pk__in=[one.pk for one in living.values()], readings__member__in=mine
        ).values_list("pk", flat=True)
    )
    tasks = [
        Task(
            title=committees[key].committee.title,
            url=address("committees:charters", committees[key].committee.slug),
        )
        for key, charter in living.items()
        if charter.pk not in read
    ]
    if not tasks:
        return None
    return Waiting(title=_("Charters to read and confirm"), tasks=tasks[:MOST], in_all=len(tasks))


def choices_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Registrations about which the reader may choose, in calls that are closed."""
    if not isinstance(request.user, Person):
        return None
    closed = Registration.objects.of(request.municipality).filter(
        withdrawn_at=None, choices=None, call__closed_at__isnull=False
    )
    calls = {
        each.call_id: each.call for each in closed.select_related("call__committee__municipality")
    }
    tasks = [
        Task(
            title=call.committee.title,
            url=address("committees:registrations", call.committee.slug),
        )
        for call in calls.values()
        if call.committee.is_living and may_choose(request.user, call)
    ]
    if not tasks:
        return None
    return Waiting(title=_("Members to choose"), tasks=tasks[:MOST], in_all=len(tasks))
