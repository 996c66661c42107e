"""Roles: given and ended by administrators."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.people.errors import LastAdministrator, NotYoursToGive, RoleHasEnded, RoleIsHeld
from samskap.people.models import Person, Role
from samskap.people.permissions import may_give_roles


@transaction.atomic
def give_role(
    *,
    person: Person,
    role: str,
    municipality: Municipality,
    by: Person | None,
    until: date | None = None,
) -> Role:
    """Give a person a role from today; on the day `until` it no longer holds.

    by  an administrator; None is the house itself, at a first run or in a demonstration

    Refuses with NotYoursToGive or RoleIsHeld.
    """
    if by is not None and not may_give_roles(by, municipality):
        raise NotYoursToGive
    today = timezone.localdate()
    mine = Role.objects.of(municipality).filter(person=person, role=role)
    if mine.held_on(today).exists():
        raise RoleIsHeld(person=person)
    try:
        with transaction.atomic():
            given = Role.objects.create(
                municipality=municipality,
                person=person,
                role=role,
                since=today,
                until=until,
                given_by=by,
            )
    except IntegrityError as twice:
        raise RoleIsHeld(person=person) from twice
    person.forget_roles()
    remember("people.role_given", by=by.pseudonym_key if by else None, about=given)
    return given


@transaction.atomic
def end_role(*, role: Role, by: Person) -> Role:
    """End a role at once.

    Refuses with NotYoursToGive, RoleHasEnded or LastAdministrator.
    """
    if not may_give_roles(by, role.municipality):
        raise NotYoursToGive
    refuse_last_administrator(role)
    today = timezone.localdate()
    locked = Role.objects.select_for_update(of=("self",)).select_related("municipality")
    role = locked.get(pk=role.pk)
    if role.until is not None and role.until <= today:
        raise RoleHasEnded
    role.until = today
    role.save(update_fields=["until"])
    by.forget_roles()
    remember("people.role_ended", by=by.pseudonym_key, about=role)
    return role


def refuse_last_administrator(role: Role) -> None:
    """Refuse with LastAdministrator where nobody else could set this municipality right."""
    today = timezone.localdate()
    if role.role != Role.Name.ADMINISTRATOR or (role.until is not None and role.until <= today):
        return
    administrators = Role.objects.of(role.municipality).filter(role=Role.Name.ADMINISTRATOR)
    # All of them are locked, and always in the same order, so that two administrators can neither
    # end each other at the same moment nor wait for each other for ever.
    held = list(administrators.held_on(today).order_by("pk").select_for_update())
    if all(other.person_id == role.person_id for other in held):
        raise LastAdministrator(municipality=role.municipality)
