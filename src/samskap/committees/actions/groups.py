"""Working groups, meetings with others, and what members write together."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.committees.actions.recommendations import at_work
from samskap.committees.errors.groups import (
    AuthorsAreMissing,
    GroupIsOver,
    GroupNameIsTaken,
    GroupNeedsANameAndATask,
    InTheGroupAlready,
    NotAMeetingWithOthers,
    NotAMemberHere,
    NotMaterial,
    WhoCameIsMissing,
)
from samskap.committees.hands import member_hand, side_of_member
from samskap.committees.models import (
    Authorship,
    Committee,
    Dialogue,
    Group,
    GroupPlace,
    Material,
    Member,
)
from samskap.ideas.actions import give_idea
from samskap.ideas.models import Idea
from samskap.ledger import actions as ledger
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import Channel, Giver, Side
from samskap.meetings.models import Event
from samskap.people.models import Person

MATERIAL = (Idea.Kind.EVIDENCE, Idea.Kind.DRAFT)


@transaction.atomic
def make_group(
    *,
    committee: Committee,
    by: Person,
    name: str,
    task: str,
    members: Sequence[Member] = (),
    public_id: UUID | None = None,
) -> Group:
    """Make a working group with a task of its own. A second press makes no other.

    Refuses with NotYoursToWork, NotAtWork, GroupNeedsANameAndATask, GroupNameIsTaken or
    NotAMemberHere.
    """
    committee = at_work(committee, by)
    if not name.strip() or not task.strip():
        raise GroupNeedsANameAndATask
    key = public_id or uuid4()
    known: Group | None = Group.objects.filter(committee=committee, public_id=key).first()
    if known is not None:
        return known
    try:
        with transaction.atomic():
            group = Group.objects.create(
                municipality=committee.municipality,
                committee=committee,
                public_id=key,
                name=name.strip(),
                task=task.strip(),
                made_by=by,
            )
    except IntegrityError as twice:
        raise GroupNameIsTaken(name=name.strip()) from twice
    for member in members:
        _put(group, member.giver, member=_of_here(member, committee))
    _happened("committees.group_made", group, by)
    return group


@transaction.atomic
def let_along(*, group: Group, member: Member, by: Person) -> GroupPlace:
    """Let a member work along in a group.

    Refuses with NotYoursToWork, NotAtWork, GroupIsOver, NotAMemberHere or InTheGroupAlready.
    """
    group = _running(group, by)
    place = _put(group, member.giver, member=_of_here(member, group.committee))
    _happened("committees.group_joined", group, by)
    return place


@transaction.atomic
def invite_along(
    *, group: Group, by: Person, name: str, comes_from: str, reach: str = ""
) -> GroupPlace:
    """Write down somebody from outside who works along, by the name they want to be called.

    Refuses with NotYoursToWork, NotAtWork, GroupIsOver, GroupNeedsANameAndATask or
    InTheGroupAlready.
    """
    group = _running(group, by)
    if not name.strip():
        raise GroupNeedsANameAndATask
    hand = paper_hand(
        by=by,
        municipality=group.municipality,
        name=name.strip(),
        reach=reach.strip(),
        channel=Channel.MEETING,
    )
    place = _put(group, hand.giver, comes_from=comes_from.strip())
    _happened("committees.group_joined", group, by)
    return place


@transaction.atomic
def end_group(*, group: Group, by: Person, result: str) -> Group:
    """End a working group, and say what came out of it.

    Refuses with NotYoursToWork, NotAtWork, GroupIsOver or GroupNeedsANameAndATask.
    """
    group = _running(group, by)
    if not result.strip():
        raise GroupNeedsANameAndATask
    group.ended_at, group.result = timezone.now(), result.strip()
    group.save(update_fields=["ended_at", "result"])
    _happened("committees.group_ended", group, by)
    return group


@transaction.atomic
def write_down_dialogue(
    *,
    committee: Committee,
    event: Event,
    by: Person,
    whom: str,
    invited: int,
    came: int | None = None,
    group: Group | None = None,
) -> Dialogue:
    """Say whom the committee invited to one of its meetings, and how many of them came.

    Said anew, it stands in the place of what was said before.

    Refuses with NotYoursToWork, NotAtWork, NotAMeetingWithOthers or WhoCameIsMissing.
    """
    committee = at_work(committee, by)
    if event.initiative_id != committee.initiative_id or event.is_cancelled:
        raise NotAMeetingWithOthers(committee=committee.title)
    if not whom.strip() or (came is not None and event.starts_at > timezone.now()):
        raise WhoCameIsMissing
    made, _is_new = Dialogue.objects.update_or_create(
        event=event,
        defaults={
            "municipality": committee.municipality,
            "committee": committee,
            "group": group,
            "whom": whom.strip(),
            "invited": invited,
            "came": came,
            "by": by,
            "at": timezone.now(),
        },
    )
    remember(
        "committees.others_invited", by=by.pseudonym_key, about=made, within=committee.initiative
    )
    ledger.touch(committee.initiative.account)
    return made


@transaction.atomic
def write_material(
    *,
    committee: Committee,
    by: Person,
    kind: str,
    title: str,
    text: str,
    authors: Sequence[Member],
    language: str = "",
    group: Group | None = None,
    at: datetime | None = None,
) -> Material:
    """Give the initiative knowledge or a draft that members wrote together.

    It is one contribution of each side that held the pen, however many of that side did: a draft
    by a politician and three residents counts for both sides, once each. The first resident stands
    behind it, else the first author; what becomes of it reaches both rows (decision 96).

    Refuses with NotYoursToWork, NotAtWork, NotMaterial, AuthorsAreMissing, NotAMemberHere, or as
    `give_idea` does.
    """
    committee = at_work(committee, by)
    if kind not in MATERIAL:
        raise NotMaterial
    chosen = [_of_here(member, committee) for member in authors]
    if not chosen:
        raise AuthorsAreMissing
    first_of: dict[str, Member] = {}
    for member in chosen:
        first_of.setdefault(side_of_member(member), member)
    lead = first_of.get(Side.NON_PUBLIC) or chosen[0]
    language = language or committee.language
    idea = give_idea(
        initiative=committee.initiative,
        hand=member_hand(lead, by=by),
        kind=kind,
        title=title.strip(),
        text=text.strip(),
        language=language,
        at=at,
    )
    material = Material.objects.create(
        municipality=committee.municipality, committee=committee, idea=idea, group=group
    )
    rows = {lead.pk: idea.contribution}
    for member in first_of.values():
        if member.pk != lead.pk:
            rows[member.pk] = ledger.give(
                account=committee.initiative.account,
                hand=member_hand(member, by=by),
                phase=idea.phase,
                kind=kind,
                caption=idea.title,
                path=idea.get_absolute_url(),
                at=idea.given_at,
            )
    Authorship.objects.bulk_create(
        Authorship(
            municipality=committee.municipality,
            material=material,
            member=member,
            contribution=rows.get(member.pk),
        )
        for member in chosen
    )
    remember(
        "committees.material_written",
        by=by.pseudonym_key,
        about=material,
        within=committee.initiative,
    )
    return material


def _of_here(member: Member, committee: Committee) -> Member:
    """A member who sits in this committee now. Refuses with NotAMemberHere."""
    if member.committee_id != committee.pk or member.until is not None:
        raise NotAMemberHere(committee=committee.title)
    return member


def _running(group: Group, by: Person) -> Group:
    """Hold the committee, and refuse a group that has ended."""
    committee = at_work(group.committee, by)
    fresh: Group = Group.objects.select_related("municipality").get(pk=group.pk)
    fresh.committee = committee
    if fresh.ended_at is not None:
        raise GroupIsOver(name=fresh.name)
    return fresh


def _put(
    group: Group, giver: Giver, *, member: Member | None = None, comes_from: str = ""
) -> GroupPlace:
    """Put somebody into a group; the database lets nobody be in it twice."""
    try:
        with transaction.atomic():
            place: GroupPlace = GroupPlace.objects.create(
                municipality=group.municipality,
                group=group,
                giver=giver,
                member=member,
                comes_from=comes_from,
            )
    except IntegrityError as twice:
        raise InTheGroupAlready(name=group.name) from twice
    return place


def _happened(what: str, group: Group, by: Person) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(what, by=by.pseudonym_key, about=group, within=group.committee.initiative)
    ledger.touch(group.committee.initiative.account)
