"""Who may do what with committees.

In the room everybody is equal: whatever a member may, every member may, whether elected or not
(R-060). Formal power stays with the elected body, which appoints and answers.
"""

from samskap.committees.models import Call, Committee, Member, Registration
from samskap.committees.models.team import Role as Sits
from samskap.committees.models.team import Way
from samskap.initiatives.models.formal import ANSWERING
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Membership
from samskap.people.models import Level, Person, Role
from samskap.people.permissions import Reader, has_role, level_of

KEEPERS = (Role.Name.FACILITATOR, Role.Name.ADMINISTRATOR)
PROPOSING = (*KEEPERS, Role.Name.POLITICIAN, Role.Name.LEADER)
LEAST_LEVEL = Level.REACHABLE  # whoever registers hears what came of it


def may_propose(by: Reader, municipality: Municipality) -> bool:
    """Elected representatives, leaders, facilitators and administrators."""
    return isinstance(by, Person) and by.is_active and has_role(by, municipality, *PROPOSING)


def may_keep(by: Reader, committee: Committee) -> bool:
    """Its facilitator and secretary, and the municipality’s facilitators and administrators."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return by.pk in (committee.facilitator_id, committee.secretary_id) or has_role(
        by, committee.municipality, *KEEPERS
    )


def speaks_in_the_body(by: Reader, committee: Committee) -> bool:
    """Elected representatives, case officers and leaders who belong to the elected body."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    if not has_role(by, committee.municipality, *ANSWERING):
        return False
    belongs = Membership.objects.of(committee.municipality).filter(person=by, ended_at=None)
    return belongs.filter(organisation_id=committee.body_id).exists()


def may_take_steps(by: Reader, committee: Committee) -> bool:
    """Those who keep the committee, and the elected body that appoints it."""
    return may_keep(by, committee) or speaks_in_the_body(by, committee)


def may_adopt(by: Reader, committee: Committee) -> bool:
    """The elected body; whoever keeps the committee writes down what the body has done."""
    return may_take_steps(by, committee)


def is_member(by: Reader, committee: Committee) -> bool:
    """Whether somebody sits in the committee, as whatever it is."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return committee.members.sitting().filter(person=by).exists()


def may_work(by: Reader, committee: Committee) -> bool:
    """All members alike, and those who keep the committee: the same tools for everybody (R-060)."""
    return is_member(by, committee) or may_keep(by, committee)


def may_register(by: Reader, call: Call) -> bool:
    """Anybody whom we can reach, of any age, as long as the call is open."""
    return call.is_open and level_of(by) >= LEAST_LEVEL


def may_enter_for_others(by: Reader, committee: Committee) -> bool:
    """Those who keep it, and whoever works for the municipality, write down what came on paper."""
    staff = (*KEEPERS, Role.Name.EMPLOYEE, Role.Name.CASE_OFFICER, Role.Name.LEADER)
    return may_keep(by, committee) or (
        isinstance(by, Person) and has_role(by, committee.municipality, *staff)
    )


def sits_for_the_electors(by: Reader, committee: Committee) -> bool:
    """Whether somebody is one of the committee’s elected members."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    elected = committee.members.sitting().filter(role=Sits.POLITICIAN)
    return elected.filter(person=by).exists()


def may_choose(by: Reader, call: Call) -> bool:
    """Whoever the call says: the body, or the elected members; where the lot chooses, nobody."""
    if call.way == Way.COUNCIL:
        return speaks_in_the_body(by, call.committee)
    return call.way == Way.POLITICIANS and sits_for_the_electors(by, call.committee)


def may_see_registrations(by: Reader, committee: Committee) -> bool:
    """Those who keep the committee, and those who choose in it."""
    if may_keep(by, committee):
        return True
    return any(may_choose(by, call) for call in committee.calls.all())


def may_withdraw(by: Reader, registration: Registration) -> bool:
    """Whoever registered; those who keep the committee for whoever did on paper."""
    if not isinstance(by, Person) or registration.withdrawn_at is not None:
        return False
    if registration.giver.person_id is None:
        return may_keep(by, registration.committee)
    return registration.giver.person_id == by.pk


def may_say_for(by: Reader, member: Member) -> bool:
    """Each member for themselves; for whoever has no account, those who keep the committee."""
    if not isinstance(by, Person) or not by.is_active or member.is_substitute:
        return False
    if member.person_id is None:
        return member.giver.person_id is None and may_keep(by, member.committee)
    return member.person_id == by.pk


def may_count_meetings(by: Reader, municipality: Municipality) -> bool:
    """Facilitators, administrators and case officers, and whoever is secretary of a committee."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    if has_role(by, municipality, *KEEPERS, Role.Name.CASE_OFFICER):
        return True
    return Committee.objects.of(municipality).filter(secretary=by).exists()


def may_lead(by: Reader, municipality: Municipality) -> bool:
    """Elected representatives and leaders."""
    leading = (Role.Name.POLITICIAN, Role.Name.LEADER)
    return isinstance(by, Person) and by.is_active and has_role(by, municipality, *leading)
