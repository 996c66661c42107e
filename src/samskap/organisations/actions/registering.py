"""Registering organisations, and keeping right what they say of themselves."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from samskap.base.lines import one_line
from samskap.base.memory import remember
from samskap.base.modules import announced
from samskap.municipalities.models import Municipality
from samskap.organisations.actions.mandates import refuse_days
from samskap.organisations.errors import (
    KindCrossesSides,
    KindsDoNotFit,
    NameIsTaken,
    NotYoursToLookAfter,
    NotYoursToRegister,
    NumberIsTaken,
    NumberIsWrong,
    ParentIsElsewhere,
    ParentMakesACircle,
)
from samskap.organisations.models import Membership, Organisation
from samskap.organisations.numbers import number_of
from samskap.organisations.permissions import may_look_after, may_register
from samskap.organisations.queries import organisations_called, parents_of
from samskap.organisations.slugs import free_slug
from samskap.people.models import Person
from samskap.people.permissions import require_level_for


@transaction.atomic
def register(
    *,
    municipality: Municipality,
    by: Person,
    name: str,
    kind: str,
    also_kinds: Sequence[str] = (),
    number: str = "",
    parent: Organisation | None = None,
    about: str = "",
    language: str = "",
    website: str = "",
    speaks_until: date | None = None,
    looks_after: bool = True,
) -> Organisation:
    """Register an organisation; whoever does it looks after it from now on.

    What stands on the public side is looked after by the municipality’s administrators.
    speaks_until  the last day through which whoever registers it may speak for it, if they may
    looks_after   False where somebody only brings it in from a list, and does not belong to it

    Refuses with SignInNeeded, StrongerSignInNeeded, NotYoursToRegister, KindsDoNotFit, NameIsTaken,
    NumberIsWrong, NumberIsTaken, ParentIsElsewhere, MandateIsOver or MandateIsTooLong.
    """
    require_level_for("organisations.register", by, municipality)
    _one_at_a_time(municipality)
    if not may_register(by, municipality, kind):
        raise NotYoursToRegister
    organisation = Organisation(
        municipality=municipality,
        slug=free_slug(municipality, name),
        registered_by=by,
    )
    _say(organisation, name, kind, also_kinds, number, parent, about, language, website)
    today = timezone.localdate()
    if speaks_until:
        refuse_days(today, speaks_until)
    organisation.save()
    if looks_after and (speaks_until or not organisation.is_public):
        Membership.objects.create(
            municipality=municipality,
            organisation=organisation,
            person=by,
            is_administrator=not organisation.is_public,
            may_speak=speaks_until is not None,
            mandate_from=today if speaks_until else None,
            mandate_until=speaks_until,
            given_by=by if speaks_until else None,
        )
    remember("organisations.registered", by=by.pseudonym_key, about=organisation)
    return organisation


@transaction.atomic
def change(
    *,
    organisation: Organisation,
    by: Person,
    name: str,
    kind: str,
    also_kinds: Sequence[str] = (),
    number: str = "",
    parent: Organisation | None = None,
    about: str = "",
    language: str = "",
    website: str = "",
) -> Organisation:
    """Change what is said of an organisation. Its address stays, so that links do not break.

    Refuses with NotYoursToLookAfter, KindCrossesSides, NotYoursToRegister, KindsDoNotFit,
    NameIsTaken, NumberIsWrong, NumberIsTaken, ParentIsElsewhere or ParentMakesACircle.
    """
    _one_at_a_time(organisation.municipality)
    organisation = Organisation.objects.select_related("municipality").get(pk=organisation.pk)
    if not may_look_after(by, organisation):
        raise NotYoursToLookAfter(organisation=organisation)
    if organisation.is_public != (kind in Organisation.PUBLIC_KINDS):
        raise KindCrossesSides(organisation=organisation)
    if kind != organisation.kind and not may_register(by, organisation.municipality, kind):
        raise NotYoursToRegister
    _say(organisation, name, kind, also_kinds, number, parent, about, language, website)
    organisation.save()
    for make_anew in announced("renamed"):
        make_anew(organisation)
    remember("organisations.changed", by=by.pseudonym_key, about=organisation)
    return organisation


def _one_at_a_time(municipality: Municipality) -> None:
    """Let the next one wait until this one is done.

    Two at the same moment could else take one name twice, or close a circle of parents together.
    """
    Municipality.objects.select_for_update().get(pk=municipality.pk)


def _say(
    organisation: Organisation,
    name: str,
    kind: str,
    also_kinds: Sequence[str],
    number: str,
    parent: Organisation | None,
    about: str,
    language: str,
    website: str,
) -> None:
    """Set what an organisation says of itself, and refuse what cannot be."""
    name = one_line(name)
    _refuse_kinds(kind, also_kinds)
    _refuse_name(organisation, name)
    organisation.name = name
    organisation.number = _free_number(organisation, number)
    _refuse_parent(organisation, parent)
    organisation.kind = kind
    organisation.also_kinds = [each for each in Organisation.OTHER_KINDS if each in also_kinds]
    organisation.parent = parent
    organisation.about = about.strip()
    organisation.language = language
    organisation.website = website
    organisation.clean_fields(exclude=["municipality", "parent", "registered_by"])


def _refuse_kinds(kind: str, also_kinds: Sequence[str]) -> None:
    """Refuse kinds that do not go together."""
    if kind not in Organisation.Kind.values or kind in also_kinds:
        raise KindsDoNotFit
    if not set(also_kinds) <= set(Organisation.OTHER_KINDS):
        raise KindsDoNotFit
    if also_kinds and kind in Organisation.ELECTED_KINDS:
        raise KindsDoNotFit


def _refuse_name(organisation: Organisation, name: str) -> None:
    """Refuse a name that another organisation here goes by."""
    found = organisations_called.all(municipality=organisation.municipality_id, name=name)
    if any(each.pk != organisation.pk for each in found):
        raise NameIsTaken(name=name)


def _free_number(organisation: Organisation, written: str) -> str:
    """Read a number that no other organisation here has; an empty one stays empty."""
    if not written.strip():
        return ""
    number = number_of(written, organisation.municipality)
    if number is None:
        raise NumberIsWrong(number=written.strip())
    others = Organisation.objects.of(organisation.municipality).exclude(pk=organisation.pk)
    taken = others.filter(number=number).first()
    if taken:
        raise NumberIsTaken(number=number, organisation=taken)
    return number


def _refuse_parent(organisation: Organisation, parent: Organisation | None) -> None:
    """Refuse a parent from elsewhere, and one that would close a circle."""
    if parent is None:
        return
    if parent.municipality_id != organisation.municipality_id:
        raise ParentIsElsewhere
    # Read anew: while this one waited, somebody else may have said what the parent is part of.
    parent = Organisation.objects.get(pk=parent.pk)
    above = {parent.pk, *(each.pk for each in parents_of(parent))}
    if organisation.pk in above:
        raise ParentMakesACircle(parent=parent, organisation=organisation)
