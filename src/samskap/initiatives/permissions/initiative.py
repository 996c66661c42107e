"""Who may raise, change and lead an initiative."""

from django.db.models import Q
from django.utils import timezone

from samskap.initiatives.models import Initiative, Invitation, Partner
from samskap.initiatives.models.partnership import carried_by, carried_in
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Membership
from samskap.organisations.permissions import may_speak_for
from samskap.people.models import Level, Person, Role
from samskap.people.permissions import Reader, has_role, level_of

KEEPERS = (Role.Name.FACILITATOR, Role.Name.ADMINISTRATOR)


def may_raise(by: Reader) -> bool:
    """Anyone we can answer may raise an initiative, whatever their age."""
    return level_of(by) >= Level.REACHABLE


def is_partner(by: Reader, initiative: Initiative) -> bool:
    """Whether somebody takes part as a partner, for themselves or for an organisation."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    today = timezone.localdate()
    return bool(carried_in.all(person=by.pk, initiative=initiative.pk, day=today))


def may_facilitate(by: Reader, initiative: Initiative) -> bool:
    """Facilitators of the initiative, and facilitators and administrators of the municipality."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return has_role(by, initiative.municipality, *KEEPERS) or any(
        one.pk == by.pk for one in initiative.facilitators.all()
    )


def raised_it(by: Reader, initiative: Initiative) -> bool:
    """Whether it is somebody’s own: who raised it for themselves.

    What was raised for an organisation is the organisation’s: of those who speak for it today.
    """
    if not isinstance(by, Person) or not by.is_active:
        return False
    if initiative.raised_for is not None:
        return may_speak_for(by, initiative.raised_for)
    return initiative.raised_by_id == by.pk


def may_change(by: Reader, initiative: Initiative) -> bool:
    """Whoever raised it, its partners, and those who facilitate it."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return raised_it(by, initiative) or may_facilitate(by, initiative) or is_partner(by, initiative)


def may_be_changed_by(by: Person, municipality: Municipality) -> Q:
    """The same, as a question to all initiatives of a municipality at once."""
    if has_role(by, municipality, *KEEPERS):
        return Q()
    joined = Partner.objects.filter(carried_by(by), status=Partner.Status.JOINED)
    speaks_for = Membership.objects.speaking_on(timezone.localdate()).filter(person=by)
    return (
        Q(raised_by=by, raised_for=None)
        | Q(raised_for__in=speaks_for.values("organisation"))
        | Q(pk__in=joined.values("initiative"))
        | Q(pk__in=by.facilitates.values("pk"))
    )


def may_take_steps(by: Reader, initiative: Initiative) -> bool:
    """The same people as may change it: the process belongs to those who carry it."""
    return may_change(by, initiative)


def may_keep_topics(by: Reader, municipality: Municipality) -> bool:
    """Facilitators and administrators keep the list of topics."""
    return isinstance(by, Person) and has_role(by, municipality, *KEEPERS)


def may_answer_invitation(by: Reader, invitation: Invitation) -> bool:
    """Who answers for the municipality: its leaders and facilitators, or the invited unit’s own."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    if has_role(by, invitation.municipality, *KEEPERS, Role.Name.LEADER):
        return True
    return invitation.organisation is not None and may_speak_for(by, invitation.organisation)


def may_take_the_lead(by: Reader, municipality: Municipality) -> bool:
    """Facilitators and administrators of the municipality may lead a joint process."""
    return isinstance(by, Person) and has_role(by, municipality, *KEEPERS)


def may_enter_for_others(by: Reader, municipality: Municipality) -> bool:
    """Whoever works for the municipality may write down what people told them."""
    staff = (*KEEPERS, Role.Name.EMPLOYEE, Role.Name.CASE_OFFICER, Role.Name.LEADER)
    return has_role(by, municipality, *staff)
