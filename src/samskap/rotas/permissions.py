"""Who may do what with rotas."""

from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_change
from samskap.people.models import Level, Person
from samskap.people.permissions import Reader, level_of
from samskap.rotas.models import Rota, Turn

LEAST_LEVEL = Level.REACHABLE  # whoever takes a turn can be told that it is called off


def may_open(by: Reader, initiative: Initiative) -> bool:
    """Those who carry the initiative."""
    return may_change(by, initiative)


def may_keep(by: Reader, rota: Rota, *, coordinates: bool | None = None) -> bool:
    """The coordinators of the rota, and those who carry its initiative.

    coordinates  whether they are among the coordinators, where that has been asked already
    """
    if not isinstance(by, Person) or not by.is_active:
        return False
    if coordinates is None:
        coordinates = rota.coordinators.filter(pk=by.pk).exists()
    return coordinates or may_change(by, rota.initiative)


def may_take(by: Reader) -> bool:
    """Anyone whom we can reach."""
    return level_of(by) >= LEAST_LEVEL


def may_enter_for_others(by: Reader, rota: Rota) -> bool:
    """Whoever keeps the rota puts people on it who telephoned, or came by."""
    return may_keep(by, rota)


def may_see_names(by: Reader, rota: Rota, *, helps: bool | None = None) -> bool:
    """Those who are with the rota see whom they meet there; others see only how many.

    helps  whether they are with it, where that has been asked already
    """
    if not isinstance(by, Person) or not by.is_active:
        return False
    if helps is None:
        helps = rota.helpers.filter(person=by, left_at=None).exists()
    return helps or may_keep(by, rota)


def may_settle(by: Reader, turn: Turn) -> bool:
    """Whoever has the turn, and whoever keeps the rota."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return turn.person_id == by.pk or may_keep(by, turn.shift.rota)
