"""Reading organisations."""

from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Lower
from django.utils import timezone

from samskap.base.prepared import Prepared
from samskap.municipalities.models import Municipality
from samskap.organisations.models import JoinRequest, Membership, Organisation
from samskap.organisations.numbers import number_of
from samskap.people.models import Person, Role
from samskap.people.permissions import has_role
from samskap.people.queries import people_with_role

BY_NAME = ("name", "pk")

# ── Mandates ─────────────────────────────────────────────────────────────────


mandates_held = Prepared(
    lambda municipality, person, day: (
        Membership.objects.of(municipality)
        .filter(person=person)
        .speaking_on(day)
        .values_list("organisation", flat=True)
    ),
    municipality=int,
    person=int,
    day=date,
)


def mandates_of(
    person: Person, municipality: Municipality, on: date | None = None
) -> list[Organisation]:
    """The organisations a person may speak for on a day (today), by name."""
    spoken_for = mandates_held.all(
        municipality=municipality.pk, person=person.pk, day=on or timezone.localdate()
    )
    if not spoken_for:  # most people speak for themselves alone, and the rest costs most
        return []
    found = Organisation.objects.of(municipality).filter(pk__in=spoken_for)
    return list(found.select_related("parent").order_by(*BY_NAME))


def speakers_of(organisation: Organisation, on: date | None = None) -> QuerySet[Membership]:
    """Who may speak for an organisation on a day (today), with who gave the mandate."""
    speaking = organisation.memberships.speaking_on(on or timezone.localdate())
    return speaking.select_related("person", "given_by").order_by("pk")


def mandates_that_run_out(within: timedelta) -> QuerySet[Membership]:
    """Mandates of every municipality that end soon, and whose holder has not been told."""
    today = timezone.localdate()
    ending = Membership.objects.speaking_on(today).filter(mandate_until__lte=today + within)
    untold = Q(reminded_of=None) | ~Q(reminded_of=F("mandate_until"))
    return ending.filter(untold).select_related("organisation", "municipality", "person")


# ── Organisations ────────────────────────────────────────────────────────────


def organisations_of(
    municipality: Municipality, *, kind: str = "", words: str = ""
) -> QuerySet[Organisation]:
    """All organisations of a municipality, by name.

    kind   only those that are of this kind; a hybrid is found under each of its kinds
    words  only those whose name holds these words
    """
    found = Organisation.objects.of(municipality).select_related("parent").order_by(*BY_NAME)
    if kind:
        # The list of kinds is read as text: SQLite cannot look into a list, PostgreSQL can do both.
        as_text = Cast("also_kinds", TextField())
        found = found.alias(also=as_text).filter(Q(kind=kind) | Q(also__contains=f'"{kind}"'))
    return found.filter(name__icontains=words) if words else found


def public_bodies(municipality: Municipality) -> QuerySet[Organisation]:
    """Public units, the council and its committees, by name."""
    return organisations_of(municipality).filter(kind__in=Organisation.PUBLIC_KINDS)


def elected_bodies(municipality: Municipality) -> QuerySet[Organisation]:
    """The council and its committees, by name."""
    return organisations_of(municipality).filter(kind__in=Organisation.ELECTED_KINDS)


def parts_of(organisation: Organisation) -> QuerySet[Organisation]:
    """The organisations that declare to be part of this one, by name."""
    return organisation.parts.order_by(*BY_NAME)


def parents_of(organisation: Organisation) -> list[Organisation]:
    """The declared parents, the nearest first. A circle is walked once."""
    parents: list[Organisation] = []
    seen = {organisation.pk}
    parent = organisation.parent
    while parent is not None and parent.pk not in seen:
        parents.append(parent)
        seen.add(parent.pk)
        parent = parent.parent
    return parents


def root_of(organisation: Organisation) -> Organisation:
    """The topmost declared parent of an organisation; itself where it declares none.

    No action makes a circle. Where a database holds one, all of it has the same root: the one that
    was registered first, so that nobody becomes independent by going round.
    """
    line = [organisation, *parents_of(organisation)]
    above = line[-1].parent
    if above is None:
        return line[-1]
    circle = line[[each.pk for each in line].index(above.pk) :]
    return min(circle, key=lambda each: each.pk)


# Written as the index of names has it: a register of thousands is not gone through for each name.
organisations_called = Prepared(
    lambda municipality, name: (
        Organisation.objects.of(municipality)
        .alias(plain=Lower("name"))
        .filter(plain=Lower(Value(name)))
    ),
    municipality=int,
    name=str,
)


def organisations_named(municipality: Municipality, written: str) -> list[Organisation]:
    """The organisations that someone means by a name, a number or the end of an address."""
    written = written.strip()
    number = number_of(written, municipality)
    meant = Q(name__iexact=written) | Q(slug=written)
    if number:
        meant |= Q(number=number)
    return list(Organisation.objects.of(municipality).filter(meant).order_by(*BY_NAME)[:3])


def names_like(municipality: Municipality, written: str) -> list[str]:
    """A few names that hold what someone wrote, to choose from."""
    found = organisations_of(municipality, words=written.strip())
    return list(found.values_list("name", flat=True)[:5])


# ── Belonging ────────────────────────────────────────────────────────────────


def membership_of(person: Person, organisation: Organisation) -> Membership | None:
    """How a person belongs to an organisation now, if they do."""
    found: Membership | None = organisation.memberships.running().filter(person=person).first()
    return found


def request_of(person: Person, organisation: Organisation) -> JoinRequest | None:
    """The request of a person to join an organisation, if there is one."""
    return organisation.join_requests.filter(person=person).first()


def members_of(organisation: Organisation) -> QuerySet[Membership]:
    """Everybody who belongs to an organisation, those who look after it first."""
    running: QuerySet[Membership] = organisation.memberships.running()
    return running.select_related("person", "given_by").order_by("-is_administrator", "pk")


def requests_to(organisation: Organisation) -> QuerySet[JoinRequest]:
    """Who asks to join an organisation, the oldest first."""
    return organisation.join_requests.filter(person__is_active=True).select_related("person")


def memberships_of(person: Person, municipality: Municipality) -> QuerySet[Membership]:
    """Where a person belongs in a municipality, by the name of the organisation."""
    running: QuerySet[Membership] = Membership.objects.of(municipality).running()
    mine = running.filter(person=person).select_related("organisation__parent", "given_by")
    return mine.order_by("organisation__name", "pk")


def requests_by(person: Person, municipality: Municipality) -> QuerySet[JoinRequest]:
    """What a person has asked to join and has no answer to, the oldest first."""
    asked = JoinRequest.objects.of(municipality).filter(person=person)
    return asked.select_related("organisation")


def who_looks_after(organisation: Organisation) -> list[Person]:
    """Who is told when something waits: its administrators, else those of the municipality."""
    running = organisation.memberships.running().filter(is_administrator=True)
    own = list(Person.objects.filter(pk__in=running.values("person")).order_by("pk"))
    return own or list(people_with_role(organisation.municipality, Role.Name.ADMINISTRATOR))


def requests_waiting_for(person: Person, municipality: Municipality) -> QuerySet[JoinRequest]:
    """Requests to join that a person may answer, the oldest first."""
    administrators = Membership.objects.running().filter(
        organisation=OuterRef("organisation"), is_administrator=True
    )
    mine = Q(Exists(administrators.filter(person=person)))
    if has_role(person, municipality, Role.Name.ADMINISTRATOR):
        mine |= Q(organisation__kind__in=Organisation.PUBLIC_KINDS) | ~Q(Exists(administrators))
    waiting = JoinRequest.objects.of(municipality).filter(mine, person__is_active=True)
    return waiting.select_related("organisation", "person").order_by("asked_at", "pk")
