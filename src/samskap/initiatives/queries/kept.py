"""What is worked out once for every reader of an initiative, and kept until something happens."""

import hashlib
import time
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import caches
from django.utils import timezone
from django.utils.translation import get_language

from samskap.base.etag import release
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.initiatives import municipality_version
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.permissions import Reader
from samskap.people.queries import roles_of

What = TypeVar("What")

SECONDS = 600  # so that memory is not filled with what nobody asks for any more
NOT_THERE = object()


def kept(initiative: Initiative, part: str, make: Callable[[], What]) -> What:
    """Return what `make` gives, from memory while the initiative’s account stands still.

    part  its name, e.g. “ideas.panel”. Never for anything that depends on who reads it

    The memory is of this process; language and day are part of the key, as words and “days left”
    are. Whatever changes an initiative calls `ledger.actions.touch`, and so makes it new.
    """
    return _from_memory(("initiative", initiative.pk, initiative.account.version, part), make)


def may_begin(
    by: Reader, initiative: Initiative, part: str, may: Callable[[Person, Initiative], bool]
) -> bool:
    """Whether somebody may begin something in an initiative that is open, from memory.

    part  its name, e.g. “drafting.starts”

    It is kept for each person and their roles, so that a page can show the way without a question.
    What stands behind the way asks for leave itself.
    """
    if not initiative.is_open or not isinstance(by, Person):
        return False
    roles = "+".join(sorted(roles_of(by, initiative.municipality)))
    return kept(initiative, f"{part}:{by.pk}:{roles}", lambda: may(by, initiative))


def kept_here(
    municipality: Municipality,
    part: str,
    make: Callable[[], What],
    version: int | None = None,
) -> What:
    """Return what `make` gives, from memory while nothing happens in the municipality.

    version  its version, where it has been asked for already

    It is made anew each minute all the same, as not everything that can be seen is remembered.
    """
    minute = int(time.time()) // 60
    version = municipality_version(municipality) if version is None else version
    moment = ("municipality", municipality.pk, version, minute, part)
    return _from_memory(moment, make)


def _from_memory(what: tuple[object, ...], make: Callable[[], What]) -> What:
    """Look it up under its name, the language, the day and the release; else make it."""
    named = repr((*what, timezone.localdate(), get_language(), release())).encode()
    key = hashlib.blake2b(named, digest_size=16).hexdigest()
    found = caches["here"].get(key, NOT_THERE)
    if found is NOT_THERE:
        found = make()
        caches["here"].set(key, found, SECONDS)
    return found  # type: ignore[no-any-return]


AnyPanel = TypeVar("AnyPanel", bound=Callable[..., object])
FOR_EVERYONE: set[Callable[..., object]] = set()


def for_everyone(panel: AnyPanel) -> AnyPanel:
    """Mark a panel that shows every reader the same: the page then keeps it ready made.

    Such a panel looks neither at who reads nor at the request, and holds no form of its own.
    """
    FOR_EVERYONE.add(panel)
    return panel
