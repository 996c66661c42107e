"""Working groups, meetings with others, and what members write together."""

from decimal import Decimal

import pytest
from django.utils import timezone

from samskap.committees.actions.groups import (
    end_group,
    invite_along,
    let_along,
    make_group,
    write_down_dialogue,
    write_material,
)
from samskap.committees.actions.motions import close_motion, give_vote
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
from samskap.committees.errors.work import NotYoursToWork
from samskap.committees.models.team import Role
from samskap.committees.queries.trying import groups_of
from samskap.ledger.actions import settle
from samskap.ledger.models import Adoption, PhaseSum, Standing
from samskap.testing.factories.committee_work import (
    asked,
    at_work,
    members_of,
    recommendation,
    stranger,
)
from samskap.testing.factories.committees import member
from samskap.testing.factories.meetings import event, past_event

pytestmark = pytest.mark.django_db


def group(of, **more):
    facts = {"name": "Companies", "task": "Find hosts.", "by": members_of(of)[0].person}
    return make_group(committee=of, **facts | more)


def test_a_working_group_has_members_and_others_from_outside():
    made = at_work()
    one, other = members_of(made)
    found = group(made, members=[one])

    let_along(group=found, member=other, by=one.person)
    invite_along(group=found, by=one.person, name="Berit", comes_from="The bakery")

    counted = groups_of(made).get()
    assert (counted.members, counted.others) == (2, 1)
    with pytest.raises(InTheGroupAlready):
        let_along(group=found, member=other, by=one.person)


def test_a_group_has_a_name_of_its_own_and_a_task():
    made = at_work()
    first = group(made)

    assert group(made, public_id=first.public_id) == first
    with pytest.raises(GroupNameIsTaken):
        group(made)
    with pytest.raises(GroupNeedsANameAndATask):
        group(made, name="Schools", task=" ")
    with pytest.raises(NotYoursToWork):
        group(made, name="Schools", by=stranger())
    with pytest.raises(NotAMemberHere):
        group(made, name="Schools", members=members_of(at_work()))


def test_a_group_that_has_ended_says_what_came_out_of_it_and_takes_nobody_in():
    made = at_work()
    ended = end_group(group=group(made), by=made.facilitator, result="Three hosts.")

    assert ended.result == "Three hosts."
    with pytest.raises(GroupIsOver):
        invite_along(group=ended, by=made.facilitator, name="Berit", comes_from="")


def test_a_world_cafe_with_seventy_others_is_written_down_once():
    """SC-7: world café with 70 others in meeting 3."""
    made = at_work()
    held = past_event(initiative=made.initiative, person=made.facilitator, kind="workshop")
    facts = {"committee": made, "event": held, "by": made.facilitator, "whom": "Shops, schools"}

    write_down_dialogue(**facts, invited=120)
    found = write_down_dialogue(**facts, invited=120, came=70)

    assert made.dialogues.get() == found
    assert (found.invited, found.came) == (120, 70)


def test_who_came_is_said_afterwards_and_of_meetings_of_the_committee():
    made = at_work()
    ahead = event(initiative=made.initiative, person=made.facilitator)
    facts = {"committee": made, "by": made.facilitator, "whom": "Shops", "invited": 3}

    with pytest.raises(WhoCameIsMissing):
        write_down_dialogue(**facts, event=ahead, came=3)
    with pytest.raises(NotAMeetingWithOthers):
        write_down_dialogue(**facts, event=event())


def draft(of, authors, **more):
    facts = {
        "kind": "draft",
        "title": "How a place is found",
        "text": "Step by step.",
        "by": of.facilitator,
    }
    return write_material(committee=of, authors=authors, **facts | more)


def given(of):
    """The side, kind and units of each row of the ledger."""
    rows = of.initiative.account.contributions.order_by("number")
    return list(rows.values_list("side", "kind", "units"))


def test_what_both_sides_wrote_counts_once_for_each_side():
    made = at_work(politicians=2, residents=3)
    residents, elected = members_of(made), members_of(made, Role.POLITICIAN)

    written = draft(made, [*elected, *residents])

    one = Decimal(1)
    assert given(made) == [("non_public", "draft", one), ("public", "draft", one)]
    assert written.idea.contribution.giver == residents[0].giver
    assert written.authors.count() == 5


def test_what_one_side_wrote_counts_for_that_side_alone():
    made = at_work(politicians=2)

    draft(made, members_of(made, Role.POLITICIAN), kind="evidence")

    assert given(made) == [("public", "evidence", Decimal(1))]


def test_what_became_of_it_reaches_both_sides():
    made = at_work()
    written = draft(made, [*members_of(made, Role.POLITICIAN), *members_of(made)])

    settle(
        contribution=written.idea.contribution,
        status="not_used",
        reason="Too dear.",
        by=made.facilitator,
    )

    said = Standing.objects.filter(account=made.initiative.account).values_list("status", "reason")
    assert list(said) == [("not_used", "Too dear.")] * 2


def test_a_recommendation_takes_in_what_it_builds_on_with_authors_of_both_sides():
    """An item with at least one author outside the public side is theirs, too (domain.md 4.1)."""
    made = at_work()
    elected = members_of(made, Role.POLITICIAN)
    written = draft(made, [*elected, *members_of(made)])
    motion = asked(recommendation(made))
    for one in [*members_of(made), *elected]:
        give_vote(motion=motion, member=one, stance="for", by=one.person)

    close_motion(
        motion=motion,
        by=made.facilitator,
        reasons="It holds.",
        builds_on=[written.idea.contribution_id],
    )

    assert list(Adoption.objects.values_list("by_non_public", flat=True)) == [True] * 3
    sums = PhaseSum.objects.get(account=made.initiative.account, phase="define")
    assert (sums.adopted, sums.adopted_by_non_public) == (3, 3)


def test_material_has_authors_who_sit_in_the_committee():
    made = at_work()
    gone = member(made)
    gone.until = timezone.localdate()
    gone.save()

    with pytest.raises(AuthorsAreMissing):
        draft(made, [])
    with pytest.raises(NotAMemberHere):
        draft(made, [gone])
    with pytest.raises(NotMaterial):
        draft(made, members_of(made), kind="story")
