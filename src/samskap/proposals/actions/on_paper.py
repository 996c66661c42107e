"""Lists on paper: registered line by line, with a scan that few may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.ledger.models import Channel
from samskap.people.models import Person
from samskap.proposals.actions.moving import locked, settle_threshold
from samskap.proposals.actions.signing import delete_signatures, takes_the_place, twins_of
from samskap.proposals.errors import (
    ListIsRegistered,
    NobodyOnTheList,
    NoPaperHere,
    NotCollecting,
    NotYoursToSteward,
    StandsThereAlready,
)
from samskap.proposals.models import PaperList, Proposal, Rules, Signature, Validity
from samskap.proposals.names import key_of, key_of_unreadable, name_key_of
from samskap.proposals.permissions import may_steward
from samskap.proposals.queries.rules import rules_of


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a list, as whoever types it reads it.

    says  a `Validity` where the line itself shows that it does not count: it cannot be read, or
          the register says that the person lives elsewhere
    """

    name: str
    address: str = ""
    born_on: date | None = None
    signed_on: date
    says: str = ""


@transaction.atomic
def register_list(
    *,
    proposal: Proposal,
    name: str,
    lines: Sequence[Line],
    keep_until: date,
    by: Person,
    scan: ContentFile[bytes] | None = None,
    is_checked: bool = False,
) -> PaperList:
    """Write down a list of names; every line is kept, and counted by whether it is valid.

    is_checked  whether somebody has looked each name up in the register of residents

    Refuses with NotYoursToSteward, NotCollecting, NoPaperHere, NobodyOnTheList or ListIsRegistered.
    """
    if not may_steward(by, proposal.municipality):
        raise NotYoursToSteward
    if not lines:
        raise NobodyOnTheList
    proposal = locked(proposal)  # two who type the same list wait for each other
    rules = rules_of(proposal.municipality)
    if not proposal.is_open:
        raise NotCollecting
    if not rules.scheme.takes_paper:
        raise NoPaperHere
    if proposal.lists.filter(name=name).exists():
        raise ListIsRegistered(name=name)
    registered = PaperList.objects.create(
        municipality=proposal.municipality,
        proposal=proposal,
        name=name,
        keep_until=keep_until,
        entered_by=by,
    )
    if scan is not None:
        registered.scan.save(scan.name or "list", scan)
    for number, line in enumerate(lines, start=1):
        signature = _written(registered, number, line)
        signature.proposal, signature.municipality = proposal, proposal.municipality
        signature.validity = _validity_of(signature, line, rules, is_checked=is_checked)
        if is_checked:
            signature.checked_by, signature.checked_at = by, timezone.now()
        signature.save()
    remember(
        "proposals.list_registered",
        by=by.pseudonym_key,
        about=proposal,
        within=proposal.initiative,
    )
    settle_threshold(proposal)
    return registered


def _written(registered: PaperList, number: int, line: Line) -> Signature:
    """A line as a signature; whether it counts is not said yet."""
    proposal = registered.proposal_id
    cannot_be_read = line.says == Validity.UNREADABLE
    key = (
        key_of_unreadable(registered.pk, number)
        if cannot_be_read
        else key_of(proposal, line.name, line.born_on, line.address)
    )
    return Signature(
        paper_list=registered,
        name=line.name,
        address=line.address,
        born_on=line.born_on,
        signed_on=line.signed_on,
        channel=Channel.PAPER,
        key=key,
        name_key=key if cannot_be_read else name_key_of(proposal, line.name, line.address),
    )


def _validity_of(signature: Signature, line: Line, rules: Rules, *, is_checked: bool) -> str:
    """Whether a line counts; where it meets the same person, the better of the two keeps the place.

    The order is that of the reasons: what cannot be read, who stands there already, who lives
    elsewhere, who is too young, what was signed at another time.
    """
    if line.says == Validity.UNREADABLE:
        return Validity.UNREADABLE
    own = _own_validity(signature, line, rules, is_checked=is_checked)
    if own in (Validity.VALID, Validity.UNCHECKED):
        return own if takes_the_place(signature) else Validity.DUPLICATE
    return Validity.DUPLICATE if twins_of(signature) else own


def _own_validity(signature: Signature, line: Line, rules: Rules, *, is_checked: bool) -> str:
    """Whether a line counts by itself."""
    proposal = signature.proposal
    if line.says:
        return line.says
    age = signature.age_on(line.signed_on)
    if age is not None and age < rules.scheme.least_age:
        return Validity.UNDER_AGE
    if proposal.window_ends_on is not None:
        opened_on = timezone.localdate(proposal.opened_at)
        if not opened_on <= line.signed_on <= proposal.window_ends_on:
            return Validity.OUTSIDE_WINDOW
    return Validity.VALID if is_checked else Validity.UNCHECKED


@transaction.atomic
def check(*, proposal: Proposal, keys: Sequence[int], validity: str, by: Person) -> int:
    """Say of some signatures whether they count, after a look at the register of residents.

    Refuses with NotYoursToSteward, NotCollecting or StandsThereAlready.
    """
    proposal = _to_steward(proposal, by)
    now, said = timezone.now(), Validity(validity)
    checked = 0
    for signature in proposal.signatures.filter(pk__in=keys).order_by("pk"):
        counts_anew = said != Validity.DUPLICATE and signature.validity == Validity.DUPLICATE
        if counts_anew and twins_of(signature):
            raise StandsThereAlready
        signature.validity, signature.checked_by, signature.checked_at = said, by, now
        signature.save(update_fields=["validity", "checked_by", "checked_at"])
        checked += 1
    if checked:
        remember(
            "proposals.signatures_checked",
            by=by.pseudonym_key,
            about=proposal,
            within=proposal.initiative,
        )
        settle_threshold(proposal)
    return checked


@transaction.atomic
def flag_death(*, proposal: Proposal, keys: Sequence[int], by: Person) -> int:
    """Write down that whoever signed has died since: the signature is kept, and flagged.

    The law does not say whether it counts. The ministry’s answer to a question of 24 January 2023
    (regjeringen.no id2965488) points both ways and leans to that it does; the council can read how
    many there are.

    Refuses with NotYoursToSteward.
    """
    if not may_steward(by, proposal.municipality):
        raise NotYoursToSteward
    flagged: int = proposal.signatures.filter(pk__in=keys).update(has_died=True)
    return flagged


@transaction.atomic
def take_off(*, proposal: Proposal, keys: Sequence[int], by: Person) -> int:
    """Take names on paper off again, for whoever asks or where the list was typed wrongly.

    Refuses with NotYoursToSteward or NotCollecting.
    """
    proposal = _to_steward(proposal, by)
    rows = proposal.signatures.filter(pk__in=keys, channel=Channel.PAPER)
    many: int = rows.count()
    delete_signatures(proposal, rows)
    settle_threshold(proposal)
    return many


def _to_steward(proposal: Proposal, by: Person) -> Proposal:
    """Hold a proposal for whoever looks after its signatures, while they are collected."""
    if not may_steward(by, proposal.municipality):
        raise NotYoursToSteward
    proposal = locked(proposal)
    if not proposal.is_open:
        raise NotCollecting
    return proposal


def delete_scan(registered: PaperList) -> bool:
    """Delete the scan of a list; the lines stay until their own time is over."""
    if not registered.scan:
        return False
    registered.scan.delete(save=True)
    return True


def delete_list(registered: PaperList) -> bool:
    """Delete a list with its scan and every line of it."""
    delete_scan(registered)
    registered.delete()
    return True


def delete_old_scans() -> int:
    """Delete the scans whose last day has passed; by the clock."""
    today = timezone.localdate()
    old: Any = PaperList.objects.filter(keep_until__lt=today).exclude(scan="")
    return sum(delete_scan(each) for each in old)
