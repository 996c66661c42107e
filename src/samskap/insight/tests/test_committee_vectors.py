"""The test vectors of task committees, lived through in a committee that votes and delivers.

Source: domain 4.1, T5, T6 and T8; SC-7 and SC-8. Units, answers and adopted items are those of the
vectors. Two things the acts do otherwise, and both are counted: a committee decides each of its ten
recommendations by itself, so that design has ten decisions of the committee and one of the
partners where the vector has three; and the partners of the initiative, a resident and a public
unit, agree on problem and solution. The index differs by that, the rung and its reasons do not.
"""

import pytest
from django.utils import timezone

from samskap.committees.actions.delivering import deliver
from samskap.committees.actions.motions import ask_the_committee, close_motion, give_vote
from samskap.committees.actions.recommendations import propose_recommendation
from samskap.committees.actions.steps import move
from samskap.committees.models import Committee, Motion, State, Vote
from samskap.initiatives.actions.decisions import close_decision, give_voice, open_decision
from samskap.initiatives.actions.formal import answer_recommendation
from samskap.initiatives.models import Agreement, Decision, Voice
from samskap.insight.tests.test_vectors import Story, people
from samskap.kernels.ladder import ConditionCode, Pending, Phase, Rung
from samskap.notices.models import Notice
from samskap.testing.factories.committees import charter, committee, councillor, member, politician
from samskap.testing.factories.partnership import partnership

pytestmark = pytest.mark.django_db

CONSENSUS, VOTE = Motion.Way.CONSENSUS, Motion.Way.VOTE


class TaskCommittee:
    """Ten residents and five politicians, from the charter to the council’s answer."""

    def __init__(self):
        self.story = Story()
        self.residents = people(10)
        self.story.is_raised_by(self.residents[0])
        made = committee(initiative=self.story.now(), by=self.story.staff)
        charter(made)
        self.seats = [member(made, person=person) for person in self.residents]
        self.elected = [politician(made) for _ in range(5)]
        for to in (State.CHARTERED, State.RECRUITING, State.APPOINTED, State.WORKING):
            move(committee=made, to=to, reason="As the council decided.", by=self.story.staff)
        self.key = made.pk
        self.partners = partnership(self.story.now(), rule=Agreement.Rule.CONSENSUS)

    @property
    def now(self):
        return Committee.objects.select_related("initiative", "municipality").get(pk=self.key)

    def partners_agree(self, what, *, day, takes_in=()):
        """Let both partners say yes to a problem or a solution."""
        story, by = self.story, self.partners[0].contact
        decision = open_decision(
            initiative=story.now(),
            by=by,
            title="This is it",
            text="This is what we mean.",
            what=what,
            proposals=[given.contribution_id for given in takes_in],
            at=story.on(day),
        )
        for partner in self.partners:
            give_voice(
                decision=decision,
                partner=partner,
                stance=Voice.Stance.FOR,
                by=partner.contact,
                at=story.on(day),
            )
        close_decision(
            decision=decision,
            by=by,
            reasons="We both want it.",
            others_reason="Not this year." if takes_in else "",
            at=story.on(day),
        )

    def defines(self):
        """Define: 6 and 10 units, one joint decision, 2 of 4 adopted items non-public, R 1."""
        story = self.story
        theirs = story.gives(self.residents[1:], day=4, kind="problem_statement")
        ours = story.gives([story.staff] * 6, day=5, kind="evidence")
        self.partners_agree(Decision.What.PROBLEM, day=20, takes_in=[*theirs[:2], *ours[:2]])

    def designs(self, ways):
        """Design: 12 and 22 units, ten recommendations, six of them residents’, R 1."""
        story = self.story
        others = story.gives([*self.residents, *self.residents[:6]], day=40)  # 16 of 22
        story.gives([story.staff] * 8, day=41, kind="draft")  # 8 of 12
        proposers = [*self.seats[:6], *self.elected[:4]]
        for number, (proposer, way) in enumerate(zip(proposers, ways, strict=True), start=1):
            self.recommends(number, proposer, way)
        story.answers(others, day=60)

    def recommends(self, number, proposer, way):
        """Propose one thing, and let the committee vote.

        By vote all fifteen take part, and four politicians are against; by consensus only the half
        that must take part does, of both sides.
        """
        story = self.story
        proposed = propose_recommendation(
            committee=self.now,
            by=proposer.person,
            text=f"Recommendation {number}",
            why="It helps.",
            at=story.on(44),
        )
        motion = ask_the_committee(
            subject=proposed, what=Motion.What.RECOMMEND, way=way, by=proposer.person,
            at=story.on(45),
        )  # fmt: skip
        against = self.elected[:4] if way == VOTE else []
        everybody = (*self.seats, *self.elected)
        for seat in everybody if way == VOTE else (*self.seats[:5], *self.elected[:3]):
            give_vote(
                motion=motion,
                member=seat,
                stance=Vote.Stance.AGAINST if seat in against else Vote.Stance.FOR,
                by=seat.person,
                at=story.on(46),
            )
        close_motion(motion=motion, by=story.staff, reasons="Most want it.", at=story.on(47))

    def delivers(self):
        """Lay all ten before the council, which promises an answer in ninety days."""
        return deliver(committee=self.now, by=self.story.staff, at=self.story.on(70))

    def the_council_adopts(self, how_many, *, day):
        """Answer each with reasons: so many adopted, half of them with changes."""
        formal = self.now.initiative.formal_decisions.get()
        by = councillor(self.story.municipality)
        for number, one in enumerate(formal.recommendations.order_by("number")):
            adopted = "adopted_changed" if number % 2 else "adopted"
            answer_recommendation(
                recommendation=one,
                answer=adopted if number < how_many else "rejected",
                reasons="The council has weighed it.",
                by=by,
                at=self.story.on(day),
            )


def failed(placement):
    return [
        one for one in placement.conditions if one.rung is Rung.EQUAL_PARTNERSHIP and not one.held
    ]


def test_t5_a_committee_whose_council_adopts_8_of_10_stands_on_rung_4():
    told = TaskCommittee()
    told.defines()
    told.designs([CONSENSUS] * 7 + [VOTE] * 3)
    told.delivers()
    told.the_council_adopts(8, day=90)
    story = told.story
    told.partners_agree(Decision.What.SOLUTION, day=92)
    theirs = story.gives(told.residents, day=100)
    ours = story.gives([story.staff] * 4, day=101, kind="draft")
    story.works(told.residents[3], units=2, day=102)
    story.works(story.staff, units=26, day=103)
    story.answers(theirs[4:9], day=110)
    story.is_decided_by(story.staff, day=120, takes_in=[*theirs[:4], *ours])

    placement = story.stands()

    define, design = placement.terms[Phase.DEFINE], placement.terms[Phase.DESIGN]
    assert (define.contribution_share, design.contribution_share) == (
        round(10 / 16, 4),
        round(22 / 34, 4),
    )
    assert [define.adopted_share, design.adopted_share] == [0.5, 0.6]
    assert [define.answered_share, design.answered_share] == [1, 1]
    assert placement.terms[Phase.IMPLEMENT].answered_share == 0.9
    (fidelity,) = (
        one for one in placement.conditions if one.code is ConditionCode.ADOPTION_FIDELITY
    )
    assert (fidelity.held, fidelity.facts["adopted"], fidelity.facts["recommended"]) == (
        True,
        8,
        10,
    )
    assert placement.rung is Rung.EQUAL_PARTNERSHIP
    assert not placement.provisional
    assert abs(placement.cci - 72.32) < 0.5


def test_t6_when_the_council_adopts_2_of_10_too_late_it_falls_to_rung_3_and_members_hear_why():
    told = TaskCommittee()
    told.defines()
    told.designs([CONSENSUS] * 7 + [VOTE] * 3)
    formal = told.delivers()
    before = told.story.stands()
    told.the_council_adopts(2, day=180)

    placement = told.story.stands()

    assert before.rung is Rung.EQUAL_PARTNERSHIP
    assert placement.rung is Rung.INPUT_TO_SOLUTIONS
    assert [one.code for one in failed(placement)] == [ConditionCode.ADOPTION_FIDELITY]
    (only,) = failed(placement)
    assert only.facts["adopted"] / only.facts["recommended"] == 0.2
    assert abs(placement.cci - 54.75) < 0.5
    told_of = Notice.objects.filter(kind="committees.all_answered")
    assert set(told_of.values_list("person", flat=True)) >= {one.pk for one in told.residents}
    late = (timezone.localdate(told.story.on(180)) - formal.promised_on).days
    assert f"The answer came {late} days after the promised day." in told_of[0].text
    assert "0.20" in told_of[0].text


def test_t8_while_the_council_has_not_answered_rung_4_is_provisional():
    told = TaskCommittee()
    told.defines()
    told.designs([CONSENSUS] * 10)
    told.delivers()

    placement = told.story.stands()

    assert placement.rung is Rung.EQUAL_PARTNERSHIP
    assert placement.provisional
    assert Pending.FORMAL_DECISION_PENDING in placement.pending
    assert f"{placement.cci:.2f}" == "55.92"
