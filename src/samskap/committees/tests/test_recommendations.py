"""Recommendations: proposed one by one, voted on by equals, laid before the elected body."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from samskap.committees.actions.delivering import deliver
from samskap.committees.actions.motions import (
    ask_in_words,
    close_motion,
    give_vote,
    write_note,
)
from samskap.committees.actions.recommendations import (
    propose_recommendation,
    rewrite_recommendation,
)
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.errors.work import (
    AskedAlready,
    NotAtWork,
    NoteComesTooLate,
    NothingToDeliver,
    NotToBeAsked,
    NotYoursToRun,
    NotYoursToWork,
    NotYourVote,
    OnlyForTheMinority,
    SayHowItEnded,
    StillVoting,
    VotingIsOver,
    WordsAreMissing,
)
from samskap.committees.models import MinorityNote, Recommendation, State, Vote
from samskap.committees.models.team import Role
from samskap.committees.queries.motions import counted
from samskap.initiatives.models import Decision
from samskap.ledger.models import Standing
from samskap.notices.models import Notice
from samskap.testing.factories.committee_work import (
    all_vote,
    asked,
    at_work,
    members_of,
    recommendation,
    recommended,
    stranger,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_members_propose_and_each_recommendation_gets_the_next_number():
    made = at_work()
    resident, elected = members_of(made)[0], members_of(made, Role.POLITICIAN)[0]

    first = recommendation(made, by=resident.person)
    second = recommendation(made, by=elected.person, text="Let companies be hosts.")

    assert [(one.number, one.proposed_by_id) for one in (first, second)] == [
        (1, resident.pk),
        (2, elected.pk),
    ]
    given = [(one.contribution.side, one.contribution.kind) for one in (first, second)]
    assert given == [("non_public", "draft"), ("public", "draft")]
    assert [one.contribution.is_input for one in (first, second)] == [True, False]
    assert first.contribution.standing.path == first.get_absolute_url()


def test_a_button_pressed_twice_proposes_once():
    made = at_work()
    first = recommendation(made)

    again = recommendation(made, public_id=first.public_id)

    assert again == first
    assert made.initiative.account.contributions.count() == 1


def test_only_members_propose_while_the_committee_is_at_work():
    made = at_work()

    with pytest.raises(NotYoursToWork):
        recommendation(made, by=stranger())
    with pytest.raises(WordsAreMissing):
        recommendation(made, why=" ")
    made.state = State.ANSWERED
    made.save()
    with pytest.raises(NotAtWork):
        recommendation(made)


def test_politicians_have_no_more_votes_than_residents_and_the_shares_come_of_the_votes():
    made = at_work(politicians=5, residents=10)
    elected = members_of(made, Role.POLITICIAN)
    motion = asked(recommendation(made))

    closed = all_vote(motion, against=elected[:4])

    assert closed.is_passed
    decision = closed.decision
    assert (decision.mode, decision.non_public_share) == ("joint_vote", Decimal("0.6667"))
    assert closed.recommendation.contribution.adoptions.get().by_non_public
    assert Standing.objects.get(pk=closed.recommendation.contribution_id).status == "used"
    assert Recommendation.objects.get().status == "recommended"


def test_by_consensus_one_vote_against_is_enough_and_the_giver_hears_why():
    made = at_work()
    proposed = recommendation(made)
    motion = asked(proposed, way="consensus")

    closed = all_vote(motion, against=members_of(made)[1:])

    assert (closed.is_passed, closed.lapsed_because) == (False, "disagreement")
    assert not Decision.objects.exists()
    standing = Standing.objects.get(pk=proposed.contribution_id)
    assert (standing.status, standing.reason) == ("not_used", "We talked it through.")


def test_what_was_not_agreed_on_is_taken_up_anew_and_both_votes_stay_on_record():
    made = at_work()
    proposed = recommendation(made)
    all_vote(asked(proposed, way="consensus"), against=members_of(made)[1:])

    rewritten = rewrite_recommendation(
        recommendation=proposed, by=made.facilitator, text="Open it weekly.", why="It is enough."
    )
    all_vote(asked(rewritten, way="consensus"))

    proposed.refresh_from_db()
    assert (proposed.number, proposed.status) == (1, "recommended")
    assert [motion.is_passed for motion in proposed.motions.all()] == [False, True]
    assert Standing.objects.get(pk=proposed.contribution_id).status == "used"


def test_nobody_votes_twice_but_changes_the_vote_until_it_is_closed():
    made = at_work()
    motion, resident = asked(recommendation(made)), members_of(made)[0]

    give_vote(motion=motion, member=resident, stance="for", by=resident.person)
    give_vote(motion=motion, member=resident, stance="against", by=resident.person)

    vote = motion.votes.get()
    assert vote.stance == "against"
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(
            municipality=made.municipality, motion=motion, member=resident, stance="for"
        )
    all_vote(motion)
    with pytest.raises(VotingIsOver):
        give_vote(motion=motion, member=resident, stance="for", by=resident.person)


def test_each_votes_for_themselves_and_those_who_keep_it_write_down_what_was_said():
    made = at_work()
    motion = asked(recommendation(made))
    one, other = members_of(made)

    with pytest.raises(NotYourVote):
        give_vote(motion=motion, member=one, stance="for", by=other.person)
    written = give_vote(motion=motion, member=one, stance="for", by=made.facilitator)

    assert (written.channel, written.by) == ("meeting", made.facilitator)


def test_a_member_who_left_has_no_vote():
    made = at_work()
    motion, resident = asked(recommendation(made)), members_of(made)[0]
    resident.until = timezone.localdate()
    resident.save()

    with pytest.raises(NotYourVote):
        give_vote(motion=motion, member=resident, stance="for", by=resident.person)


def test_the_vote_of_somebody_who_left_before_it_closed_never_counts():
    made = at_work(residents=4)
    motion, gone = asked(recommendation(made)), members_of(made)[0]
    all_vote(motion, against=[gone], closes=False)
    gone.until = timezone.localdate()
    gone.save()

    closed = close_motion(motion=motion, by=made.facilitator, reasons="All have voted.")

    assert counted(closed) == {"for": 4}
    assert counted(type(motion).objects.get(pk=motion.pk)) == {"for": 4}


def test_too_few_votes_decide_nothing():
    made = at_work(politicians=1, residents=4)
    motion = asked(recommendation(made))
    for one in members_of(made)[:2]:
        give_vote(motion=motion, member=one, stance="for", by=one.person)

    closed = close_motion(motion=motion, by=made.facilitator, reasons="Time was up.")

    assert (closed.lapsed_because, closed.members_then) == ("quorum", 5)


def test_whoever_leads_the_meetings_closes_it_and_says_why():
    made = at_work()
    motion = asked(recommendation(made))
    chair, resident = members_of(made, Role.POLITICIAN)[0], members_of(made)[0]

    with pytest.raises(NotYoursToRun):
        close_motion(motion=motion, by=resident.person, reasons="Enough.")
    with pytest.raises(SayHowItEnded):
        close_motion(motion=motion, by=chair.person, reasons=" ")
    closed = close_motion(motion=motion, by=chair.person, reasons="Nobody came.")

    assert closed.closed_by == chair.person


def test_one_question_about_a_recommendation_at_a_time():
    made = at_work()
    proposed = recommendation(made)
    asked(proposed)

    with pytest.raises(AskedAlready):
        asked(proposed)
    with pytest.raises(AskedAlready):
        rewrite_recommendation(
            recommendation=proposed, by=made.facilitator, text="Other words.", why="Better."
        )


def test_a_minority_note_is_by_those_who_are_not_for_it_and_named_only_on_wish():
    made = at_work()
    motion, (one, other) = asked(recommendation(made)), members_of(made)
    all_vote(motion, against=[other], closes=False)

    with pytest.raises(OnlyForTheMinority):
        write_note(motion=motion, member=one, text="I do not like it.", by=one.person)
    note = write_note(motion=motion, member=other, text="It costs too much.", by=other.person)
    closed = close_motion(motion=motion, by=made.facilitator, reasons="Most want it.")

    assert not note.is_named
    assert closed.decision.minority_view == "It costs too much."
    named = write_note(
        motion=motion, member=other, text="It costs too much.", by=other.person, is_named=True
    )
    assert (named.pk, named.is_named) == (note.pk, True)


def test_whoever_changes_to_for_disagrees_no_longer():
    made = at_work()
    motion, resident = asked(recommendation(made)), members_of(made)[0]
    give_vote(motion=motion, member=resident, stance="against", by=resident.person)
    write_note(motion=motion, member=resident, text="Too dear.", by=resident.person)

    give_vote(motion=motion, member=resident, stance="for", by=resident.person)

    assert not MinorityNote.objects.exists()


def test_what_was_agreed_on_is_laid_before_the_body_in_order_and_the_rest_is_not():
    made = at_work()
    first, second = recommended(made), recommendation(made, text="A bus at night.")
    third = recommended(made, text="Let companies be hosts.")
    all_vote(asked(second), against=members_of(made) + members_of(made, Role.POLITICIAN))

    formal = deliver(committee=made, by=made.facilitator)

    laid = list(formal.recommendations.values_list("number", "text"))
    assert laid == [
        (1, "Open the language café twice a week."),
        (2, "Let companies be hosts."),
    ]
    assert formal.promised_on == timezone.localdate() + 90 * DAY
    assert formal.body == made.body
    made.refresh_from_db()
    assert made.state == "in_formal_treatment"
    steps = list(made.steps.values_list("after", "reason"))[-2:]
    assert steps == [
        ("delivered", "2 recommendations are delivered."),
        ("in_formal_treatment", "“The council” answers each of them."),
    ]
    for own in (first, third):
        own.refresh_from_db()
    assert [own.laid_as.number for own in (first, third)] == [1, 2]
    told = Notice.objects.filter(person=members_of(made)[0].person).order_by("-pk").first()
    assert told.label == "What “Integration” recommends is laid before The council."


def test_nothing_is_delivered_while_votes_are_open_or_nothing_is_agreed_on():
    made = at_work()
    motion = asked(recommendation(made))

    with pytest.raises(NotYoursToKeep):
        deliver(committee=made, by=members_of(made)[0].person)
    with pytest.raises(StillVoting):
        deliver(committee=made, by=made.facilitator)
    all_vote(motion, against=members_of(made))
    with pytest.raises(NothingToDeliver):
        deliver(committee=made, by=made.facilitator)


def test_what_was_delivered_is_neither_voted_on_nor_argued_with_afterwards():
    made = at_work()
    proposed = recommendation(made)
    other = members_of(made)[1]
    motion = all_vote(asked(proposed), against=[other])
    deliver(committee=made, by=made.facilitator)

    with pytest.raises(NoteComesTooLate):
        write_note(motion=motion, member=other, text="Too dear.", by=other.person)
    made.refresh_from_db()
    made.state = State.WORKING
    made.save()
    with pytest.raises(NotToBeAsked):
        asked(proposed)


def test_an_empty_press_proposes_nothing():
    made = at_work()

    with pytest.raises(WordsAreMissing):
        propose_recommendation(committee=made, by=made.facilitator, text="", why="")

    assert not made.recommendations.exists()


def test_the_committee_agrees_on_the_problem_and_both_sides_hold_the_power():
    made = at_work(politicians=5, residents=10)
    facts = {"what": "problem", "title": "Too few meet", "text": "Newcomers wait for friends."}
    asks = {"committee": made, "way": "consensus", "by": members_of(made)[0].person}
    with pytest.raises(WordsAreMissing):
        ask_in_words(**asks, **facts | {"text": " "})
    motion = ask_in_words(**asks, **facts)
    with pytest.raises(AskedAlready):
        ask_in_words(**asks, **facts)

    closed = all_vote(motion)

    decision = closed.decision
    assert (decision.what, decision.phase) == ("problem", "define")
    assert (decision.mode, decision.non_public_share) == ("joint_consensus", Decimal("0.6667"))
    made.initiative.refresh_from_db()
    assert made.initiative.problem_locked_at is not None
