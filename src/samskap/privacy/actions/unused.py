"""Accounts that nobody uses: their owners are told, and where they stay away, the accounts go."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samskap.base.mail import send_mail_later
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.people.actions.account import delete_account
from samskap.people.models import Person, Role
from samskap.privacy.models import Forewarning
from samskap.privacy.queries.keeping import days_of
from samskap.privacy.queries.unused import (
    NOTICE,
    RULE,
    awaited_among,
    empty_since,
    may_go,
    unused_since,
)

BATCH = 100  # people who are told in one transaction
OUT_OF_DATE = NOTICE + timedelta(days=30)  # whoever was told longer ago is told again


def forewarn(municipality: Municipality) -> int:
    """Tell those who take part here whose account goes in sixty days; say how many.

    Whoever has come back, or got longer time, is forgotten here, so that they are told again when
    it is that far the next time.
    """
    now = timezone.now()
    before = now - timedelta(days=days_of(municipality)[RULE]) + NOTICE
    unused = unused_since(before)
    told = Forewarning.objects.of(municipality)
    is_unused = Exists(unused.filter(pk=OuterRef("person_id")))
    told.filter(~is_unused | Q(told_at__lt=now - OUT_OF_DATE)).delete()
    here = Role.objects.of(municipality).values("person")
    waiting = unused.filter(pk__in=here, forewarning=None).order_by("pk")
    count, after = 0, 0
    while keys := list(waiting.filter(pk__gt=after).values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            for person in Person.objects.filter(pk__in=may_go(keys, on=now + NOTICE)):
                count += _tell(person, municipality)
        after = keys[-1]
    return count


def _tell(person: Person, municipality: Municipality) -> bool:
    """Write to one person, unless another municipality has done so; whatever their wishes are."""
    told, is_new = Forewarning.objects.get_or_create(
        person=person, defaults={"municipality": municipality, "told_at": timezone.now()}
    )
    if not is_new:
        return False
    with translation.override(person.language_in(municipality)):
        address = address_of(municipality)
        # The night before the sixtieth day is over may be the one in which the account goes.
        last_day = timezone.localdate(told.told_at + NOTICE) - timedelta(days=1)
        since = timezone.localdate(person.last_login or person.joined_at)
        words = {
            "municipality": municipality.name,
            "since": date_format(since),
            "last_day": date_format(last_day),
            "sign_in_url": address + reverse("people:sign_in"),
            "kept_url": address + reverse("privacy:kept"),
        }
        send_mail_later(
            to=person.email,
            subject=_("Do you want to keep your account at %(municipality)s?")
            % {"municipality": municipality.name},
            text=render_to_string("privacy/mail/unused.txt", words).strip() + "\n",
        )
    return True


def end_unused(told: Forewarning) -> bool:
    """Delete the account of somebody who was told and has stayed away; say whether it went."""
    person = Person.objects.select_for_update().get(pk=told.person_id)
    if not may_go([person.pk], on=timezone.now()):
        return False
    delete_account(by=person, is_sure=True)
    return True


def end_empty(person: Person) -> bool:
    """Delete an account that nobody has ever signed in to; say whether it went."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    is_empty = empty_since(timezone.now()).filter(pk=person.pk).exists()
    if not is_empty or awaited_among([person.pk]):
        return False
    delete_account(by=person, is_sure=True)
    return True
