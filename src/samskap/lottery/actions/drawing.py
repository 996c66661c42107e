"""Sealing the panels, typing the public numbers in twice, and the draw, which happens once."""

import re
import secrets
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.kernels import lot as kernel
from samskap.lottery.actions.steps import held, held_by, move, note
from samskap.lottery.errors import (
    AnotherMustType,
    NotAtThisStep,
    NotBeforeTheDay,
    NotYoursToWitness,
    NumbersAreMissing,
    SayWhichNumbers,
)
from samskap.lottery.models import Entrant, Lot, Round, State, Step
from samskap.lottery.permissions import may_witness
from samskap.lottery.publishing import lottery_of, panels_of
from samskap.lottery.queries import round_of
from samskap.notices.actions import tell
from samskap.people.models import Person

SECRET_BYTES = 32


@transaction.atomic
def commit(*, lot: Lot, by: Person, source: str, words: str, on: date) -> Round:
    """Seal the panels: publish the hash of a secret seed, and of the panels, and name the source.

    From now on nobody can change anything; which numbers will decide nobody can know yet. Everybody
    with an account hears their own chance.

    Refuses with NotYoursToKeep, NotAtThisStep or SayWhichNumbers.
    """
    lot = held_by(by, lot, State.PLANNED)
    found = round_of(lot)
    if found is None or not found.panels or found.committed_at:
        raise NotAtThisStep(lot=lot.title)
    if not words.strip() or on < timezone.localdate():
        raise SayWhichNumbers
    found.secret = secrets.token_hex(SECRET_BYTES)
    found.commitment = kernel.commitment(found.secret)
    found.panels_digest = kernel.fingerprint(panels_of(found))
    found.source, found.source_words, found.source_on = source, words.strip(), on
    found.committed_at = timezone.now()
    found.save()
    move(lot, State.COMMITTED, Step.What.COMMITTED, by, commitment=found.commitment)
    tell_chances(lot)
    return found


def tell_chances(lot: Lot) -> None:
    """Tell everybody with an account that their own chance stands on their own page."""
    waiting = lot.entrants.filter(chance__isnull=False, left_at=None, drawn_in=None)
    for entrant in waiting.exclude(person=None).select_related("person"):
        tell_one(
            entrant,
            lot,
            "lottery.chance",
            format_lazy(_("Your chance in “{lot}” is worked out."), lot=lot.title),
            _("Only you see it. Nobody can change the panels any more; now the draw is awaited."),
        )


def tell_one(
    entrant: Entrant, lot: Lot, kind: str, label: str | Promise, text: str | Promise
) -> None:
    """Tell one entrant one thing; it says more on their own page."""
    if entrant.person:
        tell(
            person=entrant.person,
            municipality=lot.municipality,
            kind=kind,
            label=label,
            text=text,
            path=reverse("lottery:mine"),
        )


@transaction.atomic
def type_numbers(*, lot: Lot, by: Person, typed: str) -> Round:
    """Type the public numbers in. The second person’s must be the same, and then it is drawn.

    Where they differ, what the first typed is put away, and both begin again. The lot is held, so
    that two who press at once draw once.

    Refuses with NotYoursToWitness, NotAtThisStep, NotBeforeTheDay, NumbersAreMissing or
    AnotherMustType.
    """
    lot = held(lot)
    if not may_witness(by, lot):
        raise NotYoursToWitness
    found = round_of(lot)
    if lot.state != State.COMMITTED or found is None:
        raise NotAtThisStep(lot=lot.title)
    if found.source_on and timezone.localdate() < found.source_on:
        raise NotBeforeTheDay(day=date_format(found.source_on))
    numbers = plain_numbers(typed)
    if not numbers:
        raise NumbersAreMissing
    if not found.typed:
        found.typed, found.typed_by = numbers, by
        found.save(update_fields=["typed", "typed_by"])
        note(lot, Step.What.TYPED, by)
    elif found.typed_by_id == by.pk:
        raise AnotherMustType
    elif found.typed != numbers:
        found.typed, found.typed_by = "", None
        found.save(update_fields=["typed", "typed_by"])
        note(lot, Step.What.DIFFERED, by)
    else:
        found.confirmed_by = by
        draw(lot, found, by)
    return found


def plain_numbers(typed: str) -> str:
    """The numbers in the order in which they were typed, one blank between."""
    return " ".join(str(int(number)) for number in re.findall(r"[0-9]{1,18}", typed)[:40])


def draw(lot: Lot, found: Round, by: Person) -> None:
    """Draw the panel by both seeds, and tell those who were drawn and those who were not."""
    drawn = kernel.draw(lottery_of(found), kernel.seed_with(found.secret, found.typed))
    found.drawn_number, found.drawn_at = drawn.number, timezone.now()
    found.save()
    lot.entrants.filter(code__in=drawn.panel).update(drawn_in=found)
    move(lot, State.DRAWN, Step.What.DRAWN, by, number=drawn.number, seats=found.seats)
    waiting = lot.entrants.filter(code__in=found.codes, left_at=None)
    for entrant in waiting.exclude(person=None).select_related("person"):
        if entrant.drawn_in_id == found.pk:
            label, text = (
                _("You were drawn: “{lot}”."),
                _("Say on your own page if you cannot take part: then somebody else is drawn."),
            )
        else:
            label, text = (
                _("You were not drawn this time: “{lot}”."),
                _("You may still be drawn if somebody leaves. Anybody can check the draw."),
            )
        tell_one(entrant, lot, "lottery.drawn", format_lazy(label, lot=lot.title), text)
