"""Pages of nights: staying, watching, a guardian’s yes, keeping them, and whom to call."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.meetings.actions import nights as keeping
from samskap.meetings.actions import stays as staying
from samskap.meetings.errors.nights import GuardianSaidNo, NotYoursToKeep, OnlyOnWatch
from samskap.meetings.forms.nights import (
    CertificateForm,
    ContactForm,
    NightForm,
    PaperStayForm,
    StayForm,
)
from samskap.meetings.models import Night, NightHost, Stay
from samskap.meetings.permissions import may_keep_night, may_see_contacts
from samskap.meetings.queries.nights import (
    allowed_by,
    hosts_of,
    night_in,
    staffing_of,
    stay_of,
    stays_of,
)
from samskap.meetings.views.finding import the_event
from samskap.meetings.words import said as said_when
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.municipalities.queries import address_of
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


def the_night(request: MunicipalityRequest, pk: int) -> Night:
    """The night of the event at an address."""
    found: Night = get_object_or_404(night_in(request.municipality), event=pk)
    return found


def kept_night(request: SignedInRequest, pk: int) -> Night:
    """The night of the event at an address, for those who keep it."""
    found = the_night(request, pk)
    if not may_keep_night(request.user, found.event):
        raise NotYoursToKeep
    return found


@require_safe
def night(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show a night: for whom it is, whether enough adults watch, and how one takes part in it."""
    found = the_night(request, pk)
    reader = request.user if isinstance(request.user, Person) else None
    facts: dict[str, Any] = {
        "night": found,
        "event": found.event,
        "staffing": staffing_of(found),
        "keeps": may_keep_night(request.user, found.event),
        "sees_contacts": may_see_contacts(request.user, found),
    }
    if reader:
        facts |= {
            "stay": stay_of(reader, found),
            "host": found.hosts.filter(person=reader).first(),
            "allowed": allowed_by(reader, found),
        }
    return render(request, "meetings/nights/night.html", facts)


@signed_in
def stay(request: SignedInRequest, pk: int) -> HttpResponse:
    """Sign up to stay the night."""
    found = the_night(request, pk)
    age = request.user.age_on(timezone.localdate(found.event.starts_at))
    known = stay_of(request.user, found)
    if known and known.is_refused:
        raise GuardianSaidNo
    form = StayForm(request.POST or None, night=found, age=age, known=known)
    if request.method == "POST" and form.is_valid():
        count(request, "letters")
        email = form.cleaned_data.get("guardian_email", "")
        if email and (known is None or email != known.guardian_email):
            count(f"guardian: {email}", "letters_to_one_address")
        mine = staying.stay_the_night(night=found, by=request.user, **form.cleaned_data)
        words = (
            _("Your guardian has a letter. You see here when it is answered.")
            if mine.is_waiting
            else _("You stay the night. Bring a sleeping bag!")
        )
        messages.success(request, words)
        return redirect(found)
    facts = {"night": found, "event": found.event, "form": form}
    return render(request, "meetings/nights/stay.html", facts)


@signed_in
@require_POST
def leave(request: SignedInRequest, pk: int) -> HttpResponse:
    """Stay at home after all."""
    found = the_night(request, pk)
    count(request, "post")
    staying.leave_the_night(night=found, by=request.user)
    messages.success(request, _("You stay at home. What you told us is deleted."))
    return redirect(found)


@never_cache
def guardian(request: MunicipalityRequest, key: UUID) -> HttpResponse:
    """Say what it is, and take a guardian’s answer by the link; no sign-in is needed."""
    rows = Stay.objects.of(request.municipality)
    found: Stay = get_object_or_404(
        rows.select_related("night__event__initiative__municipality", "person"), key=key
    )
    by = request.user if isinstance(request.user, Person) else None
    said = request.POST.get("answer", "")
    form = ContactForm(request.POST if said == "yes" else None)
    is_whole = said in ("no", "back") or (said == "yes" and form.is_valid())
    if request.method == "POST" and is_whole:
        count(request, "post")
        if said == "back":
            staying.take_yes_back(stay=found, by=by)
        else:
            contact = form.cleaned_data if said == "yes" else {}
            staying.answer_as_guardian(stay=found, is_given=said == "yes", by=by, **contact)
        messages.success(request, _("Thank you. Your answer is kept."))
        return redirect("meetings:guardian", key)
    facts: dict[str, Any] = {
        "stay": found,
        "child": found.shown_name,
        "night": found.night,
        "event": found.night.event,
        "when": said_when(found.night.event),
        "form": form,
    }
    # The address is the key; see `people.views.guardian` for where it is told.
    return render(request, "meetings/nights/guardian.html", facts)


@signed_in
@require_POST
def watch(request: SignedInRequest, pk: int) -> HttpResponse:
    """Sign up to watch over a night."""
    found = the_night(request, pk)
    count(request, "post")
    is_awake = request.POST.get("is_awake") != "no"
    keeping.watch(night=found, by=request.user, is_awake=is_awake)
    messages.success(request, _("Thank you! Show your certificate to those who keep the night."))
    return redirect(found)


@signed_in
@require_POST
def stop_watching(request: SignedInRequest, pk: int) -> HttpResponse:
    """Watch no longer."""
    found = the_night(request, pk)
    count(request, "post")
    keeping.stop_watching(night=found, by=request.user)
    messages.success(request, _("You are not on watch. Thank you for saying so."))
    return redirect(found)


@signed_in
def keep(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep a night: set it up, see who stays and who watches, and confirm it."""
    event = the_event(request, pk)
    if not may_keep_night(request.user, event):
        raise NotYoursToKeep
    known = night_in(request.municipality).filter(event=event).first()
    form = NightForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        keeping.keep_night(event=event, by=request.user, **form.cleaned_data)
        messages.success(request, _("The night is set up. Confirm it when enough adults watch."))
        return redirect("meetings:keep_night", event.pk)
    facts: dict[str, Any] = {"event": event, "night": known, "form": form}
    if known:
        seen(request, "meetings.night")
        here = address_of(request.municipality)
        facts |= {
            "staffing": staffing_of(known),
            "hosts": hosts_of(known),
            "stays": [
                (each, here + reverse("meetings:guardian", args=[each.key]))
                for each in stays_of(known)
            ],
            "certificate": CertificateForm(),
        }
    return render(request, "meetings/nights/keep.html", facts)


@signed_in
@require_POST
def confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that a night is safe to hold."""
    found = kept_night(request, pk)
    count(request, "post")
    keeping.confirm_night(night=found, by=request.user)
    messages.success(request, _("The night is confirmed. Everybody sees it on its page."))
    return redirect("meetings:keep_night", pk)


@signed_in
@require_POST
def see_certificate(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that one has seen a certificate."""
    rows = NightHost.objects.of(request.municipality).select_related("night__event", "person")
    host: NightHost = get_object_or_404(rows, pk=pk)
    form = CertificateForm(request.POST)
    purpose = form.cleaned_data["purpose"] if form.is_valid() else ""
    count(request, "post")
    keeping.see_certificate(host=host, by=request.user, purpose=purpose)
    messages.success(
        request, _("It is written down that you saw it. Nothing of the paper is kept.")
    )
    return redirect("meetings:keep_night", host.night.event_id)


@signed_in
def paper_stay(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down a young person without an account, with a yes on paper."""
    found = kept_night(request, pk)
    form = PaperStayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        staying.write_down_stay(night=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is written down. Keep the paper until the night is over."))
        return redirect("meetings:keep_night", pk)
    facts = {"night": found, "event": found.event, "form": form, "stay": None}
    return render(request, "meetings/nights/paper.html", facts)


@signed_in
def paper_leave(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down that one has seen a guardian’s yes on paper."""
    rows = Stay.objects.of(request.municipality).select_related("person")
    found: Stay = get_object_or_404(rows, pk=pk)
    night = kept_night(request, found.night.event_id)
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        staying.write_down_yes(stay=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is written down. Keep the paper until the night is over."))
        return redirect("meetings:keep_night", night.event_id)
    facts = {"night": night, "event": night.event, "form": form, "stay": found}
    return render(request, "meetings/nights/paper.html", facts)


@never_cache
@signed_in
@require_safe
def contacts(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show those on watch whom to call, and what to know; only while they are on watch."""
    found = the_night(request, pk)
    if not may_see_contacts(request.user, found):
        raise OnlyOnWatch
    seen(request, "meetings.night_contacts")
    stays = [each for each in stays_of(found) if each.holds]
    facts = {"night": found, "event": found.event, "stays": stays}
    return render(request, "meetings/nights/contacts.html", facts)
