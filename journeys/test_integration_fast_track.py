"""An obviously good idea: language teaching and work in one place, from a meeting to a decision.

SC-9. Everything is done on pages. The clock stands where the story has come to: nobody waits
thirteen weeks for a test.
"""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samskap.committees.models import FastTrack, Group, Pilot, Vote
from samskap.config.demo import clock
from samskap.ideas.models import Idea
from samskap.meetings.models import Event
from samskap.organisations.models import Organisation
from samskap.testing.factories.committee_work import (
    at_work,
    executive,
    members_of,
    speaker_of,
)
from samskap.testing.factories.meetings import event
from samskap.testing.factories.organisations import OrganisationFactory

DAY = timedelta(days=1)
TITLE = "Learn the language where you work"
OUTSIDE = ("The bakery", "The shipyard", "The care home", "The language school")


class Story:
    """Somebody comes at a moment, does something on a page, and goes."""

    def __init__(self) -> None:
        # At noon, so that a day stays a day when the clocks change.
        self.first_day = timezone.localtime(clock.NOW - 92 * DAY).replace(hour=12, minute=0)

    def on_day(self, days: int) -> datetime:
        """Move the clock to so many days after the idea."""
        moment: datetime = self.first_day + days * DAY
        clock.stand_at(moment)
        return moment

    def sends(self, person, page, *args, **words):
        """Fill in a form of the committee and send it; it leads on, as it was right."""
        client = Client()
        client.force_login(person)
        answer = client.post(reverse(page, args=args), words)
        assert answer.status_code == 302, (page, reads_of(answer)[:800])

    def reads(self, path):
        """The words of a page as anybody sees them, signed in or not."""
        answer = Client().get(path)
        assert answer.status_code == 200
        return reads_of(answer)


def reads_of(answer):
    """The words of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.fixture
def story():
    with clock.borrowed():
        yield Story()


def votes(story, committee, motion, against=()):
    """Every member votes, each for themselves."""
    for member in committee.members.sitting().select_related("person"):
        stance = "against" if member in against else "for"
        story.sends(member.person, "committees:vote", motion.pk, stance=stance)


def test_from_meeting_two_to_a_start_in_21_days_and_a_decision_after_ten_weeks(municipality, story):
    begins = story.on_day(-30)
    standing = OrganisationFactory(
        municipality=municipality, kind=Organisation.Kind.COMMITTEE, name="Work and integration"
    )
    committee = at_work(municipality, politicians=2, residents=4)
    committee.parents.add(standing)
    chair, leader = speaker_of(standing), executive(committee)
    facilitator, newcomer = committee.facilitator, members_of(committee)[0].person
    meeting = event(
        initiative=committee.initiative,
        person=facilitator,
        kind="meeting",
        title="Meeting 2",
        starts_at=begins + 30 * DAY - timedelta(hours=3),
        ends_at=begins + 30 * DAY - timedelta(hours=1),
    )

    # 1 · In meeting 2 somebody who came here says what would help.
    story.on_day(0)
    story.sends(newcomer, "meetings:idea", meeting.pk, title=TITLE, text="At three companies.")
    idea = Idea.objects.get(title=TITLE)
    assert Event.objects.get(pk=meeting.pk).outcomes.get().contribution == idea.contribution

    # 2 · A member marks it; all vote, the politicians with no more votes than the others.
    story.on_day(3)
    mark = {"idea": idea.pk, "why": "Everybody gains, and it costs little.", "way": "vote"}
    story.sends(newcomer, "committees:mark_as_good", committee.slug, **mark)
    found = FastTrack.objects.get()
    motion = found.motions.get()
    story.on_day(5)
    votes(story, committee, motion, against=members_of(committee, "politician")[1:])
    story.on_day(6)
    story.sends(facilitator, "committees:close_motion", motion.pk, reasons="Five of six want it.")
    assert Vote.objects.filter(motion=motion).count() == 6
    assert "Waits for the chair and the chief executive" in story.reads(found.get_absolute_url())

    #     The chair and the chief executive let it through, by an authority that is on record.
    authority = {"given_by": "The council", "given_on": "2025-06-19"}
    story.on_day(12)
    story.sends(
        chair,
        "committees:accept_fast_track",
        found.pk,
        delegation="Delegation rules § 4-2, up to 300 000 kroner",
        **authority,
    )
    accepted_on = story.on_day(18)
    story.sends(
        leader,
        "committees:accept_fast_track",
        found.pk,
        delegation="Delegation rules § 6-1, daily running",
        **authority,
    )
    found.refresh_from_db()
    assert found.status == "accepted"
    assert timezone.localdate(accepted_on) <= found.due_on  # within the 14 days
    first_day = timezone.localdate(story.first_day + 21 * DAY)
    story.sends(facilitator, "committees:start_fast_track", found.pk, on=first_day.isoformat())

    # 3 · Three companies and the language school work along; eight take part and shape it.
    story.on_day(19)
    story.sends(
        newcomer,
        "committees:make_group",
        committee.slug,
        name="Places of work",
        task="Find three places, and plan the days there.",
    )
    group = Group.objects.get()
    for name in OUTSIDE:
        story.sends(facilitator, "committees:group", group.pk, name=name, comes_from="Hosts")
    story.on_day(20)
    story.sends(
        facilitator,
        "committees:begin_pilot",
        committee.slug,
        title="Eight learn at three companies",
        tries="Two days at work with a colleague who explains, three days at school.",
        stop_rule="A company withdraws, or two of the eight leave.",
        starts_on=first_day.isoformat(),
        ends_on=(first_day + 70 * DAY).isoformat(),
        participants=8,
        co_designers=8,
        interpreted_into="Tigrinya, Ukrainian, Dari",
        is_in_plain_language="on",
        fast_track=found.pk,
    )
    pilot = Pilot.objects.get()

    # 4 · After ten weeks: what it showed, and whether it is kept.
    story.on_day(21 + 70)
    result = {
        "result": "Six of the eight have been offered work. All want to go on.",
        "participants": 8,
        "co_designers": 8,
        "interpreted_into": "Tigrinya, Ukrainian, Dari",
        "is_in_plain_language": "on",
    }
    story.sends(newcomer, "committees:pilot_result", pilot.pk, **result)
    story.sends(newcomer, "committees:ask_about_pilot", pilot.pk, outcome="keep", way="consensus")
    motion = pilot.motions.get()
    votes(story, committee, motion)
    story.sends(facilitator, "committees:close_motion", motion.pk, reasons="It works.")

    # Then everybody sees how fast it went, by whose authority, and who shaped it.
    through = story.reads(found.get_absolute_url())
    assert "days from the idea to the start 21" in through
    assert "For the standing committee: Work and integration" in through
    assert "Delegation rules § 4-2, up to 300 000 kroner" in through
    assert "Delegation rules § 6-1, daily running" in through
    tried = story.reads(pilot.get_absolute_url())
    assert "take part 8" in tried
    assert "of them help to shape it 8" in tried
    assert "weeks from the first day to the decision 10" in tried
    assert "Interpreted into: Tigrinya, Ukrainian, Dari" in tried
    assert "Everything is written and said in plain language" in tried
    assert "It is kept" in tried
    assert "Six of the eight have been offered work." in tried
    assert "4 persons from outside the committee" in story.reads(group.get_absolute_url())
    assert idea.title in story.reads(reverse("committees:work", args=[committee.slug]))

    # Whoever gave the idea hears that it is used; both votes are decisions by both sides.
    idea.contribution.standing.refresh_from_db()
    assert idea.contribution.standing.status == "used"
    shares = [
        (decision.mode, str(decision.non_public_share))
        for decision in committee.initiative.decisions.order_by("decided_at")
    ]
    assert shares == [("joint_vote", "0.6667"), ("joint_consensus", "0.6667")]
