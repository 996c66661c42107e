"""Who may do what in the work of a committee, up to delivery."""

from samskap.committees.models import Committee, FastTrack, Member, Motion, Workload
from samskap.committees.models.fast_track import Acceptance
from samskap.committees.permissions import may_keep, may_work
from samskap.organisations.models import Organisation
from samskap.organisations.queries import mandates_of
from samskap.people.models import Person, Role
from samskap.people.permissions import Reader, has_role

Office = Acceptance.Office


def sitting_as(by: Reader, committee: Committee) -> Member | None:
    """The seat that somebody holds in a committee now, or None."""
    if not isinstance(by, Person) or not by.is_active:
        return None
    seats = committee.members.sitting().select_related("person", "giver__municipality")
    found: Member | None = seats.filter(person=by).first()
    return found


def may_run(by: Reader, committee: Committee) -> bool:
    """Whoever leads the meetings, and those who keep the committee."""
    member = sitting_as(by, committee)
    return (member is not None and member.is_chair) or may_keep(by, committee)


def may_vote_for(by: Reader, motion: Motion, member: Member) -> bool:
    """Each member for themselves; those who keep the committee write down what was said aloud."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    if member.committee_id != motion.committee_id or member.until or member.is_substitute:
        return False
    return member.person_id == by.pk or may_keep(by, motion.committee)


def may_see_attendance(by: Reader, committee: Committee) -> bool:
    """Members and those who keep the committee: it is about few people, and for them to mend."""
    return may_work(by, committee)


def may_see_hours(by: Reader, workload: Workload) -> bool:
    """Whoever works them, and the leader (domain.md 2.4, 4.5)."""
    return isinstance(by, Person) and (
        workload.person_id == by.pk or may_see_all_hours(by, workload.committee)
    )


def may_see_all_hours(by: Reader, committee: Committee) -> bool:
    """Leaders of the municipality, who answer for how much work somebody has."""
    return isinstance(by, Person) and has_role(by, committee.municipality, Role.Name.LEADER)


def may_write_hours(by: Reader, committee: Committee) -> bool:
    """Those who facilitate the committee, each their own."""
    return may_keep(by, committee)


def body_to_speak_for(by: Reader, fast_track: FastTrack) -> Organisation | None:
    """The standing committee that an elected representative speaks for today, as its chair does.

    Where the committee belongs under no standing committee, it is the body that appointed it.
    """
    if not isinstance(by, Person) or not by.is_active:
        return None
    municipality = fast_track.municipality
    if not has_role(by, municipality, Role.Name.POLITICIAN):
        return None
    committee = fast_track.committee
    parents = {body.pk for body in committee.parents.all()} or {committee.body_id}
    mandates = mandates_of(by, municipality)
    return next((body for body in mandates if body.pk in parents), None)


def office_of(by: Reader, fast_track: FastTrack) -> str:
    """For which office somebody can accept a fast track; empty for none."""
    if body_to_speak_for(by, fast_track) is not None:
        return Office.CHAIR
    if isinstance(by, Person) and has_role(by, fast_track.municipality, Role.Name.LEADER):
        return Office.EXECUTIVE
    return ""
