"""Two vectors of the ladder, lived through with hearings: T3 and T4 of domain 4.1.

Beside each number stands what people did to reach it.
"""

import pytest

from samskap.hearings.actions import answering, opening, planning, stating
from samskap.hearings.errors import SolutionIsLocked
from samskap.hearings.queries.late import keeps_down
from samskap.initiatives.models import Decision
from samskap.insight.tests.test_vectors import (
    Story,
    people,
    the_municipality_defines_alone,
)
from samskap.kernels.ladder import Cap, Mode, Phase, Rung

pytestmark = pytest.mark.django_db

What = Decision.What


def hears(story, *, day, **more):
    """Plan a hearing of the municipality’s own and open it on a day."""
    planned = planning.plan_hearing(
        initiative=story.now(),
        by=story.staff,
        title="A path along the fjord",
        about="Which line is best?",
        language="en",
        preset="own",
        answers_to="post@fjordvik.example",
        opens_on=story.on(day).date(),
    )
    return opening.open_hearing(hearing=planned, by=story.staff, at=story.on(day), **more)


def say(story, hearing, givers, *, day):
    """Let each of them say one thing in a hearing, which is one unit each."""
    return [
        stating.state(
            hearing=hearing,
            hand=story.hand_of(giver),
            text=f"Number {number}",
            language="en",
            at=story.on(day),
        )
        for number, giver in enumerate(givers, start=1)
    ]


def answers(story, hearing, statements, *, day):
    """Answer them alike."""
    answering.answer(
        hearing=hearing,
        keys=[each.pk for each in statements],
        status="not_used",
        text="No room.",
        by=story.staff,
        at=story.on(day),
    )


def test_t3_a_hearing_that_is_answered_stands_on_rung_3():
    story = Story()
    from_define = the_municipality_defines_alone(story)
    drafts = story.gives([story.staff] * 6, day=40, kind="draft")
    hearing = hears(story, day=41)
    neighbours = people(20)
    statements = say(story, hearing, neighbours, day=42)
    story.lends_rooms(neighbours[0], days=4, day=43)  # 20 statements and 4 days are 24 units
    answers(story, hearing, statements[3:16], day=60)
    decision = story.is_decided_by(
        story.staff,
        day=65,
        takes_in=[*drafts, from_define[1], *statements[:3]],  # 3 of 10 are the neighbours’
        what=What.SOLUTION,
    )

    placement = story.stands()

    assert decision.mode == Mode.PUBLIC_AFTER_INPUT_ANSWERED
    assert placement.terms[Phase.DESIGN].answered_share == 0.8
    assert (placement.rung, placement.caps) == (Rung.INPUT_TO_SOLUTIONS, ())
    assert f"{placement.cci:.2f}" == "16.35"
    hearing.refresh_from_db()
    assert not hearing.is_late
    assert not keeps_down(hearing, story.on(66))


def test_t4_a_hearing_on_a_locked_solution_stands_on_rung_0_and_says_why():
    story = Story()
    the_municipality_defines_alone(story)
    drafts = story.gives([story.staff] * 9, day=40, kind="draft")
    neighbours = people(10)
    story.gives(neighbours[:1], day=41, kind="story")  # never answered in time
    story.lends_rooms(neighbours[0], days=2, day=42)
    story.is_decided_by(story.staff, day=45, takes_in=drafts, what=What.SOLUTION)
    with pytest.raises(SolutionIsLocked) as refusal:
        hears(story, day=46)
    assert "cannot count as co-creation" in str(refusal.value)

    hearing = hears(story, day=46, knows_it_is_late=True)
    statements = say(story, hearing, neighbours[1:], day=47)
    answers(story, hearing, statements[:1], day=60)

    placement = story.stands()

    assert placement.terms[Phase.DESIGN].answered_share == 0.1
    assert placement.caps == (Cap.LATE_HEARING,)
    assert placement.rung is Rung.NOT_CO_CREATION
    assert f"{placement.cci:.2f}" == "8.98"
    assert hearing.is_late
    assert keeps_down(hearing, story.on(66))


def test_a_hearing_on_what_people_made_together_keeps_nothing_down():
    story = Story()
    story.is_raised_by(story.staff)
    own = story.gives([story.staff], day=1, kind="problem_statement")
    story.is_decided_by(story.staff, day=2, takes_in=own, what=What.PROBLEM)
    ideas = story.gives(people(3), day=20)
    story.is_decided_by(story.staff, day=45, takes_in=ideas, what=What.SOLUTION)

    hearing = hears(story, day=46, knows_it_is_late=True)

    assert hearing.is_late
    assert not keeps_down(hearing, story.on(47))
    assert story.stands().caps == ()
