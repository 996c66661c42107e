"""Giving and ending mandates: who may speak for an organisation, and until when."""

from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.organisations.actions.locking import locked_membership
from samskap.organisations.actions.telling import tell_person, tell_those_who_look_after
from samskap.organisations.errors import (
    MandateEndsBeforeItBegins,
    MandateIsOver,
    MandateIsTooLong,
    NoMandateToEnd,
    NotYoursToLookAfter,
)
from samskap.organisations.models import Membership
from samskap.organisations.permissions import may_give_mandate
from samskap.people.models import Person

MOST_YEARS = 4  # as long as a council sits
DAY = timedelta(days=1)

# Written when it is read, so that a day stands in the reader’s language.
day_in_words = lazy(date_format, str)


def refuse_days(first: date, last: date) -> None:
    """Refuse days that no mandate can have.

    Refuses with MandateIsOver, MandateEndsBeforeItBegins or MandateIsTooLong.
    """
    if last < timezone.localdate():
        raise MandateIsOver
    if last < first:
        raise MandateEndsBeforeItBegins
    if last > first + timedelta(days=MOST_YEARS * 366):
        raise MandateIsTooLong(years=MOST_YEARS)


@transaction.atomic
def give_mandate(
    *, membership: Membership, first_day: date, last_day: date, by: Person
) -> Membership:
    """Let a member speak for the organisation, from one day through another.

    A new mandate takes the place of the one before. What was said under it stays as it was given.

    Refuses with MembershipHasEnded, NotYoursToLookAfter, MandateEndsBeforeItBegins, MandateIsOver
    or MandateIsTooLong.
    """
    membership = locked_membership(membership)
    organisation = membership.organisation
    if not may_give_mandate(by, organisation):
        raise NotYoursToLookAfter(organisation=organisation)
    refuse_days(first_day, last_day)
    membership.may_speak = True
    membership.mandate_from = first_day
    membership.mandate_until = last_day
    membership.given_by = by
    membership.reminded_of = None
    membership.save()
    remember("organisations.mandate_given", by=by.pseudonym_key, about=organisation)
    tell_person(
        membership.person,
        organisation,
        "mandate_given",
        format_lazy(_("You may speak for {organisation}."), organisation=organisation),
        format_lazy(
            _(
                "The mandate holds from {first} through {last}. Each time you give something, you"
                " choose whether you speak for yourself or for {organisation}."
            ),
            first=day_in_words(first_day),
            last=day_in_words(last_day),
            organisation=organisation,
        ),
        by=by,
    )
    return membership


@transaction.atomic
def end_mandate(*, membership: Membership, by: Person) -> Membership:
    """End a mandate before its last day. Whoever holds it may lay it down.

    Refuses with MembershipHasEnded, NotYoursToLookAfter or NoMandateToEnd.
    """
    membership = locked_membership(membership)
    organisation = membership.organisation
    is_own = membership.person_id == by.pk
    if not is_own and not may_give_mandate(by, organisation):
        raise NotYoursToLookAfter(organisation=organisation)
    if not membership.may_speak or _last_day(membership) < timezone.localdate():
        raise NoMandateToEnd(organisation=organisation)
    stop_speaking(membership)
    membership.save()
    remember("organisations.mandate_ended", by=by.pseudonym_key, about=organisation)
    tell_person(
        membership.person,
        organisation,
        "mandate_ended",
        format_lazy(
            _("Your mandate to speak for {organisation} has ended."), organisation=organisation
        ),
        by=by,
    )
    if is_own:
        tell_those_who_look_after(
            organisation,
            "mandate_laid_down",
            format_lazy(
                _("{person} no longer speaks for {organisation}."),
                person=by.shown_name,
                organisation=organisation,
            ),
            by=by,
            path=reverse("organisations:members", args=[organisation.slug]),
        )
    return membership


def stop_speaking(membership: Membership) -> None:
    """Let yesterday be the last day of a mandate; one that had not held yet never did."""
    yesterday = timezone.localdate() - DAY
    if not membership.may_speak or _last_day(membership) <= yesterday:
        return
    if membership.mandate_from is None or membership.mandate_from > yesterday:
        membership.may_speak = False
    else:
        membership.mandate_until = yesterday


def _last_day(membership: Membership) -> date:
    """The last day of a mandate, which the database sees to that it has."""
    return membership.mandate_until or date.min


@transaction.atomic
def remind_of_end(*, membership: Membership) -> bool:
    """Tell whoever holds a mandate, and those who give it, that it ends soon; once for each end."""
    membership = locked_membership(membership)
    last_day = membership.mandate_until
    if last_day is None or membership.reminded_of == last_day:
        return False
    membership.reminded_of = last_day
    membership.save(update_fields=["reminded_of"])
    organisation, holder = membership.organisation, membership.person
    tell_person(
        holder,
        organisation,
        "mandate_runs_out",
        format_lazy(
            _("Your mandate to speak for {organisation} ends on {last}."),
            organisation=organisation,
            last=day_in_words(last_day),
        ),
        _("Ask those who look after it to give it again if you are to go on."),
        by=None,
    )
    tell_those_who_look_after(
        organisation,
        "mandate_runs_out",
        format_lazy(
            _("The mandate of {person} to speak for {organisation} ends on {last}."),
            person=holder.shown_name,
            organisation=organisation,
            last=day_in_words(last_day),
        ),
        _("Give it again if this person is to go on."),
        by=holder,
        path=reverse("organisations:members", args=[organisation.slug]),
    )
    return True
