"""The fast track and pilots: by whose authority, how fast, and what makes it stop."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.committees.actions.fast_tracks import accept, expire_late, mark_as_good, refuse, start
from samskap.committees.actions.pilots import (
    ask_about_pilot,
    stop_by_rule,
    tell_result,
)
from samskap.committees.errors.fast_tracks import (
    AuthorityIsMissing,
    FastTrackIsOver,
    MarkedAlready,
    MoreShapeThanTakePart,
    NotAccepted,
    NotOfThisCommittee,
    NotYoursToAccept,
    PilotEndsBeforeItStarts,
    PilotIsDecided,
    SayWhatCameOut,
    StartsBeforeItWasAccepted,
    StopRuleIsMissing,
)
from samskap.committees.errors.work import NotYoursToWork
from samskap.committees.models import Acceptance, FastTrack
from samskap.committees.queries.fast_tracks import waiting_for
from samskap.committees.views.pilots import persons
from samskap.ledger.models import Standing
from samskap.organisations.models import Organisation
from samskap.testing.factories.committee_work import (
    all_vote,
    asked_of,
    at_work,
    executive,
    fast_track,
    members_of,
    pilot,
    speaker_of,
    stranger,
)
from samskap.testing.factories.ideas import idea

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
AUTHORITY = {"delegation": "Delegation rules § 4-2", "given_by": "The council"}


def let_through(found, by, **more):
    facts = {**AUTHORITY, "given_on": timezone.localdate() - 100 * DAY, **more}
    return accept(fast_track=found, by=by, **facts)


def test_the_committee_agrees_and_both_offices_hear_of_it():
    made = at_work()
    found = fast_track(made)
    chair, leader = speaker_of(made.body), executive(made)

    all_vote(asked_of(found))

    found.refresh_from_db()
    assert found.status == "asked"
    assert found.due_on == timezone.localdate() + 14 * DAY
    for person in (chair, leader):
        assert list(waiting_for(person, made.municipality)) == [found]
        assert person.notices.get().label == (
            "“A bench by the fjord” is obviously good, says “Integration”. May it start?"
        )


def test_where_the_committee_does_not_agree_nobody_is_asked():
    made = at_work()
    found = fast_track(made)
    leader = executive(made)

    all_vote(asked_of(found), against=members_of(made))

    found.refresh_from_db()
    assert (found.status, found.due_on) == ("not_agreed", None)
    assert list(waiting_for(leader, made.municipality)) == []


def test_it_is_let_through_when_both_offices_accept_and_the_authority_is_on_record():
    made = at_work()
    found = fast_track(made, is_agreed=True)
    chair, leader = speaker_of(made.body), executive(made)

    waits = let_through(found, chair)
    through = let_through(found, leader, delegation="Delegated case 12/26")

    assert (waits.status, through.status) == ("asked", "accepted")
    record = list(Acceptance.objects.values_list("office", "body__name", "delegation", "given_by"))
    assert record == [
        ("chair", "The council", "Delegation rules § 4-2", "The council"),
        ("executive", None, "Delegated case 12/26", "The council"),
    ]


def test_a_standing_committee_answers_before_the_council_where_there_is_one():
    made = at_work()
    standing = Organisation.objects.create(
        municipality=made.municipality, name="Culture", slug="culture", kind="committee"
    )
    made.parents.add(standing)
    found = fast_track(made, is_agreed=True)
    of_council, of_standing = speaker_of(made.body), speaker_of(standing)

    with pytest.raises(NotYoursToAccept):
        let_through(found, of_council)
    let_through(found, of_standing)

    assert Acceptance.objects.get().body == standing


def test_nobody_lets_it_through_without_authority_or_twice_for_both_offices():
    made = at_work()
    found = fast_track(made, is_agreed=True)
    leader = executive(made)

    with pytest.raises(NotYoursToAccept):
        let_through(found, stranger())
    with pytest.raises(AuthorityIsMissing):
        let_through(found, leader, delegation=" ")
    with pytest.raises(AuthorityIsMissing):
        let_through(found, leader, given_on=timezone.localdate() + DAY)
    let_through(found, leader)
    assert list(waiting_for(leader, made.municipality)) == []


def test_the_fourteenth_day_counts_and_then_it_goes_back():
    made = at_work()
    found = fast_track(made, is_agreed=True)
    leader = executive(made)
    last = timezone.now() + 14 * DAY

    assert expire_late(on=timezone.localdate(last)) == 0
    with pytest.raises(FastTrackIsOver):
        let_through(found, leader, at=last + DAY)
    assert expire_late(on=timezone.localdate(last) + DAY) == 1
    assert expire_late(on=timezone.localdate(last) + DAY) == 0

    found.refresh_from_db()
    assert found.status == "expired"
    assert fast_track(made, idea=found.idea).pk != found.pk  # it can be marked anew


def test_a_refusal_says_why_and_sends_it_back():
    made = at_work()
    found = fast_track(made, is_agreed=True)
    leader = executive(made)

    refused = refuse(fast_track=found, by=leader, because="The school year is over.")

    assert (refused.status, refused.refused_because) == ("refused", "The school year is over.")
    with pytest.raises(FastTrackIsOver):
        let_through(found, leader)


def test_an_idea_is_marked_once_and_belongs_to_the_initiative():
    made = at_work()
    found = fast_track(made)

    with pytest.raises(MarkedAlready):
        fast_track(made, idea=found.idea)
    with pytest.raises(NotOfThisCommittee):
        mark_as_good(committee=made, idea=idea(), why="Good.", by=made.facilitator)
    with pytest.raises(NotYoursToWork):
        mark_as_good(committee=made, idea=found.idea, why="Good.", by=stranger())
    assert FastTrack.objects.count() == 1


def test_it_starts_after_it_was_let_through_and_the_giver_hears_that_it_is_used():
    made = at_work()
    found = fast_track(made, is_agreed=True)
    today = timezone.localdate()

    with pytest.raises(NotAccepted):
        start(fast_track=found, by=made.facilitator, on=today)
    let_through(found, speaker_of(made.body))
    let_through(found, executive(made))
    with pytest.raises(StartsBeforeItWasAccepted):
        start(fast_track=found, by=made.facilitator, on=today - DAY)
    started = start(fast_track=found, by=made.facilitator, on=today + 21 * DAY)

    assert started.days_to_start == 21
    assert Standing.objects.get(pk=found.idea.contribution_id).status == "used"


def test_a_pilot_says_beforehand_what_makes_it_stop():
    made = at_work()

    with pytest.raises(StopRuleIsMissing):
        pilot(made, stop_rule=" ")
    with pytest.raises(PilotEndsBeforeItStarts):
        pilot(made, ends_on=timezone.localdate())
    with pytest.raises(MoreShapeThanTakePart):
        pilot(made, co_designers=9)
    first = pilot(made)

    assert pilot(made, public_id=first.public_id) == first


def test_the_rule_stops_it_at_once_and_every_member_hears():
    made = at_work()
    begun, resident = pilot(made), members_of(made)[0]

    stopped = stop_by_rule(pilot=begun, by=resident.person, what_happened="The bakery withdrew.")

    assert stopped.stopped_on == timezone.localdate()
    other = members_of(made)[1].person
    assert other.notices.get().label == "The pilot “Language at work” was stopped by its rule."


def test_the_committee_keeps_it_on_the_ground_of_its_result_after_ten_weeks():
    made = at_work()
    begun = pilot(made, starts_on=timezone.localdate() - 70 * DAY)
    kept = {"pilot": begun, "outcome": "keep", "way": "vote", "by": made.facilitator}
    with pytest.raises(SayWhatCameOut):
        ask_about_pilot(**kept)
    tell_result(
        pilot=begun, by=made.facilitator, result="Six found work.", participants=8, co_designers=8
    )

    motion = ask_about_pilot(**kept)
    motion = all_vote(motion)

    begun.refresh_from_db()
    assert (begun.outcome, begun.weeks_to_decision) == ("keep", 10)
    assert motion.decision.mode == "joint_vote"
    with pytest.raises(PilotIsDecided):
        stop_by_rule(pilot=begun, by=made.facilitator, what_happened="Too late.")


def test_few_people_are_not_counted_in_public():
    assert [persons(count) for count in (0, 4, 5, 8)] == ["0", "fewer than 5", "5", "8"]
