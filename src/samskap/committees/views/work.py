"""The page of a committee’s work, its attendance, and the hours it takes."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from samskap.base.modules import Panel, Task, Waiting
from samskap.base.seen import seen
from samskap.committees.actions import attendance, hours
from samskap.committees.errors.attendance import NotYourHours
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.forms.groups import DoneForm, HoursForm
from samskap.committees.models import Alarm, Committee, FastTrack, Recommendation, State
from samskap.committees.permissions import may_keep, may_work
from samskap.committees.permissions_work import may_see_attendance, may_write_hours
from samskap.committees.queries.attendance import Meeting, alarms_for, meetings_held
from samskap.committees.queries.fast_tracks import fast_tracks_of
from samskap.committees.queries.hours import hours_of, meetings_to_write, totals
from samskap.committees.queries.motions import open_motions
from samskap.committees.queries.trying import dialogues_of, groups_of, material_of
from samskap.committees.views.fast_tracks import LOOKS
from samskap.committees.views.finding import ask, committee_at
from samskap.design.asking import Asking, posted
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person, Role
from samskap.people.permissions import has_role

MOST = 10  # lines on the desk
MOST_MATERIAL = 20  # pieces on the page


@require_safe
def work(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show the work of a committee: who comes, groups, meetings with others, what is tried."""
    committee = committee_at(request, slug)
    works = may_work(request.user, committee)
    meetings = meetings_held(committee) if may_see_attendance(request.user, committee) else []
    facts = {
        "committee": committee,
        "works": works and committee.state == State.WORKING,
        "keeps": may_keep(request.user, committee),
        "alarms": [meeting for meeting in meetings if meeting.low],
        "meetings": meetings,
        "motions": list(open_motions(committee)),
        "groups": groups_of(committee),
        "dialogues": dialogues_of(committee),
        "material": material_of(committee)[:MOST_MATERIAL],
        "fast_tracks": [
            {"fast_track": one, "look": LOOKS.get(FastTrack.Status(one.status), "no")}
            for one in fast_tracks_of(committee)
        ],
        "pilots": committee.pilots.order_by("-starts_on", "-pk"),
        "may_write_hours": may_write_hours(request.user, committee),
    }
    return render(request, "committees/work/work.html", facts)


def work_part(request: MunicipalityRequest, committee: Committee) -> Panel | None:
    """What the committee recommends, and the way to its work, on the page of the committee."""
    states = committee.recommendations.values_list("status", flat=True)
    found = list(states)
    if committee.state in (State.PROPOSED, State.CHARTERED, State.RECRUITING) and not found:
        return None
    facts: dict[str, Any] = {
        "recommended": sum(one == Recommendation.Status.RECOMMENDED for one in found),
        "proposed": len(found),
        "works": may_work(request.user, committee) and committee.state == State.WORKING,
    }
    return Panel(template="committees/work/part.html", facts=facts, order=20)


@signed_in
def alarm(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down what was done when too few came."""
    found: Alarm = get_object_or_404(
        Alarm.objects.of(request.municipality).select_related(
            "event", "committee__municipality", "committee__initiative__account"
        ),
        pk=pk,
    )
    committee = found.committee
    if not may_keep(request.user, committee):
        raise NotYoursToKeep(committee=committee.title)
    meeting = next((one for one in meetings_held(committee) if one.alarm == found), None)
    return ask(
        request,
        committee=committee,
        form=DoneForm(posted(request), initial={"done": found.done}),
        asking=Asking(
            title=_("Too few came to “%(meeting)s”") % {"meeting": found.event.title},
            lead=_whom_to_call(meeting),
            submit=_("Write it down"),
            thanks=_("It is written down. We look at the next meeting, too."),
        ),
        act=lambda told: attendance.say_what_was_done(alarm=found, by=request.user, **told),
        to=reverse("committees:work", args=[committee.slug]),
    )


def _whom_to_call(meeting: Meeting | None) -> str:
    """Whom to call, by name: for those who keep the committee, and nobody else."""
    if meeting is None or not meeting.away:
        return _("Ask what would make it easier to come.")
    names = ", ".join(one.shown_name for one in meeting.away)
    return _("Call those who were away, and ask what would make it easier to come: %(names)s") % {
        "names": names
    }


@signed_in
def my_hours(request: SignedInRequest) -> HttpResponse:
    """Show somebody’s own hours in all committees; the leader sees those of everybody."""
    sees_all = has_role(request.user, request.municipality, Role.Name.LEADER)
    found = hours_of(request.municipality, person=None if sees_all else request.user)
    if sees_all:
        seen(request, "committees.hours")
    facts = {"sees_all": sees_all, "totals": totals(found), "rows": found[:50]}
    return render(request, "committees/work/hours.html", facts)


@signed_in
def write_hours(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write one’s hours for one meeting of a committee."""
    committee = committee_at(request, slug)
    if not may_write_hours(request.user, committee):
        raise NotYourHours
    form = HoursForm(
        posted(request),
        events=meetings_to_write(committee),
        initial={"event": request.GET.get("event")},
    )
    return ask(
        request,
        committee=committee,
        form=form,
        asking=Asking(
            title=_("Your hours for a meeting"),
            lead=_("Only you and the leader see them. The hours used count as work in the ledger."),
            submit=_("Keep them"),
            thanks=_("Your hours are written down."),
        ),
        act=lambda told: hours.write_hours(
            committee=committee, event=told["event"], by=request.user, hours=form.hours
        ),
        to=reverse("committees:my_hours"),
    )


def alarms_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Meetings to which too few came, in the committees that the reader keeps."""
    if not isinstance(request.user, Person):
        return None
    found = alarms_for(request.user, request.municipality)
    shown = list(found[:MOST])
    if not shown:
        return None
    return Waiting(
        title=gettext_lazy("Too few came to a meeting"),
        tasks=[
            Task(
                title=format_lazy(
                    gettext_lazy("Call those who were away from “{meeting}”"),
                    meeting=one.event.title,
                ),
                url=reverse("committees:alarm", args=[one.pk]),
                note=one.committee.title,
            )
            for one in shown
        ],
        in_all=found.count(),
    )
