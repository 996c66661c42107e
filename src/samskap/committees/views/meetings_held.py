"""How often standing committees met, before and after task committees came."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.committees.actions.meetings_held import write_down
from samskap.committees.effects_cards import meetings_chart
from samskap.committees.errors.answer import NotYoursToCount
from samskap.committees.forms.answer import MeetingsHeldForm
from samskap.committees.models import MeetingsHeld
from samskap.committees.permissions import may_count_meetings
from samskap.committees.queries.meetings_held import meetings_in
from samskap.municipalities.middleware import MunicipalityRequest


def standing_meetings(request: MunicipalityRequest) -> HttpResponse:
    """Show the numbers year by year, and let those who keep them write one down."""
    here = request.municipality
    may_count = may_count_meetings(request.user, here)
    posted = request.POST if request.method == "POST" else None
    if posted is not None and not may_count:
        raise NotYoursToCount
    form = MeetingsHeldForm(posted, municipality=here) if may_count else None
    if form is not None and form.is_bound and form.is_valid():
        count(request, "post")
        write_down(by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        messages.success(request, _("The number stands in the table."))
        return redirect("committees:standing_meetings")
    page = {
        "chart": meetings_chart(meetings_in(here)),
        "sources": list(MeetingsHeld.objects.of(here).select_related("body")),
        "form": form,
    }
    return render(request, "committees/answer/standing_meetings.html", page)
