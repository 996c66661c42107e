"""Four test vectors of the ladder, lived through: the program’s own actions write every row.

Source: domain 4.1, T3, T4, T5 and T9. Beside each number stands what people did to reach it.
"""

import json
from datetime import datetime, timedelta
from itertools import chain

import pytest
from django.utils import timezone

from samskap.ideas import actions as ideas
from samskap.initiatives.actions.agreements import sign_agreement, write_agreement
from samskap.initiatives.actions.decisions import (
    close_decision,
    decide_alone,
    give_voice,
    open_decision,
)
from samskap.initiatives.actions.formal import answer_recommendation, lay_before
from samskap.initiatives.actions.giving import give_resource, give_work
from samskap.initiatives.actions.partnership import ask_partner, join
from samskap.initiatives.actions.raising import raise_initiative
from samskap.initiatives.models import Agreement, Decision, Initiative, Recommendation, Voice
from samskap.initiatives.queries.decisions import public_mode
from samskap.insight.document import document_of
from samskap.insight.queries import placement_of
from samskap.kernels import ladder
from samskap.kernels.ladder import Mode, Phase, Rung
from samskap.ledger.hands import hand
from samskap.organisations.models import Organisation
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
What, Rule = Decision.What, Agreement.Rule


class Story:
    """One initiative and the people around it, told day by day."""

    def __init__(self):
        self.municipality = MunicipalityFactory()
        self.began = timezone.now() - 300 * DAY
        self.staff = RoleFactory(municipality=self.municipality, role="facilitator").person
        self.initiative = None

    def on(self, day: float) -> datetime:
        """The moment of a day, counted from when it was raised."""
        return self.began + day * DAY

    def now(self) -> Initiative:
        """The initiative as it stands."""
        return Initiative.objects.select_related("account", "municipality").get(
            pk=self.initiative.pk
        )

    def hand_of(self, person):
        """Whoever has a role acts for the municipality, everybody else for themselves."""
        kind = "facilitator" if person == self.staff else "resident"
        return hand(key=f"self:{kind}", by=person, municipality=self.municipality)

    def is_raised_by(self, person):
        """Raise it. This is the first unit of whoever does."""
        self.initiative = raise_initiative(
            municipality=self.municipality,
            by=person,
            hand=self.hand_of(person),
            dream="Nobody sits alone in the evenings.",
            at=self.on(0),
        )
        return self.initiative.account.contributions.get()

    def gives(self, givers, *, day, kind="idea", question=None):
        """Let each of them give one thing, which is one unit each; what counts as input."""
        return [
            ideas.give_idea(
                initiative=self.now(),
                hand=self.hand_of(giver),
                kind=kind,
                title=f"Number {number}",
                language="en",
                question=question,
                at=self.on(day),
            )
            for number, giver in enumerate(givers, start=1)
        ]

    def lends_rooms(self, person, *, days, day):
        """Lend rooms: one unit a day, and nothing that asks for an answer."""
        give_resource(
            initiative=self.now(),
            hand=self.hand_of(person),
            kind="premises",
            amount=days,
            at=self.on(day),
        )

    def works(self, person, *, units, day):
        """Work for the community: two hours are one unit."""
        give_work(
            initiative=self.now(), hand=self.hand_of(person), hours=2 * units, at=self.on(day)
        )

    def is_decided_by(self, person, *, day, takes_in=(), what=What.OTHER):
        """Let one side decide alone, and take some of what was given in."""
        return decide_alone(
            initiative=self.now(),
            hand=self.hand_of(person),
            title="What we do",
            text="This is what we do.",
            reasons="It can be done this year.",
            what=what,
            proposals=[given.contribution_id for given in takes_in],
            at=self.on(day),
        )

    def answers(self, given, *, day):
        """Answer with a reason."""
        ideas.answer(
            ideas=given, status="not_used", reason="No room.", by=self.staff, at=self.on(day)
        )

    def stands(self):
        """Its placement by the sums; and the same from its open data, by anyone."""
        placement = placement_of(self.now())
        counted_again = ladder.recompute(json.loads("".join(document_of(self.now()))))
        assert counted_again.rung == placement.rung
        assert f"{counted_again.cci:.2f}" == f"{placement.cci:.2f}"
        assert counted_again == placement
        return placement


def people(number):
    """Residents who live each in their own household."""
    return [PersonFactory() for _ in range(number)]


def the_municipality_defines_alone(story):
    """Define, T3 and T4: 5 units of one side, one decision alone that adopts one of its own."""
    story.is_raised_by(story.staff)
    own = story.gives([story.staff] * 4, day=1, kind="problem_statement")
    alone = story.is_decided_by(story.staff, day=30, takes_in=own[:1], what=What.PROBLEM)
    assert alone.mode == Mode.PUBLIC_ALONE
    return own


def test_t3_a_hearing_that_is_answered_stands_on_rung_3():
    story = Story()
    from_define = the_municipality_defines_alone(story)
    drafts = story.gives([story.staff] * 6, day=40, kind="draft")
    hearing = ideas.ask(
        initiative=story.now(),
        by=story.staff,
        text="What do you think?",
        is_hearing=True,
        opens_at=story.on(41),
    )
    neighbours = people(20)
    statements = story.gives(neighbours, day=42, kind="statement", question=hearing)
    story.lends_rooms(neighbours[0], days=4, day=43)  # 20 statements and 4 days are 24 units
    story.answers(statements[3:16], day=60)
    decision = story.is_decided_by(
        story.staff,
        day=65,
        takes_in=[*drafts, from_define[1], *statements[:3]],  # 3 of 10 are the neighbours’
        what=What.SOLUTION,
    )

    placement = story.stands()

    assert decision.mode == Mode.PUBLIC_AFTER_INPUT_ANSWERED
    assert placement.terms[Phase.DESIGN].contribution_share == 0.8
    assert placement.terms[Phase.DESIGN].adopted_share == 0.3
    assert placement.terms[Phase.DESIGN].answered_share == 0.8
    assert placement.rung is Rung.INPUT_TO_SOLUTIONS
    assert f"{placement.cci:.2f}" == "16.35"


def test_t4_a_hearing_after_the_solution_is_locked_stands_on_no_rung():
    story = Story()
    the_municipality_defines_alone(story)
    drafts = story.gives([story.staff] * 9, day=40, kind="draft")
    neighbours = people(10)
    unheard = story.gives(neighbours[:1], day=41, kind="story")
    story.lends_rooms(neighbours[0], days=2, day=42)
    decision = story.is_decided_by(story.staff, day=45, takes_in=drafts, what=What.SOLUTION)
    hearing = ideas.ask(
        initiative=story.now(),
        by=story.staff,
        text="What do you think of what we have decided?",
        phase=Phase.DESIGN,
        is_hearing=True,
        opens_at=story.on(46),
    )
    statements = story.gives(neighbours[1:], day=47, kind="statement", question=hearing)
    story.answers(statements[:1], day=60)
    story.answers(unheard, day=90)  # after the 30 days

    placement = story.stands()

    assert decision.mode == Mode.PUBLIC_AFTER_INPUT_UNANSWERED
    assert placement.terms[Phase.DESIGN].contribution_share == round(12 / 21, 4)
    assert placement.terms[Phase.DESIGN].adopted_share == 0
    assert placement.terms[Phase.DESIGN].answered_share == 0.1
    assert placement.is_late_hearing
    assert placement.rung is Rung.NOT_CO_CREATION
    assert f"{placement.cci:.2f}" == "8.98"


class Committee:
    """Ten residents and five public units as partners, who decide by an agreement."""

    def __init__(self, story, residents):
        self.story = story
        raiser = residents[0]
        everybody = [(person, "self:resident", {"person": person}) for person in residents]
        for _ in range(5):
            unit = OrganisationFactory(
                municipality=story.municipality, kind=Organisation.Kind.PUBLIC_UNIT
            )
            contact = MembershipFactory(organisation=unit).person
            everybody.append((contact, f"organisation:{unit.pk}", {"organisation": unit}))
        for person, _key, party in everybody:
            if person != raiser:
                ask_partner(initiative=story.now(), by=raiser, at=story.on(1), **party)
        self.partners = [
            join(initiative=story.now(), key=key, by=person, at=story.on(2))
            for person, key, _party in everybody
        ]

    def agrees_to_decide_by(self, rule, *, day):
        """Write how to decide, and let all fifteen sign."""
        agreement = write_agreement(
            initiative=self.story.now(),
            by=self.partners[0].contact,
            purpose="A plan that holds.",
            duties="We answer each other.",
            rule=rule,
            exit_terms="A month before.",
            review_on=timezone.localdate() + 100 * DAY,
            at=self.story.on(day),
        )
        for partner in self.partners:
            sign_agreement(
                agreement=agreement, partner=partner, by=partner.contact, at=self.story.on(day)
            )

    def decides(self, *, day, what=What.OTHER, takes_in=(), against=0):
        """Put a question to all, hear every voice, and answer all that is not taken in."""
        carrier = self.partners[0].contact
        decision = open_decision(
            initiative=self.story.now(),
            by=carrier,
            title="Shall we?",
            text="This is what we do.",
            what=what,
            proposals=takes_in,
            at=self.story.on(day),
        )
        for number, partner in enumerate(self.partners):
            is_against = number < against
            give_voice(
                decision=decision,
                partner=partner,
                stance=Voice.Stance.AGAINST if is_against else Voice.Stance.FOR,
                reason="Too dear." if is_against else "",
                by=partner.contact,
                at=self.story.on(day + 1),
            )
        return close_decision(
            decision=decision,
            by=carrier,
            reasons="Most of us want it.",
            others_reason="We could not do everything." if takes_in else "",
            at=self.story.on(day + 2),
        )


def keys_of(*given):
    """The ledger keys of what was given."""
    return [one.contribution_id for one in chain(*given)]


def the_council_answers(story, committee, *, day, adopts):
    """Lay ten recommendations before the council, which adopts some, half of them changed."""
    council = OrganisationFactory(municipality=story.municipality, kind=Organisation.Kind.COUNCIL)
    politician = RoleFactory(municipality=story.municipality, role="politician").person
    MembershipFactory(organisation=council, person=politician)
    formal = lay_before(
        initiative=story.now(),
        body=council,
        title="A plan for the evenings",
        recommendations=[f"Recommendation {number}" for number in range(1, 11)],
        promised_on=timezone.localdate(story.on(day)) + 60 * DAY,
        by=committee.partners[0].contact,
        at=story.on(day),
    )
    answers = Recommendation.Answer
    for number, recommendation in enumerate(formal.recommendations.order_by("number")):
        taken = answers.ADOPTED_CHANGED if number % 2 else answers.ADOPTED
        answer_recommendation(
            recommendation=recommendation,
            answer=taken if number < adopts else answers.REJECTED,
            reasons="The council has weighed it.",
            by=politician,
            at=story.on(day + 20),
        )


def test_t5_a_task_committee_whose_council_adopts_8_of_10_stands_on_rung_4():
    story = Story()
    residents = people(10)
    story.is_raised_by(residents[0])  # define: this one and 9 more are 10 units of one side
    committee = Committee(story, residents)
    committee.agrees_to_decide_by(Rule.CONSENSUS, day=3)
    theirs = story.gives(residents[1:], day=4, kind="problem_statement")
    ours = story.gives([story.staff] * 6, day=5, kind="evidence")
    committee.decides(day=20, what=What.PROBLEM, takes_in=keys_of(theirs[:2], ours[:2]))

    theirs = story.gives([*residents, *residents, *residents[:2]], day=40)
    ours = story.gives([story.staff] * 12, day=41, kind="draft")
    by_consensus = [committee.decides(day=45), committee.decides(day=50)]
    committee.agrees_to_decide_by(Rule.VOTE, day=55)
    by_vote = committee.decides(
        day=60, what=What.SOLUTION, takes_in=keys_of(theirs[:6], ours[:4]), against=4
    )
    the_council_answers(story, committee, day=70, adopts=8)

    theirs = story.gives(residents, day=100)
    ours = story.gives([story.staff] * 4, day=101, kind="draft")
    story.works(residents[3], units=2, day=102)
    story.works(story.staff, units=26, day=103)
    story.answers(theirs[4:9], day=110)
    last = story.is_decided_by(story.staff, day=120, takes_in=[*theirs[:4], *ours])

    placement = story.stands()

    assert {each.mode for each in by_consensus} == {Mode.JOINT_CONSENSUS}
    assert by_vote.mode == Mode.JOINT_VOTE
    assert float(by_vote.non_public_share) == round(10 / 15, 4)
    assert last.mode == Mode.PUBLIC_AFTER_INPUT_ANSWERED
    shares = {phase: placement.terms[phase] for phase in (Phase.DEFINE, Phase.DESIGN)}
    assert [each.adopted_share for each in shares.values()] == [0.5, 0.6]
    assert [each.answered_share for each in shares.values()] == [1, 1]
    assert placement.terms[Phase.IMPLEMENT].contribution_share == round(12 / 42, 4)
    assert placement.terms[Phase.IMPLEMENT].answered_share == 0.9
    assert placement.rung is Rung.EQUAL_PARTNERSHIP
    assert not placement.provisional
    assert f"{placement.cci:.2f}" == "72.32"


def test_t9_citizens_alone_stand_beside_the_ladder():
    story = Story()
    residents = people(3)
    story.is_raised_by(residents[0])
    given = story.gives([*residents, *residents, residents[0]], day=1, kind="problem_statement")
    # They take up each other’s words at once: that is no answer by the public side.
    first = story.is_decided_by(residents[0], day=5, takes_in=given[:2], what=What.PROBLEM)
    given = story.gives([*residents, *residents, *residents], day=50)
    second = story.is_decided_by(residents[0], day=60, takes_in=given[:3], what=What.SOLUTION)
    for resident in residents:
        story.works(resident, units=10, day=100)

    placement = story.stands()

    assert [first.mode, second.mode] == [Mode.DELEGATED, Mode.DELEGATED]
    assert placement.terms[Phase.DEFINE].contribution_share == 1
    assert placement.terms[Phase.DEFINE].adopted_share == 1
    assert placement.terms[Phase.DEFINE].answered_share == 0
    assert placement.rung is Rung.SELF_ORGANISED
    assert f"{placement.cci:.2f}" == "15.00"


def test_what_residents_take_up_of_each_others_is_no_answer_by_the_public_side():
    story = Story()
    residents = people(3)
    story.is_raised_by(residents[0])
    given = story.gives(residents, day=1, kind="problem_statement")
    story.is_decided_by(residents[0], day=5, takes_in=given[:2])
    among_residents = story.stands().terms[Phase.DEFINE].answered_share

    story.answers(given[2:], day=6)

    placement = story.stands()
    assert among_residents == 0
    assert placement.terms[Phase.DEFINE].answered_share == 0.25  # the dream waits, too
    assert public_mode(story.now().account, "define", story.on(7)) == (
        Mode.PUBLIC_AFTER_INPUT_UNANSWERED
    )
