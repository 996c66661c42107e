"""My page: what the house knows of a person, and where the person changes it."""

from collections.abc import Collection
from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.modules import MenuItem, announced
from samskap.base.rates import count
from samskap.people import actions, queries
from samskap.people.decorators import SignedInRequest, address_shown, signed_in
from samskap.people.forms.me import (
    AboutMeForm,
    ConsentForm,
    DeleteAccountForm,
    JoinHouseholdForm,
    NameForm,
    ProfileForm,
    language_names,
)
from samskap.people.models import Consent, Profile, Role
from samskap.people.permissions import (
    consent_age,
    level_of,
    may_decide_alone,
    may_use_consents,
)
from samskap.people.purposes import EXPLAINED


@signed_in
def me(request: SignedInRequest) -> HttpResponse:
    """Show everything that people’s part of the house knows of whoever reads."""
    person, municipality = request.user, request.municipality
    names = dict(Role.Name.choices)
    identities = queries.identities_of(person, municipality)
    added = {identity.provider_id for identity in identities}
    offered = queries.providers_offered(municipality)
    return render(
        request,
        "people/me.html",
        {
            "me": person,
            "own_pages": own_pages(person.roles_in(municipality)),
            "language_name": dict(language_names()).get(person.language_in(municipality), ""),
            "roles": [names[r] for r in Role.Name.values if r in person.roles_in(municipality)],
            "fields": queries.profile_of(person),
            "consents": list(queries.consents_of(person, municipality)),
            "household": queries.persons_in_household(person),
            "is_child": not may_decide_alone(person, municipality),
            "consent_age": consent_age(municipality, timezone.localdate()),
            "level": level_of(person, municipality),
            "identities": identities,
            "has_drafts": queries.drafts_of(person, municipality).exists(),
            "offered": [provider for provider in offered if provider.pk not in added],
            "may_use_consents": may_use_consents(person, municipality),
        },
    )


def own_pages(roles: Collection[str]) -> list[tuple[str | Promise, str]]:
    """What the modules have for a person with these roles: titles and addresses."""
    items: list[MenuItem] = sorted(announced("own_pages"), key=lambda item: item.order)
    mine = [item for item in items if not item.roles or item.roles.intersection(roles)]
    return [(item.title, reverse(item.route)) for item in mine]


@signed_in
def name(request: SignedInRequest) -> HttpResponse:
    """Choose a name, what others see of it, and a language."""
    return answer_name_form(request, template="people/name.html", back="")


def answer_name_form(request: SignedInRequest, *, template: str, back: str) -> HttpResponse:
    """Show, preview and save the form about names; used by my page and by the first welcome."""
    person, municipality = request.user, request.municipality
    initial = {
        "given_name": person.given_name,
        "family_name": person.family_name,
        "pseudonym": person.pseudonym,
        "shown_as": person.shown_as,
        "language": person.language or translation.get_language(),
    }
    form = NameForm(request.POST or None, initial=initial)
    shown = person.shown_name
    if request.method == "POST" and form.is_valid():
        if "preview" not in request.POST:
            count(request, "post")
            actions.choose_name(by=person, municipality=municipality, **form.cleaned_data)
            answer = redirect(back or "people:me")
            answer.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                person.language,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
                samesite="Lax",
            )
            with translation.override(person.language):
                messages.success(
                    request,
                    _("Saved. Others now see you as %(name)s.") % {"name": person.shown_name},
                )
            return answer
        shown = form.preview(person)
    facts = {"form": form, "shown": shown, "is_preview": "preview" in request.POST, "back": back}
    return render(request, template, facts)


@signed_in
def profile(request: SignedInRequest) -> HttpResponse:
    """Write needs, goals, wishes and resources."""
    mine = Profile.objects.filter(person=request.user).first()
    form = ProfileForm(request.POST or None, instance=mine)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.write_profile(
            by=request.user, municipality=request.municipality, **form.cleaned_data
        )
        messages.success(request, _("Your profile is saved."))
        return redirect("people:me")
    return render(request, "people/profile.html", {"form": form})


@signed_in
def about_me(request: SignedInRequest) -> HttpResponse:
    """Tell one’s date of birth and where one lives."""
    person = request.user
    initial = {
        "born_on": person.born_on,
        "home": person.home_id,
        "shows_home": person.shows_home,
        "has_protected_address": person.has_protected_address,
    }
    form = AboutMeForm(request.POST or None, municipality=request.municipality, initial=initial)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.tell_about_me(by=person, municipality=request.municipality, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("people:me")
    return render(request, "people/about_me.html", {"form": form})


@signed_in
def household(request: SignedInRequest) -> HttpResponse:
    """Say whom one lives with, by a code that only they know."""
    form = JoinHouseholdForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.join_household(by=request.user, code=form.cleaned_data["code"])
        messages.success(request, _("Saved. The people of your household count as one party."))
        return redirect("people:household")
    persons = queries.persons_in_household(request.user)
    return render(request, "people/household.html", {"form": form, "persons": persons})


@signed_in
@require_POST
def start_household(request: SignedInRequest) -> HttpResponse:
    """Start a household with a new code."""
    count(request, "post")
    actions.start_household(by=request.user)
    messages.success(request, _("Your household has a code. Give it to those you live with."))
    return redirect("people:household")


@signed_in
@require_POST
def leave_household(request: SignedInRequest) -> HttpResponse:
    """Leave a household."""
    count(request, "post")
    actions.leave_household(by=request.user)
    messages.success(request, _("You belong to no household now."))
    return redirect("people:household")


@signed_in
def consents(request: SignedInRequest) -> HttpResponse:
    """List what one may say yes to, what one has said yes to, and until when."""
    person, municipality = request.user, request.municipality
    held = {consent.purpose: consent for consent in queries.consents_of(person, municipality)}
    purposes = [
        {
            "key": key,
            "title": title,
            "text": EXPLAINED[Consent.Purpose(key)],
            "consent": held.get(key),
            "form": ConsentForm(initial={"purpose": key, "days": 365}, auto_id=f"{key}_%s"),
        }
        for key, title in Consent.Purpose.choices
    ]
    facts = {
        "purposes": purposes,
        "is_child": not may_decide_alone(person, municipality),
        "consent_age": consent_age(municipality, timezone.localdate()),
    }
    return render(request, "people/consents.html", facts)


@signed_in
@require_POST
def give_consent(request: SignedInRequest) -> HttpResponse:
    """Say yes to one purpose."""
    form = ConsentForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Choose what you say yes to, and for how long."))
        return redirect("people:consents")
    count(request, "post")
    ends_on = timezone.localdate() + timedelta(days=form.cleaned_data["days"])
    actions.give_consent(
        by=request.user,
        municipality=request.municipality,
        purpose=form.cleaned_data["purpose"],
        ends_on=ends_on,
    )
    messages.success(request, _("Thank you. You can take it back here at any time."))
    return redirect("people:consents")


@signed_in
@require_POST
def withdraw_consent(request: SignedInRequest, consent_id: int) -> HttpResponse:
    """Take one’s own consent back."""
    mine = Consent.objects.of(request.municipality).filter(person=request.user)
    actions.withdraw_consent(consent=get_object_or_404(mine, pk=consent_id), by=request.user)
    messages.success(request, _("You have taken it back."))
    return redirect("people:consents")


@signed_in
@address_shown
def delete(request: SignedInRequest) -> HttpResponse:
    """Delete one’s account, and sign out."""
    form = DeleteAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.delete_account(by=request.user, is_sure=form.cleaned_data["is_sure"])
        get_adapter().logout(request)
        messages.success(request, _("Your account is deleted. Thank you for taking part."))
        return redirect("/")
    return render(request, "people/delete.html", {"form": form})
