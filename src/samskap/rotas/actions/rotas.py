"""Opening a rota, changing it, and saying what is done there and what it takes."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from samskap.base.memory import remember
from samskap.initiatives.actions.raising import LETTERS
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.models import Phase
from samskap.people.models import Person
from samskap.rotas.errors import NotRunning, NotYoursToKeep, NotYoursToOpen
from samskap.rotas.models import Clearance, Duty, Helper, Requirement, Rota
from samskap.rotas.permissions import may_keep, may_open

RUNNING = (Phase.IMPLEMENT, Phase.DRIVE)


@transaction.atomic
def open_rota(
    *,
    initiative: Initiative,
    by: Person,
    title: str,
    place: str,
    language: str,
    duties: Iterable[str] = (),
    at: datetime | None = None,
    **facts: Any,
) -> Rota:
    """Open a rota for an initiative that is carried out or runs; whoever opens it keeps it.

    facts  further fields of the rota: about, area, hours_before, cost_before_kr …

    Refuses with NotYoursToOpen or NotRunning.
    """
    if not may_open(by, initiative):
        raise NotYoursToOpen
    if not initiative.is_open or initiative.phase not in RUNNING:
        raise NotRunning(initiative=initiative.title)
    rota = Rota.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        slug=free_slug(initiative, title),
        title=title.strip(),
        place=place.strip(),
        language=language,
        opened_at=at or timezone.now(),
        **facts,
    )
    rota.coordinators.add(by)
    for name in duties:
        Duty.objects.create(municipality=rota.municipality, rota=rota, name=name)
    happened("rotas.rota_opened", rota, by)
    return rota


def free_slug(initiative: Initiative, title: str) -> str:
    """Find an address that no rota of the municipality has."""
    wanted = slugify(title.lower().translate(LETTERS))[:70].strip("-") or "rota"
    taken = set(
        Rota.objects.of(initiative.municipality)
        .filter(slug__startswith=wanted)
        .values_list("slug", flat=True)
    )
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(slug for slug in numbered if slug not in taken)


def must_keep(by: Person, rota: Rota) -> None:
    """Refuse those who do not keep the rota."""
    if not may_keep(by, rota):
        raise NotYoursToKeep


def happened(what: str, rota: Rota, by: Person | None, about: Any = None) -> None:
    """Remember it, and let the pages of the initiative know that they are old."""
    key = by.pseudonym_key if by else None
    remember(what, by=key, about=about or rota, within=rota.initiative)
    ledger.touch(rota.initiative.account)


@transaction.atomic
def change_rota(*, rota: Rota, by: Person, **facts: Any) -> Rota:
    """Change what a rota says of itself. Refuses with NotYoursToKeep."""
    must_keep(by, rota)
    for name, value in facts.items():
        setattr(rota, name, value)
    rota.save(update_fields=list(facts))
    happened("rotas.rota_changed", rota, by)
    return rota


@transaction.atomic
def close_rota(*, rota: Rota, by: Person) -> None:
    """Take nobody on any more; what was held stays. Refuses with NotYoursToKeep."""
    must_keep(by, rota)
    rota.closed_at = timezone.now()
    rota.save(update_fields=["closed_at"])
    happened("rotas.rota_closed", rota, by)


@transaction.atomic
def reopen_rota(*, rota: Rota, by: Person) -> None:
    """Take people on again. Refuses with NotYoursToKeep or NotRunning."""
    must_keep(by, rota)
    if not rota.initiative.is_open:
        raise NotRunning(initiative=rota.initiative.title)
    rota.closed_at = None
    rota.save(update_fields=["closed_at"])
    happened("rotas.rota_opened", rota, by)


@transaction.atomic
def name_coordinator(*, rota: Rota, person: Person, by: Person) -> None:
    """Let one more person keep the rota. Refuses with NotYoursToKeep."""
    must_keep(by, rota)
    rota.coordinators.add(person)
    join(rota, person)
    happened("rotas.coordinator_named", rota, by)


@transaction.atomic
def add_duty(
    *,
    rota: Rota,
    by: Person,
    name: str,
    about: str = "",
    is_staff: bool = False,
    requirements: Iterable[Requirement] = (),
) -> Duty:
    """Say what somebody does there, and what it takes. Refuses with NotYoursToKeep."""
    must_keep(by, rota)
    duty = Duty.objects.create(
        municipality=rota.municipality, rota=rota, name=name, about=about, is_staff=is_staff
    )
    duty.requirements.set(requirements)
    happened("rotas.duty_added", rota, by, duty)
    return duty


@transaction.atomic
def add_requirement(*, rota: Rota, by: Person, kind: str, name: str, how: str = "") -> Requirement:
    """Say what one must know, hold or have shown. Refuses with NotYoursToKeep."""
    must_keep(by, rota)
    requirement = Requirement.objects.create(
        municipality=rota.municipality, rota=rota, kind=kind, name=name, how=how
    )
    happened("rotas.requirement_added", rota, by, requirement)
    return requirement


@transaction.atomic
def see(
    *,
    requirement: Requirement,
    person: Person,
    by: Person,
    on: date | None = None,
    holds_until: date | None = None,
) -> Clearance:
    """Write down that one has seen that somebody meets a requirement; nothing else is kept.

    Seen again, the day and its end are new. Refuses with NotYoursToKeep.
    """
    must_keep(by, requirement.rota)
    join(requirement.rota, person)
    seen, _is_new = Clearance.objects.update_or_create(
        requirement=requirement,
        person=person,
        ended_on=None,
        defaults={
            "municipality_id": requirement.municipality_id,
            "seen_by": by,
            "seen_on": on or timezone.localdate(),
            "holds_until": holds_until,
        },
    )
    happened("rotas.requirement_seen", requirement.rota, by, seen)
    return seen


@transaction.atomic
def end_clearance(*, clearance: Clearance, by: Person) -> None:
    """Let a clearance end: the key is handed back, the training has run out.

    Refuses with NotYoursToKeep.
    """
    rota = clearance.requirement.rota
    must_keep(by, rota)
    clearance.ended_on = timezone.localdate()
    clearance.save(update_fields=["ended_on"])
    happened("rotas.clearance_ended", rota, by, clearance)


def join(rota: Rota, person: Person, *, is_staff: bool = False) -> Helper:
    """Let somebody be with a rota, if they are not yet."""
    helper, is_new = Helper.objects.get_or_create(
        rota=rota,
        person=person,
        defaults={"municipality_id": rota.municipality_id, "is_staff": is_staff},
    )
    if not is_new and helper.left_at:
        helper.left_at = None
        helper.save(update_fields=["left_at"])
    return helper
