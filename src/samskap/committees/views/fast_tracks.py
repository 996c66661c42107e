"""The pages of the fast track: marking an idea, letting it through, starting it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from samskap.base.modules import Task, Waiting
from samskap.committees.actions import fast_tracks as actions
from samskap.committees.errors.fast_tracks import NotYoursToAccept
from samskap.committees.errors.work import NotYoursToRun
from samskap.committees.forms.fast_tracks import AcceptForm, MarkForm, RefuseForm, StartForm
from samskap.committees.models import Acceptance, FastTrack
from samskap.committees.permissions_work import may_run, office_of, sitting_as
from samskap.committees.queries.fast_tracks import fast_tracks_in, waiting_for
from samskap.committees.queries.motions import with_votes
from samskap.committees.queries.trying import markable
from samskap.committees.views.finding import ask
from samskap.committees.views.motions import shown_motion
from samskap.committees.views.recommendations import worked_at
from samskap.design.asking import Asking, posted
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

Status = FastTrack.Status
MOST = 10  # lines on the desk
LOOKS = {
    Status.MARKED: "",
    Status.ASKED: "forwarded",
    Status.ACCEPTED: "used",
    Status.STARTED: "used",
}


def fast_track_at(request: MunicipalityRequest, pk: int) -> FastTrack:
    """The fast track that an address names; 404 where there is none here."""
    found: FastTrack = get_object_or_404(fast_tracks_in(request.municipality), pk=pk)
    return found


@require_safe
def fast_track(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show how it stands with an obviously good idea: who agreed, by which authority, how fast."""
    found = fast_track_at(request, pk)
    office = office_of(request.user, found) if found.status == Status.ASKED else ""
    member = sitting_as(request.user, found.committee)
    accepted = list(found.acceptances.all())
    may_accept = bool(office) and not any(
        one.office == office or one.by_id == request.user.pk for one in accepted
    )
    facts = {
        "fast_track": found,
        "committee": found.committee,
        "look": LOOKS.get(Status(found.status), "no"),
        "asked": [
            shown_motion(request, motion, member) for motion in with_votes(found.motions.all())
        ],
        "acceptances": accepted,
        "waits_for": [
            Acceptance.Office(each).label
            for each in Acceptance.Office.values
            if each not in {one.office for one in accepted}
        ]
        if found.status == Status.ASKED
        else [],
        "office": Acceptance.Office(office).label if may_accept else "",
        "may_start": found.status == Status.ACCEPTED and may_run(request.user, found.committee),
        "numbers": _numbers(found),
    }
    return render(request, "committees/work/fast_track.html", facts)


def _numbers(found: FastTrack) -> list[dict[str, Any]]:
    """How fast it went, as large figures; empty until it started."""
    if found.started_on is None:
        return []
    return [
        {
            "label": _("days from the idea to the start"),
            "value": str(found.days_to_start),
            "note": _("from %(first)s to %(last)s")
            % {
                "first": date_format(found.idea.given_at),
                "last": date_format(found.started_on),
            },
        }
    ]


@signed_in
def mark(request: SignedInRequest, slug: str) -> HttpResponse:
    """Mark an idea as obviously good."""
    committee = worked_at(request, slug)
    return ask(
        request,
        committee=committee,
        form=MarkForm(
            posted(request), ideas=markable(committee), initial={"idea": request.GET.get("idea")}
        ),
        asking=Asking(
            title=_("An obviously good idea"),
            lead=_(
                "Nobody should wait for the final report with what is obviously good. The committee"
                " votes; then the chair of the standing committee and the chief executive have 14"
                " days to let it through."
            ),
            submit=_("Ask the committee"),
            thanks=_("The committee can vote now. Every member hears of it."),
        ),
        act=lambda told: actions.mark_as_good(committee=committee, by=request.user, **told),
        to=reverse("committees:work", args=[slug]),
    )


@signed_in
def accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let an idea through for one’s office."""
    found = fast_track_at(request, pk)
    if not office_of(request.user, found):
        raise NotYoursToAccept
    return ask(
        request,
        committee=found.committee,
        form=AcceptForm(posted(request)),
        asking=Asking(
            title=_("Let it through"),
            lead=_("Everybody can read by which authority you decide this, and who gave it."),
            submit=_("Let it through"),
            thanks=_("It is let through for your office."),
        ),
        act=lambda told: actions.accept(fast_track=found, by=request.user, **told),
        to=found.get_absolute_url(),
    )


@signed_in
def refuse(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that an idea has to wait."""
    found = fast_track_at(request, pk)
    if not office_of(request.user, found):
        raise NotYoursToAccept
    return ask(
        request,
        committee=found.committee,
        form=RefuseForm(posted(request)),
        asking=Asking(
            title=_("It has to wait"),
            lead=_("It goes back to the committee, which can recommend it like anything else."),
            submit=_("Send it back"),
            thanks=_("It is back in the committee, with your reasons."),
        ),
        act=lambda told: actions.refuse(fast_track=found, by=request.user, **told),
        to=found.get_absolute_url(),
    )


@signed_in
def start(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down the day on which an idea starts."""
    found = fast_track_at(request, pk)
    if not may_run(request.user, found.committee):
        raise NotYoursToRun(committee=found.committee.title)
    return ask(
        request,
        committee=found.committee,
        form=StartForm(posted(request)),
        asking=Asking(
            title=_("When does it start?"),
            lead=_("Whoever gave the idea hears that it is used."),
            submit=_("Write it down"),
            thanks=_("It is written down. Now you can begin a pilot with a stop rule."),
        ),
        act=lambda told: actions.start(fast_track=found, by=request.user, **told),
        to=found.get_absolute_url(),
    )


def fast_tracks_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Ideas that wait for the reader’s office, the soonest due first."""
    if not isinstance(request.user, Person):
        return None
    found = waiting_for(request.user, request.municipality)
    shown = list(found[:MOST])
    if not shown:
        return None
    return Waiting(
        title=gettext_lazy("Obviously good ideas that wait for your yes"),
        tasks=[
            Task(
                title=one.idea.title,
                url=one.get_absolute_url(),
                note=one.committee.title,
                due_on=one.due_on,
            )
            for one in shown
        ],
        in_all=found.count(),
    )
